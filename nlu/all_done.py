"""Whether anything is left to do for them: "so im good?", "entonces no tengo que hacer nada?"."""

import re

from nlu.normal import fold

_LEAD = (
    r"(?:(?:ok(?:ay)?|k|so|and|then|alright|all right|great|cool|oh|ah|wait|well|good|y|pues|bueno|"
    r"entonces|o sea|osea|ah ok|va)\W+)*"
)
_TAIL = (
    r"(?:\W+(?:then|now|right|yes|no|correct|for now|at all|with (?:you|yall|it|that)|"
    r"on (?:my|this) end|from me|here|today|entonces|verdad|ahora|ya|por ahora|por mi parte|"
    r"de mi parte|no mas|o si|"
    r"cierto|con (?:ustedes|eso)))*\W*"
)
_NEED = r"(?:need to|have to|gotta|got to|has to|must|should|to)"
_ANY = r"(?:nothing|anything|nothin|anythin|nuthin)(?: (?:else|more))?"
_ASKS = (
    rf"(?:i|we) (?:do ?n'?t|dont|do not) (?:{_NEED} )*(?:do|pay|send) {_ANY}",
    rf"(?:do|should|must) (?:i|we) (?:still )?(?:{_NEED} )*(?:do|send) {_ANY}",
    r"(?:am i|are we|i'?m|im|i am|we'?re|were|is it|it'?s|its|is this|we) (?:all |both )?"
    r"(?:good|set|square|done|straight|ok|okay|taken care of|covered|clear|even)(?: to go)?",
    rf"(?:there'?s |there is |theres |is there |that'?s )?{_ANY}(?: left)? "
    r"(?:for (?:me|us) )?(?:(?:i|we) )?(?:left )?(?:need(?:ed)?|to do|have to do|gotta do|"
    r"need to do)(?: (?:for|by) me)?",
    rf"{_ANY} (?:until|till?|til|before) (?:then|that day)",
    r"nada hasta (?:entonces|ese day|ese dia)",
    r"(?:ya |yo )*no (?:tengo|hay|necesito|ocupo|hace falta|me toca)(?: que)? "
    r"(?:hacer(?: yo)? )?(?:ya )?nada(?: mas)?",
    r"(?:ya )?no (?:hago|debo hacer|tendria que hacer) (?:ya )?nada(?: mas)?",
    r"(?:tengo|hay|debo|necesito|falta)(?: que)? (?:hacer )?(?:algo|nada)(?: mas)?(?: que hacer)?",
    r"(?:ya )?(?:estoy|quede|quedo|estamos|quedamos|estaria) "
    r"(?:ya )?(?:bien|al corriente|al day|al dia|list[oa]s?|a mano|arreglad[oa])",
    r"(?:(?:is )?that|that'?s|this is) (?:it|all)(?: there is)?|(?:ya )?(?:es )?(?:todo|listo)",
    r"ya (?:quede|quedamos|quedo|estuvo|esta)",
    r"(?:ya )?(?:esta|quedo|queda) (?:ya )?(?:todo|list[oa]|arreglado|resuelto)(?: bien| listo)?",
)
_WHOLE = re.compile(rf"\W*{_LEAD}(?:{'|'.join(_ASKS)}){_TAIL}")
_IF_FINE = re.compile(
    r"\W*(?:(?:so|and|y|ok)\W+)*(?:(?:is|would|will) (?:that|this|it)(?: be)? "
    r"(?:ok|okay|fine|alright|all right|good|cool|work)(?: (?:with|for) (?:you|u|yall))?|"
    r"that ok|ok with you|"
    r"(?:esta|estaria) bien(?: asi| con ustedes)?|(?:le|les) parece(?: bien)?|hay problema|"
    r"si se puede|se puede)\W*"
)
_CONCLUDES = re.compile(r"\b(?:so|then|entonces|o sea|osea)\b")


def asks_if_all_done(text: str) -> bool:
    """Asked, or concluded: "so i dont gotta do nothing"; not told: "i'm good"."""
    said = fold(text).text
    is_asked = "?" in said or _CONCLUDES.search(said) is not None
    return is_asked and _WHOLE.fullmatch(said) is not None


def asks_if_fine(text: str) -> bool:
    """ "Is that ok?", of what they themselves have just named."""
    is_asked = "?" in text or re.match(r"\W*(?:is|would|will)\b", text, re.IGNORECASE)
    return bool(is_asked) and _IF_FINE.fullmatch(fold(text).text) is not None
