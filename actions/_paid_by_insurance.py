"""An insurer's payment, told or asked about: for the insurance desk, not for ours."""

import re

from actions import insurance_question
from actions._words import plain, wants
from bot.action import Context, FetchPerson, OpenHold, Outcome
from bot.rules.holds import HoldKind

_INSURER = r"(?:insurance|medicaid|medicare|blue cross|aetna|cigna|humana|seguro|aseguranza)"
_BY_INSURANCE = re.compile(
    rf"\b{_INSURER}\b.{{0,25}}\b(?:paid|pays?|covers?|covered|took care|sent|pago|pagaron|cubre|"
    rf"cubrio|mando|mandaron)\b|\b(?:paid|covered|pagado|cubierto|pagada|cubierta) (?:by|through|"
    rf"por)\b.{{0,15}}\b{_INSURER}\b"
)


def names_insurers_payment(text: str) -> bool:
    return _BY_INSURANCE.search(plain(text)) is not None


def paid_by_insurance(context: Context) -> Outcome:
    """Nobody is asked for it meanwhile; whether they paid is only a question, and holds nothing."""
    is_told, is_asked = wants(context, "insurance_question"), "?" in context.text
    hold = OpenHold(HoldKind.INSURANCE_PENDING, note=context.text)
    if is_told:
        return Outcome() if is_asked else Outcome(facts=(hold,))
    told = insurance_question.respond(context)
    if is_asked:
        return told
    note = FetchPerson("insurance", "insurance", note=context.text)
    return Outcome(says=told.says, facts=(hold, note))
