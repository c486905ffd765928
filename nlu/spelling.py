"""Shorthand and misspellings put right, Spanish calendar words put in English, one word at a "
"time."""

from functools import lru_cache

SHORTHAND = {
    short: word
    for word, shorts in {
        "tomorrow": "tmrw tmr tmrow tmw tmrrw tmmrw 2morrow 2mrw 2moro 2mro tomoro tomo "
        "tom0rrow tmorrow",
        "today": "2day tday tdy",
        "tonight": "2nite tonite 2night tnite",
        "next": "nxt nex nx",
        "week": "wk wek weeek semana sem",
        "weeks": "wks weeeks semanas weaks",
        "weekend": "wknd wkend weeknd finde",
        "weekly": "wkly weekley",
        "month": "mo mnth mth monht mes",
        "months": "mos mnths mths meses",
        "monthly": "mthly mnthly montly",
        "year": "yr ano",
        "years": "yrs anos",
        "day": "dia",
        "days": "dys dias",
        "hours": "hrs horas",
        "hour": "hr hora",
        "minutes": "mins minutos",
        "every": "evry evrey eery ea",
        "payments": "pymts pmts paymnts payemnts pagos abonos",
        "payment": "pymt pmt paymnt payemnt",
        "installments": "instalments instalments cuotas mensualidades parcialidades plazos",
        "dollars": "dollar dollers dollors dolars dolar dolares dlls dls dlrs usd bucks buck bux",
        "pesos": "pesitos",
        "half": "haf hlf halve",
        "paycheck": "paychek paycheque pay-check",
        "payday": "pay-day",
        "monday": "mon lunes lun",
        "tuesday": "tue tues tuseday tuesdy martes martez",
        "wednesday": "weds wensday wendsday wedensday wednsday miercoles mierc miercolez mie",
        "thursday": "thu thur thurs thirsday thersday jueves juev juevez juebes jue",
        "friday": "fri frid viernes vie bierne viernez biernes",
        "saturday": "satuday saterday sabado sab savado",
        "sunday": "sundy domingo",
        "january": "jan enero enro",
        "february": "feb febuary febrero febreo febero febrro",
        "march": "marzo",
        "april": "apr abril",
        "june": "jun junio",
        "july": "jul julio",
        "august": "aug agosto",
        "september": "sep sept septiembre setiembre",
        "october": "oct octubre",
        "november": "nov noviembre novienbre",
        "december": "dec diciembre dic dicienbre",
        "you": "u",
        "are": "r",
        "can": "cn",
        "about": "abt abot",
        "because": "bc cuz",
        "and": "n",
        "the": "da teh",
        "with": "w",
        "hundred": "hundo hunnid hunderd hundrd hunnit hundered",
        "pay": "pey",
        "paid": "payed pd",
    }.items()
    for short in shorts.split()
}
# Long enough that one slip of the finger still leaves no other word.
LONG_WORDS = """
tomorrow yesterday weekend monthly biweekly payment payments installments paycheck monday
tuesday wednesday thursday friday saturday sunday january february october november december
september twenty thirty fifteen sixteen seventeen eighteen nineteen eleven twelve fifty sixty
seventy eighty ninety hundred thousand minimum dollars cincuenta cuarenta treinta sesenta
setenta ochenta noventa veinte doscientos trescientos manana quincena proxima proximo mitad
"""
# Words of their own that look like a slip.
REAL_WORDS = """
sunder payment payments dollars fity thousand thirst seventh eighth eighteenth fifteenth
sixteenth nineteenth seventeenth eleventh twentieth thirtieth sevent hundredth minimum sixth
fifth eight sixteen fifteen eighteen nineteen seventeen fifty sixty quince veinte mitad midday
quincenal quincenas sundays mondays tuesdays wednesdays thursdays fridays saturdays weekends
sixteenths proximal
"""


def spelled(word: str) -> str:
    """The word meant, or the word itself."""
    return SHORTHAND.get(word) or _near(word)


@lru_cache(maxsize=4096)
def _near(word: str) -> str:
    if len(word) < 5 or word in _REAL or not word.isalpha():
        return word
    found = {_INDEX[piece] for piece in _pieces(word) if piece in _INDEX}
    return found.pop() if len(found) == 1 else word


def _pieces(word: str) -> set[str]:
    """The word and what is left with one letter gone: two words sharing one are one slip apart."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _index() -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for word in LONG_WORDS.split():
        for piece in _pieces(word):
            owners.setdefault(piece, set()).add(word)
    return {piece: words.pop() for piece, words in owners.items() if len(words) == 1}


_INDEX = _index()
_REAL = frozenset(REAL_WORDS.split())
