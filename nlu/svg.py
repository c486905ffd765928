"""The few marks our pictures are made of: plain SVG, readable in light and in dark."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

STYLE = """
:root { color-scheme: light dark }
.paper { fill: #fbf9f5 } .ink { fill: #1f2a30 } .quiet { fill: #5b6770 }
.line { stroke: #d9d5cb; fill: none; stroke-width: .75 } .axis { stroke: #5b6770; fill: none }
.right { fill: #0f766e } .wrong { fill: #b45309 }
.curve { stroke: #0f766e; fill: none; stroke-width: 2 }
.bold { font-weight: 600 }
text { font-family: system-ui, -apple-system, "Segoe UI", sans-serif }
@media (prefers-color-scheme: dark) {
  .paper { fill: #14191c } .ink { fill: #ece8df } .quiet { fill: #9aa5ab }
  .line { stroke: #2c3439 } .axis { stroke: #9aa5ab }
  .right { fill: #2dd4bf } .wrong { fill: #fbbf24 } .curve { stroke: #2dd4bf }
}
"""


def picture(width: int, height: int, title: str, told: str, marks: Iterable[str]) -> str:
    """`told` is the picture in words, for those who cannot see it."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" role="img" aria-labelledby="title desc">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(told)}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{width}" height="{height}" rx="10"/>',
            words(24, 34, title, size=16, look="ink bold"),
            *marks,
            "</svg>\n",
        ]
    )


def words(
    x: float,
    y: float,
    said: str,
    *,
    size: int = 12,
    look: str = "ink",
    anchor: str = "start",
    turned: int = 0,
) -> str:
    """`turned` in degrees around the text's own start."""
    turn = f' transform="rotate({turned} {x:g} {y:g})"' if turned else ""
    return (
        f'<text class={quoteattr(look)} x="{x:g}" y="{y:g}" font-size="{size}"'
        f' text-anchor="{anchor}"{turn}>{escape(said)}</text>'
    )


def box(
    x: float, y: float, width: float, height: float, look: str, told: str, strength: float = 1
) -> str:
    """`told` is shown on hover; `strength` is how opaque, 0 to 1."""
    return (
        f'<rect class={quoteattr(look)} x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        f' fill-opacity="{strength:.2f}"><title>{escape(told)}</title></rect>'
    )


def dot(x: float, y: float, radius: float, look: str, told: str) -> str:
    return (
        f'<circle class={quoteattr(look)} cx="{x:g}" cy="{y:g}" r="{radius:g}">'
        f"<title>{escape(told)}</title></circle>"
    )


def path(points: Iterable[tuple[float, float]], look: str, *, dashed: bool = False) -> str:
    places = " ".join(f"{x:g},{y:g}" for x, y in points)
    dashes = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<polyline class={quoteattr(look)} points="{places}"{dashes}/>'
