"""One look at a turn, as an action sees it: Alice, known, owes $220.00 on one bill."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.action import Context, Memory, Outcome, Person, PracticeView, Question
from bot.bill import Bill, InstallmentView, LineView, PlanView, StatementView
from bot.rules.plans import PlanPolicy
from nlu.entities import find_entities
from nlu.understanding import Decision, Intent, Understanding

NOW = datetime(2026, 3, 11, 20, tzinfo=UTC)  # a Wednesday, 3 pm in Austin
TODAY = date(2026, 3, 11)
ALICE = Person(1, "Alice", "Moreno", date(1980, 3, 14), "78701")
BOB = Person(2, "Bob", "Moreno", date(1978, 7, 2), "78701")
CHARLIE = Person(3, "Charlie", "Reed", date(1990, 1, 5), "10001")
CEDAR = PracticeView(1, "Cedar Clinic", "(512) 555-0199", "America/Chicago", "plain", PlanPolicy())


def make_line(**changes: object) -> LineView:
    line = LineView("Office visit", date(2026, 1, 20), 30000, 8000, 0, 0)
    return replace(line, **changes)  # type: ignore[arg-type]


def make_statement(**changes: object) -> StatementView:
    statement = StatementView(
        1, "S1", date(2026, 2, 10), date(2026, 3, 31), 22000, False, (make_line(),)
    )
    return replace(statement, **changes)  # type: ignore[arg-type]


def make_bill(**changes: object) -> Bill:
    return replace(Bill(statements=(make_statement(),)), **changes)  # type: ignore[arg-type]


def make_plan(*parts: tuple[date, int]) -> PlanView:
    return PlanView(7, False, tuple(InstallmentView(on, cents, False) for on, cents in parts))


def two_bills() -> Bill:
    lab = make_line(description="Lab panel", charge_cents=6000, insurance_cents=0)
    second = make_statement(
        id=2, number="S2", statement_on=date(2026, 3, 2), balance_cents=6000, lines=(lab,)
    )
    return Bill(statements=(make_statement(), second))


def make_context(text: str = "", means: str = "out_of_scope", **changes: object) -> Context:
    """`means`: intents joined by "+", main first; entities are read from the text."""
    intents = tuple(Intent(name, 0.95) for name in means.split("+"))
    entities = find_entities(text, TODAY, "en")
    context = Context(
        now=NOW,
        today=TODAY,
        language="en",
        practice=CEDAR,
        people=(ALICE,),
        person=ALICE,
        bill=make_bill(),
        memory=Memory(introduced=True),
        text=text,
        understanding=Understanding(intents, entities, "en", Decision.ACT, intents),
        person_answers_at=datetime(2026, 3, 11, 20, 45, tzinfo=UTC),
    )
    return replace(context, **changes)  # type: ignore[arg-type]


def unknown(text: str = "", means: str = "out_of_scope", **changes: object) -> Context:
    """The same before the identity check: nobody, and no bill to speak of."""
    return make_context(text, means, **{"person": None, "bill": Bill(), **changes})


def asked(question: Question | None, **changes: object) -> Memory:
    return replace(Memory(introduced=True, question=question), **changes)  # type: ignore[arg-type]


def keys(outcome: Outcome | None) -> list[str]:
    assert outcome is not None
    return [say.key for say in outcome.says]


def facts(outcome: Outcome | None) -> list[str]:
    assert outcome is not None
    return [type(fact).__name__ for fact in outcome.facts]
