"""One of several bills: which was meant, which is which, and why there are several."""

import re

from nlu.normal import fold

_NARROWS = re.compile(
    r"\b(?:not|no) (?:\w+ )?(?:the|my|el|la|lo) (?:total|whole (?:thing|amount|balance)|full|"
    r"todo|suma)\b.{0,12}\b(?:ju?st?|only|solo|sino|solamente|nomas|the|la|el)\b"
)
_PAYS = re.compile(
    r"\b(?:can|could|may|want to|wanna|like to|let me|ill|i'll|how do|going to|gonna) (?:i |we )?"
    r"(?:oay|pya|apy|psy|payy+|ppay|paay|pey|pay7)\b"
)
_NO_SERVICE = (
    r"(?!total|due|balance|amount|number|phone|address|best|"
    r"plan|status|small|big|larg|old|new|"
    r"first|last|high|low|saldo|monto|numero|telefono|fecha|direccion|mas|menor|mayor|primer|ultim)"
)
_WHICH_IS = re.compile(
    r"\bwh?ich(?: one| bill| 1| of (?:them|those|these))? (?:is|was|are) (?:for )?"
    r"(?:the|my|from|a) "
    rf"{_NO_SERVICE}\w+(?: \w+)?\W*$|"
    r"\bcual(?: de (?:ellas|las dos|esas|las))? (?:es|fue|era) (?:la|el)(?: de| del)? "
    rf"{_NO_SERVICE}\w+(?: \w+)?\W*$"
)
_SEVERAL = (
    r"(?:two|2|three|3|several|so many|multiple|more than one|separate|different|another|a second)"
)
_WHY_SEVERAL = re.compile(
    rf"\b(?:why|how come)\b(?: \w+){{0,4}}? {_SEVERAL}\b(?! ?(?:hundred|thousand|dollars|\d))|"
    r"\b(?:por ?que|porque|xq|pq)\b(?: \w+){0,4}? (?:dos|2|tres|3|varias|otra|separadas)\b"
    r"(?! ?(?:cientos|mil|dolares|\d|vez|veces))"
)
_MOST_WORDS = 10
_DOUBLE = re.compile(
    r"\b(?:twice|charge[ds]?|double|same|cobr\w+|mism[oa]|texts?|messages?|weeks?)\b"
)


def narrows_to_bill(text: str) -> bool:
    """ "Not the total, just the feb visit": a smaller question, and nothing is wrong."""
    return _NARROWS.search(fold(text).text) is not None


def pays_misspelt(text: str) -> bool:
    """ "Can i oay that one"."""
    return _PAYS.search(fold(text).text) is not None


def asks_which_is(text: str) -> bool:
    """ "Which one is the pt": by what was done, which no text of ours tells."""
    said = fold(text).text
    return len(said.split()) <= _MOST_WORDS and _WHICH_IS.search(said) is not None


def asks_why_several(text: str) -> bool:
    """ "Why is there two"; being charged twice for one thing is another matter."""
    said = fold(text).text
    is_short = len(said.split()) <= _MOST_WORDS
    return is_short and bool(_WHY_SEVERAL.search(said)) and not _DOUBLE.search(said)
