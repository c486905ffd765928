"""Days only the patient knows: payday, benefits, a tax refund."""

import re

from nlu.normal import Mention, Normal

_MY = r"(?:my |the |our |mi |mis |el |la |next |proximo )*"
_MONEY = r"(?:pay ?check|check|cheque|pay|direct deposit|salary|quincena|sueldo|salario)"
_BENEFITS = (
    r"(?:ssi|ssdi|ss|social security|disability(?: check)?|benefits?|va check|unemployment|"
    r"snap|pension|retirement check|welfare|beneficios|seguro social|desempleo|"
    r"incapacidad)(?: (?:check|money|payment|cheque))?"
)
_COMES = (
    r"(?: (?:comes?|gets?|hits?|clears?|posts?|drops?|arrives?|is in|lands?|goes|deposits?|llega|"
    r"llegue|cae|caiga|entra|entre|deposit\w+))"
)
_WHEN = r"(?:when|once|as soon as|soon as|til|till|until|after|cuando|hasta que|en cuanto)"
KINDS = {
    "payday": re.compile(
        rf"\b(?:{_WHEN} (?:i |we |he |she |they )?(?:get|gets|got|getting|am|be) (?:paid|{_MY}"
        rf"{_MONEY})|(?:{_WHEN} )?{_MY}payday|{_WHEN} {_MY}{_MONEY}{_COMES}(?: in)?|"
        rf"(?:next|my next|the next|with my next|from my next) {_MONEY}|(?:on|by) {_MY}pay ?check|"
        r"(?:cuando|hasta que|en cuanto) (?:me (?:pagu?en|depositen|llegue)|cobre|reciba mi)"
        rf"(?: {_MY}{_MONEY})?|{_MY}day de (?:pago|payment|cobro)|"
        rf"(?:en|para) {_MY}quincena|{_MY}proxima quincena|quincena que viene|"
        rf"(?:con|de) mi proximo {_MONEY})\b"
    ),
    "benefits": re.compile(
        rf"\b(?:{_WHEN} (?:i |we )?(?:get|gets|receive|reciba)? ?{_MY}{_BENEFITS}{_COMES}?(?: in)?|"
        rf"(?:cuando|hasta que) me (?:lleguen?|paguen|depositen) {_MY}{_BENEFITS}|"
        rf"(?:my |next ){_MY}{_BENEFITS}{_COMES}(?: in)?)\b"
    ),
    "refund": re.compile(
        rf"\b(?:{_WHEN} (?:i )?(?:get |gets |recibas? |me lleguen? )?{_MY}"
        rf"(?:income )?(?:tax(?:es)?(?: (?:refund|return|money|check))?|refund|impuestos|reembolso|"
        rf"taxes)(?:{_COMES}(?: in| back)?)?)\b"
    ),
}


def find_paydays(said: Normal) -> list[Mention[str]]:
    """Each with the kind of money waited for: "payday", "benefits" or "refund"."""
    return [
        Mention(match.start(), match.end(), kind)
        for kind in ("benefits", "refund", "payday")
        for match in KINDS[kind].finditer(said.text)
    ]
