"""Whether somebody asks when the person, or the call, that was promised will come."""

import re

from nlu.normal import fold

_ANSWERS = (
    r"(?:call(?:s|ing|ed)?|answer\w*|respon\w+|repl(?:y|ies|ying)|get(?:ting)? back|hear(?:ing)?|"
    r"contact\w*|reach(?:ing)? out|write|writing|text|someone|somebody|anyone|anybody|a person)"
)
_ASKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:when|what (?:time|day)|how (?:much )?(?:longer|long|"
        rf"soon))\b(?!.{{0,12}}\b(?:can|do|did|"
        rf"should|may|could|must) (?:i|we)\b)[^.;]{{0,30}}\b{_ANSWERS}\b",
        r"\b(?:nobody|no ?one|aint nobody|nobodys) (?:has |have |had |is |ever |even |has even )*"
        r"(?:answer\w*|call\w*|respon\w+|repl\w+|got(?:ten)? back|contact\w*|wrote|written|"
        r"texted)\b",
        r"\b(?:is|are|will|did|does) (?:anyone|anybody|someone|somebody|any of you|you|yall|u) "
        r"(?:\w+ )?(?:(?:going to|gonna|ever|plan to) )*(?:call(?:ing)?|answer\w*|respond\w*|"
        r"reply\w*|get(?:ting)? back|contact\w*)\b",
        r"\bstill waiting(?! (?:for|on) (?:my|the|medicare|medicaid|insurance|payday))\b",
        r"\b(?:cuando|a que hora|que day|que dia|en cuanto tiempo|cuanto (?:mas |"
        r"tiempo )?(?:tarda\w*|"
        r"falta|se tarda\w*))\b(?!.{0,6}\b(?:puedo|debo|llamo|tengo)\b)[^.;]{0,25}"
        r"\b(?:llam\w+|contest\w+|respond\w+|respuesta|marc\w+|habl\w+|escrib\w+|"
        r"comunic\w+|alguien)\b",
        r"\b(?:nadie|todavia no|aun no|no) (?:me|nos) (?:(?:ha|han) )?(?:contest(?:an?|aron|o|ado)|"
        r"llam(?:an?|aron|o|ado)|respond(?:en?|ieron|io|ido)|habl(?:an?|aron|o|ado)|"
        r"marc(?:an?|aron|o|ado)|escrito|"
        r"escrib(?:en?|ieron|io))\b",
        r"\b(?:sigo|seguimos) esperando\b(?! (?:mi|el|a) (?:seguro|pago|cheque|que me paguen))",
        r"\b(?:me|nos) van a (?:llamar|contestar|hablar|escribir|responder|marcar)\b",
    )
)

_BARELY = re.compile(
    r"\W*(?:hello|hola|alo|bueno)\W*\?\W*|"
    r"\W*(?:(?:hello|hey|hola|is|are|you|u)\W+)*(?:any(?:one|body)|some(?:one|body)|still|you) "
    r"(?:still )?there\W*|\W*(?:hola\W+)?(?:hay|esta|sigue) (?:alguien|ahi)(?: ahi)?\W*|"
    r"\W*(?:(?:so|and|y|ok)\W+)*(?:when (?:do|will|are) (?:you|they|u) (?:\w+ )?(?:check\w*|"
    r"look\w*|review\w*)|cuando (?:lo |la )?(?:revis|chec|ver|mir)\w+)"
    r"(?: (?:it|this|that|eso|esto))?\W*|"
    r"\W*(?:(?:ok|okay|so|and|but|hello|hey|hi|well|please|y|pero|bueno|hola|oiga|entonces|e)\W+)*"
    r"(?:(?:by |at |around )?(?:when|what (?:time|day|hour))|"
    r"how (?:much )?(?:long|longer|soon)|still (?:nobody|nothing|no one)|"
    r"(?:nobody|no one|nothing) yet|(?:para |como )?(?:cuando|a (?:que|q|k) hora)|"
    r"que dia|en cuanto tiempo|"
    r"cuanto (?:tarda\w*|tiempo|"
    r"falta)|(?:todavia|aun) (?:nada|nadie)|nadie (?:todavia|aun))"
    r"(?:\W+(?:again|though|tho|exactly|then|is (?:that|it)|will (?:that|it) be|does (?:it|"
    r"that) take|more|"
    r"please|about|mas o menos|seria|es|sera|otra vez|por favor|today|tomorrow|hoy|manana))*\W*"
)


def asks_when_barely(text: str) -> bool:
    """ "When?": read just after the time was told, and only then."""
    return _BARELY.fullmatch(fold(text).text.replace("'", "")) is not None


def asks_when_answered(text: str) -> bool:
    """Read only while a person is awaited."""
    said = fold(text).text.replace("'", "")
    return any(pattern.search(said) for pattern in _ASKS)
