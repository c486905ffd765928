"""Whether one model is worse than another where it matters: texts counted, not shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlu.evaluate import Example
from nlu.understanding import Understanding

MONEY = (
    "pay_now", "set_up_plan", "change_plan", "promise_to_pay", "already_paid", "request_refund",
    "payment_problem", "dispute_charge", "affirm",
)  # fmt: skip
CONSENT = ("opt_out", "opt_in")
WATCHED = (*MONEY, *CONSENT, "crisis")
NEVER_LOST = frozenset({"opt_out", "crisis"})
SLACK = 1  # texts of one class: what chance alone moves
SLACK_SHARE = 0.005  # of all texts
ALL = ""

Heard = tuple[Example, Understanding]


@dataclass(frozen=True)
class Tally:
    """Of one class: texts that say it, how many of them were missed, how many others taken for it.

    Of all texts (`ALL`): how many there are, and how many were misunderstood in the main.
    """

    said: int
    missed: int
    wrong: int = 0


@dataclass(frozen=True)
class Fault:
    """`missed`: more texts of the class are missed than may be; else more are taken for it."""

    intent: str
    is_missed: bool
    before: Tally
    after: Tally

    def __str__(self) -> str:
        was, now = self.before, self.after
        if self.intent == ALL:
            return f"{now.missed} of {now.said} texts are misunderstood, {was.missed} before."
        if self.is_missed:
            return (
                f"{self.intent}: {now.missed} of the {now.said} texts that say it are missed, "
                f"{was.missed} before."
            )
        return f"{self.intent}: {now.wrong} texts are wrongly taken for it, {was.wrong} before."


Marks = Mapping[str, Tally]


def marks(heard: Sequence[Heard]) -> dict[str, Tally]:
    """For every watched class, and for all texts together."""
    counted = {name: _tally(name, heard) for name in WATCHED}
    return {ALL: Tally(len(heard), sum(not is_right(each) for each in heard)), **counted}


def is_right(heard: Heard) -> bool:
    return heard[1].main in heard[0].accept


def _tally(name: str, heard: Sequence[Heard]) -> Tally:
    said = [each for each in heard if name in each[0].intents]
    return Tally(
        said=len(said),
        missed=sum(name not in names(each) for each in said),
        wrong=sum(name in strange(each) for each in heard),
    )


def names(heard: Heard) -> set[str]:
    return {intent.name for intent in heard[1].intents} or {heard[1].main}


def strange(heard: Heard) -> set[str]:
    """What was understood and is not among the labels."""
    return names(heard) - set(heard[0].intents) - heard[0].accept


def best_of(one: Marks, other: Marks) -> dict[str, Tally]:
    """Class by class the better: so that many small losses, each allowed, do not add up."""
    return {
        name: Tally(
            mine.said,
            min(mine.missed, other.get(name, mine).missed),
            min(mine.wrong, other.get(name, mine).wrong),
        )
        for name, mine in one.items()
    }


def faults(before: Marks, after: Marks) -> list[Fault]:
    """Everything in which `after` is worse than chance explains, the gravest first."""
    found = [fault for name in reversed(WATCHED) for fault in _of_class(name, before, after)]
    allowed = max(2 * SLACK, int(after[ALL].said * SLACK_SHARE))
    if after[ALL].missed - before[ALL].missed > allowed:
        found.append(Fault(ALL, True, before[ALL], after[ALL]))
    return found


def _of_class(name: str, before: Marks, after: Marks) -> Iterator[Fault]:
    was, now = before[name], after[name]
    if now.missed - was.missed > (0 if name in NEVER_LOST else SLACK):
        yield Fault(name, True, was, now)
    if now.wrong - was.wrong > SLACK:
        yield Fault(name, False, was, now)


def spoiled(fault: Fault, before: Sequence[Heard], after: Sequence[Heard]) -> list[Heard]:
    """The texts, as understood now, by which the fault came about."""
    return [
        new
        for old, new in zip(before, after, strict=True)
        if _spoils(fault, new) and not _spoils(fault, old)
    ]


def _spoils(fault: Fault, heard: Heard) -> bool:
    if fault.intent == ALL:
        return not is_right(heard)
    if fault.is_missed:
        return fault.intent in heard[0].intents and fault.intent not in names(heard)
    return fault.intent in strange(heard)


def as_noted(counted: Marks) -> dict[str, list[int]]:
    return {name: [each.said, each.missed, each.wrong] for name, each in counted.items()}


def from_note(noted: Mapping[str, Iterable[int]]) -> dict[str, Tally]:
    return {name: Tally(*counts) for name, counts in noted.items()}
