""" "Visit to Dr Miller": a visit is named, and nothing of health or of a new one is asked."""

import re

from actions._words import plain

_VISIT = re.compile(
    r"\b(?:visits?|appointment|appt|check ?up|cita|consulta|visita|dr|dra|doctor|doctora|doc|"
    r"(?:when|time|day) (?:i|we) (?:went|saw|came|was)|cuando (?:fui|vi)|e\.?r\.?|emergency room|"
    r"urgent care|sala de emergencias?|urgencias)\b"
)
_CARE = re.compile(
    r"\?|\b(?:pain\w*|hurts?|hurting|ach\w+|sick|symptom\w*|fever|bleed\w*|results?|tests?|meds?|"
    r"medic\w+|pills?|prescri\w+|refill\w*|dos(?:e|age)|allerg\w+|infect\w*|rash|surgery|pregnan\w*|"
    r"schedul\w*|resched\w*|book|make|need|want|can|cancel\w*|next|come in|should|call|talk|speak|"
    r"ask|tell|question|wrong|never|not|dolor\w*|duele|resultad\w+|examen\w*|receta\w*|pastilla\w*|"
    r"sangr\w+|fiebre|agend\w+|sacar|reprogram\w+|hacer|necesit\w+|quier\w+|pued\w+|proxim\w+|"
    r"hablar|llam\w+|pregunt\w+|nunca|no|emergency(?! room)|help|ayuda\w*|now|ahora)\b"
)
_MOST_WORDS = 9


def names_visit(text: str) -> bool:
    said = plain(text)
    is_short = len(said.split()) <= _MOST_WORDS
    return is_short and _VISIT.search(said) is not None and _CARE.search(said) is None
