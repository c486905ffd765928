"""What became of the last try to pay by this link, from the rows as they are now."""

from dataclasses import dataclass

from bot import checkout
from bot.models import AttemptStatus, PaymentAttempt
from bot.rules.money import money
from bot.runtime import Runtime
from bot.web.page_view import notes
from bot.web.visit import Visit

WAITING, NONE = "done_waiting", "done_none"
STORIES = {
    AttemptStatus.CREATED: WAITING,
    AttemptStatus.OPEN: WAITING,
    AttemptStatus.PROCESSING: "done_processing",
    AttemptStatus.FAILED: "done_failed",
    AttemptStatus.EXPIRED: NONE,
}
CARD = {WAITING: "done_card_waiting", NONE: "done_card_none", "done_failed": "done_card_none"}
GOOD = ("done_paid", "done_card", "done_processing")


@dataclass(frozen=True)
class Rest:
    """What is left after a payment; `to_pay` is empty where nothing need be paid now."""

    left: str
    to_pay: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """`waits`: the page asks again by itself."""

    title: str
    text: str
    left: str
    confirmation: str
    way_on: str
    waits: bool
    is_good: bool


def done_view(runtime: Runtime, visit: Visit) -> Done:
    attempt = visit.attempts[0] if visit.attempts else None
    key = _story(attempt)
    if key == WAITING and attempt is not None and checkout.is_unfinished(runtime, attempt):
        key = NONE
    waits = key == WAITING
    if attempt is not None and not attempt.cents:
        key = CARD.get(key, key)
    t = visit.words
    text = t(key) if key != "done_paid" else _paid_text(visit, attempt)
    is_paid = key == "done_paid"
    return Done(
        title=t(f"{key}_title"),
        text=text,
        left=left_text(visit) if is_paid else "",
        confirmation=confirmation(visit, attempt) if is_paid else "",
        way_on=t("done_receipt" if is_paid else "done_back"),
        waits=waits,
        is_good=key in GOOD,
    )


def receipt_text(visit: Visit) -> str:
    """What this link has paid, for somebody who may know."""
    paid = [attempt for attempt in visit.attempts if attempt.status == AttemptStatus.PAID]
    t, cents = visit.words, sum(attempt.cents for attempt in paid)
    if paid and not cents:
        return f"{t('done_card_title')}. {t('done_card')}"
    if not visit.shows_amounts or not paid or paid[0].settled_at is None:
        return t("receipt_private")
    at = t.moment(paid[0].settled_at, visit.practice.timezone)
    return t("receipt", amount=money(cents), day=at)


def confirmation(visit: Visit, attempt: PaymentAttempt | None) -> str:
    if attempt is None:
        return ""
    return visit.words("receipt_number", number=f"{visit.practice.id}-{attempt.id}")


def rest_of(visit: Visit) -> Rest | None:
    """A plan has days of its own: nothing is asked for beside it."""
    bill = visit.bill
    if not visit.shows_amounts or bill.balance_cents <= 0:
        return None
    asks = bill.payable_cents > 0 and bill.plan is None
    to_pay = money(bill.payable_cents) if asks else ""
    return Rest(money(bill.balance_cents), to_pay, notes(visit))


def left_text(visit: Visit) -> str:
    """Of the balance of this moment."""
    if not visit.shows_amounts:
        return ""
    left = visit.bill.balance_cents
    if left > 0:
        return visit.words("receipt_left", amount=money(left))
    return visit.words("receipt_none_left")


def _story(attempt: PaymentAttempt | None) -> str:
    if attempt is None:
        return NONE
    if attempt.status == AttemptStatus.PAID:
        return "done_paid" if attempt.cents else "done_card"
    return STORIES[AttemptStatus(attempt.status)]


def _paid_text(visit: Visit, attempt: PaymentAttempt | None) -> str:
    if attempt is None or not visit.shows_amounts:
        return visit.words("done_paid_private")
    return visit.words("done_paid", amount=money(attempt.cents))
