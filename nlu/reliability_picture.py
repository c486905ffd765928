"""Whether confidence can be trusted: how often answers of each confidence were right."""

from collections.abc import Sequence

from nlu.calibration import Bin
from nlu.svg import box, dot, path, picture, words

_SIDE = 360
_LEFT, _TOP = 72, 116
_WIDTH, _HEIGHT = 480, 624
_BARS = 56  # height of the tallest bar of counts
_BARS_FOOT = _TOP + _SIDE + 112


def reliability_picture(found: Sequence[Bin], error: float | None) -> str:
    """`error` is the expected calibration error, None where nothing was measured."""
    gap = "Nothing measured." if error is None else f"Mean distance from it {error:.3f}."
    return picture(
        _WIDTH,
        _HEIGHT,
        "How far a confidence can be trusted",
        _told(found),
        [
            words(
                24, 56, "On the dashed line, 0.8 sure is right eight times in ten.", look="quiet"
            ),
            words(24, 74, f"Above it too modest, below it too sure. {gap}", look="quiet"),
            *_axes(),
            path([_at(0, 0), _at(1, 1)], "axis", dashed=True),
            path([_at(each.confidence, each.accuracy) for each in found], "curve"),
            *(_mark(each) for each in found),
            *_bars(found),
        ],
    )


def _told(found: Sequence[Bin]) -> str:
    told = (
        f"{each.low:.1f} to {each.high:.1f}: {each.accuracy:.0%} of {each.n} right"
        for each in found
    )
    return f"Share right by confidence. {'; '.join(told) or 'No answers'}."


def _at(confidence: float, accuracy: float) -> tuple[float, float]:
    return _LEFT + _SIDE * confidence, _TOP + _SIDE * (1 - accuracy)


def _axes() -> list[str]:
    drawn: list[str] = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        x, y = _at(share, share)
        drawn.append(path([(_LEFT, y), (_LEFT + _SIDE, y)], "line"))
        drawn.append(path([(x, _TOP), (x, _TOP + _SIDE)], "line"))
        drawn.append(words(_LEFT - 8, y + 4, f"{share:.0%}", look="quiet", anchor="end"))
        drawn.append(words(x, _TOP + _SIDE + 18, f"{share:.1f}", look="quiet", anchor="middle"))
    drawn.append(words(_LEFT - 40, _TOP - 14, "answers that were right", look="quiet"))
    drawn.append(words(_LEFT + _SIDE, _TOP + _SIDE + 34, "confidence", look="quiet", anchor="end"))
    return drawn


def _mark(each: Bin) -> str:
    told = f"{each.low:.1f}-{each.high:.1f}: {each.n} answers, sure {each.confidence:.2f},"
    return dot(
        *_at(each.confidence, each.accuracy), 5, "right", f"{told} right {each.accuracy:.2f}"
    )


def _bars(found: Sequence[Bin]) -> list[str]:
    most = max((each.n for each in found), default=1)
    drawn = [words(_LEFT, _BARS_FOOT + 20, "answers of each confidence", look="quiet")]
    for each in found:
        x = _LEFT + _SIDE * each.low
        height = max(_BARS * each.n / most, 1)
        width = _SIDE * (each.high - each.low) - 4
        told = f"{each.n} answers of {each.low:.1f}-{each.high:.1f}"
        drawn.append(box(x + 2, _BARS_FOOT - height, width, height, "right", told, 0.5))
        middle = x + _SIDE * (each.high - each.low) / 2
        count = str(each.n)
        drawn.append(
            words(middle, _BARS_FOOT - height - 4, count, size=11, look="quiet", anchor="middle")
        )
    return drawn
