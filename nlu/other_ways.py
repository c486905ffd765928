"""What else there is, beside what was just told or offered: "plan b?", "otra opcion?"."""

import re

from nlu.illness import plain_words

_LEAD = (
    r"(?:(?:ok|okay|so|and|hm+|then|well|no|nah|but|hi|hey|um+|oh|i see|alright|y|pero|entonces|"
    r"bueno|pues|oiga|disculpe|perdon|ah|mmm|sorry)\s)*"
)
_TAIL = (
    r"(?: (?:please|pls|plz|for me|though|instead|available|here|then|for this|por favor|"
    r"porfa|para mi|entonces|disponibles?|aqui))*"
)
_ASKS = (
    r"(?:(?:whats|what is|what are|what|is there|are there|do you have|do u have|do you guys have|"
    r"have you got|got|you got|can i (?:get|hear|see|have)|could i (?:get|have)|give me|show me|"
    r"tell me|how about|what about|i want|i need|isnt there|arent there)\s)?"
)
_PIDE = (
    r"(?:(?:cual es|cuales son|hay|no hay|tienen|no tienen|tiene|no tiene|tendra|tendran|"
    r"no tendran|existe|deme|me da|me dan|quiero|necesito|no habra|habra|que)\s)?"
)
_WHICH = r"(?:(?:a|the|my|your|any|some)\s)?"
_CUAL = r"(?:(?:el|un|algun|alguna|la|las|mis|una)\s)?"
_ANOTHER = re.compile(
    rf"{_LEAD}(?:{_ASKS}{_WHICH}(?:our )?plan b|"
    rf"{_ASKS}{_WHICH}(?:other|another|different|alternative|more)"
    r" (?:options?|ways?|choices?|alternatives?|plans?|possibilit(?:y|ies))"
    r"(?: (?:i have|do i have|you have|do you have|is there|are there|you got|i got))?|"
    r"(?:(?:what are|whats|what r) )?(?:my |the )?options|(?:any )?alternatives|"
    r"what (?:else )?(?:options|choices|ways) (?:do i have|are there|you got|do you have)|"
    r"what else (?:can (?:i|we|you) do|could i do|do you (?:have|offer|got)|you got|is there|"
    r"is possible)|(?:is there )?anything else (?:i|we|you) can do|"
    rf"{_PIDE}{_CUAL}plan b|"
    rf"{_PIDE}{_CUAL}(?:otr[oa]s?|mas) (?:opcion(?:es)?|alternativas?|formas?|maneras?|modos?|"
    r"plan(?:es)?)(?: (?:hay|tengo|tienen|tiene|habra))?|"
    r"(?:que|cuales) (?:son )?(?:mis )?(?:otras )?opciones(?: (?:hay|tengo|tienen))?|"
    rf"que (?:mas|otra cosa) (?:puedo hacer|se puede(?: hacer)?|ofrecen|tienen|hay)|"
    rf"{_PIDE}(?:alguna )?alternativas?|opciones){_TAIL}"
)


def asks_other_ways(text: str) -> bool:
    """And nothing besides: with terms of its own it is a wish like any other."""
    return _ANOTHER.fullmatch(plain_words(text)) is not None
