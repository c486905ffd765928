"""Whether a text asks which card of theirs is used; not which cards are taken, nor an insurer's."""

import re

from nlu.reading import read

_CARD = r"(?:(?:credit |debit |bank )?card|(?:bank|checking) account)"
_TARJETA = r"(?:tarjeta|cuenta de banco)"
_BRAND = (
    r"(?:visa|mastercard|master card|amex|american express|discover|debit|credit|debito|credito)"
)
_HAVE = (
    r"(?:do|did|are|is|was|will|would|does|have|has|gets?|got|you|they|it|that|u|r|ya|y'all|"
    r"that's|its|it's|on file|saved|being|the one)"
)
_TIENEN = (
    r"(?:que |mia |mi )?(?:es|era|tienen?|hay|usan?|usaron|van|va|se|me|le|esta|guardaron|quedo|"
    r"cobran?|cobraron|di|puse|deje|registr\w+|guardad\w+|ponen)"
)
_ASKS = re.compile(
    rf"\b(?:which|what|whose) {_CARD}\b(?: of mine| number)?(?: (?:{_HAVE}|and)\b|\W*$)"
    r"|\b(?:which|what) one (?:is|are|do|did) (?:it|you|u|they|on file)\b.{0,20}\bcard\b"
    r"|\bwhat(?:'?s| is) (?:the|my) card (?:you|u|on|that|saved)\b"
    r"|\b(?:last|final) (?:4|four)\b.{0,40}\b(?:card|account|visa|mastercard|on file)\b"
    r"|\b(?:card|visa|mastercard|account)\b.{0,25}\b(?:last (?:4|four)|end(?:s|ing)? (?:in|with))\b"
    rf"|\bis (?:it|that|this) (?:on |with )?(?:my|the) {_BRAND}\b"
    rf"|\b(?:que|ke|cual|cuales) (?:es (?:la|mi) )?{_TARJETA}\b(?: (?:{_TIENEN}|y)\b|\W*$)"
    rf"|\b(?:con|de|a|en) (?:que|ke|cual) {_TARJETA}\b"
    rf"|\b(?:ultim[oa]s|finales) (?:4|cuatro)\b.{{0,40}}\b{_TARJETA}\b"
    rf"|\b{_TARJETA}\b.{{0,30}}\b(?:ultim[oa]s (?:4|cuatro)|termina en)\b"
    rf"|\b(?:es|con) (?:mi|la) {_BRAND}\b.{{0,20}}\?"
)
_ELSE = re.compile(
    r"\b(?:insur\w+|medicare|medicaid|member|seguro|aseguranza|take|accept|works?|can i|could i|"
    r"should i|may i|do i need|aceptan?|reciben?|puedo|debo|necesito|sirve|stolen|fraud|robad\w+)\b"
)


def asks_which_card(text: str, language: str | None = None) -> bool:
    said = read(text, language).text
    return _ASKS.search(said) is not None and _ELSE.search(said) is None
