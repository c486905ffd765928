"""Paying did not work: what happened is looked up, a fresh link, another way, then a person."""

import re
from dataclasses import replace

from actions._after_paying import asks_after_paying
from actions._links import link_sent, number, pay_again
from actions._payments import (
    LOOKED,
    asks_whether,
    latest_try,
    looking,
    of_the_sum,
    pair_of_same,
    told,
    two_of_same,
    whereabouts,
)
from actions._people import fetch, fetch_or_add
from actions._unopened import OTHER_WAYS, page_fails
from actions._words import is_no, plain, wants
from actions.ask_balance import after_paying
from bot.action import Context, Money, OpenHold, Outcome, Question, Say, Value
from bot.bill import Bill, PaymentView
from bot.rules.attempts import Story
from bot.rules.holds import HoldKind
from nlu.overcharged import same_sum_twice
from nlu.understanding import Decision

NEEDS_IDENTITY = True
TWICE = Question("charged_twice", "payment_problem")
BOTH = "twice_both"
MOST_TRIES = 1
_TWICE = re.compile(
    r"\b(?:twice|double|two times|2 times|2x|two charges|2 charges|dos veces|doble|duplic\w+|"
    r"repetid[oa])\b"
)
_STILL = frozenset({"payment_problem", "dispute_charge", "out_of_scope", "affirm", "complaint",
                    "request_refund", "already_paid"})  # fmt: skip
_WORDS = {Story.FAILED: "try_failed", Story.UNFINISHED: "try_unfinished"}


def respond(context: Context) -> Outcome:
    if _TWICE.search(plain(context.text)) or same_sum_twice(context.text):
        return _twice(context)
    if asks_whether(context):
        return whereabouts(context)
    if asks_after_paying(context.text):
        return Outcome() if wants(context, "ask_balance") else after_paying(context)
    latest = latest_try(context.bill)
    if context.bill.pending_cents > 0:
        return Outcome(says=(Say("try_pending", {"amount": Money(context.bill.pending_cents)}),))
    if latest is not None and latest.story is Story.PAID and not _is_of_newer_link(context.bill):
        return whereabouts(context)
    is_unseen = page_fails(context.text)
    if is_unseen and _may_try_elsewhere(context):
        return Outcome(says=(Say(OTHER_WAYS),), question=link_sent(context))
    if context.bill.payable_cents <= 0 or _tries(context) >= MOST_TRIES:
        note = context.text
        return fetch_or_add(
            context, "payment_problem_person", "payment_problem", "payment", note=note
        )
    if latest is not None and latest.story is Story.UNCLEAR and not is_unseen:
        return _looking(context)
    return _fresh(context)


def answer(context: Context, question: Question) -> Outcome | None:
    """Charged twice all the same: a person looks."""
    heard = context.understanding
    if heard.decision is Decision.ACT and heard.main not in _STILL:
        return None
    if is_no(context.text) and not any(letter.isdigit() for letter in context.text):
        return None
    return _checked_twice(context)


def _tries(context: Context) -> int:
    """How often paying has failed in this talk, by what was said and by what was tried today."""
    told = number(context.memory.question, "tries") or 0
    fresh = int("fresh_link" in context.memory.last_keys)
    tried = context.bill.attempts
    failed = sum(a.story is Story.FAILED and a.began_on == context.today for a in tried)
    return max(told, fresh, failed - 1)


def _may_try_elsewhere(context: Context) -> bool:
    """A new link did not open either: other ways are told once, before a person is fetched."""
    is_told = OTHER_WAYS in context.memory.last_keys
    return context.bill.payable_cents > 0 and _tries(context) >= MOST_TRIES and not is_told


def _fresh(context: Context) -> Outcome:
    """What happened, in plain words, with a fresh link for the same sum."""
    latest, link, tries = latest_try(context.bill), context.bill.link, _tries(context) + 1
    if link is not None and link.is_expired:
        return pay_again(context, "try_expired", tries)
    key = _WORDS.get(latest.story) if latest is not None else None
    return pay_again(context, key or "fresh_link", tries)


def _looking(context: Context) -> Outcome:
    """Only the partner knows whether that try was paid; the finding brings a fresh link."""
    about = {**LOOKED.about, "tries": _tries(context) + 1}
    return replace(looking(), question=replace(LOOKED, about=about))


def _is_of_newer_link(bill: Bill) -> bool:
    return bill.link is not None and not bill.link.is_tried


def _twice(context: Context) -> Outcome:
    """Two payments of one sum are told and held; one is told, and believed if they insist."""
    bill = context.bill
    pair, paid = pair_of_same(context), of_the_sum(context)
    if pair is not None:
        newer, older = pair
        hold = OpenHold(HoldKind.PAYMENT_CHECK, note=context.text)
        return fetch(
            context, "twice_found", "charged_twice", "payment", hold, note=context.text,
            amount=Money(newer.cents), first=older.paid_on, last=newer.paid_on,
        )  # fmt: skip
    was_told = context.memory.question == TWICE or BOTH in context.memory.last_keys
    if paid is None or bill.pending_cents > 0 or was_told:
        return _checked_twice(context)
    if apart := two_of_same(context):
        return _two_told(*apart)
    return Outcome(says=(told("twice_one", paid),), question=TWICE)


def _two_told(newer: PaymentView, older: PaymentView) -> Outcome:
    """Weeks apart, as of a bill paid in two halves."""
    values: dict[str, Value] = {"amount": Money(newer.cents)}
    values |= {"first": older.paid_on, "last": newer.paid_on}
    return Outcome(says=(Say(BOTH, values),))


def _checked_twice(context: Context) -> Outcome:
    hold = OpenHold(HoldKind.PAYMENT_CHECK, note=context.text)
    return fetch(context, "paid_twice", "charged_twice", "payment", hold, note=context.text)
