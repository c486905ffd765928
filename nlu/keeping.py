"""What is to stay as it is: "ok keep it", "leave it as is", "dejelo asi", "sigo con el plan".

Beside a change on offer that is a no to the change, whatever yes the text begins with.
"""

import re

from nlu.normal import fold

_IT = r"(?:it|that|this|them|(?:(?:the|my|this) )?(?:payment )?(?:plan|payments?|days?|dates?))"
_AS = (
    r"as[ -]is|as it (?:is|was)|as they are|alone|be|like (?:it is|it was|that)|the same|how it is"
)
_OTHERWISE = r"(?! (?:at|to|under|below|down|off|on|for|but)\b)"
_SAME = r"asi(?: como esta| nomas)?|como (?:esta|estaba)|igual|quiet[oa]|en paz"
_KEEPS = re.compile(
    rf"\b(?:keep|keeping) (?:{_IT}\b{_OTHERWISE}|going\b)|"
    rf"\b(?:keep|leave|let) {_IT} (?:{_AS})\b|\bleave (?:it|that)\W*$|"
    r"\b(?:stay|stick)(?:ing)? (?:on|with|in) (?:(?:it|that)\b|(?:(?:the|my|this) )?plan\b)|"
    r"\b(?:do not|don'?t|dont|no need to) (?:change|end|stop|cancel|touch|do) "
    r"(?:it|that|this|anything|the plan|my plan)\b|"
    rf"\bdej(?:e|a|en|emos)(?:lo|la|los|las)? (?:(?:el|mi) plan )?(?:{_SAME})\b|"
    r"\bdeje(?:lo|la)\W*$|"
    rf"\b(?:que )?(?:se )?(?:quede|siga|sigue|sigo|seguimos|quedo) (?:{_SAME})\b|"
    r"\b(?:sigo|seguimos|me quedo|mantenga\w*|mantener|conserv\w+) (?:con )?(?:el|mi|este) plan\b|"
    r"\bno (?:lo |me )?(?:cambie|cancele|quite|termine|toque)n?(?: nada| el plan)?\b"
)
_HAS_PLAN = re.compile(
    r"\b(?:i|we)(?:'?ve|'?m| have| am|'?re| are)? (?:already|still|currently) (?:have|got|has|had|"
    r"on|"
    r"made|set ?up|doing|did|in|agreed to)(?: up| on)? (?:a |the |my |that )?(?:payment )?plan\b"
    r"(?! to (?:pay|call|do))|"
    r"\bya (?:tengo|tenemos|hice|hicimos|estoy en|quedamos en) (?:un |el )?(?:plan|arreglo|"
    r"acuerdo)\b"
)


def keeps_it(text: str) -> bool:
    """Nothing is to be changed; no other terms beside it ("keep it at 40")."""
    said = fold(text).text
    return "?" not in text and _KEEPS.search(said) is not None


def claims_plan(text: str) -> bool:
    """ "I already have a payment plan with you": the one that runs is told, or that none does."""
    return _HAS_PLAN.search(fold(text).text) is not None
