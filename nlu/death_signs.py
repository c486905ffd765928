"""A death that nobody told of: a model hears one in "im his mom" and in "cancer" as well."""

import re
from dataclasses import replace

from nlu.illness import is_hard, plain_words
from nlu.kin import ADULT_KIN, CHILD, KIN_WHO_ANSWER, PARENT
from nlu.understanding import Decision, Understanding

DECEASED = "deceased"
_WHO_IT_IS = re.compile(
    r"(?:(?:hi|hello|hey|yes|no|ok|hola|buenas|si) )*"
    r"(?:this is|its|it is|im|i am|soy|es|habla|le escribe) (?:\w+ ){0,2}"
    rf"(?:{PARENT}|{ADULT_KIN}|{KIN_WHO_ANSWER}|{CHILD})(?: here| aqui| (?:of|de) \w+)?"
)
_DEATH = re.compile(
    r"\b(?:di(?:e|es|ed)|dying|dead|death|deceased|passed|passing|gone|los[ts]|loss|lord|heaven|"
    r"funeral|buried|burial|estate|widow\w*|obituary|rip|executor|cremat\w+|grave|no longer|"
    r"not (?:alive|living)|make it|took (?:him|her)|at rest|"
    r"mur\w+|muert\w+|fallec\w+|finad\w+|difunt\w+|descans\w+|qepd|"
    r"se (?:nos|me) fue|ya no (?:esta|vive)|viud\w+|velorio|sepeli\w+|enterr\w+|entierro|luto|"
    r"cielo|dios|perd\w+)\b"
)


def may_tell_of_death(text: str) -> bool:
    """False where it only says who somebody is, or of an illness without a word of dying."""
    said = plain_words(text)
    if _WHO_IT_IS.fullmatch(said):
        return False
    return _DEATH.search(said) is not None or not is_hard(text)


def without_unsaid_death(heard: Understanding, text: str) -> Understanding:
    """What else was heard is done; where that is nothing, the patient is asked."""
    names = [intent.name for intent in heard.intents]
    if DECEASED not in names or may_tell_of_death(text):
        return heard
    ranking = tuple(guess for guess in heard.ranking if guess.name != DECEASED)
    intents = tuple(intent for intent in heard.intents if intent.name != DECEASED)
    decision = heard.decision if intents and names[0] != DECEASED else Decision.CLARIFY
    return replace(heard, intents=intents, ranking=ranking, decision=decision)
