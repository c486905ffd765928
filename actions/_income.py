"""What a patient told of their income, and whether a plan of ours leaves them enough of it."""

from actions._amounts import by_period
from actions._words import tells_income
from bot.action import Context
from bot.rules.plans import Refusal, default_proposal
from bot.rules.state_help import asks_too_much
from nlu.understanding import Frequency

TIMES_A_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.EVERY_TWO_WEEKS: 26,
    Frequency.TWICE_A_MONTH: 24,
    Frequency.MONTHLY: 12,
}
MONTHS = 12


def monthly_income(context: Context) -> int | None:
    """In cents, of their own accord: nobody is asked for it. None where they told none."""
    told = by_period(context) if tells_income(context.text) else None
    if told is None or told.cents is None or told.per is None:
        return None
    return told.cents * TIMES_A_YEAR[told.per] // MONTHS


def is_beyond_income(context: Context) -> bool:
    """Even our gentlest plan asks more of it than the practice's state allows."""
    income, rule = monthly_income(context), context.practice.state_help
    if income is None or rule is None or context.person is None:
        return False
    plan = default_proposal(context.bill.payable_cents, context.today, context.practice.plan_policy)
    return not isinstance(plan, Refusal) and asks_too_much(rule, income, plan.installments)
