"""Money in a text, in cents: named with its sign or word, or a bare number where one is meant."""

import re
from dataclasses import dataclass
from datetime import date

from nlu.contact import find_phones
from nlu.counts import find_counts, find_frequencies, is_own_pay
from nlu.dates import find_dates
from nlu.normal import MONEY, OTHER, PERIOD, Mention, Normal
from nlu.reading import read
from nlu.relative import find_relatives
from nlu.times import find_times
from nlu.understanding import Amount, Frequency, Relative

_ANY_DAY = date(2024, 1, 1)  # only where days stand matters here, not which they are
MOST_CENTS = 100_000_000  # a million dollars; beyond it, an id or a slip of the finger
ZIP_CENTS = 20_000_00  # a bare number this large is rather a zip or an id
_N = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)(?![\d%])"
_NAMED = re.compile(
    rf"\$ ?(?P<a>{_N})(?: ?-? ?\$? ?(?=dollars))?(?: dollars)?"
    rf"|(?<![\d.,/:$#])(?P<b>{_N}) ?(?:\$|dollars?|dolares|pesos)(?![a-z])"
    r"(?: (?:and|con|y) (?P<c>\d{1,2})(?: cents| centavos)?)?"
    r"|(?<![\d.,/:$#-])(?P<d>\d{1,6}\.\d{2})(?![\d.%])"
    r"|\b(?P<cents>\d{1,2}) (?:cents|centavos)\b"
)
_SHARED = re.compile(rf"(?<![\d.,/:$#-])(?P<n>{_N})(?= ?(?:or|to|-|and|y|o|a|/) ?{MONEY})")
_LEAD = (
    r"(?:pay|pays|paying|paid|put|send|do|doing|afford|spare|manage|swing|give(?: you| u)?|"
    r"get you|have|"
    r"got|only|just|about|around|like|maybe|at least|least|most|up to|charge|charged me|take|"
    r"owe|owed|drop|"
    r"throw|start with|down to|toward|towards|accept|for|of|with|than|over|"
    r"pagar|pago|pague|pagare|pagarle|pagarles|abonar|abono|dar|darle|darles|doy|poner|mandar|"
    r"mando|enviar|"
    r"puedo|podria|tengo|unos|unas|como|solo|nomas|con|de a|de|cobr\w+|debo|depositar|deposito|"
    r"maximo|hasta|"
    r"bill|balance|was|is|be)"
)
_THEN = (
    r"(?=\s*(?:$|[.,!?;)¤§¶·\n]|(?:on|today|tonight|now|right|to|toward|towards|and|for|this|"
    r"that|a|per|"
    r"every|each|at|if|by|until|till|then|or|down|but|max|tops|please|plz|pls|when|next|is|was|"
    r"will|each|"
    r"monthly|weekly|biweekly|hoy|ahora|ahorita|al|cada|por|para|y|pero|o|si|cuando|mensual\w*|"
    r"semanal\w*|"
    r"quincenal\w*|la|el|en|ok|bc|because|since|as|till|maybe|off|i|more|extra|first|instead|nomas|"
    r"nada|no|rn|asap|lol|from|with|not|only|just|so|would|works?|balance|bill|payment|copay|"
    r"fee|charge|"
    r"through|thru|over|later|luego|despues|/)\b|x ?\d|/))"
)
_PLACE = r"(?<![\d.,/:$#-])"
_LED = re.compile(rf"\b{_LEAD} (?:(?:you|u|like|about|the|only|just|another|a|maybe|it|unos|de|"
                  rf"at least|up to|hasta|como|solo|me|him|them|an extra|extra) ){{0,2}}"
                  rf"{_PLACE}(?P<n>{_N}){_THEN}")  # fmt: skip
_FOLLOWED = re.compile(
    rf"{_PLACE}\b(?P<n>{_N})(?= ?(?:on it|on this|on that|on my (?:bill|balance|account)|"
    rf"down\b|toward|now\b|"
    rf"today\b|tonight\b|right now|ahora|hoy\b|ahorita|a la cuenta|§|¶|on §|by §|"
    rf"and (?:the )?(?:rest|remain)|"
    rf"y (?:el )?(?:resto|lo demas)|then\b|y luego|(?:is|es) (?:all|what|lo|todo)|·F|"
    rf"will (?:do|work)|tops|max\b|"
    rf"to start|first\b|x ?\d|later\b|luego\b|despues\b|up front|upfront|extra|is the (?:best|"
    rf"most)|para empezar|de inicio|"
    rf"de enganche))"
)
_RANGE = re.compile(
    rf"(?:\b(?:between|entre|from) |^){_PLACE}(?P<n>{_N}) ?(?:and|to|or|-|y|a|"
    rf"o) ?(?P<m>{_N}){_THEN}"
)
_LINKED = re.compile(rf"(?<=¤) ?(?:or|and|to|-|y|o|then|,|/) ?(?:maybe |then )?(?P<n>{_N}){_THEN}")
_FILL = (
    r"(?:um+|uh+|maybe|about|just|like|ok|okay|yes|yeah|yea|si|only|around|how about|"
    r"what about|can i do|"
    r"let'?s do|i can do|say|probably|unos|como|solo|i think|a|well|ill do|i'll do|do|try|sure|"
    r"hmm+|claro|"
    r"perhaps|exactly|make it|go with|tal vez|creo que|bueno|pues|lets say|the most is|max|"
    r"up to|hasta)"
)
_TAIL = (
    r"(?:please|pls|plz|ok|max|tops|maybe|is all i (?:can|have|got)(?: (?:do|afford))?|i guess|"
    r"por favor|"
    r"nada mas|nomas|is fine|works|for now|thanks|ty|sounds good|or so|ish|total|today|now|"
    r"if thats ok|esta bien)"
)
_ONLY = re.compile(rf"\W*(?:{_FILL}[ ,.]+)*(?P<n>{_N})(?:[ ,.]+{_TAIL})*\W*")
_UNIT = re.compile(
    r" ?(?:payments?|installments?|months?|weeks?|days?|years?|times?|kids?|hours?|minutes?|"
    r"people|visits?|"
    r"am\b|pm\b|x\b(?! ?\d)|st\b|nd\b|rd\b|th\b|%|percent|por ?ciento|ways|weeks|bills|"
    r"of (?:them|us|"
    r"those))"
)
_NOT_AFTER = re.compile(r"\b(?:zip is|zip|option|opcion|number|numero|apt|room|suite|line|ext|"
    r"code|press|"
    r"call|after|since|"
                        r"in|age|am|im|i'm|turned|born|#) $")  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """`cents` or `relative`, and the period it is for."""

    cents: int | None = None
    relative: Relative | None = None
    per: Frequency | None = None


def find_named(said: Normal) -> list[Mention[int]]:
    """Cents named as money: "$50", "50 bucks", "50.25"; needs no context."""
    found = [_mention(match, _named_cents(match)) for match in _NAMED.finditer(said.text)]
    kept = [mention for mention in found if 0 < mention.value <= MOST_CENTS]
    shared = [
        _mention(m, cents(m["n"]), "n") for m in _SHARED.finditer(said.masked(kept, MONEY).text)
    ]
    return kept + shared


def find_bare(said: Normal) -> list[Mention[int]]:
    """Numbers without a sign, where the words around them speak of paying."""
    found: list[Mention[int]] = []
    for match in _RANGE.finditer(said.text):
        found += [_mention(match, cents(match[group]), group) for group in ("n", "m")]
    for pattern in (_LED, _FOLLOWED, _LINKED, _LINKED):
        said = said.masked(found, MONEY)
        for match in pattern.finditer(said.text):
            if _is_plausible(said.text, match):
                found.append(_mention(match, cents(match["n"]), "n"))
    return found or _alone(said)


def parse_amount(text: str) -> Amount | None:
    """What an answer to "how much?" names; there a bare number is money."""
    said = read(text)
    periods = find_frequencies(said)
    named = find_named(said)
    left = said.masked(named, MONEY).masked(periods, PERIOD)
    left = left.masked(find_phones(left), OTHER)
    left = left.masked(find_times(left), OTHER).masked(find_counts(left), OTHER)
    _, left = find_dates(left, _ANY_DAY)
    named = named or find_bare(left) or _any_number(left)
    relatives = [] if named else find_relatives(left)
    sums = [Mention(m.start, m.end, Sum(cents=m.value)) for m in named]
    sums += [Mention(m.start, m.end, Sum(relative=m.value)) for m in relatives]
    found = amounts(said, sums, periods)
    return found[0] if found else None


def amounts(
    said: Normal, sums: list[Mention[Sum]], periods: list[Mention[Frequency]]
) -> tuple[Amount, ...]:
    """In the text's order, each with the period said beside it."""
    found = []
    for mention in sorted(sums, key=lambda mention: mention.start):
        start, end = said.origin(mention.start, mention.end)
        value = mention.value
        per = _period(said, mention, sums, periods)
        found.append(Amount(start, end, value.cents, value.relative, per))
    return tuple(found)


def cents(number: str) -> int:
    """ "1,200" and "50,25" both: a comma before three digits parts thousands, else cents."""
    whole = re.sub(r",(?=\d{3}(?!\d))", "", number).replace(",", ".")
    dollars, _, rest = whole.partition(".")
    return int(dollars) * 100 + int((rest + "00")[:2])


def _period(
    said: Normal,
    mention: Mention[Sum],
    sums: list[Mention[Sum]],
    periods: list[Mention[Frequency]],
) -> Frequency | None:
    own = [period for period in periods if not is_own_pay(said, period)]
    for period in own:
        between = said.text[mention.end : period.start]
        if mention.end <= period.start and len(between) <= 12 and not re.search(r"[.;!?]", between):
            return period.value
    exact = [other for other in sums if other.value.cents]
    return own[0].value if own and exact == [mention] and mention.value.cents else None


def _named_cents(match: re.Match[str]) -> int:
    if match["cents"]:
        return int(match["cents"])
    return cents(match["a"] or match["b"] or match["d"]) + int(match["c"] or 0)


def _mention(match: re.Match[str], value: int, group: str | int = 0) -> Mention[int]:
    return Mention(match.start(group), match.end(group), value)


def _is_plausible(text: str, match: re.Match[str]) -> bool:
    if _UNIT.match(text, match.end("n")) or _NOT_AFTER.search(text, 0, match.start("n")):
        return False
    number = cents(match["n"])
    is_year = 1990_00 <= number <= 2099_00 and match.group().startswith(("of ", "for ", "de "))
    return 0 < number <= MOST_CENTS and not is_year


def _alone(said: Normal) -> list[Mention[int]]:
    """The whole text is one number: ten dollars or more, and no year."""
    only = _ONLY.fullmatch(said.text)
    if not only or not 10_00 <= cents(only["n"]) < 10_000_00:
        return []
    if 1900_00 <= cents(only["n"]) <= 2030_00:
        return []
    return [_mention(only, cents(only["n"]), "n")]


def _any_number(said: Normal) -> list[Mention[int]]:
    for match in re.finditer(rf"{_PLACE}(?P<n>{_N})(?![/-]\d)", said.text):
        if _is_plausible(said.text, match) and cents(match["n"]) < ZIP_CENTS:
            return [_mention(match, cents(match["n"]), "n")]
    return []
