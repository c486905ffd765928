"""What a text says of a plan beyond sums and days: bounds, the least, a month, a correction."""

import re
from dataclasses import dataclass
from datetime import date

from nlu.date_words import MONTHS
from nlu.days import add_months
from nlu.normal import Normal
from nlu.reading import read
from nlu.understanding import Amount, Entities

_MOST_DAY = 31  # a larger number is no day of a month
MOST_COUNT = 12  # of a bare number that counts payments
_SMALLEST = re.compile(
    r"\bas (?:little|low|small) as|\b(?:lowest|smallest|least)\b(?! \d)|"
    r"\b(?:the |a )?minimum\b(?! of)|\bas long as (?:possible|you can|i can|it)|"
    r"\bstretch (?:it|this|that)|\blongest\b|\bmost (?:payments|months|time)\b|"
    r"\b(?:smaller|lower|less) (?:payments?|each|a month|per|every)|\bpagos mas (?:chicos|"
    r"pequen\w+|bajos)|"
    r"\blo mas (?:chic\w+|bajo|poco|pequen\w+)\b|"
    r"\bmas (?:months|meses|payments|pagos)\b(?! (?:de|of)\b)|"
    r"\b(?:lo|el pago|la cantidad) (?:menos|minim[oa]|mas bajo)\b|\blo minimo\b|"
    r"\bmenos posible\b|\bmas (?:largo|bajo|chico) posible\b|\bpago mas (?:bajo|chico)\b"
)
_SUM = r"\$? ?(?:unos |like |about )?\d"
_MOST = re.compile(
    rf"\b(?:at most|no more than|not more than|not over|max(?:imum)?(?: of)?|up to|under|"
    rf"less than|(?:como |a lo )?maximo(?: de)?|no mas de|no mayor de|hasta|menos de|"
    rf"cuando mucho|a lo mucho) {_SUM}|"
    r"\d(?: dollars| dolares)?(?: a month| al mes| a week)? (?:max\b|maximum|tops\b|at (?:the )?"
    r"most|maximo|cuando mucho|como maximo|a lo mucho|is the most|es lo mas)|"
    r"\bthe most i can\b.{0,12}\d|\blo mas que puedo\b.{0,12}\d"
)
_LEAST = re.compile(rf"\b(?:at least|no less than|por lo menos|al menos|minimo de) {_SUM}")
_BETWEEN = re.compile(r"\b(?:between|entre|from)\b|\d ?(?:-|to|a) ?\$?\d")
_REST_IN = re.compile(
    r"\b(?:rest|remainder|remaining|other half|resto|lo demas|restante|otra mitad|that|balance)\b"
    r".{0,14}?\b(?:in|en|over|into) (\d{1,2})\b(?! ?(?:days?|weeks?|months?|dias|semanas|dollars))"
)
_RATHER = re.compile(
    r"(?<![\d$./])(\d{1,4}),? (?:and |y )?(?:not|no|instead of|rather than|en vez de|en lugar de) "
    r"\$?(\d{1,4})\b(?![./])"
)
_NOT_BUT = re.compile(
    r"\b(?:not|no) \$?(\d{1,4})[,.;]? (?:but |sino |rather |make it |mejor )*\$?(\d{1,4})\b(?![./])"
)
_MONTH = re.compile(
    rf"\b(?:till?|until|in|from|start(?:ing)?|beginning|hasta|en|desde|a partir de|empez\w+|"
    rf"empiez\w+|comenz\w+|de)(?: (?:the )?(?:month of|mes de|early|in|en|de))? "
    rf"({'|'.join(MONTHS)}|mayo)\b(?! \d)"
)
_FIRST_ONE = r"(?:first|1st|primer[oa]?|payments?|date|fecha|day)"
_STARTS = re.compile(
    r"\b(?:skip|skipping) (?:\w+ ){0,2}?(?:one|1|first|1st|month|payment)\b|"
    rf"\b(?:{_FIRST_ONE}|start\w*|begin\w*|due date|due day|can (?:it|we|that)|could it)\b.{{0,30}}"
    r"\b(?:later|another day|different day|other day|sooner|earlier|back|delay\w*|postpone\w*|"
    r"move\w*|push\w*|changed?|in \d+ (?:weeks?|days|months?)|in (?:a|one) (?:week|month))\b|"
    r"\b(?:push|move|delay|postpone|change|start|begin)\w* (?:\w+ ){0,3}?"
    rf"(?:{_FIRST_ONE}|start|back|later)\b|\bnot (?:until|till|so soon|yet)\b|"
    rf"\b(?:{_FIRST_ONE}|(?:el|la) 1(?:st)?|empez\w+|empiec\w+|empiez\w+|comenz\w+|"
    r"comienc\w+)\b.{0,30}"
    r"\b(?:mas tarde|despues|luego|otro day|otra fecha|antes|adelante|atras\w*)\b|"
    r"\b(?:atras\w+|mov\w+|cambi\w+|pas\w+|recorr\w+|salt\w+|brinc\w+|pospon\w+|empez\w+) (?:\w+ )"
    rf"{{0,2}}?(?:{_FIRST_ONE}|1(?:st)?|despues|mas tarde)\b|\b(?:en|para) otr[oa] (?:day|fecha)\b"
)
_ASKS = re.compile(
    r"\b(?:break|split|spread|divide) (?:it|this|that|them|the (?:bill|balance|payments?))"
    r"(?: (?:up|out|over|into|in)\b|\W*$)|\bpay (?:it |this )?(?:over time|in parts|in pieces|"
    r"little by little|a little at a time|bit by bit|in \d{1,2} payments|in installments)\b|"
    r"\b(?:payment plan|plan de payments?|plan de pago)\b|\b(?:en|a) (?:partes|installments|"
    r"payments|plazos)\b|\b(?:monthly|weekly|small) (?:payments|installments)\b|"
    r"\b(?:payments|installments) (?:mensual\w*|semanal\w*|quincenal\w*|chicos)|"
    r"\bpoco a poco\b|\bde a poqui\w+\b|\bdividir(?:lo|la)\b"
)
_TO_SUM = re.compile(
    r"\b(?:(?:change|switch|go|drop|lower|bring|cut|bump|raise|cambi\w+|baj\w+|sub\w+|dej\w+|pon\w+|"
    r"qued\w+|pas\w+)(?: \w+){0,3}? (?:to|at|a|en|por|de a)|(?:make|sean?|ser)(?: it| each| de)?) "
    r"?\$?(\d{2,4})(?! ?(?:st|nd|rd|th|days?|weeks?|months?|payments?|%)\b)(?![\d/:.])"
)
_OTHER_BILL = re.compile(
    r"\b(?:only|just|solo|solamente|nomas|nada mas) (?:for |the |on |la |el |de |lo de )*"
    r"(?:other|otr[oa]|first|second|newer|older|latest|last|big|small|primer[oa]?|segund[oa]|"
    r"ultim[oa]|bill|cuenta|factura)\b|"
    r"\b(?:other|otr[oa]|first|second|latest|last|primer[oa]?|segund[oa]|ultim[oa]) (?:bill|one|"
    r"cuenta|factura)(?: only| alone| solamente| nada mas|,? no(?:t)? )"
)


@dataclass(frozen=True)
class PlanWish:
    """`count` was said as a correction or for the rest; `starts_on` is the first of a month.

    `rather_cents`: "60 not 50". `one_bill`: only one of several bills is meant.
    """

    least_cents: int | None = None
    most_cents: int | None = None
    smallest: bool = False
    count: int | None = None
    rather_cents: int | None = None
    starts_on: date | None = None
    one_bill: bool = False


def find_plan_wish(
    text: str, entities: Entities, today: date, language: str | None = None
) -> PlanWish:
    said = read(text, language)
    least, most = _bounds(said, entities.amounts)
    count, rather = _corrected(said)
    rest = _REST_IN.search(said.text)
    return PlanWish(
        least_cents=least,
        most_cents=most,
        smallest=_SMALLEST.search(said.text) is not None and not (least or most),
        count=count or (int(rest[1]) if rest else None),
        rather_cents=rather,
        starts_on=None if any(d.on for d in entities.dates) else _month_start(said, today),
        one_bill=_OTHER_BILL.search(said.text) is not None,
    )


def asks_for_plan(text: str, language: str | None = None) -> bool:
    """Plain enough, though a model may be at a loss: "can i break it up"."""
    return _ASKS.search(read(text, language).text) is not None


def starts_otherwise(text: str, language: str | None = None) -> bool:
    """Another first day is wished, or the first left out; which one may still be open."""
    return _STARTS.search(read(text, language).text) is not None


def _bounds(said: Normal, amounts: tuple[Amount, ...]) -> tuple[int | None, int | None]:
    """Cents of the least and the most that each payment may be."""
    sums = [amount.cents for amount in amounts if amount.cents]
    if len(sums) == 2 and _BETWEEN.search(said.text) and sums[0] < sums[1]:
        return sums[0], sums[1]
    if len(sums) != 1:
        return None, None
    if _MOST.search(said.text):
        return None, sums[0]
    return (sums[0], None) if _LEAST.search(said.text) else (None, None)


def _corrected(said: Normal) -> tuple[int | None, int | None]:
    """ "3 not 4" counts payments, "60 not 50" is a sum."""
    to_sum = _TO_SUM.search(said.text)
    if to_sum and int(to_sum[1]) > _MOST_DAY:
        return None, int(to_sum[1]) * 100
    rather, instead = _RATHER.search(said.text), _NOT_BUT.search(said.text)
    number = int(rather[1]) if rather else int(instead[2]) if instead else None
    if number is None:
        return None, None
    return (number, None) if 0 < number <= MOST_COUNT else (None, number * 100)


def _month_start(said: Normal, today: date) -> date | None:
    """The first of the month named, the next to come."""
    named = _MONTH.search(said.text)
    if named is None:
        return None
    number = MONTHS.index(named[1].replace("mayo", "may")) + 1
    ahead = (number - today.month) % 12
    return add_months(today.replace(day=1), ahead) if ahead else None
