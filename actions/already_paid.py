"""Paid already: looked up; what is not found is checked by a person, and nobody asks meanwhile."""

import re
from datetime import date, timedelta

from actions._amounts import part_of
from actions._bill_told import Told
from actions._bills import meant, owed
from actions._links import link_sent, pay_whole
from actions._owed import nothing_owed
from actions._paid_by_insurance import names_insurers_payment, paid_by_insurance
from actions._paid_holds import asks_about, no_longer_held
from actions._paid_several import several_told
from actions._payments import (
    HOW,
    claims_link,
    latest_try,
    looking,
    names_way,
    newest,
    past_day,
    thanked,
    whereabouts,
)
from actions._people import fetch
from actions._sums import said_sums
from actions._untold import computed
from actions._words import plain, wants
from bot import identity
from bot.action import (
    Context,
    FetchPerson,
    LookForPayment,
    Money,
    OpenHold,
    Outcome,
    Question,
    Say,
    Wish,
)
from bot.bill import PaymentView, StatementView
from bot.rules.attempts import Story
from bot.rules.holds import HoldKind
from nlu.dates import parse_past_date
from nlu.understanding import Decision

_TO_COME = re.compile(  # Spanish "pague" is "I paid" as well as "that she pay"
    r"\bque (?:me |se )?(?:lo|la) pague\b|\b(?:to|will|gonna|going to|can|gotta|must) pay "
    r"(?:it|this|that|for (?:it|me))\b|\bva a pagar\w*|\bvan a (?:cobrar|pagar)\w*"
)
_DONE = re.compile(
    r"\b(?:paid|payed|mailed|sent|gave|made|already|pague|pagado|hice|mande|deposite|di)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:idk|i don'?t (?:know|remember|recall)|dont (?:know|remember)|not sure|no idea|forgot|"
    r"can'?t remember|no se|no me acuerdo|no recuerdo|no estoy segur[oa]|quien sabe)\b"
)
_PAYING = re.compile(
    r"\?|\b(?:pay|paying|now|today|tonight|tomorrow|can|want|link|send|rather|pagar|abonar|ahora|hoy|"
    r"ahorita|manana|quiero|puedo|enlace|mande\w*|mejor)\b"
)
_WHY = re.compile(r"\b(?:why|how come|por ?que|xq|pq)\b")
_ASKS_WAYS = re.compile(
    r"\?|^\W*(?:(?:so|and|ok|or|y|o|entonces)\W+)*(?:can|could|may|do (?:you|u|yall)|is there|how|"
    r"where|what if|puedo|podria|se puede|hay|como|donde|aceptan)\b"
)
_MOST_OF_A_SUM = 5  # words: "1240 with my visa" tells how much it was
_COPAY = re.compile(r"\bco ?-?pa(?:y|yment|go)s?\b")
_TELLING = frozenset(
    {"already_paid", "out_of_scope", "payment_methods", "pay_now", "promise_to_pay", "deny",
     "request_receipt", "insurance_question", "dispute_charge", "affirm"}
)  # fmt: skip
ABOUT = 4  # days: money takes some to be booked, and people some to remember
RECENT_DAYS = 60  # of a payment that may well be the one they mean
QUIET_DAYS = 14  # for whoever says so and does not tell who they are
_ONLY_IF_TOLD = frozenset({"pay_now", "promise_to_pay", "payment_methods", "affirm", "deny"})


def respond(context: Context) -> Outcome:
    """Before the identity check nothing is looked up, and the asking stops all the same."""
    if names_insurers_payment(context.text):
        return paid_by_insurance(context)
    if _is_to_come(plain(context.text)):
        return _to_come(context)
    if context.person is None:
        return _unknown(context)
    is_elsewhere = names_way(context) and not context.bill.payments
    if (asks_about(context) and not is_elsewhere) or claims_link(context):
        return no_longer_held(context, whereabouts(context))
    if explained := _explained(context):
        return explained
    told = _found(context) or several_told(context) or _newest_told(context)
    return no_longer_held(context, told) if told else _checked(context)


def answer(context: Context, question: Question) -> Outcome | None:
    """When, how and how much, in any words; not knowing is an answer too."""
    if _is_elsewhere(context, question) or _has_come(context, question):
        return None
    if question.about.get("told") and not _is_detail(context):
        return None
    if names_insurers_payment(context.text):
        return paid_by_insurance(context)
    found = _named(context) if context.person else None
    if found is not None:
        return thanked(context, found)
    if question.about.get("looked"):
        return _held(context, None, context.text)
    hold = _hold(context, _statement_id(context, question), _joined(question, context.text))
    note = FetchPerson("payment_check", "payment", note=context.text)
    key = "paid_how_unknown" if _UNKNOWN.search(plain(context.text)) else "paid_how_noted"
    more = Question(HOW, "already_paid", {**question.about, "told": True})
    return Outcome(says=(Say(key),), facts=(hold, note), question=more)


def _unknown(context: Context) -> Outcome:
    """Whoever can be checked is asked who they are, for the ledger may know; our texts rest."""
    if not context.people or wants(context, "opt_out"):
        return Outcome(facts=(LookForPayment(),)).then(_held(context, None, context.text))
    asked = identity.ask(context, (Wish("already_paid", context.text),))
    is_of_link = asks_about(context) or (link_sent(context) is not None and claims_link(context))
    if is_of_link:
        return asked
    until = context.today + timedelta(days=QUIET_DAYS)
    hold = OpenHold(HoldKind.PAYMENT_CHECK, until=until, note=context.text)
    return Outcome(says=(Say("paid_who"),), facts=(hold, LookForPayment())).then(asked)


def _found(context: Context) -> Outcome | None:
    """In the ledger, on its way, or at the payment partner, who has not told us yet."""
    bill, paid = context.bill, newest(context.bill)
    if bill.balance_cents <= 0:
        return (
            thanked(context, _named(context) or paid)
            if paid
            else Outcome(says=(nothing_owed(bill),))
        )
    named = _named(context)
    if named is not None:
        return thanked(context, named)
    if bill.pending_cents > 0:
        return Outcome(says=(Say("pay_pending", {"amount": Money(bill.pending_cents)}),))
    latest = latest_try(bill)
    is_open = latest is not None and latest.story is Story.UNCLEAR
    return looking() if is_open and not names_way(context) else None


def _explained(context: Context) -> Outcome | None:
    """ "I paid my 40 so why 60": how the sum comes about, with the payment in it."""
    bills = owed(context.bill)
    if _WHY.search(plain(context.text)) is None or len(bills) != 1 or _named(context) is None:
        return None
    return computed(context, bills[0], Told(bills[0].id)) if bills[0].lines else None


def _is_to_come(said: str) -> bool:
    return _TO_COME.search(said) is not None and not _DONE.search(_TO_COME.sub("", said))


def _to_come(context: Context) -> Outcome:
    """ "I'll tell my daughter to pay it": nothing was paid, and the link may be passed on."""
    if context.person is None:
        return identity.ask(context, (Wish("pay_now", context.text),))
    if context.bill.payable_cents <= 0:
        return _found(context) or _checked(context)
    return pay_whole(context)


def _newest_told(context: Context) -> Outcome | None:
    """ "I paid that already" and no more: the newest payment is told once, before anybody looks."""
    paid = newest(context.bill)
    says_more = _said_cents(context) or past_day(context) or names_way(context)
    if paid is None or says_more or "paid_found_left" in context.memory.last_keys:
        return None
    is_late = context.today - paid.paid_on <= timedelta(days=RECENT_DAYS)
    return thanked(context, paid) if is_late or not paid.is_dated else None


def _checked(context: Context) -> Outcome:
    """One of several bills, where it is named; the others can be paid as usual."""
    statements = owed(context.bill)
    statement = meant(statements, context) if len(statements) > 1 else None
    held = _held(context, statement, context.text)
    if statement is None:
        return held
    others = (s for s in statements if s.id != statement.id and not s.disputed)
    rest = sum(s.open_cents for s in others) - context.bill.pending_cents
    if rest <= 0:
        return held
    says = (held.says[0], Say("dispute_rest", {"amount": Money(rest)}), *held.says[1:])
    return Outcome(says=says, facts=held.facts, question=held.question)


def _held(context: Context, statement: StatementView | None, note: str) -> Outcome:
    """For a person, who also reads how it was paid: asked once, if it was not told."""
    statement_id = statement.id if statement else None
    hold = _hold(context, statement_id, note)
    if context.handoff_reason == "payment_check":  # who checks was promised: told more, they see it
        more = FetchPerson("payment_check", "payment", note=context.text)
        return Outcome(says=(Say("paid_how_noted"),), facts=(hold, more))
    cents = _part_cents(context)
    key = "paid_check" if cents is None else "paid_check_part"
    values = {} if cents is None else {"amount": Money(cents)}
    held = fetch(context, key, "payment_check", "payment", hold, note=note, **values)
    was_asked = context.memory.question is not None and context.memory.question.name == HOW
    if was_asked or (names_way(context) and past_day(context)):
        return held
    how = Question(HOW, "already_paid", {"statement": statement_id, "note": note})
    return held.then(Outcome(says=(Say("paid_how"),), question=how))


def _hold(context: Context, statement_id: int | None, note: str) -> OpenHold:
    return OpenHold(HoldKind.PAYMENT_CHECK, statement_id=statement_id, note=note)


def _named(context: Context) -> PaymentView | None:
    """The payment they speak of by its sum or its day, or as the copay where it is the only one."""
    dates = context.understanding.entities.dates
    found_days = {d.on for d in dates} | {parse_past_date(context.text, context.today)}
    days = {day for day in found_days if day}
    sums = _said_cents(context)
    paid = context.bill.payments
    near = {day + timedelta(days=n) for day in days for n in range(-ABOUT, ABOUT + 1)}
    bare = said_sums(context)
    exact = (p for p in paid if p.cents in sums or p.cents in bare or _day(p) in days)
    found = next(exact, None) or next((p for p in paid if _day(p) in near), None)
    is_copay = len(paid) == 1 and _COPAY.search(plain(context.text)) is not None
    return found or (paid[0] if is_copay else None)


def _day(payment: PaymentView) -> date | None:
    return payment.paid_on if payment.is_dated else None


def _part_cents(context: Context) -> int | None:
    """What they say they paid, where it is less than what is owed; never said to a stranger."""
    said = _said_cents(context)
    if context.person is None or len(said) != 1:
        return None
    return said[0] if said[0] < context.bill.balance_cents else None


def _said_cents(context: Context) -> list[int]:
    """Sums named as money, or "50 of it"."""
    said = [a.cents for a in context.understanding.entities.amounts if a.cents]
    part = part_of(context)
    return said or ([part.cents] if part and part.cents else [])


def _is_elsewhere(context: Context, question: Question) -> bool:
    heard = context.understanding
    if heard.decision is not Decision.ACT:
        return False
    is_way = names_way(context) or past_day(context)
    is_asked = not question.about.get("looked")
    tells = is_way or (is_asked and _is_detail(context)) or _UNKNOWN.search(plain(context.text))
    if heard.main == "payment_methods" and _ASKS_WAYS.search(plain(context.text)):
        return True
    return heard.main not in _TELLING or (heard.main in _ONLY_IF_TOLD and not tells)


def _is_detail(context: Context) -> bool:
    """The way, the day, or a bare sum that nothing says is yet to be paid."""
    said = plain(context.text)
    is_sum = bool(said_sums(context)) and len(said.split()) <= _MOST_OF_A_SUM
    is_told = is_sum and not _PAYING.search(said)
    return names_way(context) or past_day(context) or is_told


def _has_come(context: Context, question: Question) -> bool:
    """What was looked for has been found meanwhile: nothing more is to be told."""
    latest = latest_try(context.bill)
    is_there = latest is not None and latest.story in (Story.PAID, Story.ON_ITS_WAY)
    return bool(question.about.get("looked")) and (is_there or context.person is None)


def _statement_id(context: Context, question: Question) -> int | None:
    """Of the person who is known; else everything on the number is held."""
    statement_id = question.about.get("statement")
    return statement_id if isinstance(statement_id, int) and context.person else None


def _joined(question: Question, text: str) -> str:
    return f"{question.about.get('note', '')}\n{text}".strip()
