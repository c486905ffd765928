"""Right after a plan was agreed or changed: what takes it back, or would have it otherwise."""

from actions._plan_changing import ACTION, before_of, put_back, rows, show
from actions._plan_requests import ask_of, has_terms, taken_up, told_of_plans
from bot.action import Context, Outcome, Question
from bot.bill import PlanView
from bot.rules.plan_changes import ChangeKind, Parts
from nlu.plan_ask import PlanAsk, is_what_if
from nlu.taking_back import speaks_of_texts, takes_back
from nlu.understanding import Decision

TOLD = "plan_told"
JUST_AGREED = Question(TOLD, ACTION)
_MAY_BE_OF_IT = frozenset(
    {"change_plan", "set_up_plan", "affirm", "deny", "cancel", "out_of_scope", "promise_to_pay"}
)


def just_changed(before: Parts) -> Question:
    """Open for another mind; `before` is what a change may be put back to."""
    return Question(TOLD, ACTION, {"before": rows(before)})


def after_agreeing(context: Context, plan: PlanView, question: Question) -> Outcome | None:
    """Nothing is undone but by our yes to what is shown. None: it is about something else."""
    if _is_taken_back(context):
        if question.about.get("before"):
            return put_back(context, plan, before_of(question))
        return show(context, plan, ChangeKind.END, {}, 0)
    told = told_of_plans(context)
    if told is not None and not _is_elsewhere(context, ask_of(context)):
        return Outcome(says=(told,), kept=True)
    ask = ask_of(context)
    if _is_elsewhere(context, ask):
        return None
    return taken_up(context, plan, ask)


def _is_taken_back(context: Context) -> bool:
    """Also where only the model heard it; other terms in the text are a change instead."""
    heard = context.understanding
    is_heard = heard.decision is Decision.ACT and heard.main == "cancel"
    is_said = takes_back(context.text, context.language)
    return (is_said or (is_heard and ask_of(context) is None)) and not has_terms(context)


def _is_elsewhere(context: Context, ask: PlanAsk | None) -> bool:
    """Small words, and whatever else was surely heard, unless it names what a plan may do."""
    heard = context.understanding
    if is_what_if(context.text, context.language):
        return False
    if heard.decision is not Decision.ACT or heard.main in _MAY_BE_OF_IT:
        return False
    is_later = heard.main == "remind_later" and not speaks_of_texts(context.text, context.language)
    return ask is None or not (is_later or heard.main == "pay_now")
