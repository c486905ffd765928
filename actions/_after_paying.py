"""Whether a payment that was made has come in, asked in words of a payment."""

import re

from actions._words import plain

_ASKS = re.compile(
    r"\b(?:did|has|have|was|is|does|after|with|since) (?:my |the |that |it )?(?:last |first )?"
    r"(?:\w+ )?(?:payment|check|money)\b|(?:bring|brought|brings|took|take) it down|"
    r"since i paid|(?:bajo|bajaron|baja) (?:con|despues|el|la|mi)|con (?:mi|el|lo que) pag\w+|"
    r"despues de(?:l| mi| que) pag\w+|mi pago (?:se|ya|bajo|lo|entro)|"
    r"(?:aplic\w+|reflej\w+|entro|conto|recibieron|llego) (?:ya )?(?:mi|el) pago|"
    r"ya (?:se )?(?:aplico|reflejo|vio)"
)
_FAILED = re.compile(
    r"\b(?:fail\w*|declin\w*|error|reject\w*|not go|didn'?t|wouldn'?t|won'?t|again|link|page|"
    r"fallo|rechaz\w+|no (?:paso|entro|pude|puedo|sirve)|enlace|pagina)\b"
)


def asks_after_paying(text: str) -> bool:
    said = plain(text)
    return _ASKS.search(said) is not None and _FAILED.search(said) is None
