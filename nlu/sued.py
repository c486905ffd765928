"""A worried question whether they will be sued or taken to court: nobody here has said so."""

import re

from nlu.normal import fold

_LEAD = (
    r"(?:(?:ok|okay|so|wait|omg|oh|no|and|but|hi|hello|please|tell me|just|are we|what|y|pero|oiga|"
    r"entonces|o sea|ay|dios mio|por favor|digame|es que|acaso|god|my) )*"
)
_AM_I = (
    r"(?:(?:am i|im|i'?m|i am|are we|will i|would i|could i|can i|do i|did i|is this me|are they|"
    r"are (?:you|u|yall)(?: guys| people)?|will (?:you|u|yall|they)|would (?:you|they)|can "
    r"(?:you|they)|"
    r"you(?:'?re| are|r)?|u|they(?:'?re| are)?|(?:you|u) guys|is (?:this|the (?:clinic|hospital|"
    r"office))) "
    r"(?:(?:really|actually|gonna|going to|trying to|about to|be|being|get|getting|got|even|now|"
    r"planning to|planning on|going|to) )*)"
)
_SUED = (
    r"(?:sued?|suing|taken to court|tak(?:e|ing) me to (?:small claims )?court|go(?:ing)? to court|"
    r"a lawsuit|served)"
)
_REST = (
    r"(?: (?:me|us|over (?:this|it|the bill|\$?\d+)|for (?:this|it|that|not paying|the bill)|by "
    r"(?:you|u|yall|them|the "
    r"(?:clinic|hospital|office))|now|or (?:what|something|not)|if i (?:dont|don'?t|cant|"
    r"can'?t) pay"
    r"(?: (?:it|this))?|guys|too|please))*"
)
_DEMANDAN = (
    r"(?:(?:me|nos) (?:van a|pueden|podrian|piensan|quieren|estan|vas a|va a)?(?: a)? ?"
    r"(?:demandar|demandan|demandando|llevar a (?:la )?corte|llevar a juicio)|"
    r"(?:van a|pueden|piensan|quieren) (?:demandar|llevar)(?:me|nos)(?: a (?:la )?(?:corte|"
    r"juicio))?|"
    r"(?:es|hay) (?:una )?demanda)"
)
_RESTO = (
    r"(?: (?:por (?:esto|eso|no pagar|la (?:cuenta|factura))|si no (?:pago|puedo pagar)|ustedes|ya|"
    r"o que|verdad|a la corte))*"
)
_ASKED = re.compile(rf"{_LEAD}(?:{_AM_I}{_SUED}{_REST}|{_DEMANDAN}{_RESTO})")
_QUESTION = re.compile(rf"\W*{_LEAD}(?:am|are|will|would|can|could|do|did|is)\b")


def asks_if_sued(text: str) -> bool:
    """The whole text asks it; who will sue, has a lawyer or was served says so and is obeyed."""
    said = " ".join(fold(text).text.replace("¿", "").split())
    is_asked = "?" in said or _QUESTION.match(said) or re.match(rf"{_LEAD}{_DEMANDAN}", said)
    bare = said.strip(" .!?¡")
    return bool(is_asked) and _ASKED.fullmatch(bare.replace("?", "")) is not None
