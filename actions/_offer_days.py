""" "What day would the first one come out?": of a plan on offer, not of the bill."""

import re

from actions._plans import proposal_of
from actions._words import plain
from bot.action import Context, Money, Outcome, Question, Say, Value
from nlu.understanding import Decision

_ASKS = re.compile(
    r"\b(?:when|what day|what date|which day|which date|how soon|cuando|que dia|que fecha|cual)\b"
    r".{0,40}\b(?:first|1st|start\w*|begin\w*|come out|comes out|coming out|taken|last|final|end|"
    r"over|finish\w*|payments?|primer\w*|empie\w+|empez\w+|comien\w+|sale|saldria|cobr\w+|"
    r"ultim\w+|termin\w+|acab\w+|toca\w*|pagos?)\b|"
    r"\b(?:would|will|is|does|do|seria|es|sale) (?:the |my |el |la |i )?(?:first|1st|primer\w*|pay|"
    r"start\w*)\b.{0,30}\b(?:today|now|tomorrow|hoy|ahora|ya|manana)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:bill|balance|total|account|statement|was|did|were|cuenta|factura|saldo|fue|hice|pague|"
    r"all of it|everything|todo|visit|visita|how much|cuanto)\b"
)


def days_of_offer(context: Context, question: Question) -> Outcome | None:
    """The first and the last day of it; the offer stays open."""
    heard, said = context.understanding, plain(context.text)
    is_due = heard.decision is Decision.ACT and heard.main == "ask_due_date"
    if _ELSEWHERE.search(said) or not (is_due or _ASKS.search(said)):
        return None
    parts = proposal_of(question.about).installments
    values: dict[str, Value] = {"amount": Money(parts[0].cents), "day": parts[0].due_on}
    if len(parts) == 1:
        return Outcome(says=(Say("plan_day_offered", values),), kept=True)
    return Outcome(
        says=(Say("plan_days_offered", {**values, "last": parts[-1].due_on}),), kept=True
    )
