"""What a bare value means depends on the question that was open."""

import re

from nlu.understanding import Entities, Intent

_LONGEST_BARE = 4  # words: "on the 15th", "maybe 50 dollars"
_SURE = 0.9
_WORD = re.compile(r"\w+")

# First match decides. The question in words, English or Spanish, or the name of its slot.
_PLAN = re.compile(r"\bplan|install|split|month|mensual|cuotas|pagos\b|count|frequency", re.I)
_DAY = re.compile(r"\bwhen\b|\bday\b|\bdate\b|\bdue_on\b|promise|cu[aá]ndo|d[ií]a\b|fecha", re.I)
_MONEY = re.compile(r"how much|amount|cents|cu[aá]nto|cantidad|monto", re.I)


def in_context(
    said: tuple[Intent, ...], text: str, entities: Entities, open_question: str | None
) -> tuple[Intent, ...]:
    """A bare amount, day or number answers the question; any other text keeps what it says."""
    if open_question is None or len(_WORD.findall(text)) > _LONGEST_BARE:
        return said
    answered = _answered(entities, open_question)
    sure = bool(said) and said[0].confidence >= _SURE
    return said if answered is None or sure else (Intent(answered, _SURE),)


def _answered(entities: Entities, question: str) -> str | None:
    concrete = bool(entities.amounts or entities.dates or entities.count or entities.frequency)
    if concrete and _PLAN.search(question):
        return "set_up_plan"
    if entities.dates and _DAY.search(question):
        return "promise_to_pay"
    if entities.amounts and _MONEY.search(question):
        return "pay_now"
    return None
