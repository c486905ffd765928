"""The rule table turned into the policies that the rules work with."""

from collections.abc import Container, Iterable
from datetime import date, timedelta

from bot.rules.caps import Caps
from bot.rules.identity import IdentityPolicy
from bot.rules.plans import PlanPolicy
from bot.rules.quiet_hours import Hours
from bot.rules.send_facts import SendLimits
from bot.rules.table import RuleTable
from bot.rules.window_text import windows_from


def caps(table: RuleTable) -> Caps:
    return Caps(
        per_24h=table.number("R07"),
        per_7d=table.number("R08"),
        gap_days=table.number("R09"),
        per_balance=table.number("R10"),
        per_365d=table.number("R11"),
    )


def send_limits(table: RuleTable) -> SendLimits:
    return SendLimits(
        caps=caps(table),
        confirm_within=timedelta(minutes=table.number("R14", "within_minutes")),
        quiet_after_reply=timedelta(hours=table.number("R12", "after_conversation_hours")),
        quiet_after_call=timedelta(days=table.number("R12", "after_call_days")),
        min_bill_age_days=table.number("R19", "after_statement_days"),
        stale_after=timedelta(hours=table.number("R32", "drop_after_hours")),
        reply_any_hour=table.flag("R15"),
    )


def hours(table: RuleTable, states: Iterable[str], closed_on: Container[date]) -> Hours:
    """For a patient who may be in any of `states`; `closed_on` the federal holidays."""
    binding = (table.windows_of(state) for state in states)
    return Hours(
        windows=windows_from(table.words("R04")),
        state_windows=(
            windows_from(table.words("R03")),
            *(windows for windows in binding if windows),
        ),
        closed_on=closed_on,
    )


def identity_policy(table: RuleTable) -> IdentityPolicy:
    return IdentityPolicy(
        tries=table.number("R16", "tries"),
        window_hours=table.number("R16", "window_hours"),
        ttl_minutes=table.number("R16", "ttl_minutes"),
        max_hours=table.number("R16", "max_hours"),
    )


def plan_policy(table: RuleTable) -> PlanPolicy:
    return PlanPolicy(
        min_cents=table.number("R21", "min_cents"),
        max_count=table.number("R20", "max_count"),
        first_within_days=table.number("R21", "first_within_days"),
    )
