"""A bill or a line of it named in a word or two, which a model takes for something else."""

from dataclasses import replace

from bot.action import Context
from nlu.bare_bill import names_a_bill_alone, names_a_line_alone, part_asked
from nlu.health import asks_of_health
from nlu.understanding import Decision, Intent

EXPLAIN = "explain_charge"
_ASKED = frozenset({"which_bill", "pay_amount_of_bill", "which_insured", "dispute_which"})
_NEVER = frozenset({"crisis", "opt_out", "deceased"})
_TOLD = frozenset({"next_step", "bill_told"})


def with_named_bill(context: Context) -> Context:
    """ "The blood test" answers which bill is meant; unasked, it asks of that one."""
    heard, question = context.understanding, context.memory.question
    is_grave = bool(_NEVER.intersection(intent.name for intent in heard.intents))
    if is_grave or asks_of_health(context.text):
        return context
    if question is not None and question.name in _ASKED:
        is_named = names_a_bill_alone(context.text, _lines(context), context.language)
        return _meaning(context, question.action) if is_named else context
    part = part_asked(context.text)
    if (
        context.person is not None
        and (part is not None or _is_misheard(context))
        and names_a_line_alone(part or context.text, _lines(context), context.language)
    ):
        return _meaning(context, EXPLAIN)
    return context


def _is_misheard(context: Context) -> bool:
    heard, question = context.understanding, context.memory.question
    if question is not None and question.name not in _TOLD:
        return False
    is_unsure = heard.decision is not Decision.ACT or heard.main == "dispute_charge"
    return heard.main == "medical_question" or (question is not None and is_unsure)


def _lines(context: Context) -> tuple[str, ...]:
    return tuple(line.description for each in context.bill.statements for line in each.lines)


def _meaning(context: Context, name: str) -> Context:
    heard = replace(context.understanding, intents=(Intent(name, 1.0),), decision=Decision.ACT)
    return replace(context, understanding=heard)
