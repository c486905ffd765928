""" "Do i need to pay now?": whether and until when, no link."""

import re

from actions._words import plain

_NEED = re.compile(
    r"\b(?:do|does) (?:i|we|it|this) (?:still |really |even |also )?(?:need|have|got) to (?:be )?"
    r"(?:pay|paid|wait)\b|\b(?:should|must) (?:i|we) (?:still |just |really |even )?(?:pay|wait|"
    r"hold off)\b|"
    r"\bdo (?:i|we) (?:still |just )?pay (?:it |this )?(?:now|yet|today)\b|"
    r"\b(?:nothing|nada) (?:is |due |to pay |que pagar |por )*(?:today|now|yet|hoy|ahora|"
    r"ahorita)\b|"
    r"\b(?:can|could) (?:i|it|this|that) (?:\w+ )?wait\b|"
    r"\b(?:is|are) (?:it|this|that|they|we) (?:\w+ )?(?:due|payable|owed) (?:now|today|yet|already|"
    r"right)|\b(?:need|have|got|supposed) to pay (?:it |this |that |anything )?(?:right )?"
    r"(?:now|today|yet|already|away)\b|"
    r"\b(?:do|should) i (?:need|have) to (?:do )?(?:anything|something|pay)\b|"
    r"\b(?:tengo|tenemos|hay|tendria) (?:yo )?que pagar\w*|\b(?:debo|debemos|deberia|necesito|hace "
    r"falta|es necesario|toca) (?:yo )?pagar\w*|\b(?:puedo|podemos|puede) esperar\w*|"
    r"\bpay\w*\b.{0,20}\b(?:meantime|meanwhile|mean time)\b|\bpag\w+\b.{0,20}\bmientras\b|"
    r"\bmientras (?:tanto )?.{0,12}\bpag\w+\b|"
    r"\bse (?:tiene|debe) que pagar\b|\blo (?:tengo|debo) (?:que )?pagar\b"
)
_OTHER = re.compile(
    r"\b(?:all|whole|full|everything|at once|half|fee|fees|interest|extra|with|by card|online|for "
    r"(?:my|him|her|it|them|someone)|how|why|where|when|what day|cuando|que dia|todo|"
    r"toda|complet[oa]|de una|mitad|recargo|"
    r"interes\w*|con|tarjeta|como|por ?que|donde|cuanto|until|til|till|hasta|before (?:my|"
    r"the) (?:visit|appointment))\b"
)
MOST_WORDS = 14


def asks_need(text: str) -> bool:
    """Not "do i have to pay all of it", and not how or why."""
    said = plain(text)
    is_short = len(said.split()) <= MOST_WORDS
    return is_short and _NEED.search(said) is not None and _OTHER.search(said) is None
