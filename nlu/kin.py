"""Kin: of whose bill a text speaks, when it is not the writer's own."""

import re
from collections.abc import Sequence

from nlu.normal import fold

CHILD = (
    r"(?:daughters?|sons?|kids?|child|children|baby|babys|babies|boys?|girls?|step ?(?:son|"
    r"daughter)s?|"
    r"twins|hij[oa]s?|hijit[oa]s?|nin[oa]s?|bebes?|nen[ea]s?)"
)
PARENT = r"(?:mom|mother|mum|mama|dad|father|papa|parents?|guardian|madre|padre|mami|papi|tutora?)"
ADULT_KIN = (
    r"(?:husband|hubby|wife|spouse|partner|girlfriend|boyfriend|fiancee?|sister|brother|roommate|"
    r"grandma|grandmother|grandpa|grandfather|aunt|uncle|cousin|in-?laws?|mom|mother|dad|father|"
    r"espos[oa]|marido|mujer|herman[oa]|novi[oa]|pareja|abuel[oa]|ti[oa]|prim[oa]|suegr[oa]|mama|"
    r"papa|madre|padre)"
)
KIN_WHO_ANSWER = (
    r"(?:husband|hubby|wife|spouse|partner|girlfriend|boyfriend|fiancee?|son|daughter|sister|"
    r"brother|"
    r"roommate|friend|caregiver|carer|caretaker|care giver|aide|home aide|nurse|assistant|niece|"
    r"nephew|"
    r"cousin|aunt|uncle|grand ?(?:son|daughter|child)|in-?law|social worker|case ?worker|secretary|"
    r"boss|co-?worker|colleague|neighbou?r|interpreter|"
    r"espos[oa]|marido|mujer|hij[oa]|herman[oa]|novi[oa]|pareja|cuidador[a]?|enfermer[oa]|niet[oa]|"
    r"sobrin[oa]|cunad[oa]|yerno|nuera|prim[oa]|amig[oa]|vecin[oa]|companer[oa]|ti[oa]|"
    r"trabajadora? "
    r"social|apoderad[oa]|asistente|interprete)"
)
_NEAR = (
    r"(?:mom|mother|mum|mama|dad|father|papa|madre|padre|husband|wife|spouse|espos[oa]|marido|"
    r"son|daughter|hij[oa])"
)
_OTHERS = rf"(?:{CHILD}|{ADULT_KIN})"
_WHOSE = re.compile(
    rf"\b(?:about|for|of|on) my (?:\w+ )?(?P<a>{_OTHERS})\b(?!'? (?:paid|pays|will|is|was|lost))|"
    rf"\bmy (?P<b>{_OTHERS})'?s?'? (?:bill|balance|account|statement|visit|charges?|one|part|"
    rf"share)\b|"
    rf"\b(?:and|y|what about|how about) (?:my|mi|mis) (?P<c>{_OTHERS})(?:'?s)?'?\W*$|"
    rf"\b(?:lo|la|las|los|el|cuenta|factura|saldo|visita|debe|cobro|cargo|plan|pago|todo) de (?:mi|"
    rf"mis) "
    rf"(?P<d>{_OTHERS})\b|"
    rf"\b(?:es|son) (?:para|de) (?:mi|mis) (?P<e>{_OTHERS})\b|\bpor (?:mi|mis) (?P<f>{CHILD})\b"
)
_OWN = re.compile(
    r"\W*(?:(?:and|y|ok|now|also|what about|how about|que hay de|pay|pago) )*"
    r"(?:mine|my own|my bill|my part|(?:lo|la|el) mi[oa]|mi cuenta|mi parte)"
    r"(?: (?:too|also|now|then|as well|tambien|ahora))*\W*"
)
_BOTH = re.compile(r"\bboth\b|(?<!all )\btogether\b|\b(?:las|los) dos\b|\bamb[oa]s\b|\bjunt[oa]s\b")
_EACH = re.compile(
    r"\b(?:each|both|every) (?:of (?:them|the|my) )?(?:kids?|child|children|one|boys?|girls?)\b|"
    r"\beach of (?:them|us)\b|\b(?:for|of) (?:them|the kids|us) (?:each|apart|separately)\b|"
    r"\bcada (?:un[oa]|nin[oa]|hij[oa])\b|\b(?:las|los) dos (?:nin[oa]s|hij[oa]s)\b"
)
_CHILD = re.compile(rf"{CHILD}'?s?")


def kin_whose(text: str) -> str | None:
    """ "What about my daughter's": whose bill is meant, as it is said; None: the writer's own."""
    found = _WHOSE.search(fold(text).text)
    return next(filter(None, found.groups())) if found else None


def asks_own(text: str) -> bool:
    """ "And mine?", after somebody else's on the same number."""
    return _OWN.fullmatch(fold(text).text.strip()) is not None


def asks_both(text: str) -> bool:
    """Both bills, or both people's."""
    return asks_each(text) or _BOTH.search(fold(text).text) is not None


def asks_each(text: str) -> bool:
    """The sum of every child or person on the number, one by one."""
    return _EACH.search(fold(text).text) is not None


def is_child(kin: str) -> bool:
    return _CHILD.fullmatch(kin) is not None


def names_child(text: str) -> bool:
    return (
        re.search(rf"\b(?:my|mi|mis|her|his|our|su) (?:\w+ )?{CHILD}\b", fold(text).text)
        is not None
    )


def names_kin_of(text: str, names: Sequence[str]) -> bool:
    """ "This is Ruth's daughter", "mi mama Amparo": kin of somebody who is called so."""
    said = fold(text).text
    who = "|".join(re.escape(fold(name).text) for name in names)
    near = rf"\b(?:{who})(?:'?s)? (?:\w+ )?{_NEAR}\b|\b(?:my|mi) {_NEAR} (?:{who})\b"
    spanish = rf"\b{_NEAR} de (?:{who})\b"
    return bool(names) and re.search(f"{near}|{spanish}", said) is not None
