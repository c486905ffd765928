"""Whether a day in a text lies behind or ahead, told by the words around it."""

import re

_PAST = (
    r"(?:(?<!get )(?<!gets )(?<!be )(?<!getting )(?<!been )(?<!am )(?<!im )(?<!i'm )(?<!being )paid"
    r"|have paid|was paid|got paid|sent|mailed|called|spoke|talked|were|had|went|saw|seen|came|gave"
    r"|dropped|made a payment|did|already|charged me|cleared|was (?:there|in|seen|here|charged)"
    r"|was(?= (?:(?:on|the|last) )?$)"
    r"|took out|turned|visited|happened|received|visit (?:on|from)|charge from|bill from|dated"
    r"|(?<!que )(?<!me )(?<!cuando )(?<!lo )pague|pagamos|mande|envie|hice|fui|fue|llame|tuve"
    r"|estuve|deposite|ya (?:lo|la|esta|di|se|les?|he|hice)|consulta del?|visita del?)"
)
_AHEAD = (
    r"(?:will|i'?ll|ill|id|i'd|can|could|going to|gonna|gunna|get paid|gets? (?:my|paid)|be paid"
    r"|getting paid|should|want to|would|wait|until|till?|by|plan(?:ning)? to|hoping|next|comes?"
    r"|due|to pay|voy a|puedo|podria|pagare|pago|hasta|cuando|quiero|para)"
)
_MARK = re.compile(rf"\b(?:(?P<past>{_PAST})|(?P<ahead>{_AHEAD}))\b")
_NEAR = 120  # letters; what is said farther off is about something else
_CLAUSE = re.compile(r"[.!?;\n]|,? (?:but|so|and then|pero) ")


def is_past(text: str, start: int, end: int) -> bool:
    """The nearest telling word before the day decides, else the nearest one after it."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    opening = max((cut.end() for cut in _CLAUSE.finditer(text, first, start)), default=first)
    closing = _CLAUSE.search(text, end, last)
    before = list(_MARK.finditer(text, opening, start))
    if before:
        return bool(before[-1]["past"])
    after = _MARK.search(text, end, closing.start() if closing else last)
    return bool(after and after["past"])
