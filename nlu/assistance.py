"""Help with a bill: whether it is asked for, and what it would be."""

import re

from nlu.normal import fold

_HELP = (
    r"(?:help|aid|assistance|charity|financial|hardship|relief|support|forgiveness|ayuda|apoyo|"
    r"asistencia)"
)
_APPLY = re.compile(
    r"\bappl(?:y|ying|ication)\b (?:for|to)"
    rf"(?: (?:the|this|that|some|any|a|your|more))* {_HELP}|"
    r"\b(?:how|where|can|could|may|should|want|wanna|like|need|ready|going|try|gonna|ill|i'll|lets|"
    r"let me|do i|to)(?: (?:do|can|could|would|should|i|we|to|you|u|one|please))* apply"
    r"(?: for (?:it|that|this|one))?(?: (?:please|now|then|too|today|online|here|pls))*\W*$|"
    r"\b(?:solicitar|solicito|pedir|pido|llenar|lleno) (?:(?:la|el|esa|ese|una?|esta|este) )*"
    r"(?:ayuda|apoyo|asistencia|solicitud)\b|"
    r"\bla solicitud\b.{0,12}\b(?:mand\w+|envi\w+|donde|como)|"
    r"\b(?:mand\w+|envi\w+|donde|como|quiero|necesito)(?: \w+)? (?:la|una|esa) solicitud\b"
)
_APPLY_OFFERED = re.compile(
    r"\b(?:apply|applying|application|form|forms|assistance|charity|solicitud|solicit\w+|"
    r"formulario|aplicar|asistencia|help with (?:the|this|my) bill|"
    r"(?:ayuda|apoyo) con (?:la|esta|mi) (?:factura|cuenta))\b|"
    r"\bcomo (?:la|lo) (?:puedo )?(?:pido|pedir|solicito|lleno|llenar|hago|consigo)\b|"
    r"\bpedir(?:la|lo)\b|\b(?:pedir|pido|quiero|quisiera|necesito) (?:la |el |esa |ese )?"
    r"(?:ayuda|apoyo)\b"
)
_NO_HELP = re.compile(
    rf"\b(?:no|not|dont|don't|never|nunca)(?: \w+){{0,3}} {_HELP}\b|\b(?:with|con) (?:the|el|mi|"
    rf"my) "
    r"(?:link|enlace|pago|payment|page|pagina)\b|\binsurance\b|\bform of payment\b"
)
_WHAT_HELP = re.compile(
    rf"\b(?:what|wat|which) ?(?:kinds?|sorts?|types?)?(?: ?of|a)? {_HELP}\b|"
    r"\bwhat(?: are|'?s| is)? (?:(?:my|the|our|all) )+(?:options?|choices?)\b|"
    r"\bwhat (?:other |kind of )?options\b|"
    r"\b(?:what|how) (?:does|do|would|is|will) (?:the )?(?:apply|application|assistance|help|it|"
    r"that|this|plan|pause) (?:mean|do|work|get)\b|"
    r"\b(?:que|cual(?:es)?)(?: (?:tipo|clase|tipos) de| es la| son las| seria la)? "
    r"(?:ayudas?|apoyos?|asistencia|opciones)\b|\b(?:como (?:funciona|es)|en que consiste|que "
    r"(?:es|significa))(?: (?:eso|esa|ese|la|el|lo de|de))* ?(?:ayuda|apoyo|solicitud|pausa)?\W*$"
)


def asks_to_apply(text: str) -> bool:
    """Plain by itself: not "apply my payment", not "apply for a plan"."""
    return _APPLY.search(fold(text).text) is not None


def takes_help(text: str) -> bool:
    """Of somebody whom it was just offered to."""
    said = fold(text).text
    return _APPLY_OFFERED.search(said) is not None and _NO_HELP.search(said) is None


def asks_what_help(text: str) -> bool:
    return _WHAT_HELP.search(fold(text).text) is not None
