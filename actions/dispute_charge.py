"""The bill is wrong: that statement is held for a person; the others stay payable (R17, I07)."""

from actions import already_paid
from actions._bills import listed, meant, owed, picked
from actions._payments import claims_link
from actions._people import fetch
from bot.action import Context, Money, OpenHold, Outcome, Question, Say
from bot.bill import Bill, StatementView
from bot.rules.holds import HoldKind
from nlu.understanding import Decision

WHICH, WHY = "dispute_which", "dispute_why"
ENOUGH_WORDS = 7
_TELLING = frozenset(
    {"dispute_charge", "explain_charge", "out_of_scope", "complaint", "insurance_question",
     "already_paid", "affirm", "deny", "medical_question", "identity_theft"}
)  # fmt: skip


def respond(context: Context) -> Outcome:
    """Unknown callers are believed too: everything on the number is held for a person."""
    if claims_link(context):
        return already_paid.respond(context)
    statements = owed(context.bill)
    statement = meant(statements, context)
    if statement is not None:
        return _held(context, statement, context.text)
    if not statements or _was_asked(context):
        hold = OpenHold(HoldKind.DISPUTE, note=context.text)
        return fetch(context, "dispute_taken", "dispute", "bill", hold)
    return _which(context, statements)


def _which(context: Context, statements: tuple[StatementView, ...]) -> Outcome:
    total = Money(sum(s.balance_cents for s in statements))
    return Outcome(
        says=(Say("dispute_which", {"bills": listed(statements), "amount": total}),),
        question=Question(WHICH, "dispute_charge", {"note": context.text}),
    )


def answer(context: Context, question: Question) -> Outcome | None:
    if question.name == WHICH:
        return _chosen(context, question)
    return _reason(context, question)


def _chosen(context: Context, question: Question) -> Outcome | None:
    statement = picked(owed(context.bill), context)
    if statement is None:
        return None
    return _held(context, statement, f"{question.about.get('note', '')}\n{context.text}")


def _reason(context: Context, question: Question) -> Outcome | None:
    """Whatever they write is what is wrong, unless it is clearly about something else."""
    heard = context.understanding
    if heard.decision is Decision.ACT and heard.main not in _TELLING:
        return None
    note = f"{question.about.get('note', '')}\n{context.text}"
    statement_id = question.about.get("statement")
    assert isinstance(statement_id, int)
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statement_id, note=note)
    return Outcome(says=(Say("dispute_reason_noted"),), facts=(hold,))


def _held(context: Context, statement: StatementView, note: str) -> Outcome:
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statement.id, note=note)
    held = fetch(context, "dispute_noted", "dispute", "bill", hold)
    rest = _rest_cents(context.bill, statement)
    if rest > 0:
        held = held.then(Outcome(says=(Say("dispute_rest", {"amount": Money(rest)}),)))
    if _tells_why(context, note):
        return held
    about = {"statement": statement.id, "note": note}
    why = Question(WHY, "dispute_charge", about)
    return held.then(Outcome(says=(Say("dispute_why"),), question=why))


def _was_asked(context: Context) -> bool:
    """Which bill was asked once and not told: a person finds out, and all is held meanwhile."""
    question = context.memory.question
    return question is not None and question.name == WHICH


def _rest_cents(bill: Bill, statement: StatementView) -> int:
    others = (s for s in owed(bill) if s.id != statement.id and not s.disputed)
    return max(0, sum(s.balance_cents for s in others) - bill.pending_cents)


def _tells_why(context: Context, note: str) -> bool:
    has_item = context.understanding.entities.line_item is not None
    return has_item or max(len(text.split()) for text in note.splitlines()) >= ENOUGH_WORDS
