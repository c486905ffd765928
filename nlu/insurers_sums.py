"""What an insurance paid or took off is no sum that the patient offers: "ins paid 80, half now"."""

import re

from nlu.amount_words import NUMBER
from nlu.insurance import insurers
from nlu.normal import Mention, Normal

_INSURER = (
    r"(?:(?:my |the |our |mi |el |la |primary |secondary )?(?:insurances?|insurers?|insur|ins|"
    rf"seguros?|aseguranza|aseguransa|aseguradora|{insurers()}))"
)
_THEY = rf"(?:{_INSURER}|they|ellos)"
_MONEY = rf"(?:\$ ?)?(?P<n>{NUMBER})(?: ?(?:dollars|bucks|dolares|pesos|usd))?"
_HOW = r"(?: (?:already|only|just|about|like|all|up to|a|el|la|los|solo|nomas|como|ya|unos|de))*"
_DID = (
    r"(?:paid|pays|pay|payed|covered|covers|cover|adjusted|put(?: in)?|did|took(?: off)?|"
    r"knocked off|wrote off|discounted|approved|allowed|"
    r"pago|pagaron|paga|pagan|puso|pusieron|cubrio|cubrieron|cubre|cubren|ajusto|ajustaron|quito|"
    r"desconto|descontaron|dio|aprobo)"
)
_BY = (
    r"(?:was |were |is |got |fue |fueron )?(?:paid|covered|adjusted|taken|knocked|written|pagad\w+|"
    r"cubiert\w+|ajustad\w+)"
)
_BETWEEN = r"(?: (?:has|have|had|did|already|only|just|ya|les|le|nos|me|si|nomas|solo|de))*"
_SAID = tuple(
    re.compile(words)
    for words in (
        rf"\b{_THEY}{_BETWEEN} {_DID}{_HOW} {_MONEY}",
        rf"\b{_DID}(?: ya)? {_INSURER}{_HOW} {_MONEY}",
        rf"\b(?:adjusted|adjustment (?:of|was|is)|ajuste de){_HOW} {_MONEY}",
        rf"(?<![\d.,/]){_MONEY} (?:{_BY} )?(?:by|from|thru|through|por|del?|de la) {_INSURER}\b",
        rf"(?<![\d.,/]){_MONEY} (?:(?:que|ya|que ya|los|lo|que les) )*{_DID} {_INSURER}\b",
        rf"(?<![\d.,/]){_MONEY} (?:adjustment|write ?off|de ajuste)\b",
    )
)


def find_insurers(said: Normal) -> list[Mention[None]]:
    """Where such a sum stands, with the words that make it theirs."""
    found = [match for words in _SAID for match in words.finditer(said.text)]
    return [Mention(match.start(), match.end(), None) for match in found]
