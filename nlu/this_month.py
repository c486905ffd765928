"""No payment for now: "i cant this month", "este mes no puedo". No word of when texts may come."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

HARDSHIP, LATER = "financial_hardship", "remind_later"
_LEAD = (
    r"(?:(?:hi|hey|hello|ok|okay|yeah|no|nah|so|well|but|and|honestly|unfortunately|sorry|im sorry|"
    r"i am sorry|thanks|thank you|hola|pues|bueno|pero|y|mire|oiga|perdon|disculpe|fijese que|"
    r"la verdad|lo siento|gracias|es que|yo)\s)*"
)
_TAIL = r"(?: (?:sorry|im sorry|please|pls|thanks|thank you|ok|perdon|disculpe|gracias|lo siento))*"
_MONTH = r"(?:for |in |on )?(?:this (?:whole )?(?:month|week)|these days)"
_NOW = r"(?:right now|rn|atm|at the moment|just now|for now)"
_MES = r"(?:(?:por|en) )?(?:este mes|esta (?:quincena|semana))"
_AHORA = r"(?:ahorita|ahora|por ahora|por el momento|de momento|en este momento|ahora mismo)"
_PAYING = (
    r"(?: (?:do|pay|afford|swing|manage|cover)(?: (?:it|that|this|anything|the bill|my bill))?|"
    r" make (?:it|(?:a|the|any|my) payments?)| make it work)?"
)
_CANT = (
    r"(?:(?:i|we) )?(?:really |just |probably |prob |def |definitely |honestly )?"
    r"(?:cant|cannot|can not|wont be able to|am not able to|couldnt)"
)
_NO_PUEDO = (
    r"no (?:le |se |lo |la )?(?:voy a poder|vamos a poder|puedo|podre|podemos|me es posible|"
    r"me alcanza|alcanzo)(?: (?:a )?(?:pagar(?:lo|la|les|le)?|hacerlo|cubrirlo|nada))*"
)
_IS_BAD = (
    r"(?:(?:(?:is|s) )?(?:(?:a |really |very |too |just )*(?:bad|tight|rough|hard|no good|not good|"
    r"short|out)(?: (?:one|month))?|not possible)|(?:aint|isnt|is not|not) (?:gonna|going to) work|"
    r"(?:wont|doesnt|does not|will not) work)(?: out)?(?: for (?:me|us))?"
)
_ES_MALO = (
    r"(?:esta|ando|estoy|se me hace|viene)(?: muy| bien)? (?:dificil|apretad[oa]|cort[oa]|"
    r"complicad[oa]|pesad[oa]|mal)"
)


def _any(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{'|'.join(ways)}){_TAIL}")


_OF_THE_MONTH = _any(
    rf"{_CANT}{_PAYING} {_MONTH}",
    rf"{_MONTH} {_CANT}{_PAYING}",
    rf"this (?:month|week)s? {_IS_BAD}",
    rf"{_NO_PUEDO} {_MES}",
    rf"{_MES} (?:yo )?{_NO_PUEDO}",
    rf"{_MES} {_ES_MALO}",
)
_SUPPOSED = re.compile(r"^(?:and |y |pero |but )?(?:what if|what happens if|if|que pasa si|si) ")
_OF_NOW = _any(rf"{_CANT}{_PAYING} {_NOW}", rf"{_NO_PUEDO} {_AHORA}", rf"{_AHORA} {_NO_PUEDO}")


def cannot_this_month(text: str) -> bool:
    return "?" not in text and _OF_THE_MONTH.fullmatch(plain_words(text)) is not None


def is_of_paying(text: str) -> bool:
    """Also where it is only supposed: "what if i cant this month"."""
    said = _SUPPOSED.sub("", plain_words(text))
    return _OF_THE_MONTH.fullmatch(said) is not None


def with_this_month(heard: Understanding, text: str) -> Understanding:
    """Of a month: hard times, with the ways to wait. Of now: a text later, unless more was sure."""
    if cannot_this_month(text):
        return replace(heard, intents=(Intent(HARDSHIP, 1.0),), decision=Decision.ACT)
    is_unsure = heard.decision is not Decision.ACT
    if is_unsure and "?" not in text and _OF_NOW.fullmatch(plain_words(text)):
        return replace(heard, intents=(Intent(LATER, 1.0),), decision=Decision.ACT)
    return heard
