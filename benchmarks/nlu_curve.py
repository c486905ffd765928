"""A picture of understanding by the number of writers that were learned from."""

from collections.abc import Sequence
from typing import Any

from nlu.svg import dot, path, picture, words

_LEFT, _TOP, _SIDE, _HIGH = 72, 112, 440, 280
_WIDTH, _HEIGHT = 680, 460
_CLEAR = 16  # pixels between two labels
_NAMES = {"held_out": "held-out writers", "test_set": "our own test set"}

Point = dict[str, Any]


def curve_picture(found: Sequence[Point]) -> str:
    """`found` as nlu_writers.py prints it, fewest writers first."""
    scale = _Scale(found)
    told = "; ".join(_told(point, name) for point in found for name in _NAMES)
    return picture(
        _WIDTH,
        _HEIGHT,
        "How much is understood, by how many people wrote its lines",
        f"{told}.",
        [
            words(24, 56, "Main intent right, of texts by people it never read,", look="quiet"),
            words(24, 74, "by the number of writers it was trained on.", look="quiet"),
            *_axes(found, scale),
            *(mark for name in _NAMES for mark in _curve(found, name, scale)),
            *_labels(found[-1], scale),
        ],
    )


class _Scale:
    """From writers and shares to pixels; the foot is the ten per cent below the least share."""

    def __init__(self, found: Sequence[Point]) -> None:
        self.most = found[-1]["writers"]
        self.low = int(10 * min(point[name]["accuracy"] for point in found for name in _NAMES)) / 10

    def at(self, writers: int, share: float) -> tuple[float, float]:
        up = (share - self.low) / (1 - self.low)
        return _LEFT + _SIDE * writers / self.most, _TOP + _HIGH * (1 - up)


def _told(point: Point, name: str) -> str:
    share = point[name]["accuracy"]
    return f"{point['writers']} writers, {point['lines']} lines: {share:.1%} of {_NAMES[name]}"


def _axes(found: Sequence[Point], scale: _Scale) -> list[str]:
    drawn: list[str] = []
    for tenth in range(round(scale.low * 10), 11):
        _, y = scale.at(0, tenth / 10)
        drawn.append(path([(_LEFT, y), (_LEFT + _SIDE, y)], "line"))
        drawn.append(words(_LEFT - 8, y + 4, f"{tenth * 10}%", look="quiet", anchor="end"))
    for point in found:
        x, y = scale.at(point["writers"], scale.low)
        drawn.append(words(x, y + 18, str(point["writers"]), look="quiet", anchor="middle"))
    drawn.append(words(_LEFT + _SIDE, _TOP + _HIGH + 36, "writers", look="quiet", anchor="end"))
    return drawn


def _curve(found: Sequence[Point], name: str, scale: _Scale) -> list[str]:
    """The second is dashed: told apart without colour."""
    places = [scale.at(point["writers"], point[name]["accuracy"]) for point in found]
    dots = [
        dot(*place, 4, "right", _told(point, name))
        for place, point in zip(places, found, strict=True)
    ]
    return [path(places, "curve", dashed=name == "test_set"), *dots]


def _labels(last: Point, scale: _Scale) -> list[str]:
    drawn: list[str] = []
    above = 0.0
    for name in sorted(_NAMES, key=lambda name: -last[name]["accuracy"]):
        x, y = scale.at(last["writers"], last[name]["accuracy"])
        above = max(y + 4, above + _CLEAR)
        drawn.append(words(x + 12, above, f"{_NAMES[name]} {last[name]['accuracy']:.0%}"))
    return drawn
