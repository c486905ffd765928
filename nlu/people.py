"""Who else is meant ("text my husband"), where somebody lives, and what on file is wrong."""

import re

from nlu.normal import fold

_KIN = {
    "husband": "husband|hubby|esposo|marido",
    "wife": "wife|wifey|esposa|senora|mujer",
    "mother": "mother|mom|mama|mum|madre|jefa",
    "father": "father|dad|papa|padre|apa",
    "son": "son|hijo",
    "daughter": "daughter|hija|ija",
    "sister": "sister|hermana|ermana",
    "brother": "brother|hermano",
    "partner": "partner|boyfriend|girlfriend|novio|novia|pareja",
    "granddaughter": "granddaughter|nieta",
    "grandson": "grandson|nieto",
    "ex": "ex",
    "caregiver": "caregiver|caretaker|case ?worker|aide|cuidador\\w*",
    "aunt": "aunt|auntie|tia",
    "uncle": "uncle|tio",
}
_WRITE = (
    r"(?:text|write|send|message|contact|reach|talk|direct|route|put|forward|mand\w*|escrib\w*|"
    r"envi\w*|text[ei]\w*|avis\w*|contact\w*|apunt\w*|pong\w*|habl\w*)"
)
_WHOSE = r"(?:my|our|his|her|mi|nuestr[oa]|al|la|el|a la)"
_BY_KIN = [
    (
        name,
        re.compile(
            rf"\b{_WRITE}\b[^.;!?]{{0,40}}\b{_WHOSE} (?:{words})\b|"
            rf"\b{_WHOSE} (?:{words})\b[^.;!?]{{0,30}}\b(?:instead|en vez|en lugar|should get|"
            r"is the one)\b"
        ),
    )
    for name, words in _KIN.items()
]
_NUMBERED = re.compile(
    r"\b\d{1,6}[a-z]?(?: [a-z0-9#.'-]+){1,7}(?:, ?[a-z0-9#.' -]+){0,3}|\bp\.? ?o\.? ?box \w+"
)
_ADDRESS = re.compile(
    r"\b(?:address|addr|moved|live (?:at|on|in)|new (?:place|house|home|apartment)|street|st\b|ave|"
    r"avenue|road|rd|lane|drive|court|apt|apartment|zip|mailing|po box|p\.o\. box|residence|"
    r"direccion|domicilio|calle|me mude|nos mudamos|me cambie de casa|nueva casa|vivo (?:en|ahora)|"
    r"apartamento|departamento|codigo postal)\b"
)
_NEW_NUMBER = re.compile(
    r"\b(?:new|another|different|changed?|nuevo|otro|cambi\w*|kambi\w*)\b[^.;!?]{0,25}"
    r"\b(?:numbers?|phone|cell|cel|celular|telefono|numero|line|linea|chip)\b"
)
_BIRTH = (
    r"(?:birth ?-?(?:day|date)|date of birth|dob|bday|day of birth|fecha de nacimiento|cumpleanos|"
    r"nacimiento)"
)
_WRONG = (
    r"(?:wrong|incorrect|not right|isnt right|isn't right|mistake|mixed up|typo|off by|messed up|"
    r"mal|equivocad\w*|incorrect\w*|no es (?:esa|correct\w*)|error)"
)
_WRONG_BIRTH = re.compile(
    rf"\b{_BIRTH}\b[^?]{{0,40}}\b{_WRONG}\b|\b{_WRONG}\b[^?]{{0,25}}\b{_BIRTH}\b"
)
_WRONG_NAME = re.compile(
    r"\b(?:got|have|has|spelled|spelt|put|wrote|writing|calling) my (?:first |last )?name (?:is |"
    r"all )?"
    r"(?:wrong|incorrect\w*|misspell\w+)|\bmy (?:first |last )?name (?:is|was|on \w+ is) "
    r"(?:spelled |written |down )?(?:wrong|incorrect\w*|misspelled|not right)|"
    r"\b(?:misspelled|mispelled) my (?:first |last )?name\b|"
    r"\bmi (?:nombre|apellido) (?:esta|viene|sale|lo tienen) (?:mal|equivocado)\b|"
    r"\b(?:tienen|escribieron|pusieron) mal mi (?:nombre|apellido)\b"
)
_MOST_LETTERS = 60


def find_kin(text: str) -> str | None:
    """Whom they want us to text in their place, in an English word for the staff."""
    said = fold(text).text
    return next((name for name, pattern in _BY_KIN if pattern.search(said)), None)


def names_wrong_birth(text: str) -> bool:
    return _WRONG_BIRTH.search(fold(text).text) is not None


def names_wrong_name(text: str) -> bool:
    """ "You have my name wrong", which is no wrong number."""
    return _WRONG_NAME.search(fold(text).text) is not None


def names_address(text: str) -> bool:
    return _ADDRESS.search(fold(text).text) is not None


def names_new_number(text: str) -> bool:
    return _NEW_NUMBER.search(fold(text).text) is not None


def find_address(text: str) -> str | None:
    """As it was written, from its number on; None where no place is named."""
    said = fold(text)
    found = _NUMBERED.search(said.text)
    if found is None:
        return None
    start, end = said.origin(found.start(), found.end())
    return text[start:end].strip(" ,.")[:_MOST_LETTERS].strip(" ,.")
