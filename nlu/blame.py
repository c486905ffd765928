"""Which correction a loss is owed to: the new one most like the text that was lost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlu.overlay import Lesson
from nlu.verdict import Fault, Heard, names, spoiled, strange

_LEAST_ALIKE = 0.1  # 0 to 1; below that a correction is not blamed for a text


@dataclass(frozen=True)
class Blame:
    """Why a correction is set aside.

    `said` of "unlearned" is what its text is still understood to say; of "contradicts" what the
    same words were said to mean before; of "harmful" what the lost texts say, `count` of them.
    """

    kind: str
    said: tuple[str, ...]
    count: int = 0


def blame(
    found: Sequence[Fault],
    before: Sequence[Heard],
    after: Sequence[Heard],
    taught: Sequence[tuple[Lesson, Heard]],
    fresh: Collection[int],
) -> dict[int, Blame]:
    """By lesson. A text counts once, however many faults it is part of."""
    lessons = [lesson for lesson, _ in taught]
    blamed = _unlearned(taught, fresh)
    lost = {each[0].text: each for fault in found for each in spoiled(fault, before, after)}
    for each in lost.values():
        culprit = _culprit(each, lessons, fresh)
        if culprit is not None:
            known = blamed.get(culprit.id, Blame("harmful", each[0].intents[:1]))
            blamed[culprit.id] = Blame(known.kind, known.said, known.count + 1)
    return blamed


def _unlearned(taught: Sequence[tuple[Lesson, Heard]], fresh: Collection[int]) -> dict[int, Blame]:
    """A lesson learned before and lost now is owed to a new one, if one is like it."""
    blamed: dict[int, Blame] = {}
    lessons = [lesson for lesson, _ in taught]
    for lesson, heard in taught:
        if names(heard) == set(lesson.intents):
            continue
        culprit = None if lesson.id in fresh else _culprit(heard, lessons, fresh)
        if culprit is None:
            blamed[lesson.id] = Blame("unlearned", tuple(sorted(names(heard))))
        else:
            blamed.setdefault(culprit.id, Blame("harmful", lesson.intents[:1], 1))
    return blamed


def _culprit(lost: Heard, lessons: Sequence[Lesson], fresh: Collection[int]) -> Lesson | None:
    """Among the new lessons that teach what the text was mistaken for."""
    suspects = [
        (alikeness(lost[0].text, each.text), -each.id, each)
        for each in lessons
        if each.id in fresh and _misleads(each, lost)
    ]
    if not suspects:
        return None
    alike, _, nearest = max(suspects)
    return nearest if alike >= _LEAST_ALIKE else None


def _misleads(lesson: Lesson, lost: Heard) -> bool:
    mistaken_for = strange(lost)
    if mistaken_for:
        return not mistaken_for.isdisjoint(lesson.intents)
    return set(lost[0].intents).isdisjoint(lesson.intents)


def alikeness(one: str, other: str) -> float:
    """0 to 1: how many pieces of three letters two texts share."""
    mine, theirs = _pieces(one), _pieces(other)
    return len(mine & theirs) / len(mine | theirs)


def _pieces(text: str) -> set[str]:
    padded = f" {' '.join(text.casefold().split())} "
    return {padded[at : at + 3] for at in range(max(len(padded) - 2, 1))}
