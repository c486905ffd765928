"""A serious illness told is met kindly: "cancer", "im in chemo", "mi mama esta hospitalizada".

No death, and no danger either where none is said; nor is "i cant think about bills".
"""

import re
from dataclasses import replace

from nlu.normal import fold
from nlu.understanding import Decision, Intent, Understanding

CRISIS, DECEASED, HARDSHIP = "crisis", "deceased", "financial_hardship"
_ILLNESS = re.compile(
    r"\b(?:cancer|chemo\w*|radiation|leukemia|lymphoma|tumou?rs?|dialysis|"
    r"(?:had|after|since|from|has had|survived) (?:a |my |his |her |the )?(?:stroke|heart attack)|"
    r"icu|intensive care|transplant|ventilator|"
    r"(?:in|at|from) (?:the )?hospital|hospitali[sz]ed|terminally|stage (?:[1-4]|four|three)|"
    r"(?:having|had|have|need|needs|getting|after|before|from|into|in) (?:\w+ )?surgery|"
    r"quimio\w*|radioterapia|leucemia|linfoma|tumor|dialisis|"
    r"(?:tuve|tuvo|dio) (?:un |una )?(?:derrame|embolia|infarto)|"
    r"terapia intensiva|cuidados intensivos|trasplante|hospitalizad[oa]s?|internad[oa]s?|"
    r"en el hospital|(?:me|lo|la) (?:van a operar|operaron|operan)|(?:una|de) cirugia)\b"
)
_NO_HEAD_FOR_BILLS = re.compile(
    r"\b(?:(?:cant|cannot|can not) (?:\w+ )?(?:think|worry|deal|stress|focus)|"
    r"no (?:puedo|estoy para|tengo cabeza)(?: \w+)?)(?: \w+){0,3} "
    r"(?:bills?|payments?|money|paying|cuentas?|facturas?|pagos?|dinero)\b"
)
_DANGER = re.compile(
    r"\b(?:li[fv]e|living|alive|die|dying|dead|end|ending|kill\w*|suicid\w*|hurt\w*|pain|chest|"
    r"breath\w*|bleed\w*|blood|help|now|urgent\w*|emergency|911|988|alone|hope\w*|over|take it|"
    r"go on|goodbye|any ?more|give up|point|pills?|gun|dont want|overdos\w*|vid\w+|vi[vb]\w+|"
    r"mor\w+|muer\w+|mat\w+|suicid\w*|dolor|duele|pecho|respir\w+|sangr\w+|ayud\w+|ahorita|"
    r"ahora|urgen\w*|emergencia|sol[oa]|aguant\w+|adios|acabar|rend\w+|pastillas|ya no)\b"
)
_OF_THE_BILL = re.compile(
    r"\?|\b(?:bill\w*|charge\w*|pa(?:y|id)\w*|owe\w*|insurance|cover\w*|cost\w*|stop|"
    r"(?:my|his|her) (?:doctor|visit)|cuenta|factura|cobr\w+|pag\w+|deb\w+|seguro|cubr\w+|"
    r"cuanto|cuesta)\b"
)
_THESE_DAYS = re.compile(r"\b(?:right now|these days|por ahora|ahorita)\b")
_MOST_WORDS = 12  # a longer text may say more than that


def is_hard(text: str) -> bool:
    """A few words of a grave illness, their own or of somebody dear, or no head for bills."""
    said = plain_words(text)
    return len(said.split()) <= _MOST_WORDS and _is_hard(said, "?" in text)


def with_illness(heard: Understanding, text: str) -> Understanding:
    """Heard as hard times, where the model was unsure or heard a danger that nobody named."""
    if not is_hard(text):
        return heard
    said = plain_words(text)
    names = {intent.name for intent in heard.intents}
    if DECEASED in names or (CRISIS in names and _DANGER.search(_THESE_DAYS.sub(" ", said))):
        return heard
    is_sure = heard.decision is Decision.ACT and names - {CRISIS, "cancel"}
    if is_sure:
        return heard
    return replace(heard, intents=(Intent(HARDSHIP, 1.0),), decision=Decision.ACT)


def plain_words(text: str) -> str:
    """Lower case, without accents, apostrophes and marks; each run of spaces is one."""
    said = fold(text).text.replace("'", "").replace("\u2019", "")
    return " ".join(re.sub(r"[^\w]+", " ", said).split())


def _is_hard(said: str, asks: bool) -> bool:
    if _NO_HEAD_FOR_BILLS.search(said):
        return not asks
    return _ILLNESS.search(said) is not None and not (asks or _OF_THE_BILL.search(said))
