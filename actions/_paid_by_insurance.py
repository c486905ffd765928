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
    rf"por)\b.{{0,15}}\b{_INSURER}\b|"
    rf"\bl[oa]s? (?:pago|pagaron|cubrio|cubre)(?: todo)? (?:el|la|mi) {_INSURER}\b"
)

_DET = r"(?:(?:my|the|our|your|that|mi|el|la|su|nuestro) )?(?:health |medical )?"
_INVERTED = re.compile(
    rf"\b(?:did|didn'?t|has|hasn'?t|have|does|doesn'?t|do|will|won'?t|would|can) "
    rf"{_DET}{_INSURER}\b|"
    rf"\b(?:was|wasn'?t|were|is|isn'?t|has|hasn'?t) (?:(?:the|my) \w+|it|this|that|everything)"
    rf"(?: \w+)? (?:paid|covered|been paid) (?:by|through)\b|"
    rf"\b{_INSURER} (?:\w+ )?(?:no|not|only|hasn'?t|didn'?t|never|nunca|solo|nomas)\b"
)
_WHETHER = re.compile(rf"\b(?:if|whether|what|how much|cuanto|lo que|si) {_DET}{_INSURER}\b")
_WHY = r"why|how come|por ?que|porque|xq|pq"
_WONDERS = re.compile(rf"\b(?:{_WHY})\b")
_MORE_ASKED = re.compile(
    rf"\b(?:{_WHY}|how (?:many|much|long|often)|what|when|who|where|(?<!or )(?:do|am|should|can) i|"
    r"(?:so|then|and|but) (?:is|are|was|u|you)|still|again|cuant[oa]s?|cuando|quien|entonces|"
    r"ahora que|que (?:es|hago|pas[ao]|debo|mas)|tengo que|debo|sig(?:o|u\w+)|"
    r"me (?:cobr\w+|mand\w+|lleg\w+|estan))\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+\??")


def names_insurers_payment(text: str) -> bool:
    return _BY_INSURANCE.search(plain(text)) is not None


def asks_whether(text: str) -> bool:
    """ "Did my insurance pay?", "el seguro ya pago?": not "they paid, why am i getting a bill?"."""
    said = next((s for s in _SENTENCE.findall(plain(text)) if _BY_INSURANCE.search(s)), "")
    if _INVERTED.search(said):
        return True
    paid = _BY_INSURANCE.search(said)
    before, after = (said[: paid.start()], said[paid.end() :]) if paid else ("", "")
    if _WONDERS.search(before) or _MORE_ASKED.search(after):
        return False
    return "?" in (said or text) or _WHETHER.search(said) is not None


def paid_by_insurance(context: Context) -> Outcome:
    """Nobody is asked for it meanwhile; whether they paid is only a question, and holds nothing."""
    is_told, is_asked = wants(context, "insurance_question"), asks_whether(context.text)
    hold = OpenHold(HoldKind.INSURANCE_PENDING, note=context.text)
    if is_told:
        return Outcome() if is_asked else Outcome(facts=(hold,))
    told = insurance_question.respond(context)
    if is_asked:
        return told
    note = FetchPerson("insurance", "insurance", note=context.text)
    return Outcome(says=told.says, facts=(hold, note))
