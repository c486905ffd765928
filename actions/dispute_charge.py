"""The bill is wrong: what is named is held for a person, a line or a bill; the rest stays payable.


(R17, I07). Who cannot say which is believed all the same.
"""

from dataclasses import replace

from actions import already_paid, explain_charge, insurance_question
from actions._bill_told import told_before, told_statement
from actions._bills import listed, meant, named, owed, picked
from actions._insured import names_insurance
from actions._items import item_meant
from actions._payments import claims_link
from actions._people import fetch
from actions._words import wants
from bot import identity
from bot.action import (
    ClockTime,
    Context,
    Fact,
    FetchPerson,
    Money,
    OpenHold,
    Outcome,
    Question,
    Say,
    Value,
    Wish,
)
from bot.bill import StatementView, disputing, narrowed
from bot.bill_facts import NarrowHold
from bot.rules.holds import HoldKind
from nlu.item_ask import names_item
from nlu.understanding import Decision

WHICH, WHY, PART = "dispute_which", "dispute_why", "dispute_part"
ENOUGH_WORDS = 7
_TELLING = frozenset(
    {"dispute_charge", "explain_charge", "out_of_scope", "complaint", "insurance_question",
     "already_paid", "affirm", "deny", "medical_question", "identity_theft"}
)  # fmt: skip


def respond(context: Context) -> Outcome:
    """Unknown callers are believed too: all on the number is held till we know who it is."""
    if claims_link(context):
        return already_paid.respond(context)
    if names_item(context.text) and not context.bill.disputed_words:
        return _asked_about(context)
    if insurance_question.is_held(context) and names_insurance(context.text):
        is_told = wants(context, "insurance_question")  # it is about that alone, and told once
        return Outcome() if is_told else insurance_question.respond(context)
    if context.person is None:
        return _taken_first(context)
    statements = owed(context.bill)
    if context.text in context.bill.disputed_words and context.bill.all_disputed:
        return _placed(context, statements)
    told = told_statement(context)
    statement = named(statements, context) or told or meant(statements, context)
    if statement is not None:
        return _held(context, statement, _line(statement, context), context.text)
    if not statements or _was_asked(context):
        hold = OpenHold(HoldKind.DISPUTE, note=context.text)
        return fetch(context, "dispute_taken", "dispute", "bill", hold, note=context.text)
    return _which(context, statements)


def _asked_about(context: Context) -> Outcome:
    """Named and no more: told; what is wrong with it can be said then."""
    if context.person is not None:
        return explain_charge.respond(context)
    return identity.ask(context, (Wish("explain_charge", context.text),))


def answer(context: Context, question: Question) -> Outcome | None:
    if question.name == PART:
        return _part(context)
    if question.name == WHICH:
        return _chosen(context, question)
    return _reason(context, question)


def _taken_first(context: Context) -> Outcome:
    """Held at once, and who it is is asked along: then the bill or item that is meant is."""
    hold = OpenHold(HoldKind.DISPUTE, note=context.text)
    taken = fetch(context, "dispute_taken", "dispute", "bill", hold, note=context.text)
    asked = identity.ask_along(context, (Wish("dispute_charge", context.text),))
    if asked is None:
        return taken
    values: dict[str, Value] = {"time": ClockTime(context.person_answers_at)}
    says = (Say("dispute_who", values),) if asked.says else ()
    return replace(taken, says=says).then(asked)


def _placed(context: Context, statements: tuple[StatementView, ...]) -> Outcome:
    """What was held before the check and names no part: the only bill, or one that is asked for."""
    if len(statements) > 1:
        return _which(context, statements)
    values: dict[str, Value] = {"time": ClockTime(context.person_answers_at)}
    if not statements:
        return Outcome(says=(Say("dispute_taken", values),))
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statements[0].id, note=context.text)
    facts = (NarrowHold(HoldKind.DISPUTE, statements[0].id), hold)
    held = Outcome(says=(Say("dispute_noted", values),), facts=facts)
    return _with_why(context, held, statements[0].id, None, context.text)


def _which(context: Context, statements: tuple[StatementView, ...]) -> Outcome:
    total = Money(sum(s.balance_cents for s in statements))
    return Outcome(
        says=(Say("dispute_which", {"bills": listed(statements), "amount": total}),),
        question=Question(WHICH, "dispute_charge", {"note": context.text}),
    )


def _chosen(context: Context, question: Question) -> Outcome | None:
    statement = picked(owed(context.bill), context)
    if statement is None:
        return None
    note = f"{question.about.get('note', '')}\n{context.text}"
    number = _line(statement, context)
    return _freed(context, statement, _held(_free(context, statement), statement, number, note))


def _free(context: Context, statement: StatementView) -> Context:
    is_all = context.bill.all_disputed
    return replace(context, bill=narrowed(context.bill, statement.id)) if is_all else context


def _freed(context: Context, statement: StatementView, held: Outcome) -> Outcome:
    """All was held before the check: the others are payable again."""
    if not context.bill.all_disputed:
        return held
    return replace(held, facts=(NarrowHold(HoldKind.DISPUTE, statement.id), *held.facts))


def _reason(context: Context, question: Question) -> Outcome | None:
    """Whatever they write is what is wrong, unless it is clearly about something else."""
    heard = context.understanding
    if heard.decision is Decision.ACT and heard.main not in _TELLING:
        return None
    note = f"{question.about.get('note', '')}\n{context.text}"
    statement_id, line_id = question.about.get("statement"), question.about.get("line")
    assert isinstance(statement_id, int)
    statement = next((s for s in owed(context.bill) if s.id == statement_id), None)
    number = item_meant(statement, context) if statement and line_id is None else None
    if statement is not None and number is not None:
        return _narrowed(context, statement, number, note)
    held = line_id if isinstance(line_id, int) else None
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statement_id, note=note, line_id=held)
    return _noted("dispute_reason_noted", hold, note)


def _part(context: Context) -> Outcome | None:
    """The part that alone is wrong, of what is held whole; None where the text names none.

    Before the check it is noted, and looked up once it is known whose bill it is.
    """
    if context.person is None:
        hold = OpenHold(HoldKind.DISPUTE, note=context.text)
        return _noted("dispute_reason_noted", hold, context.text)
    statements = owed(context.bill)
    statement = meant(statements, context) or _holding_item(statements, context)
    number = item_meant(statement, context) if statement else None
    is_smaller = number is not None or (context.bill.all_disputed and len(statements) > 1)
    if statement is None or not is_smaller:
        return None
    return _narrowed(context, statement, number, context.text)


def _holding_item(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    found = [s for s in statements if item_meant(s, context) is not None]
    return found[0] if len(found) == 1 else None


def _narrowed(context: Context, statement: StatementView, number: int | None, note: str) -> Outcome:
    """More was held; now that the wrong part is named, the rest is payable again."""
    line = statement.lines[number - 1] if number else None
    line_id = line.id if line else None
    free = narrowed(context.bill, statement.id)
    rest = disputing(free, statement.id, line_id).payable_cents
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statement.id, note=note, line_id=line_id)
    let_go = NarrowHold(HoldKind.DISPUTE, statement.id)
    if number and line:
        values: dict[str, Value] = {"n": number, "amount": Money(line.charge_cents)}
        noted = _noted("dispute_narrowed", hold, note, let_go, **values)
    else:
        whole = Money(statement.balance_cents)
        noted = _noted("dispute_narrowed_bill", hold, note, let_go, amount=whole)
    return noted.then(_rest(rest))


def _noted(key: str, hold: OpenHold, note: str, *before: Fact, **values: Value) -> Outcome:
    """Added for the person who was promised already."""
    added = FetchPerson("dispute", "bill", note=note)
    return Outcome(says=(Say(key, values),), facts=(*before, hold, added))


def _line(statement: StatementView, context: Context) -> int | None:
    """The number of the line that alone is wrong, by the text or as the one just told."""
    number = item_meant(statement, context)
    told = told_before(context)
    if number is None and told and told.statement_id == statement.id:
        number = told.item or None
    return number


def _held(context: Context, statement: StatementView, number: int | None, note: str) -> Outcome:
    line = statement.lines[number - 1] if number else None
    line_id = line.id if line else None
    hold = OpenHold(HoldKind.DISPUTE, statement_id=statement.id, note=note, line_id=line_id)
    if number and line:
        values: dict[str, Value] = {"n": number, "amount": Money(line.charge_cents)}
        held = fetch(context, "dispute_line_noted", "dispute", "bill", hold, note=note, **values)
    else:
        held = fetch(context, "dispute_noted", "dispute", "bill", hold, note=note)
    held = held.then(_rest(disputing(context.bill, statement.id, line_id).payable_cents))
    return _with_why(context, held, statement.id, line_id, note)


def _with_why(
    context: Context, held: Outcome, statement_id: int, line_id: int | None, note: str
) -> Outcome:
    """What is wrong is asked once, unless they said it."""
    if _tells_why(context, note):
        return held
    about = {"statement": statement_id, "line": line_id, "note": note}
    why = Question(WHY, "dispute_charge", about)
    return held.then(Outcome(says=(Say("dispute_why"),), question=why))


def _rest(cents: int) -> Outcome:
    return Outcome(says=(Say("dispute_rest", {"amount": Money(cents)}),)) if cents else Outcome()


def _was_asked(context: Context) -> bool:
    """Which bill was asked once and not told: a person finds out, and all is held meanwhile."""
    question = context.memory.question
    return question is not None and question.name == WHICH


def _tells_why(context: Context, note: str) -> bool:
    has_item = context.understanding.entities.line_item is not None
    return has_item or max(len(text.split()) for text in note.splitlines()) >= ENOUGH_WORDS
