"""Whose part is meant, of all that one person answers for: a child's, by name, or their own."""

import re

from nlu.normal import fold

_OWN = re.compile(
    r"\b(?:for|on|only|just|pay|and) mine\b|^\W*mine\b|"
    r"\b(?:only|just) (?:for |on )?(?:me|myself)\b|"
    r"\bfor (?:me|myself) (?:only|alone)\b|\bmy (?:own|part|share)\b|\blo mi[oa]\b|"
    r"\b(?:de|para|con|solo|solamente) la mia\b|\bmi parte\b|\bla mia (?:no ?mas|solamente|sola)\b|"
    r"\b(?:solo|solamente|nada mas|nomas) para mi\b|\bpara mi (?:sol[oa]|no ?mas|nada mas)\b"
)
_NOT = (
    r"\b(?:not|without|except|(?:all|every\w+|both) but|sin|menos|excepto|no)\b"
    r"(?: (?:for|the|to|lo|la|el|de|para))*"
)
_LIMITS = r"(?:only|alone|just|no ?mas|solo|solamente|nada mas)"
_FIGURE = r"(?!'?s?,? *(?:\$ ?)?\d)"


def names_own(text: str) -> bool:
    """ "Plan for mine", "para lo mio nomas"."""
    said = fold(text).text
    return _OWN.search(said) is not None and not re.search(rf"{_NOT} (?:mine|lo mi[oa])", said)


def names_owner(text: str, name: str) -> bool | None:
    """Whether what is Max's is meant, or is left out (False); None: not spoken of."""
    said, who = fold(text).text, re.escape(fold(name).text)
    if re.search(rf"{_NOT} {who}(?:'?s)?\b", said):
        return False
    is_named = re.search(
        rf"\b(?:about|for|on|de|para|por|of) {who}\b{_FIGURE}|\b{who}'s\b{_FIGURE}|"
        rf"\b{_LIMITS} {who}(?:'?s)?\b{_FIGURE}|\b{who}(?:'?s)?(?: \w+)? {_LIMITS}\b|"
        rf"\b{who}s (?:bills?|balance|part|share|visits?|statements?|one)\b",
        said,
    )
    return True if is_named else None
