"""All or a part is paid by our link, never more than is owed now.

After the link another sum or bill may be named, or that it is paid: the newest link counts.
"""

import re
from dataclasses import replace

from actions import ask_due_date, promise_to_pay, set_up_plan
from actions._amounts import LEAST_CENTS, by_period, cents_of, is_of_each, one_time, part_of
from actions._aspects import OF_A_BILL, aspect_of
from actions._bill_told import that_one
from actions._bills import listed, payable, picked, to_pay
from actions._links import link_sent, number, pay_again, pay_bill, pay_part, pay_whole, sent, whole
from actions._much import struck
from actions._need import asks_need
from actions._now_and_later import (
    is_for_later,
    later_cents,
    names_later_day,
    rest_is_for_later,
)
from actions._owed import all_held, nothing_owed
from actions._payments import asks_whether, claims_link, whereabouts
from actions._plan_payments import next_instead, pay_extra
from actions._plans import next_due
from actions._promises import all_of_it
from actions._rest_after import rest_after
from actions._told_bills import leaves_out
from actions._unopened import is_unopened
from actions._words import plain, wants
from bot.action import Context, Link, Money, Outcome, Question, RequestPayment, Say, Value, Wish
from bot.bill import Bill, StatementView
from bot.owners import bills_meant
from nlu.amounts import parse_amount
from nlu.paid_ask import asks_if_now
from nlu.paying_words import asks_for_link
from nlu.too_much import asks_for_less
from nlu.understanding import Amount, Decision, Relative

NEEDS_IDENTITY = True
ACTION = "pay_now"
HOW_MUCH = Question("pay_amount", ACTION)
WHICH = Question("pay_amount_of_bill", ACTION)
FEW_WORDS, MOST_OF_A_DAY = 8, 4
LEAST_CHANCE = 0.1  # of a plan, where its words are said
_PAYING = frozenset({"pay_now", "affirm", "deny", "out_of_scope", "cancel"})
_OF_BILLS = frozenset({"explain_charge", "ask_balance", "request_statement"})
_OTHER = re.compile(r"\b(?:the )?other (?:one|bill|visit)\b|\bthe other\W*$|\b(?:la|el) otr[oa]\b")
_BOTH = re.compile(
    r"\bboth\b|\ball (?:of them|of it|the bills)\b|\b(?:amb[oa]s|l[oa]s dos|todas)\b"
)
_A_PLAN = re.compile(
    r"\bplan\b|\b(?:payments|installments?|monthly|split|parts|a month|over time|little by little|"
    r"bit by bit|pagos|partes|plazos|cuotas|mensual\w*|quincenal\w*|abonos|poco a poco|al mes)\b"
)
_RATHER = re.compile(
    r"\b(?:make (?:it|that)|meant|instead|just|only|rather|change (?:it|that) to|no,?|mejor|nomas|"
    r"solo|sean?|quise decir|cambi\w+)\b"
)
_ALL = re.compile(
    r"\beverything\b|\bin full\b|"
    r"(?<!that's )(?<!thats )(?<!is )(?<!es )\b(?:all|todo|toda)\W*$"
)


def respond(context: Context) -> Outcome:
    if otherwise := _needs_no_link(context):
        return otherwise
    if asks_for_less(context.text):
        return _less(context)
    if link_sent(context) and asks_for_link(context.text) and one_time(context) is None:
        return again(context)
    if _belongs_to_plan(context):
        return Outcome() if wants(context, "set_up_plan") else set_up_plan.respond(context)
    if _leaves_some_out(context):
        return _which(context)
    if is_for_later(context):
        is_promised = wants(context, "promise_to_pay")
        return Outcome() if is_promised else promise_to_pay.respond(context)
    if rest_is_for_later(context):
        return _paid_now(context).then(promise_to_pay.respond(context))
    if later := later_cents(context):
        return _paid_now(context).then(promise_to_pay.ask_day(later))
    return _open(context, _paid_now(context))


def answer(context: Context, question: Question) -> Outcome | None:
    """To "how much" only a sum; after a link another sum or bill, or that it is paid."""
    if question.name == HOW_MUCH.name:
        amount = one_time(context) or parse_amount(context.text)
        return _open(context, _paid_now(context, amount)) if amount else None
    if question.name == WHICH.name:
        statement = picked(payable(context.bill), context)
        return pay_bill(context, statement) if statement else None
    if asks_whether(context) or claims_link(context):
        return whereabouts(context)
    if is_unopened(context) and context.understanding.decision is not Decision.ACT:
        return Outcome(wishes=(Wish("payment_problem", context.text),))
    if told := all_of_it(context) or rest_after(context):
        return told
    if _rather_plan(context):
        return Outcome(wishes=(Wish("set_up_plan", context.text),))
    if heard := struck(context):
        return heard
    if _asks_of_bill(context) or _is_bare_day(context):
        instead = "explain_charge" if _asks_of_bill(context) else "promise_to_pay"
        return Outcome(wishes=(Wish(instead, context.text),))
    if context.bill.payable_cents <= 0 or _is_elsewhere(context):
        return None
    return _changed(context, question)


def _needs_no_link(context: Context) -> Outcome | None:
    """Nothing to pay, whether it has to be paid, all of it on the day that was named."""
    if context.bill.payable_cents <= 0:
        return Outcome(says=(nothing_to_pay(context.bill),))
    is_asked = asks_if_now(context.text)
    rests = all_held(context.bill) if is_asked else None
    if rests is not None:
        return Outcome(says=(rests,))
    if is_asked or asks_need(context.text):
        return ask_due_date.respond(context)
    return all_of_it(context)


def _less(context: Context) -> Outcome:
    """A part now or small payments; on a plan, what can be done about that."""
    if context.bill.plan is not None:
        return Outcome(says=(Say("much_on_plan"),))
    return Outcome(says=(Say("pay_less"),), question=HOW_MUCH)


def again(context: Context) -> Outcome:
    """The same link once more: for the same sum."""
    return pay_again(context, "pay_link") if link_sent(context) else respond(context)


def _changed(context: Context, question: Question) -> Outcome | None:
    """Another bill, both, or another sum than the link was for."""
    said = plain(context.text)
    if _BOTH.search(said) or _ALL.search(said):
        return _open(context, pay_whole(context))
    is_other = _OTHER.search(said) is not None and not leaves_out(context.text)
    if is_other and len(payable(context.bill)) > 1:
        return _other(context, question)
    amount = one_time(context) or parse_amount(context.text)
    if amount is None and _bill_alone(context) is None:
        return None
    return _open(context, _paid_now(context, amount))


def _other(context: Context, question: Question) -> Outcome:
    """Of two the one that the link was not for; else it is asked which."""
    statements = payable(context.bill)
    others = [s for s in statements if s.id != number(question, "statement")]
    if len(others) == 1:
        return pay_bill(context, others[0])
    return _which(context)


def _which(context: Context) -> Outcome:
    statements = payable(context.bill)
    values: dict[str, Value] = {
        "bills": listed(statements),
        "amount": Money(sum(s.balance_cents for s in statements)),
    }
    return Outcome(says=(Say("pay_which_bill", values),), question=WHICH)


def _leaves_some_out(context: Context) -> bool:
    """ "Not the ultrasound one", "Max's", and it is not clear which of several."""
    has_several = len(payable(context.bill)) > 1 and context.bill.plan is None
    is_some = leaves_out(context.text) or bool(bills_meant(context))
    return has_several and is_some and to_pay(context) is None


def _is_elsewhere(context: Context) -> bool:
    """Says something else, or too much, to be a mere other sum."""
    heard = context.understanding
    if names_later_day(context) or by_period(context) or len(context.text.split()) > FEW_WORDS:
        return True
    if heard.decision is not Decision.ACT:
        return False
    names = {intent.name for intent in heard.intents}
    if _is_other_sum(context):
        names -= {"set_up_plan", "change_plan"}
    is_of_bill = names <= _PAYING | _OF_BILLS and "?" not in context.text
    return not (names <= _PAYING or (is_of_bill and _names_bill(context)))


def _rather_plan(context: Context) -> bool:
    """ "Actually no, a plan": a change of mind, where it is heard as that but not surely."""
    heard = context.understanding
    is_unsure = heard.decision is not Decision.ACT
    is_likely = any(g.name == "set_up_plan" and g.confidence >= LEAST_CHANCE for g in heard.ranking)
    is_short = len(context.text.split()) <= FEW_WORDS
    return is_unsure and is_likely and is_short and bool(_A_PLAN.search(plain(context.text)))


def _is_other_sum(context: Context) -> bool:
    """ "Wait, make it 80": the sum of the link, though it may be said of payments too."""
    said = plain(context.text)
    return bool(_RATHER.search(said)) and not _A_PLAN.search(said) and one_time(context) is not None


def _asks_of_bill(context: Context) -> bool:
    """ "How did you get to 155" names a sum, and no other one to pay."""
    heard = context.understanding
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _PAYING
    return not is_elsewhere and aspect_of(context.text) in OF_A_BILL


def _is_bare_day(context: Context) -> bool:
    """ "April 3" alone after a link: when they will pay."""
    is_unsure = context.understanding.decision is not Decision.ACT
    is_short = len(context.text.split()) <= MOST_OF_A_DAY
    return is_unsure and is_short and names_later_day(context) and one_time(context) is None


def _names_bill(context: Context) -> bool:
    said = plain(context.text)
    is_asked = re.match(r"\W*(?:what|why|how|when|which|que|por que|cuanto|cual)\b", said)
    return not is_asked and bool(_OTHER.search(said) or _BOTH.search(said) or to_pay(context))


def _open(context: Context, outcome: Outcome) -> Outcome:
    """The link may be changed by the next text, unless something else is asked besides."""
    fact = next((f for f in outcome.facts if isinstance(f, RequestPayment)), None)
    is_sure = context.understanding.decision is Decision.ACT
    besides = is_sure and any(wants(context, n) for n in ("dispute_charge", "already_paid"))
    if fact is None or outcome.question or besides:
        return outcome
    tries = number(link_sent(context), "tries") or 0
    return replace(outcome, question=sent(fact.cents, fact.statement_id, tries))


def nothing_to_pay(bill: Bill) -> Say:
    if bill.pending_cents > 0:
        return Say("pay_pending", {"amount": Money(bill.pending_cents)})
    return Say("pay_disputed") if bill.balance_cents > 0 else nothing_owed(bill)


def _belongs_to_plan(context: Context) -> bool:
    """ "I want to pay 50 a month", "in payments of 50": a plan, and nothing today."""
    if is_of_each(context):
        return True
    if one_time(context) is not None:
        return False
    return by_period(context) is not None or wants(context, "set_up_plan")


def _paid_now(context: Context, amount: Amount | None = None) -> Outcome:
    """`amount` None: what the text names, and else all."""
    statement = _bill_alone(context)
    amount, owed = amount or one_time(context) or part_of(context), context.bill.payable_cents
    if statement is not None and (part := _part_of(statement, amount)) >= LEAST_CENTS:
        return pay_bill(context, statement, part)
    if amount is not None and amount.relative is Relative.AS_MUCH_AS_I_CAN:
        return Outcome(says=(Say("pay_how_much"),), question=HOW_MUCH)
    cents = cents_of(amount, owed, context.practice.plan_policy.min_cents)
    if cents is not None and cents < min(LEAST_CENTS, owed):
        says = Say("pay_at_least", {"amount": Money(min(LEAST_CENTS, owed))})
        return Outcome(says=(says,), question=HOW_MUCH)
    if context.bill.plan is not None:
        return _beside_plan(context, cents)
    if cents is None or cents == owed:
        return pay_whole(context)
    if cents > owed:
        return pay_whole(context, "pay_link_capped")
    return pay_part(context, cents, saves_card=wants(context, "set_up_plan"))


def _part_of(statement: StatementView, amount: Amount | None) -> int:
    """ "50 of the lab bill", "half of it"; the smallest one is a bill, not the least sum."""
    if amount is None or amount.relative is Relative.MINIMUM:
        return statement.open_cents
    cents = cents_of(amount, statement.open_cents, LEAST_CENTS)
    return statement.open_cents if cents is None else cents


def _bill_alone(context: Context) -> StatementView | None:
    """One bill is named and no other wish about the money."""
    is_plain = context.bill.plan is None and not wants(context, "set_up_plan")
    is_mixed = wants(context, "dispute_charge") or wants(context, "promise_to_pay")
    return to_pay(context) or that_one(context) if is_plain and not is_mixed else None


def _beside_plan(context: Context, cents: int | None) -> Outcome:
    """All at once ends the plan; a part beside it makes its last payments smaller."""
    owed, upcoming = context.bill.payable_cents, next_due(context.bill)
    if that_payment := next_instead(context, cents):
        return that_payment
    if cents is not None and cents < owed and context.bill.plan is not None:
        return pay_extra(context, context.bill.plan, cents)
    if upcoming is None:
        return pay_whole(context)
    values: dict[str, Value] = {"next": Money(upcoming.cents), "day": upcoming.due_on}
    values |= {"amount": Money(owed), "link": Link()}
    return Outcome(says=(Say("pay_on_plan", values),), facts=(whole(context),))
