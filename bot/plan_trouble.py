"""A plan that got too heavy, in words that sound like danger: the ways, and whom to call.

Only where a plan is at hand or payments are named, and nothing else is said; else danger it stays.
"""

from dataclasses import replace

from bot.action import Context, Outcome, Registry, Say
from bot.parked import question_of
from bot.parts import each
from bot.sorrow import DANGER, HARD
from nlu.decide import SUSPECTED
from nlu.plan_trouble import is_too_heavy, names_heavy_payments
from nlu.understanding import Decision, Intent

EVEN = 0.5  # a chance
_OFFERED = frozenset(
    {"agree_plan", "agree_change", "plan_told", "plan_change_day", "plan_change_what"}
)


def too_heavy(registry: Registry, context: Context) -> Outcome | None:
    heard, chance = context.understanding, _chance_of_danger(context)
    is_plain = chance < SUSPECTED and heard.decision is Decision.ACT
    if is_plain or _is_in_danger(context) or not _is_of_plan(context):
        return None
    sure = replace(heard, intents=(Intent(HARD, 1.0),), ranking=(), decision=Decision.ACT)
    told = each(registry, replace(context, understanding=sure), (HARD,))
    return replace(told, says=(*told.says, Say("crisis_hint"))) if chance >= SUSPECTED else told


def _chance_of_danger(context: Context) -> float:
    heard = context.understanding
    guesses = (*heard.ranking, *heard.intents)
    return max((each.confidence for each in guesses if each.name == DANGER), default=0.0)


def _is_of_plan(context: Context) -> bool:
    if names_heavy_payments(context.text):
        return True
    question = question_of(context.memory)
    is_offered = question is not None and question.name in _OFFERED
    is_likely_danger = _chance_of_danger(context) >= EVEN  # "it" may be anything then
    return (is_offered or context.plan_runs) and not is_likely_danger and is_too_heavy(context.text)


def _is_in_danger(context: Context) -> bool:
    """It was told a moment ago, or somebody has been called for it."""
    said = (context.handoff_reason, *context.memory.last_keys)
    is_told = any(key.startswith(DANGER) for key in said)
    return is_told or bool(context.stopped) or DANGER in context.bill.holds
