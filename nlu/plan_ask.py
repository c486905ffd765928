"""What a text asks of a running plan, and what it asks about plans in general."""

import re
from datetime import date
from enum import StrEnum

from nlu.date_words import MONTHS
from nlu.days import day_of_month_near
from nlu.keeping import claims_plan
from nlu.more_time import asks_more_time
from nlu.reading import read


class PlanAsk(StrEnum):
    """What is to be done with a plan that runs."""

    SKIP = "skip"
    MOVE = "move"
    MOVE_ALL = "move_all"
    RESIZE = "resize"
    EXTRA = "extra"
    PAY_OFF = "pay_off"
    PAY_NEXT = "pay_next"
    CHANGE_CARD = "change_card"
    STOP_CARD = "stop_card"
    END = "end"
    MISSED = "missed"


class PlanQuestion(StrEnum):
    """What is asked about plans; nothing is to be done."""

    MISSING = "missing"
    INTEREST = "interest"
    EARLY = "early"
    NEEDS_CARD = "needs_card"
    WHICH_CARD = "which_card"
    NEXT = "next"
    LEFT = "left"


_NOT_SO = r"(?<!don't )(?<!dont )(?<!not )(?<!no )(?<!aint )(?<!ain't )"
_A_PLAN = r"(?:(?:the|my|this|el|mi|este|payment|pago|de|pagos|payments) )*plan"
_ASKS: tuple[tuple[PlanAsk, str], ...] = (
    (
        PlanAsk.CHANGE_CARD,
        r"\b(?:change|new|different|another|other|update|replace|switch|swap|fresh|use|cambi\w+|"
        r"nueva|otra|actualiz\w+) (?:\w+ ){0,3}?(?:cards?|tarjeta|visa|mastercard|debit|checking|"
        r"account|cuenta)\b|\b(?:card|tarjeta)\b.{0,30}\b(?:expir\w+|vencio|vence|nueva|changed|"
        r"stolen|lost|dead|no good|otra)\b|\b(?:card|tarjeta)\b.{0,40}\b(?:instead|ponga|ponle|"
        r"pon)\b|\bsave (?:a|my) card\b|\bguardar (?:una|mi) tarjeta\b",
    ),
    (
        PlanAsk.PAY_OFF,
        r"\b(?:pay|pago|pagar|take|clear|handle)\w* (?:\w+ )?(?:everything|all of it|it all|todo|"
        r"the rest|the remainder)\b|\bpay(?:ing)? (?:my |the |this )?plan off\b|"
        r"\bterminar\w* (?:\w+ ){0,3}?de una vez\b|"
        r"\bpay\w* (?:it |this |the (?:rest|plan|balance) |everything |all |todo )?(?:all )?off\b|"
        r"\bpay (?:it |the rest |everything )?(?:all )?(?:early|at once)\b|\bliquid\w+|"
        r"\bpag\w+ (?:todo|lo que (?:falta|queda|resta)|el resto)\b|\bpag\w+ antes de tiempo\b|"
        r"\bfinish (?:it|the plan) early\b|\bterminar de pagar\b",
    ),
    (
        PlanAsk.STOP_CARD,
        r"\b(?:stop|turn off|cancel|end|no more|quit|remove|take off|disable|dont|don't|do not|"
        r"quit\w+|no quiero|ya no|sin|dej\w+|par\w+|desactiv\w+|borr\w+) (?:\w+ ){0,4}?"
        r"(?:auto ?-?pay\w*|automatic\w*|automatic\w*|auto ?-?(?:charge|draft|debit)\w*|"
        r"(?:my|the|mi|la) card|charging (?:my|the) card|tarjeta|cobros? automatic\w*)\b|"
        r"\bauto ?-?pay off\b|\boff (?:of )?(?:the )?auto ?-?pay\b|\bstop (?:the automatic )?"
        r"(?:taking|pulling|drafting|withdraw\w+)\b|\b(?:cancel|stop|fren|suspend)\w* (?:el|los|"
        r"mi) (?:debito|cobro)s?\b|"
        r"\bcharg\w+ my card\b.{0,6}\bstop|\bno (?:me )?cobr\w+ (?:mas )?(?:a |de |en )?(?:la|mi) "
        r"tarjeta",
    ),
    (
        PlanAsk.END,
        rf"\b{_NOT_SO}(?:cancel|end|stop|quit|drop|close|get out of|cancel\w+|termin\w+|"
        rf"quit\w+|dej\w+|anul\w+|sal\w+) (?:de |con )?{_A_PLAN}\b|\b(?:dont|don't|no longer|"
        rf"do not|ya no|no) (?:want|quiero|need) {_A_PLAN}\b",
    ),
    (
        PlanAsk.SKIP,
        r"\bskip\w*\b|\bpaus\w+|\bmiss (?:a|one|1|the next|this)\b|\bsit (?:this )?(?:one|1) out\b|"
        r"\bsalt\w+|\bbrinc\w+|\bomit\w+|\bsin pagar (?:este|el proximo)\b|"
        r"\b(?:pass|pasar?) (?:on )?(?:this|one|1|este|un) (?:month|week|pago|payment|one|1)\b",
    ),
    (
        PlanAsk.EXTRA,
        r"\b(?:extra|more than|adicional|de mas|mas de lo)\b|\bon top\b|\babonar mas\b",
    ),
    (
        PlanAsk.RESIZE,
        r"\b(?:bump|drop|bring|take|double|knock|cut|dej\w+|pon\w+) (?:\w+ ){0,4}?(?:up |down )?"
        r"(?:to|en|a) \$?\d+\b(?! ?(?:st|nd|rd|th)\b)|\b(?:littler|shrink|shrunk|easier)\b|"
        r"\b(?:lower|reduce|smaller|less|cheaper|bring (?:it |them )?down|shrink|raise|increase|"
        r"bigger|higher|baj\w+|reduc\w+|menos|disminu\w+|mas (?:chicos?|bajos?|pequen\w+)|sub\w+|"
        r"aument\w+)\b|\bchange (?:the|my) (?:amount|payments? to \$?\d)|"
        r"\bcambiar (?:el monto|la cantidad)|\bmake (?:it|them|my payments?) \$?\d|"
        r"\bcan only (?:do|pay|afford) \$?\d|\bsolo puedo (?:pagar |dar )?\$?\d",
    ),
    (
        PlanAsk.MOVE_ALL,
        r"\b(?:all|every|each|todos|todas|cada)\b.{0,20}\b(?:payments?|pagos?|them|days?|dates?)\b"
        r".{0,40}\b(?:to|on|a|al|the)\b|\b(?:of|de) (?:each|every|cada) month\b|"
        r"\bfrom now on\b|\bgoing forward\b|\bfrom here on\b|"
        r"\bde ahora en adelante\b|\ben adelante\b|\ba partir de ahora\b|\bsiempre\b|"
        r"\b(?:due date|payment date|fecha de pago|dia de pago|day de (?:pago|payment))\b",
    ),
    (
        PlanAsk.MISSED,
        r"\b(?:i|we) (?:just )?(?:missed|forgot)\b|\bdid(?:n't|nt| not) (?:make|pay|go through)\b|"
        r"\bcould(?:n't|nt| not) (?:make|pay)\b|\bno (?:pude|alcance|hice|pague|paso)\b|"
        r"\bse me (?:paso|olvido)\b|\bolvide\b|\b(?:payment|card) (?:failed|bounced|declined)\b",
    ),
    (
        PlanAsk.MOVE,
        r"\b(?:move|push|delay|postpone|reschedule|change|switch|shift|bump|later|another day|"
        r"different day|earlier|sooner|mov\w+|cambi\w+|pas\w+|atras\w+|pospon\w+|aplaz\w+|"
        r"retras\w+|recorr\w+|adelant\w+|otro (?:dia|day)|mas tarde|despues)\b|"
        r"\binstead of the\b|\ben vez del\b",
    ),
    (
        PlanAsk.PAY_NEXT,
        r"\bpay (?:the |my )?(?:next|this) (?:one|1|payment)\b|\bpag\w+ (?:el|mi) (?:proximo|"
        r"siguiente|pago)\b|\bpay (?:it|the next one) (?:now|today|early)\b",
    ),
)
_QUESTIONS: tuple[tuple[PlanQuestion, str], ...] = (
    (
        PlanQuestion.MISSING,
        r"\b(?:what|wat) (?:happens|if)\b.{0,30}\b(?:miss|late|can'?t|cannot|don'?t|skip|forget)|"
        r"\bif i (?:ever )?(?:miss|forget|can'?t|am late|cannot)\b|"
        r"\bque (?:pasa|sucede) si\b.{0,30}\b(?:no|falto|olvid\w+|atras\w+|tarde)|"
        r"\b(?:what|and) if i (?:lose|get|am|have no|run out)\b|"
        r"\by si (?:me quedo|pierdo|me enfermo|me despiden|no tengo)\b|"
        r"\bsi (?:no pago|me atraso|falto|no puedo)\b|\blate fees?\b|"
        r"\brecargos?\b.{0,12}\b(?:tarde|atras)",
    ),
    (
        PlanQuestion.INTEREST,
        r"\binterest\b(?!ed)|\bapr\b|\bfees?\b|\bextra (?:charge|cost)s?\b|\bany charge\b|"
        r"\bintereses?\b|\brecargos?\b|\bcargos? (?:extra|adicional\w*)\b|\bcomision\w*\b",
    ),
    (
        PlanQuestion.EARLY,
        r"\b(?:can|could|may|ok|able|possible|penalty|is it)\b.{0,30}\b(?:early|ahead|sooner|"
        r"off faster|before)\b|\bpay off early\b|\bprepay\w*|\bpenalty\b|"
        r"\bpued\w+.{0,20}\b(?:antes|adelant\w+|liquid\w+)\b|\bpenaliza\w+",
    ),
    (
        PlanQuestion.NEEDS_CARD,
        r"\b(?:need|have to|must|required|do i)\b.{0,25}\b(?:card|autopay|auto pay)\b|"
        r"\b(?:tengo que|necesito|hace falta|obligatorio)\b.{0,25}\btarjeta\b",
    ),
    (
        PlanQuestion.WHICH_CARD,
        r"\b(?:what|which|whose) card\b|\bcard (?:do you have|is on file|on file)\b|"
        r"\b(?:que|cual) tarjeta\b|\btarjeta (?:tienen|guardada|registrada)\b",
    ),
    (
        PlanQuestion.NEXT,
        r"\b(?:when|what day|what date|how much)\b.{0,20}\b(?:next|payment|due)\b|"
        r"\bwhen do i pay\b|"
        r"\b(?:cuando|que dia|que day|cuanto)\b.{0,20}\b(?:proximo|siguiente|pago|toca)\b",
    ),
    (
        PlanQuestion.LEFT,
        r"\bhow (?:much|many)\b.{0,25}\b(?:left|remain\w*|to go|more)\b|\bwhat(?:'?s| is) left\b|"
        r"\bcuant[oa]s?\b.{0,25}\b(?:qued\w+|falt\w+|rest\w+)\b",
    ),
)
_ONE = rf"(?:{'|'.join(MONTHS)}|mayo|2nd|second|third|3rd|last|final|2|3|segund[oa]|ultim[oa])"
_ASKS_DAYS = re.compile(
    r"\b(?:what|when) (?:are|r|were)(?: all)? (?:the|my|these|those) "
    r"(?:(?:payment|plan|due|other) )?(?:dates|days|payments)\b|"
    r"\ball (?:of )?(?:the|my) (?:payment )?(?:dates|payments)\b|"
    r"\bwhat did i (?:just )?(?:agree|say yes|sign up) (?:to|for)\b(?! pay)|"
    r"\b(?:what|when|how much)(?:'?s| is| was)? (?:the|my) (?:first|1st) payment\b|"
    r"\b(?:what|how)(?:'?s| is| was) (?:the|my) plan(?: again)?\W*$|"
    r"\b(?:a que|en que|que) (?:quede|quedamos|acepte|acorde|acordamos)\b|"
    r"\b(?:cual|cuanto|cuando) (?:es|era|sera) (?:el|mi) (?:plan\W*$|primer (?:pago|payment)\b)|"
    r"\b(?:cuales|que) (?:son|eran) mis (?:fechas|pagos|payments)\b|"
    r"\b(?:list|show)(?: me)?(?: all)? (?:the|my) (?:payments|dates|schedule)\b|"
    rf"\b(?:my|the|payment) schedule\b|\bwhen(?:s| is)(?: the| my)? {_ONE} (?:one|payment)\b|"
    r"\bhow many (?:more |payments |are |do i have |of them )*(?:left|to go|remain\w*)\b|"
    r"\bhow many (?:payments|months|times|of them)(?: (?:is|are|was|will) (?:that|it|there|they|"
    r"those)"
    r"(?: be)?| total| in all| altogether| again| then| do i (?:have|make|pay|owe))*\W*$|"
    r"\bcuant[oa]s (?:pagos|payments|meses|months)(?: (?:son|serian|van a ser|tengo|hago|doy|"
    r"en total|"
    r"entonces|al final|voy a hacer))*\W*$|"
    r"\b(?:cuales|cuando|que|todas) (?:\w+ ){0,2}las fechas\b|\btodas las fechas\b|"
    r"\bcuant[oa]s (?:pagos |payments |me |nos )*(?:quedan|faltan)\b|"
    rf"\bcuando (?:es|toca|sale) (?:el|la) (?:(?:pago |payment )?de )?{_ONE}\b|"
    r"^\W*(?:y )?(?:el|la) (?:otr[oa]|segund[oa]|ultim[oa])(?: pago| payment)? (?:para )?cuando\b|"
    r"\bwhen(?:'?s| is) the (?:one after|other one|other payment)\b"
)
_ASKS_STATE = re.compile(
    r"\b(?:did|has|have|was|were|is|isnt|wasnt|didnt)\b"
    r"(?: (?!(?:to|can|could|insurance|coverage|card|seguro)\b)\w+){0,4}? "
    rf"(?:cancel\w*|end(?:ed)?|stop(?:ped)?|drop(?:ped)?|delet\w*|gone)(?: {_A_PLAN}| it)?\W*$|"
    rf"\b(?:is )?{_A_PLAN} (?:is )?(?:still )?"
    r"(?:on|active|there|good|running|going|set|in place)(?: right| yes| ok| now)?\W*$|"
    r"\b(?:will|would|do|does|am|are|gonna|going to)\b(?: \w+){0,3}? "
    r"(?:charged?|take|taken|pull\w*|withdraw\w*|debit\w*|deduct\w*)\b.{0,25}\b(?:anyways?|still|regardless)\b|"
    r"\b(?:will|would|do|does|am|are)\b(?: \w+)? still\b(?: \w+){0,2} "
    r"(?:charged?|take it|pull\w*)\b|"
    r"\bis it still (?:on|active|running|going|in place)\b|"
    r"\bnothing (?:\w+ )?(?:on|until|till|before) .{0,15}\bright\b|"
    rf"\b(?:cancelo|cancelaron|cancelado|termino|terminado|quitaron|borraron|acabo) {_A_PLAN}\W*$|"
    rf"\bsigue (?:\w+ )?{_A_PLAN}\b|\b{_A_PLAN} (?:sigue|todavia|esta) (?:\w+ )?(?:activo|vigente|"
    r"cancelado|en pie|igual)|\bcobr\w+\b.{0,25}\b(?:de todos modos|de todas formas)\b"
)
_ASKS_EFFECT = re.compile(
    r"\b(?:does|will|would|do) (?:that|this|it) (?:just |only )?"
    r"(?:move|change|affect|push|shift)\b|\b(?:all of them|all) or (?:just|only)\b|"
    r"\b(?:eso|esto) (?:\w+ )?(?:mueve|cambia|recorre|afecta)\b|"
    r"\btodos o (?:solo|nomas|nada mas)\b"
)
_AGAIN = re.compile(
    r"\b(?:want|put|bring|get|have) (?:it|that|the plan|my plan) back\b|"
    r"\b(?:start|set|do|turn) (?:it|that|the plan) (?:up |on )?again\b|\brestart (?:it|the plan)\b|"
    r"\b(?:quiero|vuelv\w+|poner\w*|empez\w+)(?: a)?(?: \w+){0,2} (?:otra vez|de nuevo|de vuelta)\b"
)
_COMPILED_ASKS = [(kind, re.compile(pattern)) for kind, pattern in _ASKS]
_COMPILED_QUESTIONS = [(kind, re.compile(pattern)) for kind, pattern in _QUESTIONS]
_THIS_TIME = re.compile(
    r"\b(?:don'?t|do not|stop|no) (?:\w+ ){0,5}?(?:card|auto ?-?pay|automatic\w*|tarjeta)\b.{0,40}"
    r"\b(?:wait|til|till|until|hasta|instead|this time|al otro)\b"
)
_MONTHS_NAMED = re.compile(rf"\b({'|'.join(MONTHS)}|mayo)s?\b")
_SPAN = re.compile(
    r"\b(?:a|an|one|una?|otra|otro|another|(\d{1,2})) "
    r"(?:more |extra |additional )?(day|dia|week|month)s?\b"
)
_BARE_DAY = re.compile(
    r"\b(?:al|para el|to|to the) (?:day |dia )?([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![:/.$\d])"
)
_STEP_DAYS = {"day": 1, "dia": 1, "week": 7, "month": 30}


def find_plan_ask(text: str, language: str | None = None) -> PlanAsk | None:
    """A card not to be used "this time" only is a day to be moved: the first that fits decides."""
    said = read(text, language).text
    if _THIS_TIME.search(said) or asks_more_time(text, language):
        return PlanAsk.MOVE
    return next((kind for kind, pattern in _COMPILED_ASKS if pattern.search(said)), None)


def find_plan_question(text: str, language: str | None = None) -> PlanQuestion | None:
    said = read(text, language).text
    return next((kind for kind, pattern in _COMPILED_QUESTIONS if pattern.search(said)), None)


def is_what_if(text: str, language: str | None = None) -> bool:
    """ "Y si no puedo un mes?": asked of a plan to come, and no hardship of today."""
    return find_plan_question(text, language) is PlanQuestion.MISSING


def bare_day(text: str, today: date, language: str | None = None) -> date | None:
    """ "Mover el pago al 25": the next such day of a month, where a day is what is moved."""
    named = _BARE_DAY.search(read(text, language).text)
    return day_of_month_near(today, int(named[1]), True) if named else None


def months_named(text: str, language: str | None = None) -> tuple[int, ...]:
    """ "Skip June": the months a text names, 1 to 12."""
    found = (match[1].replace("mayo", "may") for match in _MONTHS_NAMED.finditer(
        read(text, language).text
    ))  # fmt: skip
    return tuple(dict.fromkeys(MONTHS.index(name) + 1 for name in found))


def days_on(text: str, language: str | None = None) -> int | None:
    """How far a day is to be moved: "push it a week"; None where no span is told."""
    span = _SPAN.search(read(text, language).text)
    return int(span[1] or 1) * _STEP_DAYS[span[2]] if span else None


def asks_schedule(text: str) -> bool:
    """The days of a plan one by one, how many are left, whether it still stands."""
    lists = _ASKS_DAYS.search(read(text).text) is not None
    return (lists and find_plan_ask(text) is None) or asks_state(text) or claims_plan(text)


def asks_state(text: str) -> bool:
    """Whether a plan still stands, or is taken from as before: "did it cancel the plan?"."""
    return _ASKS_STATE.search(read(text).text) is not None


def asks_effect(text: str) -> bool:
    """What a change on offer does: "does that move all of them or just this one"."""
    return _ASKS_EFFECT.search(read(text).text) is not None


def wants_again(text: str) -> bool:
    """A plan just ended is wanted after all."""
    return _AGAIN.search(read(text).text) is not None
