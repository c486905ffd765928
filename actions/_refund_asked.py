"""What is asked of money that is to come back: when, and whether it was sent."""

import re

from actions._people import fetch
from actions._words import plain
from bot.action import Context, Money, Outcome, Say, Value

_WHEN = re.compile(
    r"\bwhen\b|\bhow (?:long|soon|many (?:days|weeks))\b|\bwhat day\b|\bcuando\b|\btard\w+|"
    r"\bcuant[oa]s? (?:tiempo|dias|semanas)\b|\bque dia\b|\b(?:en|para) cuanto tiempo\b"
)
_SENT = re.compile(
    r"\b(?:did|have|has|was|were|is|u|you)\b.{0,25}\b(?:send|sent|refund(?:ed)?|go|gone|return\w*|"
    r"credited|issued|back)\b|\b(?:which|what) (?:card|account|bank)\b|"
    r"\bwhere (?:is|will|does|did)\b|"
    r"\bya\b.{0,15}\b(?:mand\w+|devolv\w+|regres\w+|envi\w+|deposit\w+)|\ba (?:cual|que) "
    r"(?:tarjeta|cuenta|banco)\b|\bdonde (?:esta|lo|cae)\b|"
    r"\b(?:lo |la |me )*(?:mandaron|devolvieron|regresaron|enviaron|depositaron)\b"
)


def asked_of_refund(context: Context) -> Outcome | None:
    """From the ledger where something was sent back; else a person decides first."""
    said = plain(context.text)
    asks_when = _WHEN.search(said) is not None
    if not asks_when and not _SENT.search(said):
        return None
    sent_back = next(iter(context.bill.refunds), None)
    if sent_back is not None:
        values: dict[str, Value] = {"amount": Money(sent_back.cents), "day": sent_back.paid_on}
        return Outcome(says=(Say("refund_on_its_way", values),))
    key = "refund_when" if asks_when else "refund_not_sent"
    return fetch(context, key, "refund", "payment", note=context.text)
