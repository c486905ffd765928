"""When the patient's money comes: told once, remembered, and corrected by a newer word."""

from datetime import date

from bot.action import Context, RememberPayday
from nlu.pay_rules import PAYDAY, PayRule, find_pay_rule, from_text, names_each_payday
from nlu.understanding import Frequency


def known_rule(context: Context, kind: str = PAYDAY) -> PayRule | None:
    """Only of somebody who passed the check: what was told to us is not told to others."""
    written = context.person.paydays.get(kind) if context.person else None
    return from_text(kind, written) if written else None


def next_payday(context: Context, kind: str) -> date | None:
    rule = known_rule(context, kind)
    return rule.after(context.today) if rule else None


def kind_meant(context: Context) -> str | None:
    """ "payday" or "benefits", where a day is meant that only the patient knows."""
    dates = context.understanding.entities.dates
    return next((d.word for d in dates if d.on is None), None)


def told_rule(context: Context, asked: str | None = None) -> PayRule | None:
    return find_pay_rule(context.text, context.today, context.language, asked)


def remembering(rule: PayRule) -> RememberPayday:
    return RememberPayday(rule.kind, rule.as_text())


def own_rhythm(context: Context) -> Frequency | None:
    """ "50 every paycheck": as often as the patient is paid."""
    rule = known_rule(context)
    return rule.every if rule and names_each_payday(context.text) else None


def payday_in_rhythm(context: Context, every: Frequency | None) -> date | None:
    """The next payday, where payments are to come as often as pay does."""
    rule = known_rule(context)
    return rule.after(context.today) if rule and every and rule.every is every else None
