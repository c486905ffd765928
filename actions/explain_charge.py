"""What a bill is made of, from the ledger, for as long as there are questions about it.

What was done is not named in a text (no clinical word); every item is on the patient's page.
"""

from collections.abc import Callable
from dataclasses import replace

from actions import _explaining as explaining
from actions._aspects import Aspect, aspect_of, means_each_bill
from actions._bill_told import TOLD, Told, told_before, told_in, told_statement
from actions._bills import listed, meant, named, owed, picked, sized, visits
from actions._choosing import chosen
from actions._items import item_meant
from actions._much import struck
from actions._next import taken_up
from actions._owed import credit_from, nothing_owed
from actions._people import fetch
from actions._several import WHICH, of_several
from actions._terms import told_term
from actions._told_bills import told_apart
from actions._untold import OFFERED, asks_of_sum, computed, confirmed, follow_up, names_what_is_left
from actions._visits import names_visit
from actions._words import is_yes
from bot.action import Context, Money, Outcome, Question, Say, Wish
from bot.bill import StatementView
from nlu.health import asks_of_health
from nlu.small_words import is_small, small_words
from nlu.taken_off import asks_taken_off
from nlu.understanding import Decision

NEEDS_IDENTITY = True
_MAY_FOLLOW = frozenset(
    {"explain_charge", "affirm", "deny", "thank", "out_of_scope", "medical_question", "complaint"}
)
_PLAINLY_OF_A_BILL = frozenset(
    {Aspect.OTHER_BILL, Aspect.WHICH_IS_WHICH, Aspect.NEXT_ITEMS, Aspect.UNCLEAR, Aspect.WHO}
)
_FEW_WORDS = 6


def respond(context: Context) -> Outcome:
    if term := told_term(context):
        return term
    statements = owed(context.bill)
    if not statements:
        return Outcome(says=(credit_from(context.bill) or nothing_owed(context.bill),))
    if several := of_several(context):
        return several
    if len(statements) > 1 and aspect_of(context.text) is Aspect.WHICH_IS_WHICH:
        return _which_is_which(statements)
    last = told_statement(context)
    told = named(statements, context) or sized(statements, context)
    statement = told or last or meant(statements, context)
    if statement is not None:
        before = told_before(context) if last == statement else None
        return _dealt_with(context, statement, before)
    if context.memory.question != WHICH:
        return _which(statements)
    if "explain_visits" not in context.memory.last_keys:
        return _which_is_which(statements)
    return fetch(context, "explain_person", "which_bill", "bill", note=context.text)


def answer(context: Context, question: Question) -> Outcome | None:
    if _is_of_health(context):
        return None
    if several := of_several(context):
        return several
    if question.name == TOLD:
        return _followed(context, told_in(question.about))
    if to_pay := chosen(context):
        return to_pay
    statements = owed(context.bill)
    statement = picked(statements, context)
    if statement is not None:
        return _dealt_with(context, statement, None)
    if aspect_of(context.text) is Aspect.WHICH_IS_WHICH:
        return _which_is_which(statements)
    if statements and means_each_bill(context.text):
        first = _dealt_with(context, statements[0], None)
        return Outcome(says=(Say("explain_one_by_one"),)).then(first)
    return told_term(context)


def _followed(context: Context, before: Told) -> Outcome | None:
    """What is said after a bill was told. None: it was about something else."""
    if heard := struck(context):
        return heard
    if intent := taken_up(context):
        return _chosen(context, before, intent)
    if to_pay := chosen(context):
        return to_pay
    if _is_elsewhere(context):
        return None
    if OFFERED in before.aspects and is_yes(context.text) and not is_small(context.text):
        return explaining.for_person(context, before, "bill_question")
    statement = told_statement(context)
    if term := told_term(context):
        return term
    if statement is None:
        return None
    if other := _turned_to(context, statement):
        return _dealt_with(context, other, None)
    if not _is_of_it(context, statement):
        is_same = told_apart(owed(context.bill), context) == (statement,)
        said = confirmed(context, statement, before)
        return said or (_dealt_with(context, statement, before) if is_same else None)
    return _dealt_with(context, statement, before)


def _is_of_it(context: Context, statement: StatementView) -> bool:
    if aspect_of(context.text) is not None or asks_of_sum(context, statement):
        return True
    return item_meant(statement, context) is not None


def _is_elsewhere(context: Context) -> bool:
    """A few words that only make sense of a bill are of the bill, whatever they look like."""
    heard = context.understanding
    if heard.decision is not Decision.ACT or heard.main in _MAY_FOLLOW:
        return False
    is_short = len(context.text.split()) <= _FEW_WORDS
    return not (is_short and aspect_of(context.text) in _PLAINLY_OF_A_BILL)


def _is_of_health(context: Context) -> bool:
    """ "Is my blood test ok" names a bill, and asks nothing of it."""
    heard = context.understanding
    is_heard = heard.decision is Decision.ACT and heard.main == "medical_question"
    return is_heard and asks_of_health(context.text)


def _chosen(context: Context, before: Told, intent: str) -> Outcome:
    """PAY, PLAN or PERSON; QUESTION asks for the question."""
    if intent == "request_human" and OFFERED in before.aspects:
        return explaining.for_person(context, before, "bill_question")
    if intent == "explain_charge":
        return Outcome(says=(Say("explain_ask"),), question=before.question())
    return Outcome(wishes=(Wish(intent, context.text),))


def _turned_to(context: Context, statement: StatementView) -> StatementView | None:
    """Another bill by its name, or in a few words by its place: "y la segunda"."""
    if item_meant(statement, context) is not None:
        return None
    statements = owed(context.bill)
    is_short = len(context.text.split()) <= _FEW_WORDS and len(statements) > 1
    other = named(statements, context) or (picked(statements, context) if is_short else None)
    return None if other == statement else other


def _dealt_with(context: Context, statement: StatementView, before: Told | None) -> Outcome:
    told = before or Told(statement.id)
    number, aspect = item_meant(statement, context), aspect_of(context.text)
    if number is not None and aspect in (None, Aspect.WHY, Aspect.ITEMS, Aspect.UNCLEAR):
        return explaining.item(context, statement, number, told)
    if aspect in _SAME_AT_ANY_TIME and aspect not in told.aspects:
        return _SAME_AT_ANY_TIME[aspect](
            context, statement, replace(told, item=number or told.item)
        )
    if before is None:
        return _first_told(context, statement, told, aspect)
    return _told_further(context, statement, told, aspect)


def _first_told(
    context: Context, statement: StatementView, told: Told, aspect: Aspect | None
) -> Outcome:
    outcome = explaining.whole(context, statement, told)
    if aspect is Aspect.WHY and not explaining.Sums(statement).insurance and outcome.facts:
        return outcome.then(Outcome(says=(Say("explain_no_insurance"),)))
    return outcome


def _told_further(
    context: Context, statement: StatementView, told: Told, aspect: Aspect | None
) -> Outcome:
    if aspect is Aspect.UNCLEAR:
        return _unclear(context, statement, told)
    if asks_taken_off(context.text):
        return computed(context, statement, told)
    if aspect is Aspect.CLEAR and _is_thanked_for_paying(context):
        return Outcome(says=(Say("you_are_welcome"),))
    if aspect is Aspect.CLEAR:
        return Outcome(says=(Say("explain_good"),), question=told.question())
    if aspect in (Aspect.OTHER_BILL, Aspect.WHICH_IS_WHICH):
        return _another(context, statement, told)
    if not statement.lines:
        return explaining.for_person(context, told, "bill_does_not_add_up")
    if aspect is None and names_visit(context.text):
        aspect = Aspect.VISIT
    is_of_sum = aspect in (None, Aspect.WHY) and names_what_is_left(context, statement)
    return follow_up(context, statement, told, Aspect.HOW if is_of_sum else aspect)


def _is_thanked_for_paying(context: Context) -> bool:
    """ "Ok ty", once they paid today: nothing more is asked of them."""
    newest = next(iter(context.bill.payments), None)
    is_paid = newest is not None and newest.paid_on == context.today
    return is_paid and small_words(context.text) == "thank"


def _unclear(context: Context, statement: StatementView, told: Told) -> Outcome:
    """In other words once; after that a person, with what was asked."""
    if told.tries:
        return explaining.for_person(context, told, "bill_question")
    again = replace(told, tries=1, note=context.text)
    if len(statement.lines) < 2:
        return explaining.in_short(statement, again)
    simpler = Outcome(says=(Say("explain_simpler"),))
    return simpler.then(explaining.items(context, statement, replace(again, shown=0)))


def _another(context: Context, statement: StatementView, told: Told) -> Outcome:
    others = tuple(s for s in owed(context.bill) if s.id != statement.id)
    if not others:
        return Outcome(says=(Say("explain_only_one"),), question=told.question())
    if aspect_of(context.text) is Aspect.WHICH_IS_WHICH:
        return _which_is_which(owed(context.bill))
    if len(others) == 1:
        return explaining.whole(context, others[0], Told(others[0].id))
    return _which(others)


def _which(statements: tuple[StatementView, ...]) -> Outcome:
    total = Money(sum(s.balance_cents for s in statements))
    says = Say("explain_which", {"bills": listed(statements), "amount": total})
    return Outcome(says=(says,), question=WHICH)


def _which_is_which(statements: tuple[StatementView, ...]) -> Outcome:
    """By the day of the visit: it is what people remember."""
    total = Money(sum(s.balance_cents for s in statements))
    says = Say("explain_visits", {"bills": visits(statements), "amount": total})
    return Outcome(says=(says,), question=WHICH)


def _who(context: Context, statement: StatementView, told: Told) -> Outcome:
    return explaining.for_person(context, told, "bill_question", "explain_who")


_SAME_AT_ANY_TIME: dict[Aspect | None, Callable[[Context, StatementView, Told], Outcome]] = {
    Aspect.ITEMS: lambda context, statement, told: explaining.items(
        context, statement, replace(told.having(Aspect.ITEMS.value), shown=0)
    ),
    Aspect.NEXT_ITEMS: explaining.items,
    Aspect.WHEN: lambda context, statement, told: explaining.days(
        context, statement, told.having(Aspect.WHEN.value)
    ),
    Aspect.WHO: _who,
    Aspect.WENT_UP: explaining.compared,
}
