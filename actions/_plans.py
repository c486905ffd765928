"""What a text says of a plan, and a plan kept in mind between two texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from actions._amounts import by_period, cents_of, one_time
from actions._days import first_later_day, means_today
from actions._paydays import own_rhythm, payday_in_rhythm
from actions._words import wants
from bot.action import Context
from bot.bill import Bill, InstallmentView
from bot.rules.due_dates import Frequency
from bot.rules.plans import Installment, PlanProposal
from nlu.understanding import Amount, Relative
from nlu.understanding import Frequency as Spoken

FREQUENCIES = {
    Spoken.WEEKLY: Frequency.WEEKLY,
    Spoken.EVERY_TWO_WEEKS: Frequency.BIWEEKLY,
    Spoken.TWICE_A_MONTH: Frequency.TWICE_A_MONTH,
    Spoken.MONTHLY: Frequency.MONTHLY,
}
_BARE_COUNT = re.compile(
    r"(?<![\d$.,/])([1-9]|1[0-2])(?![\d.,/:]|\s*(?:st|nd|rd|th|dollars?|bucks))"
)
_MOST_COUNT_CENTS = 1200


@dataclass(frozen=True)
class Terms:
    """What the patient asked of a plan; None where they left it open. `now_cents`: paid at once."""

    count: int | None = None
    each_cents: int | None = None
    frequency: Frequency | None = None
    first_on: date | None = None
    now_cents: int = 0

    @property
    def are_open(self) -> bool:
        return self == Terms(now_cents=self.now_cents)

    def over(self, earlier: "Terms") -> "Terms":
        """A newer size replaces the older count, and the other way round."""
        resized = self.count is not None or self.each_cents is not None
        return Terms(
            count=self.count if resized else earlier.count,
            each_cents=self.each_cents if resized else earlier.each_cents,
            frequency=self.frequency or earlier.frequency,
            first_on=self.first_on or earlier.first_on,
            now_cents=earlier.now_cents,
        )


def next_due(bill: Bill) -> InstallmentView | None:
    return next((i for i in bill.plan.installments if not i.paid), None) if bill.plan else None


def asked(context: Context) -> Terms:
    """From a text of its own: a single sum beside pay_now is paid at once."""
    owed, policy = context.bill.payable_cents, context.practice.plan_policy
    single = cents_of(one_time(context), owed, policy.min_cents)
    now_cents = min(single or 0, owed) if wants(context, "pay_now") else 0
    terms = _terms(context, owed - now_cents)
    if now_cents:
        return replace(terms, now_cents=now_cents, each_cents=_each_period(context, owed))
    starts_today = means_today(context) and terms.first_on is None
    return replace(terms, first_on=context.today) if starts_today else terms


def countered(context: Context, owed_cents: int) -> Terms:
    """From an answer: a small bare number ("how about 4?") counts payments, not dollars."""
    terms = _terms(context, owed_cents)
    bare = _BARE_COUNT.search(context.text)
    small = terms.each_cents is None or terms.each_cents <= _MOST_COUNT_CENTS
    if (
        bare
        and terms.count is None
        and small
        and by_period(context) is None
        and not _names_day(context)
    ):
        return replace(terms, count=int(bare[1]), each_cents=None)
    return terms


def _part(context: Context) -> Amount | None:
    """ "I cannot pay it all" names no size of a payment."""
    single = one_time(context)
    whole = single is not None and single.relative in (Relative.ALL, Relative.REST)
    return None if whole else single


def _names_day(context: Context) -> bool:
    return bool(context.understanding.entities.dates)


def _terms(context: Context, owed_cents: int) -> Terms:
    entities = context.understanding.entities
    each = by_period(context) or _part(context)
    every = own_rhythm(context) or entities.frequency
    return Terms(
        count=entities.count,
        each_cents=cents_of(each, owed_cents, context.practice.plan_policy.min_cents),
        frequency=FREQUENCIES[every] if every else None,
        first_on=first_later_day(context) or entities.first_on or payday_in_rhythm(context, every),
    )


def _each_period(context: Context, owed_cents: int) -> int | None:
    return cents_of(by_period(context), owed_cents, context.practice.plan_policy.min_cents)


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
    }


def proposal_of(about: Mapping[str, object]) -> PlanProposal:
    rows = about["rows"]
    assert isinstance(rows, list | tuple)
    parts = tuple(Installment(date.fromisoformat(str(on)), int(cents)) for on, cents in rows)
    return PlanProposal(parts, sum(part.cents for part in parts), Frequency(str(about["every"])))


def terms_of(about: Mapping[str, object]) -> Terms:
    frequency, first = about.get("frequency"), about.get("first")
    return Terms(
        count=_number(about, "count"),
        each_cents=_number(about, "each"),
        frequency=Frequency(str(frequency)) if frequency else None,
        first_on=date.fromisoformat(str(first)) if first else None,
        now_cents=_number(about, "now") or 0,
    )


def offers_of(about: Mapping[str, object]) -> int:
    return _number(about, "offers") or 0


def _number(about: Mapping[str, object], name: str) -> int | None:
    value = about.get(name)
    return value if isinstance(value, int) else None
