"""Amounts said in relation to what is owed: half, the rest, as much as I can."""

import re

from nlu.normal import Mention, Normal
from nlu.understanding import Relative

_CAN = r"(?:i|we) (?:can|could|am able|possibly can|have|got)"
_RELATIVES: tuple[tuple[Relative, str], ...] = (
    (
        Relative.AS_MUCH_AS_I_CAN,
        rf"\b(?<!\bis )(?<!\bthats )(?:as much as|as much of it as|what ?ever|whatever amount|"
        rf"what little|the most|only what|"
        rf"what) {_CAN}(?: afford)?\b|\b(?:todo )?lo (?:mas )?que (?:pueda|puedo|podamos|"
        rf"alcance|tenga)\b|"
        r"\b(?:put|pay|throw|send|drop|give|toss) (?:some(?:thing)?|sum(?:thing)?|"
        r"a (?:little|lil|bit)(?: bit)?)(?: (?:money|cash|more))? "
        r"(?:on|towards?|down|at|today|now)\b|"
        r"\b(?:abonar\w*|dar\w*|pagar\w*|poner\w*) (?:algo|alguito|un (?:poco|poquito))\b",
    ),
    (
        Relative.MINIMUM,
        r"\b(?:the |a |my )?(?:bare )?minimum(?: (?:payment|amount|due))?|\bmin (?:payment|pay|"
        r"amount|due)\b|"
        r"\b(?:the )?(?:lowest|smallest|least) (?:amount|payment|i can pay|possible|"
        r"you (?:take|accept)|"
        r"one|i can)\b|\b(?:lo|el|pago|la cantidad) minim[oa]\b|\blo menos posible\b|\bminimo\b",
    ),
    (
        Relative.REST,
        r"\b(?:the |my )?(?:rest|remainder)\b(?! of (?:my|the (?:month|week|year|day|family)|"
        r"our|us))(?! in peace)"
        r"(?<!get rest)(?<!some rest)(?<!get some rest)|"
        r"\b(?:the |my )?(?:remaining|leftover)(?: (?:balance|amount|half|part|money))?\b|"
        r"\b(?:the )?other (?:half|part)\b|\bthe balance (?:on|by|next|in|when|later|after|at)\b|"
        r"\b(?:pay|send|do|clear|cover)\b.{0,12}\b(?:what'?s|what is|whats) left\b|"
        r"\b(?:el |lo )?(?:resto|restante)\b(?! del? (?:la )?(?:month|week|day|year))|"
        r"\blo demas\b|\blo que (?:falta|queda|sobra|resta)\b|"
        r"\bla otra mitad\b",
    ),
    (
        Relative.HALF,
        r"(?<!and a )(?<!an )(?<!one and )\b(?:a |1 |one )?half\b(?! ?(?:an? hour|hour|past|"
        r"day|of my "
        r"(?:pay|check|income)|sister|brother))|(?<![\d/])1/2(?![\d/])|"
        r"\b50 ?(?:%|percent)(?! ?(?:off|less|discount|de descuento))|"
        r"\b(?:la |una )?mitad\b|\bel 50 por ?ciento",
    ),
    (
        Relative.THIRD,
        r"\b(?:a|one|1) (?:third|3rd)\b(?! (?:party|time|person))|(?<![\d/])1/3(?![\d/])|"
        r"\b(?:un |una )?(?:tercio|tercera parte)\b",
    ),
    (
        Relative.ALL,
        r"\b(?:all of it|it all|all of this|all that i owe|all i owe|all at once|"
        r"everything(?: i owe)?"
        r"(?= |$|[.,!?])(?! (?:is|else|ok|went|was|fine|going))|the whole (?:thing|amount|bill|"
        r"balance|lot|total|sum)|"
        r"whole (?:thing|amount|bill|balance)|(?:the |my )?(?:full|entire|total) (?:amount|"
        r"balance|bill|thing|"
        r"payment|sum|due)|(?:paid |pay |payment |it )?in full|pay (?:it|this|that|the bill|"
        r"my bill|the balance|"
        r"my balance|everything) off|pay off (?:the|my|this|it)(?: (?:bill|balance|whole thing))?|"
        r"(?:pay|put|charge|send|do|take|cover) all\b|all (?:today|now|right now)|(?:pay|"
        r"do) the total)|"
        r"^\W*(?:all|everything|the total|total|full|in full|todo)\W*$|"
        r"\b(?:pag\w+|abon\w+|liquid\w+|cubr\w+|es|doy) (?:de una vez )?(?:todo|lo todo|"
        r"completo|el total)\b|"
        r"\b(?:el|la|lo) (?:total|completo|cuenta completa|deuda completa|saldo completo|"
        r"cantidad completa|entero)\b|\b(?:todo|toda) (?:lo que debo|el saldo|la cuenta|"
        r"la deuda|el balance|"
        r"junto|ahora|hoy|completo|de una vez)\b|\btodo (?=§)|\b(?:pagar|"
        r"liquidar)l[oa] (?:todo|completo)\b|"
        r"\bsaldo total\b|\b(?:la )?cuenta completa\b|\bmonto total\b",
    ),
)
_BY_RELATIVE = [(relative, re.compile(pattern)) for relative, pattern in _RELATIVES]
_ASKED = re.compile(
    r"\b(?:how much|what(?:'?s| is| was)|whats|cuanto|cual es|why|que es)\b[^.!]{0,25}$"
)


def find_relatives(said: Normal) -> list[Mention[Relative]]:
    """A total asked about ("what is the total") is a question, not an amount."""
    found: list[Mention[Relative]] = []
    for relative, pattern in _BY_RELATIVE:
        for match in pattern.finditer(said.text):
            if not (relative is Relative.ALL and _ASKED.search(said.text, 0, match.start())):
                found.append(Mention(match.start(), match.end(), relative))
        said = said.masked(found, "·")
    return sorted(found, key=lambda mention: mention.start)
