"""How many payments, and how often."""

import re
from datetime import date

from nlu.date_words import A_DAY, WEEKDAYS
from nlu.days import weekday_near
from nlu.normal import Mention, Normal
from nlu.reading import read
from nlu.understanding import Frequency

MOST = 60  # payments; a larger number is something else
_EACH = r"(?:every|each|cada|per|por|todos los|todas las|al|a la|a|an|/ ?)"
_NO_SPAN = r"(?! (?:from|after|or|ago|late|(?:and|y) \d))"
_FREQUENCIES: tuple[tuple[Frequency, str], ...] = (
    (
        Frequency.TWICE_A_MONTH,
        r"\b(?:twice|2 times|2x|2 payments|dos veces|2 veces) (?:a|per|each|every|al|por|"
        r"cada) month|"
        r"\bsemi ?-?monthly|\b(?:on )?(?:the )?1st and (?:the )?15th(?: of (?:the|each|"
        r"every) month)?|"
        r"\b(?:on )?(?:the )?15th and (?:the )?(?:30th|last)",
    ),
    (
        Frequency.EVERY_TWO_WEEKS,
        rf"\b(?:every|each|cada|per|por|/) ?(?:2|other|otr[oa]|second|2nd|couple(?: of)?) (?:week|"
        rf"weeks|{A_DAY})|"
        rf"\bevery other {A_DAY}|\bbi ?-?weekly|\b(?:cada|por|a la|al|/) ?quincena|"
        rf"\bquincenal(?:es|mente)?|"
        r"\bcatorcenal|\b(?:cada|every) (?:14|15|quince) days|\bfortnight(?:ly)?|"
        r"\b(?:every|each|per|cada) (?:payday|paycheck|pay ?period|pay ?check|check)\b"
        r"|\bun week si y (?:otra|una) no|\bevery time i get paid|\b2 weeks? apart",
    ),
    (
        Frequency.WEEKLY,
        rf"\bweekly|\bsemanal(?:es|mente)?\b|(?:\b(?:every|each|once a|once per|once every|"
        rf"cada|per|a|"
        rf"una vez (?:a la|por)|por|a la|wk|x)|/) ?(?:1 )?week\b{_NO_SPAN}|"
        rf"\b(?:every|each|cada|todos los) {A_DAY}|\btodas las weeks|\bper week",
    ),
    (
        Frequency.MONTHLY,
        r"\bmonthly|\bmensual(?:es|mente)?\b|(?:\b(?:every|each|once a|once per|once every|"
        r"cada|per|a|al|"
        rf"una vez (?:al|por)|por|x)|/) ?(?:1 )?month\b{_NO_SPAN}|"
        r"\btodos los months|"
        r"\bevery 30 days|\bcada 30 days|\ba month\b(?! (?:from|ago|and \d))",
    ),
)
_BY_FREQUENCY = [(frequency, re.compile(pattern)) for frequency, pattern in _FREQUENCIES]
_OWN_PAY = re.compile(
    r"(?:\b(?:i|he|she|we) (?:only )?(?:get|gets|am|are|is) (?:only )?paid|"
    r"\bim paid|\bi'm paid|\bme pagan|\bcobro)(?: only)? $"
)
_WEEKDAY = re.compile("|".join(WEEKDAYS))
_EACH_WEEKDAY = re.compile(  # "20 on fridays"; not "two fridays from now", "I work fridays"
    rf"(?<!\d )(?<!work )(?<!open )(?<!closed )(?<!last )(?<!past )(?<!is )\b(?:on )?"
    rf"(?:{'|'.join(day + 's' for day in WEEKDAYS)})\b(?! (?:from|after|later|out|ago))"
)
_ON_THOSE = re.compile(rf"\blos (?:days? )?(?:{'|'.join(WEEKDAYS)})\b")
_ON_WEEKDAY = re.compile(rf",? (?:on |los )?({'|'.join(WEEKDAYS)})s\b")
_BEFORE_SPAN = re.compile(r"\b(?:in|for|wait|within|give me|about|like|takes?|took|be) $")
_RHYTHM = re.compile(r"(?:\w*weekly|\w*monthly|semanal|quincenal|mensual|every|each|cada)")
_PIECES = (
    r"(?:(?:equal|monthly|weekly|small|easy|separate|more|different|biweekly) )*"
    r"(?:payments?|installments?|parts?|pays|chunks|partes|exhibiciones|letras)\b"
)
_BILL = (
    r"(?:(?:(?:my|the|this|that|whole|entire|full|mi|la|el|esta|ese) )*"
    r"(?:bill|balance|total|amount|payment|cost|debt|cuenta|factura|saldo|deuda|monto))"
)
_SPREAD = (
    rf"(?:over|across|spread(?: (?:it|this|out|over|across|{_BILL}))*|"
    rf"split(?: (?:it|this|that|up|over|into|in|for|{_BILL}))*|"
    rf"break (?:it|this|that|{_BILL})(?: up| down)?(?: (?:over|into|in))?|"
    rf"divid\w+(?: {_BILL})?(?: up)?(?: en| in| into| by)?|durante|"
    r"plan (?:for|of|de|"
    rf"a)|(?:repart\w*|partir(?:la|lo)?)(?: {_BILL})? (?:en|a)|"
    rf"pay (?:it |this |{_BILL} )?(?:off )?(?:over|across)|"
    rf"pagar(?:lo|la)?(?: {_BILL})? (?:en|a)|"
    r"financ\w+ (?:a|over))"
)
_COUNTS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<n>\d{{1,2}}|one|una?) {_PIECES}",
        rf"\b{_SPREAD} (?:about |like |the next |at least |un |"
        rf"unos )?(?P<n>\d{{1,2}})(?: (?:more )?"
        rf"(?:months?|weeks?|paychecks?|checks?|paydays?|ways|veces|times))?\b(?! ?(?:%|"
        rf"percent|dollars|days|{_EACH} ?(?:month|week|{A_DAY}|quincena)))",
        r"\b(?P<n>\d{1,2}) ?- ?(?:months?|payments?) (?:payment )?(?:plan|payments?|installments?)",
        r"\b(?P<n>\d{1,2}) ways\b",
        r"\bx ?(?P<n>\d{1,2})\b",
        r"\b(?P<n>\d{1,2}) months? plan\b",
        r"\b(?:for|por|a) (?P<n>\d{1,2}) months?\b(?= ?(?:$|[.,!?]|plan|sin intereses))",
        r"\b(?P<n>\d{1,2}) months? sin intereses",
        rf"\bpay (?:it |this |{_BILL} )?in (?P<n>\d{{1,2}})\b(?! ?(?:days|weeks|months|hours))",
    )
]
_NO_SUM = r"(?![.,/:]?\d| ?(?:[$%¤]|dollars?|dolares|pesos|bucks|de |am\b|pm\b))"
_OF_SO_MANY = (  # "la de 4": the offer of four, and no sum
    rf"(?:\b(?:la|el|lo|esa|ese) de (?:los |las )?(?P<n>[2-9]|1[0-2])\b{_NO_SUM}|"
    r"\b(?:the|that) (?P<m>[2-9]|1[0-2]) (?:one|1|ones|1s)\b|"
    r"\bthe (?:one|1) (?:of|with|in|over|for) (?P<o>[2-9]|1[0-2])\b"
    r"(?=\W*(?:$|[,;]|is\b|works\b|please\b|sounds\b|ok\b|fine\b|then\b)))"
)
_ONLY_SO_MANY = re.compile(
    r"(?:\W*\b(?:ok|okay|yes|yeah|si|bueno|entonces|pues|dale|mejor|then|so|i'?ll (?:do|take)|ill|"
    r"take|do|lets|let's|give me|quiero|deme|me quedo con|hagamos|y|and|esta bien|va|well|no|fine|"
    rf"was|with|prefer\w*|la)\b)*\W*{_OF_SO_MANY}(?:\W+(?:please|pls|por favor|esta bien|is|it|"
    r"fine|ok|okay|good|works|then|entonces|mejor|sounds|for me|me (?:sirve|conviene|parece bien)|"
    r"se puede|puedo|i guess|thanks?|gracias|was|better))*\W*"
)
_SO_MANY = re.compile(_OF_SO_MANY)
_ONLY = re.compile(
    r"(?:(?:in|over|maybe|about|like|for|en|a|unos|lets do|let's do|how about|i think|just) )*"
    r"(?P<n>\d{1,2})(?: (?:months?|times?|please|weeks?|por favor|maybe|works|is fine|"
    r"veces))*[.!?]*"
)


def find_frequencies(said: Normal) -> list[Mention[Frequency]]:
    """How often to pay; how often the patient is paid ("I get paid weekly") is not that."""
    found: list[Mention[Frequency]] = []
    for frequency, pattern in _BY_FREQUENCY:
        for match in pattern.finditer(said.text):
            is_span = _BEFORE_SPAN.search(said.text, 0, match.start())
            is_rhythm = _RHYTHM.match(match.group())  # "how about weekly"
            if not is_span or is_rhythm or _WEEKDAY.search(match.group()):
                found.append(Mention(match.start(), match.end(), frequency))
        said = said.masked(found, "·")
    return sorted(found or _each_weekday(said), key=lambda mention: mention.start)


def names_only_weekday(text: str, language: str | None = None) -> bool:
    """ "Fridays" alone tells the day, and not how often once that was said."""
    said = read(text, language)
    is_spelt_out = any(pattern.search(said.text) for _, pattern in _BY_FREQUENCY)
    return not is_spelt_out and bool(_each_weekday(said) or _ON_THOSE.search(said.text))


def _each_weekday(said: Normal) -> list[Mention[Frequency]]:
    return [
        Mention(match.start(), match.end(), Frequency.WEEKLY)
        for match in _EACH_WEEKDAY.finditer(said.text)
    ]


def first_day(said: Normal, period: Mention[Frequency], today: date) -> date | None:
    """The next such weekday of "every other friday" or "weekly on fridays"."""
    named = _WEEKDAY.search(said.text, period.start, period.end)
    later = _ON_WEEKDAY.match(said.text, period.end)
    weekday = named.group() if named else later[1] if later else None
    return weekday_near(today, WEEKDAYS.index(weekday), True) if weekday else None


def is_own_pay(said: Normal, mention: Mention[Frequency]) -> bool:
    return _OWN_PAY.search(said.text, 0, mention.start) is not None


def find_counts(said: Normal) -> list[Mention[int]]:
    for pattern in _COUNTS:
        for match in pattern.finditer(said.text):
            number = int(match["n"]) if match["n"].isdigit() else 1
            if 1 <= number <= MOST:
                return [Mention(match.start(), match.end(), number)]
    many = _SO_MANY.search(said.text)
    return [Mention(many.start(), many.end(), _number(many))] if many else []


def is_so_many(text: str) -> bool:
    """ "Esta bien la de 4", "the 4 one": how many payments, and nothing else."""
    return _ONLY_SO_MANY.fullmatch(read(text).text) is not None


def _number(match: re.Match[str]) -> int:
    return int(match["n"] or match["m"] or match["o"])


def parse_count(text: str) -> int | None:
    """How many payments an answer names; one month or week is one payment."""
    said = read(text)
    found = find_counts(said)
    if found:
        return found[0].value
    only = _ONLY.fullmatch(said.text.strip())
    if only and 1 <= int(only["n"]) <= MOST:
        return int(only["n"])
    return None


def parse_frequency(text: str) -> Frequency | None:
    """How often; a "quincena" is taken for two weeks, as US employers pay."""
    found = find_frequencies(read(text))
    return found[0].value if found else _BARE.get(read(text).text.strip(" .!?"))


_BARE = {
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "2 weeks": Frequency.EVERY_TWO_WEEKS,
    "quincena": Frequency.EVERY_TWO_WEEKS,
    "by the month": Frequency.MONTHLY,
    "by week": Frequency.WEEKLY,
}
