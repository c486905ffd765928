"""All of it on one day: "pay it all in 2 weeks". A promise, and no plan."""

import re

from nlu.reading import read
from nlu.understanding import Entities, Relative

_PAYS_ALL = re.compile(
    r"\b(?:pay|paying|give(?! me| us)|doy|dar(?:l[eo]s?)?|send|clear|"
    r"take care of|pago|pagar\w*|pagare|liquid\w+|saldo|saldar\w*)\b"
    r"(?: \w+){0,3}? (?:all|everything|whole|full|todo|toda|complet[oa]|enter[oa])\b|"
    r"\b(?:tod[oa]|complet[oa]|everything|all of it) (?:lo |la |le )?(?:pago|pagare|puedo pagar)\b"
)
_ELSE = re.compile(
    r"\b(?:plan|payments?|installments?|split|spread|divid\w+|over|parts?|partes|abonos|cuotas|"
    r"plazos|month(?:ly)?s? a|each|cada|every|insurance|insurer|seguro|medicare|medicaid|they|"
    r"have to|need to|must|required|supposed|tengo que|hay que|debo|can'?t|cannot|won'?t|"
    r"not|no|if|si|already|paid|ya pague|when|cuando|half|mitad)\b"
)

_ASKED = re.compile(
    r"^\W*(?:do|does|will|should|why|is|are|did|would)\b|\bsend (?:me|us|my|the|it)\b|\bstatement\b"
)


def pays_whole_on_a_day(text: str, entities: Entities, language: str | None = None) -> bool:
    said = read(text, language).text
    if entities.count or entities.frequency or len(entities.dates) != 1:
        return False
    is_part = any(a.per or a.relative not in (None, Relative.ALL) for a in entities.amounts)
    is_sized = any(amount.cents for amount in entities.amounts)
    is_all = _PAYS_ALL.search(said) is not None and not (is_part or is_sized)
    return is_all and _ELSE.search(said) is None and _ASKED.search(said) is None
