"""What a text says of a plan, and a plan kept in mind between two texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from actions._amounts import by_period, cents_of, is_of_each, one_time
from actions._bills import payable
from actions._days import first_later_day, means_today
from actions._down import down_payment
from actions._paydays import own_rhythm, payday_in_rhythm
from actions._words import wants
from bot.action import Context
from bot.bill import Bill, InstallmentView
from bot.rules.due_dates import Frequency
from bot.rules.money import money
from bot.rules.plans import (
    Installment,
    PlanProposal,
    Refusal,
    RefusalReason,
    most_payments,
    propose,
)
from nlu.counts import names_only_weekday
from nlu.plan_wish import PlanWish, find_plan_wish
from nlu.too_much import not_at_once
from nlu.understanding import Amount, Relative
from nlu.understanding import Frequency as Spoken

FREQUENCIES = {
    Spoken.WEEKLY: Frequency.WEEKLY,
    Spoken.EVERY_TWO_WEEKS: Frequency.BIWEEKLY,
    Spoken.TWICE_A_MONTH: Frequency.TWICE_A_MONTH,
    Spoken.MONTHLY: Frequency.MONTHLY,
}
_BARE_COUNT = re.compile(
    r"(?<![\d$.,/])([1-9]|1[0-2])(?!\d|[.,/:]\d|\s*(?:st|nd|rd|th|dollars?|bucks))"
)
_MOST_COUNT_CENTS = 1200


@dataclass(frozen=True)
class Terms:
    """What the patient asked of a plan; None where they left it open. `now_cents`: paid at once.

    `least_cents` and `most_cents` bound each payment. `statement_id`: only that bill.
    """

    count: int | None = None
    each_cents: int | None = None
    frequency: Frequency | None = None
    first_on: date | None = None
    now_cents: int = 0
    least_cents: int | None = None
    most_cents: int | None = None
    statement_id: int | None = None

    @property
    def are_open(self) -> bool:
        return self == Terms()

    @property
    def resizes(self) -> bool:
        sizes = (self.count, self.each_cents, self.least_cents, self.most_cents)
        return any(size is not None for size in sizes)

    def over(self, earlier: "Terms") -> "Terms":
        """Only what is named anew changes; a newer size replaces the older count or bounds."""
        sized = self if self.resizes else earlier
        return Terms(
            count=sized.count,
            each_cents=sized.each_cents,
            frequency=self.frequency or earlier.frequency,
            first_on=self.first_on or earlier.first_on,
            now_cents=self.now_cents or earlier.now_cents,
            least_cents=sized.least_cents,
            most_cents=sized.most_cents,
            statement_id=self.statement_id or earlier.statement_id,
        )


def next_due(bill: Bill) -> InstallmentView | None:
    return next((i for i in bill.plan.installments if not i.paid), None) if bill.plan else None


def owed_of(bill: Bill, statement_id: int | None) -> int:
    """What a plan may spread, in cents: all that may be asked for, or one bill of it."""
    if statement_id is None:
        return bill.payable_cents
    one = next((s.open_cents for s in payable(bill) if s.id == statement_id), 0)
    return min(one, bill.payable_cents)


def proposed(context: Context, terms: Terms) -> PlanProposal | Refusal:
    """The best plan inside the policy for these terms."""
    spread = owed_of(context.bill, terms.statement_id) - terms.now_cents
    found = propose(
        spread,
        context.today,
        context.practice.plan_policy,
        count=terms.count,
        each_cents=terms.each_cents,
        frequency=terms.frequency,
        first_on=terms.first_on,
        least_cents=terms.least_cents,
        most_cents=terms.most_cents,
    )
    if isinstance(found, Refusal):
        near = found.nearest
        return replace(found, nearest=near and replace(near, statement_id=terms.statement_id))
    return replace(found, statement_id=terms.statement_id)


def too_small_for_plans(context: Context) -> bool:
    """ "I can only pay 5 a month": no plan of ours is so small, so none is pressed on them."""
    wish = find_plan_wish(
        context.text, context.understanding.entities, context.today, context.language
    )
    each = by_period(context)
    sized = wish.most_cents or (each.cents if each else None)
    if sized is None:
        return False
    if context.person is None:
        return sized < context.practice.plan_policy.min_cents
    found = proposed(context, Terms(each_cents=sized))
    too_small = (RefusalReason.TOO_MANY, RefusalReason.EACH_TOO_SMALL)
    return isinstance(found, Refusal) and found.reason in too_small


def asked(context: Context) -> Terms:
    """From a text of its own: a single sum beside pay_now is paid at once."""
    owed, policy = context.bill.payable_cents, context.practice.plan_policy
    terms = _terms(context, owed)
    if terms.now_cents or is_of_each(context):
        return terms
    single = cents_of(one_time(context), owed, policy.min_cents)
    now_cents = min(single or 0, owed) if wants(context, "pay_now") else 0
    if now_cents:
        each = cents_of(by_period(context), owed, policy.min_cents)
        return replace(
            _terms(context, owed - now_cents), now_cents=now_cents, each_cents=each,
            least_cents=None, most_cents=None,
        )  # fmt: skip
    starts_today = means_today(context) and terms.first_on is None
    return replace(terms, first_on=context.today) if starts_today else terms


def countered(context: Context, owed_cents: int) -> Terms:
    """From an answer: a small bare number ("how about 4?") counts payments, not dollars."""
    terms = _terms(context, owed_cents, has_rest=True)
    bare = _BARE_COUNT.search(context.text)
    small = terms.each_cents is None or terms.each_cents <= _MOST_COUNT_CENTS
    is_bounded = terms.least_cents is not None or terms.most_cents is not None
    if (
        bare
        and terms.count is None
        and small
        and not is_bounded
        and (by_period(context) is None or names_only_weekday(context.text, context.language))
        and not context.understanding.entities.dates
    ):
        return replace(terms, count=int(bare[1]), each_cents=None)
    return terms


def is_smallest(context: Context) -> bool:
    """As little as can be is asked for: "whats the smallest"."""
    entities = context.understanding.entities
    each = by_period(context) or one_time(context)
    is_least = each is not None and each.relative is Relative.MINIMUM
    wish = find_plan_wish(context.text, entities, context.today, context.language)
    return wish.smallest or is_least


def _terms(context: Context, owed_cents: int, *, has_rest: bool = False) -> Terms:
    """`has_rest`: what is paid today is beside a plan that is on offer."""
    entities = context.understanding.entities
    wish = find_plan_wish(context.text, entities, context.today, context.language)
    every = own_rhythm(context) or entities.frequency
    days = first_later_day(context) or entities.first_on or payday_in_rhythm(context, every)
    down = down_payment(context, owed_cents, has_rest=has_rest or wish.count is not None)
    timed = Terms(
        frequency=FREQUENCIES[every] if every else None,
        first_on=days or wish.starts_on,
        now_cents=down,
    )
    return _sized(context, timed, wish, owed_cents)


def _sized(context: Context, timed: Terms, wish: PlanWish, owed_cents: int) -> Terms:
    """How large or how many: bounds and "as little as possible" before a plain sum."""
    policy = context.practice.plan_policy
    if wish.least_cents or wish.most_cents:
        return replace(timed, least_cents=wish.least_cents, most_cents=wish.most_cents)
    each = by_period(context) or (None if timed.now_cents else _part(context))
    is_least = each is not None and each.relative is Relative.MINIMUM
    if wish.smallest or is_least:
        return replace(timed, count=most_payments(owed_cents - timed.now_cents, policy))
    count = wish.count or context.understanding.entities.count
    sized = None if wish.count else cents_of(each, owed_cents, policy.min_cents)
    return replace(timed, count=count, each_cents=wish.rather_cents or sized)


def _part(context: Context) -> Amount | None:
    """ "I cannot pay it all" names no size of a payment."""
    single = None if not_at_once(context.text) else one_time(context)
    whole = single is not None and single.relative in (Relative.ALL, Relative.REST)
    return None if whole else single


def to_about(proposal: PlanProposal, terms: Terms, offers: int) -> dict[str, object]:
    return {
        "rows": [[i.due_on.isoformat(), i.cents] for i in proposal.installments],
        "every": proposal.frequency.value,
        "offers": offers,
        "count": terms.count,
        "each": terms.each_cents,
        "frequency": terms.frequency.value if terms.frequency else None,
        "first": terms.first_on.isoformat() if terms.first_on else None,
        "now": terms.now_cents,
        "least": terms.least_cents,
        "most": terms.most_cents,
        "bill": terms.statement_id,
    }


def proposal_of(about: Mapping[str, object]) -> PlanProposal:
    rows = about["rows"]
    assert isinstance(rows, list | tuple)
    parts = tuple(Installment(date.fromisoformat(str(on)), int(cents)) for on, cents in rows)
    total = sum(part.cents for part in parts)
    return PlanProposal(parts, total, Frequency(str(about["every"])), _number(about, "bill"))


def terms_of(about: Mapping[str, object]) -> Terms:
    frequency, first = about.get("frequency"), about.get("first")
    return Terms(
        count=_number(about, "count"),
        each_cents=_number(about, "each"),
        frequency=Frequency(str(frequency)) if frequency else None,
        first_on=date.fromisoformat(str(first)) if first else None,
        now_cents=_number(about, "now") or 0,
        least_cents=_number(about, "least"),
        most_cents=_number(about, "most"),
        statement_id=_number(about, "bill"),
    )


def offers_of(about: Mapping[str, object]) -> int:
    return _number(about, "offers") or 0


def _number(about: Mapping[str, object], name: str) -> int | None:
    value = about.get(name)
    return value if isinstance(value, int) else None


def consent_to(context: Context, proposal: PlanProposal) -> str:
    """Kept as the record of what was agreed, beside the patient's own words."""
    rows = "; ".join(f"{i.due_on.isoformat()} {money(i.cents)}" for i in proposal.installments)
    return f"{context.text!r}: {rows}; {money(proposal.total_cents)}; {proposal.frequency}"
