"""A day that does not suit them: never noted; another is found, on the plan where one runs."""

from actions._days import later_day
from actions._plan_changing import show
from actions._promises import ACTION, WHICH_DAY
from bot.action import Context, Outcome, Question, Say
from bot.rules.plan_changes import ChangeKind
from nlu.dates import denies_day, rules_out_only


def day_denied(context: Context) -> Outcome | None:
    """None where no day is ruled out, or, without a plan, another is named beside it."""
    if not denies_day(context.text, context.today, context.language):
        return None
    plan = context.bill.plan
    if plan is not None and context.bill.balance_cents > 0:
        return show(context, plan, ChangeKind.MOVE, {}, 0)
    is_alone = rules_out_only(context.text, context.today, context.language)
    if later_day(context) is not None and not is_alone:
        return None
    return Outcome(says=(Say("promise_which_day"),), question=Question(WHICH_DAY, ACTION))
