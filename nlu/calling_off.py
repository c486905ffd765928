"""That no person need write or call any more: "no need for anyone to call", "ya no hace falta"."""

import re

from nlu.normal import fold

_SOMEBODY = (
    r"(?:any ?(?:one|body)|some ?(?:one|body)|a (?:person|human|call)|una persona|nadie|a nadie)"
)
_CALLS_OFF = re.compile(
    rf"\b(?:dont|do not|no longer|wont) need {_SOMEBODY}\b|"
    rf"\b(?:dont|do not) need to (?:talk|speak|text)(?: to| with)? {_SOMEBODY}\b|"
    rf"\bno need (?:for|to have) {_SOMEBODY}\b|\bno need to (?:call|write|text|bother|wait)(?: me|"
    rf" anyone)?\b|"
    rf"\b(?:forget|cancel|skip|never ?mind) (?:about )?(?:the |that |a )?(?:person|human|call|"
    rf"agent)\b|"
    r"\b(?:no hace falta|no es necesario|ya no (?:necesito|ocupo|quiero)|no necesito)"
    r"(?: ya| que| hablar| con| me| a)* (?:(?:una )?persona|nadie|llam\w+|escrib\w+)\b|"
    r"\b(?:olvid\w+|cancel\w+) (?:lo de )?(?:la )?(?:persona|llamada)\b"
)
_ALONE = re.compile(
    r"\W*(?:(?:no|oh|ok|okay|wait|actually|ay|esper\w+|bueno|ya|mejor)\W+)*"
    r"(?:no need(?: anymore| now| thanks?)?|its ok i figured it out|i figured it out|"
    r"(?:ya )?no hace falta(?: ya| gracias)?|ya no es necesario|asi esta bien)\W*(?:gracias|"
    r"thanks?)?\W*"
)


def calls_off(text: str, *, is_just_promised: bool) -> bool:
    """`is_just_promised`: a person was what we spoke of last, so that "no need" is of them."""
    said = " ".join(fold(text).text.replace("'", "").split())
    if _CALLS_OFF.search(said):
        return True
    return is_just_promised and _ALONE.fullmatch(said) is not None
