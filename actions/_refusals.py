"""Which words tell why a wish became the nearest plan instead."""

from datetime import timedelta

from bot.action import Context, Money, Say, Value
from bot.rules.plans import RefusalReason

_REFUSED = {
    RefusalReason.TOO_MANY: "plan_too_many",
    RefusalReason.EACH_TOO_SMALL: "plan_each_too_small",
    RefusalReason.DOES_NOT_ADD_UP: "plan_nearest",
    RefusalReason.FREQUENCY_NOT_OFFERED: "plan_nearest",
    RefusalReason.FIRST_IN_PAST: "plan_nearest",
    RefusalReason.FIRST_TOO_LATE: "plan_first_too_late",
}


def refused_say(context: Context, reason: RefusalReason) -> Say:
    """Before the nearest plan; for more than the policy allows a person is one word away."""
    policy = context.practice.plan_policy
    latest = context.today + timedelta(days=policy.first_within_days)
    values: dict[str, Value] = {
        "most": policy.max_count,
        "least": Money(policy.min_cents),
        "day": latest,
    }
    return Say(_REFUSED[reason], values)
