"""A thumb or a heart: alone, or as a phone writes it out (Liked "..."): the sign, never our words.

What it quotes was said by us; an "ok" besides is no more than that.
"""

import re

from nlu.normal import fold

GOOD, BAD, LOVE, PUZZLED = "👍", "👎", "🙏", "?"
_SIGNS = {GOOD: "👍👌✅☑✔🆗🤝💯", BAD: "👎", LOVE: "🙏❤♥💙💚💜🧡💛😊🙂🤗🥰😍😘"}
_TINT = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u200b-\u200d\u200a\u2060\\s]")
_WHO = r"[^\"«\n]{1,30}"
_QUOTED = (
    r"\s*(?:\"[^\"«»]*\"|«[^\"«»]*»|"
    r"(?:an? |the |una? )?(?:image|photo|message|imagen|foto|mensaje))"
    r"[\s.\u200b-\u200d\u200a\u2060]*"
)
_VERBS = (
    (GOOD, rf"(?:liked|emphasized|laughed at|(?:a {_WHO} )?le (?:gusto|gusta|ha gustado)|"
           r"le dio me gusta a|enfatizo|(?:destaco|resalto)|se rio de|se ha reido (?:de|con))"),
    (BAD, rf"(?:disliked|(?:a {_WHO} )?no le (?:gusto|gusta|ha gustado))"),
    (LOVE, rf"(?:loved|(?:a {_WHO} )?le (?:encanto|encanta|ha encantado))"),
    (PUZZLED, r"(?:questioned|cuestiono|pregunto por)"),
    ("", rf"(?:removed an? {_WHO} from|elimino un {_WHO} de|quito un {_WHO} (?:de|a))"),
)  # fmt: skip
_WRITTEN = tuple((sign, re.compile(verb + _QUOTED, re.DOTALL)) for sign, verb in _VERBS)
_WITH_SIGN = re.compile(
    r"(?:reacted (?:with )?|reacciono (?:con )?)?(?P<sign>[^\w\s\"«]+)\s*(?:to|a)" + _QUOTED,
    re.DOTALL,
)
_MERE_OK = re.compile(
    r"(?:\W*\b(?:o+k+(?:ay|ie|ey|i)?|k+|okey|okis|kk|alright|all right|fine|cool|great|good|"
    r"sounds? good|will do|noted|got it|understood|10-?4|roger|ya|bueno|bien|vale|va|sale|listo|"
    r"esta bien|enterad[oa]|entendido|perfect[oa]?|thanks?|thx|ty|thank you|gracias)\b)+\W*"
)
_LONGEST = 40  # letters


def without_reaction(text: str) -> str:
    """The sign in place of what a phone wrote out; any other text as it came."""
    said = fold(text).text.strip()
    for sign, written in _WRITTEN:
        if written.fullmatch(said):
            return sign
    told = _WITH_SIGN.fullmatch(said)
    return _one_of(_TINT.sub("", told["sign"] if told else said)) or text


def takes_notice(text: str) -> bool:
    """A sign, or a few words of "ok" and thanks: no yes of any weight."""
    said = fold(text).text
    is_short = len(said) <= _LONGEST and "?" not in said
    is_sign = _one_of(_TINT.sub("", said)) in (GOOD, LOVE)
    return is_sign or (is_short and _MERE_OK.fullmatch(said) is not None)


def _one_of(signs: str) -> str:
    """The one sign that all of these stand for, "" where there is none."""
    found = (sign for sign, kin in _SIGNS.items() if signs and set(signs) <= set(kin))
    return next(found, "")
