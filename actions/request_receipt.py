"""Proof of payments: told from the ledger, kept on a page that asks who looks."""

import re

from actions._links import link_sent
from actions._mailing import wants_email, wants_file
from actions._next import NEXT_STEP
from actions._payments import LOOKED, asks_whether, claims_link, newest, told, whereabouts
from actions._people import fetch_or_add
from actions._words import plain
from bot.action import Context, Fact, Link, Money, Outcome, Say, ShowPage, Value
from bot.bill import PaymentView
from bot.bill_facts import MailPage
from bot.rules.mails import MailKind
from nlu.dates import parse_past_date

NEEDS_IDENTITY = True
_YEAR = re.compile(r"\b20[0-4]\d\b")
_LAST_YEAR = re.compile(r"\b(?:last year|a(?:n|\u00f1)o pasado)\b")
_WHOLE_YEAR = re.compile(
    r"\b(?:year|tax(?:es)?|irs|all (?:my|the|of)|every|everything|hsa|fsa|flex|"
    r"a(?:n|\u00f1)o|impuestos?|taxes|tod[oa]s|deducir|deduct\w*)\b"
)

_TO_COME = re.compile(
    r"\b(?:do|does|will|would) (?:i|you|u|we|they|it|yall) (?:still |also |even |then )?"
    r"(?:get|have|give|send|come|email|mail)\b|\b(?:after|once|when) i pay\b|\bi (?:will )?get a\b|"
    r"\b(?:me|nos) (?:dan|daran|mandan|mandaran|llega|llegara)\b|\b(?:si|cuando|despues de) pag\w+"
)


def respond(context: Context) -> Outcome:
    if asks_whether(context) or (link_sent(context) and claims_link(context)):
        return whereabouts(context)
    bill = context.bill
    if bill.pending_cents > 0 and not bill.payments:
        return Outcome(says=(Say("receipt_pending", {"amount": Money(bill.pending_cents)}),))
    if not bill.payments:
        return _none(context)
    if context.understanding.entities.email:
        return fetch_or_add(
            context, "receipt_by_mail_person", "receipt", "payment", note=context.text
        )
    named = _named(context)
    if named is None and _WHOLE_YEAR.search(plain(context.text)):
        return _of_year(context)
    return _shown(context, told("receipt_link", named or bill.payments[0], link=Link()))


def _none(context: Context) -> Outcome:
    """Nothing is in the ledger; what is told of a payment is heard, where nothing else is asked."""
    if _TO_COME.search(plain(context.text)):
        return Outcome(says=(Say("receipt_each"),), kept=True)
    asked = context.memory.question
    is_free = asked is None or asked.name == NEXT_STEP.name or link_sent(context) is not None
    return Outcome(says=(Say("receipt_none"),), question=LOOKED if is_free else None)


def _of_year(context: Context) -> Outcome:
    """All of one year, this one where none is named; the newest where that year has none."""
    year = _year(context)
    paid = [p for p in context.bill.payments if p.paid_on.year == year]
    back = [p for p in context.bill.refunds if p.paid_on.year == year]
    cents = sum(p.cents for p in paid) - sum(p.cents for p in back)
    latest = newest(context.bill)
    if cents <= 0 and latest is not None:
        return _shown(context, told("receipt_link", latest, link=Link()))
    values: dict[str, Value] = {"amount": Money(cents), "year": str(year), "link": Link()}
    return _shown(context, Say("receipt_year", values))


def _year(context: Context) -> int:
    said = plain(context.text)
    named = _YEAR.search(said)
    if named is not None:
        return int(named.group())
    return context.today.year - (1 if _LAST_YEAR.search(said) else 0)


def _shown(context: Context, said: Say) -> Outcome:
    says = [said]
    if wants_file(context):
        says.append(Say("receipt_file"))
    facts: list[Fact] = [ShowPage("receipts")]
    if context.person is not None and context.person.has_email:
        says.append(Say("receipt_mailed"))
        facts.append(
            MailPage(MailKind.RECEIPTS, as_file=wants_file(context) and wants_email(context))
        )
    return Outcome(says=tuple(says), facts=tuple(facts))


def _named(context: Context) -> PaymentView | None:
    """By its sum or its day."""
    entities = context.understanding.entities
    days = {d.on for d in entities.dates} | {parse_past_date(context.text, context.today)}
    sums = {a.cents for a in entities.amounts}
    paid = context.bill.payments
    fits = (p for p in paid if p.cents in sums or (p.is_dated and p.paid_on in days))
    return next(fits, None)
