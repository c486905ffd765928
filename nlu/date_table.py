"""Every way to name a day that the grammar knows, most telling first."""

from nlu import date_rules as r
from nlu.date_rules import Resolve
from nlu.date_words import (
    A_DAY,
    COMING,
    COUNT,
    DAY,
    DAY_TOO,
    LAST_MONTH,
    LAST_WEEK,
    MONTH,
    MONTH_TOO,
    NEXT_ES,
    NEXT_MONTH,
    NEXT_WEEK,
    NOT_A_DAY,
    NTH,
    NUMBER,
    NUMBER_TOO,
    SPAN,
    SPAN_TOO,
    SUFFIX,
    THIS_MONTH,
    THIS_WEEK,
    YEAR,
)
from nlu.feasts import FEAST

Rules = tuple[tuple[str, Resolve], ...]
PART = r"(?: (?:morning|afternoon|evening|night))?"
THE = r"(?:the |el |la |on |by |day |dia ){0,4}"
END_ES = r"(?:a |para |hasta )?(?:el |la )?(?:fin|fines|finales|final)"
START = r"(?:start|beginning|first part|1st|early|principios?|inicios?|primeros?)"
FRACTION = r"(?!(?:1/[2348]|24/7)(?![\d/]))"
SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
WHOLE_WEEK = rf"(?:\b{A_DAY},? (?:the |el |on ){{0,3}})?"
WHICH = r"(?P<week>[1-5](?:st|nd|rd|th)|last|ultimo)"
WHICH_ONE = r"(?P<week>[1-5](?:st|nd|rd|th))"
OF = r"(?:of|in|de|del)"
DATED = r"(?:on|by|until|before|due|el|pay|around|at|for|back|para|hasta)"
UNTIL = r"(?:on|by|until|before|after|around|til|till|due)"
PLAIN_WEEKEND = r"(?<!nice )(?<!good )(?<!great )(?<!blessed )(?<!day )(?<!every )weekend\b"
NOT_NOT = r"(?<!\bnot )(?<!\bno )"

IN_FIGURES: Rules = (
    (r"(?<![\d.$])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<n>\d{1,2})(?!\d)",
     r.iso),
    (rf"{WHOLE_WEEK}(?<![\d/$.-])(?P<m>\d{{1,2}})(?P<sep>[-/.])(?P<n>\d{{1,2}})(?P=sep)"
     rf"{SHORT_YEAR}(?![\d/-]|\.\d)", r.month_and_day),
    (rf"(?<![\d/$.-])(?P<m>\d{{1,2}})/(?P<n>\d{{1,2}}),{SHORT_YEAR}(?!\d)", r.month_and_day),
    (rf"{WHOLE_WEEK}(?<![\d/$.-]){FRACTION}(?P<m>\d{{1,2}}) ?/ ?(?P<n>\d{{1,2}})(?! ?[\d/])",
     r.month_and_day),
    (rf"\b{DATED} (?:the )?{FRACTION}(?P<m>\d{{1,2}})[/-](?P<n>\d{{1,2}})(?![\d/-])",
     r.month_and_day),
    (r"\b(?:on|by|el) (?P<m>0?[1-9]|1[0-2])\.(?P<n>0[1-9]|[12]\d|3[01])(?!\d)", r.month_and_day),
)  # fmt: skip

BY_MONTH: Rules = (
    (rf"\b{THE}{WHICH} {DAY} {OF} {MONTH}{YEAR}", r.nth_weekday_near),
    (rf"\b{THE}{WHICH} {DAY} {OF} {NEXT_MONTH}", r.nth_weekday(1)),
    (rf"\b{THE}{WHICH} {DAY} {OF} {LAST_MONTH}", r.nth_weekday(-1)),
    (rf"\b{THE}{WHICH} {DAY} {OF} {THIS_MONTH}", r.nth_weekday(0)),
    (rf"\b{THE}{WHICH} {DAY} {OF} (?:the |el |each |every |cada ){{0,3}}month", r.nth_weekday_near),
    (rf"\bmid(?:dle)?[ -]?(?:of )?{MONTH}|\b(?:a )?mediados de {MONTH_TOO}",
     r.of_named_month(15)),
    (rf"\b(?:end|last|last day) of {MONTH}(?! \d)|\b{END_ES} (?:de|del) {MONTH_TOO}",
     r.named_month_end),
    (rf"\b{START} (?:of|de|del) {MONTH}(?! ?\d)", r.of_named_month(1)),
    (rf"\b(?:the )?(?P<week>1st|2nd|3rd|4th|last) week (?:of|in) (?:{MONTH}|next month)",
     r.week_of_month),
    (rf"{WHOLE_WEEK}\b{THE}{NUMBER}(?:{SUFFIX})? (?:day )?(?:of|de|del) {MONTH}(?![a-z]){YEAR}",
     r.named_month),
    (rf"{WHOLE_WEEK}\b{MONTH} ?[-/,]? ?(?:the |el )?{NUMBER}(?:{SUFFIX})?(?![\w:]|[.,]\d){YEAR}",
     r.named_month),
    (rf"{WHOLE_WEEK}\b{THE}{NUMBER}(?:{SUFFIX})?[-/.]? ?(?:day )?(?:of |de |del )?{MONTH}"
     rf"(?![a-z]){YEAR}", r.named_month),
)  # fmt: skip

BY_FEAST: Rules = (
    (rf"\b(?:the )?day after {FEAST}\b", r.feast(1)),
    (rf"\b(?:the )?day before {FEAST}\b", r.feast(-1)),
    (rf"\b(?:the )?{DAY} after {FEAST}\b", r.weekday_after_feast),
    (rf"(?<!happy )(?<!merry )(?<!feliz )\b{FEAST}\b"
     r"(?! (?:weekend|gifts?|presents?|shopping|bonus|money|party))", r.feast(0)),
)  # fmt: skip

BY_WEEKDAY: Rules = (
    (r"\b(?:the )?day (?:after|despues de) (?:tomorrow|manana)|\bpasado ?(?:de )?manana",
     r.days_on(2)),
    (r"\b(?:the )?day before yesterday|\b(?:el )?(?:day )?antes de ayer|\bante ?ayer|\bantier",
     r.days_on(-2)),
    (r"\b(?:the )?(?:next|following) day\b|\bday siguiente|\bproximo day\b", r.days_on(1)),
    (r"\bpast day\b", r.days_on(-1)),
    (rf"\bnot (?:this |on )?{DAY},? (?:but )?(?:the )?(?:next|following|1 after|one after|"
     rf"other|week after|{A_DAY} after)(?: one)?", r.weekday_on(1)),
    (rf"\b(?:este |el )?{DAY} no,? (?:sino )?(?:hasta )?el (?:otro|siguiente|que sigue)",
     r.weekday_on(1)),
    (rf"\b(?:the )?{DAY} after next\b", r.weekday_in(2)),
    (r"\b(?:the )?week after next\b", r.days_on(14)),
    (rf"\b(?:{COUNT} )?(?:week|weeks) from (?:this |next )?{DAY}", r.weekday_and_weeks),
    (r"\bde hoy en 8(?: days)?\b", r.days_on(7)),
    (r"\bde hoy en 15(?: days)?\b", r.days_on(14)),
    (r"\bde manana en 8(?: days)?\b", r.days_on(8)),
    (rf"\b(?:de |del |el |este ){{0,3}}{DAY} en 8(?: days)?\b", r.weekday_on(1)),
    (rf"\b(?:de |del |el |este ){{0,3}}{DAY} en 15(?: days)?\b", r.weekday_on(2)),
    (rf"\b{COUNT} {DAY} (?:from (?:now|today)|later|out)", r.weekdays_from_now),
    (rf"\b{LAST_WEEK}(?: on)? {DAY}|\b{DAY_TOO} (?:of |de )?{LAST_WEEK}", r.weekday_in(-1)),
    (rf"\b(?:last|this past|past|ultimo) {DAY}|\b{DAY_TOO} pasado", r.weekday_back),
    (rf"\b{NEXT_WEEK},?(?: on| el)? {DAY}|\b{DAY_TOO},? (?:of |de )?{NEXT_WEEK}",
     r.weekday_in(1)),
    (rf"\b{THIS_WEEK}(?: on| el)? {DAY}|\b{DAY_TOO} (?:of |de )?{THIS_WEEK}", r.weekday_in(0)),
    (rf"\b{DAY} {COMING}|\b{NEXT_ES} {DAY_TOO}", r.weekday),
    (rf"(?<!the )(?<!el )\b{WHICH_ONE} {DAY}\b", r.nth_weekday(0)),
    (rf"\b{THE}{WHICH_ONE} {DAY}\b", r.nth_weekday_near),
    (rf"\b(?:on |el |this ){{0,3}}{DAY},? (?:the |el |on the ){{0,2}}{NTH}", r.weekday_and_nth),
    (rf"\b(?:on |el |this ){{0,3}}{DAY},? (?:on )?the {NUMBER}(?![/:.,]\d)", r.weekday_and_nth),
    (rf"\b(?:on |el |este |this ){{0,3}}{DAY},? (?:el |day )?{NUMBER}(?![/:.,-]?\d|%){NOT_A_DAY}",
     r.weekday_and_number),
    (rf"\b(?:the |on ){{0,3}}next {DAY}{PART}", r.weekday_in(1)),
    (rf"(?<!some ){NOT_NOT}\b(?:this |coming |on |el |los |este ){{0,3}}{DAY}(?<!s)\b{PART}",
     r.weekday),
)  # fmt: skip

BY_NUMBER: Rules = (
    (rf"\b{THE}{NUMBER}(?:{SUFFIX})? (?:of |de |del )(?:the )?{NEXT_MONTH}", r.nth_in(1)),
    (rf"\b{THE}{NUMBER}(?:{SUFFIX})? (?:of |de |del )?{THIS_MONTH}", r.nth_in(0)),
    (rf"\b{THE}{NUMBER}(?:{SUFFIX})? (?:of |de |del )(?:the )?{LAST_MONTH}", r.nth_in(-1)),
    (rf"\b{THE}{NTH} {NEXT_MONTH}", r.nth_in(1)),
    (rf"\b{NEXT_MONTH},? (?:on )?(?:the |el )?(?:day )?(?:{NTH}|"
     rf"{NUMBER_TOO}(?=\W*$))", r.nth_in(1)),
    (rf"\bfor the {NUMBER}(?:{SUFFIX})?\b(?! (?:of|de|del) )(?![/:.,]\d|\d){NOT_A_DAY}",
     r.nth_appointed),
    (rf"\b{THE}{NTH}(?: (?:of |de |del )(?:the |el |each )?month)?{NOT_A_DAY}", r.nth),
    (rf"\b{UNTIL} (?:the |el |day ){{0,3}}the {NUMBER}\b{NOT_A_DAY}(?![/:.,]\d)", r.nth),
    (rf"\bthe {NUMBER}(?=\s*(?:$|[.,!?]))", r.nth),
    (rf"\b(?:el|del) (?:day )?{NUMBER}\b{NOT_A_DAY}(?![/:.,]\d)", r.nth),
    (rf"\b(?:hasta|para|antes del?|despues del?) (?:el |la )?{NUMBER}(?=\W*$)", r.nth),
    (rf"\bday {NUMBER}\b{NOT_A_DAY}(?![/:.,]\d)", r.nth),
)  # fmt: skip

BY_MONTHS_EDGE: Rules = (
    (r"\b(?:end|ends|close|last day|last) of (?:the |this )?(?:month|mo)\b|"
     r"\bmonth'?s? end\b|\beom\b", r.month_end_in(0)),
    (rf"\b(?:end|last day) of {NEXT_MONTH}\b|\b{END_ES} (?:de|del) {NEXT_MONTH}",
     r.month_end_in(1)),
    (rf"\b{END_ES} (?:de|del) (?:este )?month\b|\bultimo (?:day )?(?:del?|de este) month|"
     r"\bday ultimo\b",
     r.month_end_in(0)),
    (rf"\b{END_ES} (?:de|del) year|\bend of (?:the |this )?year", r.year_end),
    (r"\b(?:mid(?:dle)?)[ -]?(?:of )?(?:the |this )?month|\ba? ?mediados de(?:l)? month",
     r.mid_month),
    (rf"\b{START} (?:of |de |del )?(?:the )?(?:{NEXT_MONTH}|month\b)|"
     rf"\b{START} (?:de|del) proximo month", r.next_month_start),
    (r"\b(?:later|sometime|still) this month|\bdentro de este month", r.month_end_in(0)),
)  # fmt: skip

BY_WEEK: Rules = (
    (rf"\bnext weekend|\bproximo weekend|\bweekend {COMING}", r.weekend(1)),
    (rf"\b(?:(?:this|the|over the|el|este) )?(?:coming )?{PLAIN_WEEKEND}|"
     rf"\b{END_ES} de week", r.weekend(0)),
    (rf"\b{END_ES} of {NEXT_WEEK}|\bend of {NEXT_WEEK}", r.week_end(1)),
    (rf"\b{START} (?:of |de |del )?(?:the )?{NEXT_WEEK}", r.week_start),
    (r"\b(?:end of (?:the |this )?week|later (?:on )?this week|sometime this week|this week|"
     r"esta week)\b", r.week_end(0)),
)  # fmt: skip

BY_SPAN: Rules = (
    (r"\b(?:last|past) (?P<unit>week|month|year)|\b(?P<unit2>week|month|year) pasad[oa]", r.ago),
    (rf"\b{SPAN} (?:before|prior to|antes de) (?P<anchor>yesterday|ayer|today|hoy|tomorrow)",
     r.span(-1)),
    (rf"\b{SPAN} (?:ago|back|atras|earlier)\b|\bhace (?:como )?{SPAN_TOO}", r.span(-1)),
    (rf"\b{SPAN} (?:from|after|a partir de|despues de) "
     r"(?P<anchor>now|today|tomorrow|yesterday|hoy|ahora|manana|ayer)", r.span(1)),
    (rf"\b(?:in|within|en|dentro de|de aqui a|after|give me|gimme|need|wait|dame|deme|another|"
     rf"otr[ao]s) (?:about |like |unos? |unas |the next |otr[ao]s )?{SPAN}(?:'s?)?(?: time)?\b"
     r"(?! ago)", r.span(1)),
    (rf"\b{SPAN} (?:later|hence|out|mas tarde|despues)\b", r.span_later),
    (r"\b(?:a )?(?P<count>couple) (?:of )?(?:more )?(?P<unit>days|weeks|months)\b", r.from_now),
    (r"\b(?:sometime |later )?next (?P<unit>week|month|year)|"
     rf"\b(?:la otra|la|el)? ?{NEXT_ES} (?P<unit2>week|month|year)|"
     rf"\b(?P<unit3>week|month|year) {COMING}|\b(?:la|el) otr[ao] (?P<unit4>week|month)",
     r.from_now),
    (r"\byesterday|\bayer\b|\banoche\b|\blast night\b", r.days_on(-1)),
    (rf"{NOT_NOT}\btomorrow{PART}|(?<!\bla )(?<!\bde la )(?<!\bpor la )(?<!\ben la )"
     rf"{NOT_NOT}\bmanana\b", r.days_on(1)),
    (rf"{NOT_NOT}\b(?:(?:later )?(?:today|tonight)\b|this (?:afternoon|evening|morning|day)\b|"
     r"end of (?:the )?day|hoy\b|esta (?:noche|tarde|manana)|hoy mismo)", r.days_on(0)),
    (r"(?:(?<=¤)|(?<=\bhalf)|(?<=\bmitad)|(?<=\bthird)|(?<!911)(?<=\d)) (?:right )?(?:now|"
     r"ahora(?:ita)?|ahorita)\b|\bpay (?:it |this )?(?:right )?now\b", r.days_on(0)),
)  # fmt: skip

RULES: Rules = (
    *IN_FIGURES,
    *BY_MONTH,
    *BY_FEAST,
    *BY_WEEKDAY,
    *BY_NUMBER,
    *BY_MONTHS_EDGE,
    *BY_WEEK,
    *BY_SPAN,
)
