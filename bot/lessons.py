"""Corrections on their way into the language model: read and settled practice by practice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.guards import guard
from bot.models import Correction, CorrectionState, Practice
from bot.runtime import Runtime
from bot.store import audit, corrections, practices
from nlu.overlay import Lesson

ACTOR = "command line"


@dataclass(frozen=True)
class Lessons:
    """`fresh`: what no model has learned yet. `lawful`: what a text says by law, by lesson."""

    teach: tuple[Lesson, ...]
    fresh: frozenset[int]
    lawful: Mapping[int, tuple[str, ...]]


def gather(runtime: Runtime, only: Practice | None) -> Lessons:
    """`only`: the one practice whose new corrections are taken up; what is learned stays."""
    rows = [
        row
        for practice in _everyone(runtime)
        for row in _rows(runtime, practice.id)
        if row.state == CorrectionState.LEARNED or only is None or only.id == practice.id
    ]
    lawful = {row.id: found for row in rows if (found := _lawful(row))}
    return Lessons(
        teach=tuple(_lesson(row) for row in rows if row.id not in lawful),
        fresh=frozenset(row.id for row in rows if row.state == CorrectionState.NEW),
        lawful=lawful,
    )


def decided_by_law(text: str, intents: Iterable[str]) -> tuple[str, ...]:
    """What law or safety always takes the text to say, though it is not among these."""
    return tuple(name for name in guard(text).intents if name not in set(intents))


def settle(runtime: Runtime, known: Iterable[Lesson]) -> None:
    """Every practice's corrections, as the model now in use has learned them."""
    ids = {lesson.id for lesson in known}
    for practice in _everyone(runtime):
        now = runtime.clock.now()
        with runtime.database.transaction(practice.id) as session:
            changed = corrections.settle(session, practice.id, ids, now)
            if changed:
                subject = f"practice:{practice.id}"
                audit.note(
                    session, practice.id, ACTOR, "corrections_settled", subject, now, count=changed
                )


def set_aside(runtime: Runtime, reasons: Mapping[int, str]) -> None:
    """Refused, each with its reason, in the practice whose it is."""
    for practice in _everyone(runtime):
        now = runtime.clock.now()
        with runtime.database.transaction(practice.id) as session:
            for row in corrections.to_learn(session, practice.id):
                if row.id in reasons:
                    corrections.refuse(session, practice.id, row.id, reasons[row.id], now)
                    subject = f"correction:{row.id}"
                    audit.note(session, practice.id, ACTOR, "correction_refused", subject, now)


def _everyone(runtime: Runtime) -> list[Practice]:
    with runtime.database.directory() as session:
        return list(practices.everyone(session))


def _rows(runtime: Runtime, practice_id: int) -> list[Correction]:
    with runtime.database.transaction(practice_id) as session:
        return list(corrections.to_learn(session, practice_id))


def _lawful(row: Correction) -> tuple[str, ...]:
    return decided_by_law(row.text, row.intents)


def _lesson(row: Correction) -> Lesson:
    return Lesson(row.id, row.text, tuple(row.intents), f"practice-{row.practice_id}")
