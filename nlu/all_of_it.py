"""Whether more is to come: "so nothing else after", "no debo nada, verdad" ask what is owed."""

import re

from nlu.normal import fold

_LEAD = (
    r"(?:(?:and|so|ok|okay|then|but|wait|well|also|just|hey|right|y|entonces|pues|pero|o sea|bueno|"
    r"oiga|ya|con eso|despues) )*"
)
_NOTHING = (
    r"(?:there(?:'?s| is| will be| would be)? |i(?:'?ll| will)? (?:don'?t )?(?:owe |have to pay )?|"
    r"you(?:'?ll| will)? (?:won'?t )?(?:need |ask (?:for )?|charge (?:me )?)?)?"
    r"(?:nothing|no|not|anything) (?:else|more|other (?:bills?|charges?|fees?)|"
    r"more (?:bills?|charges?|fees?|payments?))"
)
_AFTER = (
    r"(?: (?:after|afterwards?|later|to pay|to come|due|owed|left|on top|besides|beyond)"
    r"(?: (?:that|this|it|those|these|of that))?)"
)
_RIGHT = r"(?:,? (?:right|correct|yes|ok|is that right))"
_NADA = (
    r"(?:(?:ya )?no (?:hay|debo|tengo que pagar|voy a deber|queda|falta|me falta|me cobran|"
    r"me van a cobrar|habra) |sin )?"
    r"(?:nada(?: mas)?|otr[oa] (?:cobro|cargo|pago|factura)|mas (?:cobros|cargos|pagos))"
)
_LUEGO = r"(?: (?:despues|luego|aparte|que pagar|pendiente)(?: de (?:eso|esto))?)"
_VERDAD = r"(?:,? (?:verdad|cierto))"
_ASKS = re.compile(
    rf"{_LEAD}(?:{_NOTHING}(?:{_AFTER}{_RIGHT}?|{_RIGHT})|"
    rf"{_NADA}(?:{_LUEGO}{_VERDAD}?|{_VERDAD})|"
    r"(?:(?:i |then i )?(?:don'?t|do not) owe (?:you )?(?:anything|nothing|a thing)(?: else| more)?"
    rf"|i owe nothing(?: else| more)?){_AFTER}?{_RIGHT}|"
    rf"(?:is|are) (?:that|this|it) (?:really )?the (?:final|total|last|full|whole) "
    r"(?:amount|total|bill|balance|price|sum|cost|number)|(?:and )?(?:that'?s|thats) all of it\?|"
    r"y? ?(?:eso |esto |con eso )?(?:es|seria) todo(?: ya)?\?|"
    rf"(?:is|are) (?:that|there) (?:all|everything|it|the total)(?: there is| i owe| of it)?"
    rf"{_AFTER}?|"
    r"(?:eso )?es todo (?:lo que debo|verdad)|(?:con eso )?(?:ya )?(?:queda|quedo) (?:todo )?"
    rf"(?:pagado|a mano|en cero){_VERDAD})"
)  # fmt: skip


def asks_if_all(text: str) -> bool:
    """The whole text asks it; a bare "nothing else" only answers what we asked."""
    said = " ".join(fold(text).text.replace("¿", "").split()).strip(" .!¡")
    return any(_ASKS.fullmatch(each) for each in (said, said.rstrip(" ?")))
