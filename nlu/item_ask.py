"""A question of what a sum is for: "so 60 is for the xray?" doubts nothing and pays nothing."""

import re

from nlu.normal import fold

_IS_FOR = re.compile(
    r"\b(?:is|was|are|were|'s) (?:\w+ ){0,3}?(?:for|from|the)\b|"
    r"^\W*(?:so |ok |and |wait |then )*(?:the )?\$?\d[\d.,]* (?:\w+ )?(?:for|from)\b|"
    r"\b(?:es|son|era|eran|fue|fueron) (?:\w+ ){0,2}?(?:por|de|del|para|lo)\b"
)
_SUM = re.compile(r"\d")
_DOUBTS = re.compile(
    r"\?\s*[?!]|!|\b(?:no|not|never|nunca|why|how|por que|wrong|mistake|error|mal|only|just|really|"
    r"serious\w*|much|crazy|ridiculous|double|twice|doble|dos veces|again|otra vez|dispute|"
    r"didn'?t|wasn'?t|isn'?t|don'?t|pay|pago|pagar|paid|pague|insurance|seguro)\b"
)

_NAMED = re.compile(
    r"\W*(?:(?:its|it'?s|it is|just|um|uh|well|about|on|regarding|ok|yes|yeah|so|i mean|es|pues|"
    r"sobre|"
    r"bueno|si|the one|mostly) )*(?:the|my|that|this|a|el|la|un|una|ese|esa|lo) (?:\w+ )?"
    r"(?:charges?|bill|fee|cost|amount|line|item|part|cargo|cobro|factura|cuenta|parte) "
    r"(?:for|from|of|on|de|del|por|para) (?:(?:the|my|that|la|el|los|las|mi) )?\w+(?: \w+)?\W*"
)


def asks_of_item(text: str) -> bool:
    """No word of doubt or of paying beside the sum that is asked about."""
    said = fold(text).text
    is_asked = said.rstrip().endswith("?") and _SUM.search(said) is not None
    return is_asked and bool(_IS_FOR.search(said)) and not _DOUBTS.search(said)


def names_item(text: str) -> bool:
    """ "The charge for the lab" and nothing more: what is asked about, not that it is wrong."""
    said = fold(text).text
    return _NAMED.fullmatch(said) is not None and not _DOUBTS.search(said)
