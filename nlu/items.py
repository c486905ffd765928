"""Parts of a bill and languages, by the patients' words for them."""

import re

from nlu.normal import Normal

_ITEMS = {
    "lab": r"lab ?work|labs?|blood ?work|blood (?:tests?|draw)|laboratorios?|"
    r"analisis(?: de sangre)?|(?:examen(?:es)?|pruebas?) de sangre",
    "x-ray": r"x ?-?rays?|xrays?|radiografias?|rayos x|imaging",
    "mri": r"mri|ct scan|cat scan|ultrasound|sonogram|resonancia|ultrasonido|tomografia",
    "copay": r"co ?-?pays?|co ?-?payment|copago",
    "deductible": r"deductible|deducible",
    "emergency room": r"emergency room|e\.?r\.?(?= (?:visit|bill|charge|fee))|sala de emergencias?",
    "ambulance": r"ambulance|ambulancia",
    "anesthesia": r"anesthesia|anestesia|anesthesiolog\w+",
    "surgery": r"surgery|operation|cirugia|operacion",
    "facility fee": r"facility fee|room fee|hospital fee",
    "late fee": r"late fees?|late charge|recargos?",
    "vaccine": r"vaccines?|shots?|flu shot|vacunas?|immunization",
    "physical therapy": r"physical therapy|therapy|terapia",
    "medication": r"meds?|medication|medicine|prescription|medicina",
    "cleaning": r"cleaning|limpieza|filling|crown|root canal",
    "visit": r"visits?|office visit|consultation|consulta|visita|check ?-?up|appointment|cita",
}
_BY_ITEM = [(item, re.compile(rf"\b(?:{words})\b")) for item, words in _ITEMS.items()]
_LANGUAGES = {
    "es": re.compile(r"\b(?:espanol|spanish|espanish|castellano)\b"),
    "en": re.compile(r"\b(?:english|ingles|inglish)\b"),
}
_NOT = re.compile(
    r"\b(?:no(?! (?:sorry|perdon|disculp|mejor|wait|esper|please|por ?fa|prefi|rather|just|"
    r"i (?:said|meant|want|prefer|speak|need)))|not|dont|don't|sin)\b[^.,]{0,20}$"
)  # "no sorry english" asks for English


def find_item(said: Normal) -> str | None:
    return next((item for item, words in _BY_ITEM if words.search(said.text)), None)


def without_items(said: str) -> str:
    for _, words in _BY_ITEM:
        said = words.sub(" ", said)
    return said


def find_language(said: Normal) -> str | None:
    """The language asked for: "no hablo ingles" asks for Spanish."""
    for language, words in _LANGUAGES.items():
        match = words.search(said.text)
        if match:
            is_refused = _NOT.search(said.text, 0, match.start()) is not None
            return {"es": "en", "en": "es"}[language] if is_refused else language
    return None
