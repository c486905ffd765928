"""A "stop" or "no consent" of something else than texts, and one that is only for a while."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

OPT_OUT = "opt_out"
_CARE = (
    r"(?:blood|lab|test|scan|x ?ray|mri|procedure|surgery|treatment|exam|shot|charge|visit|"
    r"sangre|prueba|examen|analisis|procedimiento|tratamiento|cirugia|radiografia|cargo)"
)
_MEANT = (
    ("dispute_charge", re.compile(
        r"\b(?:consent\w*|permission|authoriz\w+|agreed?) (?:for|to) "
        rf"(?:it|that|(?:\w+ ){{0,2}}{_CARE}\w*)$|"
        r"\b(?:consent\w+|permiso|autoric\w+|autorizacion) (?:para|a) "
        rf"(?:eso|(?:\w+ ){{0,3}}{_CARE}\w*)$"
    )),
    ("complaint", re.compile(
        r"\b(?:stop|quit) (?:being|acting|playing|talking) (?:(?:so|such|like|an?|all|that|this|"
        r"really|fucking|damn|stupid|crazy) )*(?!annoy|pest|push|nosy|creep|nuisan|pain\b|"
        r"rude to|bother|harass)\w+(?: (?:with|to) (?:me|us|your patients))?"
        r"(?: (?:please|now|ok|and answer.*|and help.*))*$|"
        r"\b(?:dej\w+ de ser|no sea[ns]?|no te pongas|dejen? de hacerse) "
        r"(?:tan |el |la |un |una )*"
        r"(?!molest|pesad|insisten)\w+(?: (?:conmigo|por favor|ya))*$|"
        r"\b(?:stop|quit) (?:sending|passing|transferring|bouncing|shuffling|handing|switching) "
        r"(?:me|us) (?:to|from|around|between|off)\b(?! (?:texts?|messages?|reminders?))|"
        r"\bdej\w+ de (?:mandar|pasar|transferir|enviar)(?:me|nos) (?:con|de|a) "
        r"(?:otr\w+|diferentes|distint\w+|tant\w+|un\w+|person\w+)"
    )),
    ("remind_later", re.compile(
        r"(?:(?:please|just|can you|could you|ok|porfa\w*|por favor|solo|nomas) )*"
        r"(?:stop|pause|par[ae]n?|pausen?|detengan?se) (?:it |this |todo )?"
        r"(?:for|por) (?:a|un) (?:little |short )?(?:while|bit|tiempo|tiempito|rato|ratito)"
        r"(?: (?:please|pls|ok|thanks|thank you|gracias|porfa\w*|por favor))*$"
    )),
)  # fmt: skip
_NAMED = re.compile(
    r"\b(?:stop|quit|dont) (?:calling|call) me "
    r"(?!a\b|at\b|on\b|and\b|about\b|again\b|now\b|please\b|"
    r"pls\b|plz\b|any\w*\b|ever\b|every\w*\b|ok\b|thanks?\b|today\b|tonight\b|tomorrow\b|back\b|"
    r"daily\b|already\b|asap\b|immediately\b|so\b|all\b|or\b|for\b|here\b|too\b|u\b|you\w*\b|man\b|"
    r"bro\b|dude\b|sir\b|lady\b|maam\b|constantly\b|period\b|before\b|after\b|until\b|from\b)\w+$|"
    r"\b(?:no me (?:diga|digan|llame|llamen)|deje\w* de (?:decir|llamar)me) "
    r"(?!mas\b|ya\b|por\b|a\b|al\b|en\b|nada\b|nunca\b|gracias\b|hoy\b|de\b|porfa\w*\b|que\b|tanto\b|"
    r"otra\b|eso\b|cuando\b|despues\b|antes\b|favor\b|hasta\b|si\b|mentir\w*\b|luego\b|manana\b)\w+$"
)
_TEXTS = re.compile(
    r"\b(?:text\w*|messag\w+|msgs?|sms|remind\w*|contact\w*|number|phone|mensaj\w+|textos?|"
    r"recordator\w+|numero|telefono|celular|forever|never again)\b"
)
_MOST_WORDS = 12


def without_misheard_stop(heard: Understanding, text: str) -> Understanding:
    """As what it is; a wrong name that we used is asked about, and so nobody is called."""
    said = plain_words(text)
    if is_of_texts(said):
        return heard
    if _NAMED.search(said):
        return replace(heard, intents=(), ranking=(), decision=Decision.CLARIFY)
    meant = next((name for name, pattern in _MEANT if pattern.search(said)), None)
    if meant is None or (meant != "remind_later" and heard.main not in (OPT_OUT, meant)):
        return heard
    return replace(heard, intents=(Intent(meant, 1.0),), ranking=(), decision=Decision.ACT)


def is_misheard_stop(text: str) -> bool:
    """Nothing in it asks for no more texts."""
    said = plain_words(text)
    is_meant = any(pattern.search(said) for _, pattern in _MEANT)
    return not is_of_texts(said) and (is_meant or _NAMED.search(said) is not None)


def is_of_texts(said: str) -> bool:
    return len(said.split()) > _MOST_WORDS or _TEXTS.search(said) is not None
