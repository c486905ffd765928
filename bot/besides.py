"""What a text says besides the yes in it: taken up after it, or said to be unread."""

from dataclasses import replace

from bot.action import Context, Outcome, Registry, Say
from bot.parts import SMALL_TALK, each, ordered
from nlu.agreement import find_agreement
from nlu.countering import counters_with_sum
from nlu.essentials import essentials
from nlu.keeping import keeps_it
from nlu.plan_ask import is_what_if
from nlu.plan_wish import starts_otherwise
from nlu.understanding import Decision

OFFERS = frozenset({"agree_plan", "agree_change"})
OF_A_PLAN = OFFERS | {"plan_told"}
STANDS_BESIDE_A_YES = frozenset(
    {"request_human", "request_call", "update_contact", "change_language", "who_is_this", "repeat"}
)
_OF_THE_YES = SMALL_TALK | {
    "set_up_plan", "change_plan", "pay_now", "promise_to_pay", "cancel", "ask_due_date",
    "financial_hardship",
}  # fmt: skip
_FEW_WORDS = 2


def is_of_the_offer(context: Context) -> bool:
    """Whatever else was heard: "agree, and have somebody call me", "can i skip the first one"."""
    question, main = context.memory.question, context.understanding.main
    if question is None or question.name not in OF_A_PLAN:
        return False
    if main == "financial_hardship":
        return is_what_if(context.text, context.language)
    if question.name not in OFFERS:
        return False
    if main == "dispute_charge":
        return question.name == "agree_plan" and counters_with_sum(context.text) is not None
    if main == "cancel":
        is_kept = question.name == "agree_change" and keeps_it(context.text)
        return is_kept or starts_otherwise(context.text, context.language)
    return main in STANDS_BESIDE_A_YES and find_agreement(context.text) is not None


def with_besides(registry: Registry, context: Context, outcome: Outcome) -> Outcome:
    """The question that the answer itself leaves open stays the open one."""
    if not outcome.besides:
        return outcome
    memory = replace(context.memory, question=outcome.question)
    context = replace(context, memory=memory)
    names = [name for name in _wished(context, outcome.besides) if name in registry]
    if names:
        done = outcome.then(each(registry, context, names))
    elif _is_small_talk(context) or len(outcome.besides.split()) <= _FEW_WORDS:
        done = outcome
    else:
        done = outcome.then(Outcome(says=(Say("rest_unread"),)))
    return Outcome(says=done.says, facts=done.facts, question=outcome.question)


def _wished(context: Context, rest: str) -> list[str]:
    heard = context.understanding
    sure = heard.intents if heard.decision is Decision.ACT else ()
    intents = tuple(intent for intent in sure if intent.name not in _OF_THE_YES)
    if not intents and not sure:
        plain = essentials(rest).intents
        intents = tuple(i for i in plain if i.name not in _OF_THE_YES | {"opt_out", "crisis"})
    return ordered(intents) if intents else []


def _is_small_talk(context: Context) -> bool:
    heard = context.understanding
    return heard.decision is Decision.ACT and {i.name for i in heard.intents} <= SMALL_TALK
