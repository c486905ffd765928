"""Every way to name a day that the grammar knows, most telling first."""

from nlu import date_rules as r
from nlu.date_rules import (
    COMING,
    COUNT,
    DAY,
    MONTH,
    NEXT_ES,
    NOT_A_DAY,
    NTH,
    NUMBER,
    UNIT,
    YEAR,
    Resolve,
)  # fmt: skip

PART = r"(?: (?:morning|afternoon|evening|night))?"
END_ES = r"(?:a |para |hasta )?(?:el |la )?(?:fin|fines|finales|final)"
FRACTION = r"(?!(?:1/[2348]|24/7)(?![\d/]))"
SLASHED = r"(?<![\d/$.-])(?P<m>\d{1,2})/(?P<n>\d{1,2})"

RULES: tuple[tuple[str, Resolve], ...] = (
    (r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<n>\d{1,2})(?!\d)", r.iso),
    (rf"{SLASHED}/(?P<year>(?:19|20)\d\d|\d\d)(?!\d)", r.month_and_day),
    (r"(?<![\d/-])(?P<m>\d{1,2})-(?P<n>\d{1,2})-(?P<year>(?:19|20)\d\d|\d\d)(?![\d-])",
     r.month_and_day),
    (rf"{FRACTION}{SLASHED}(?![\d/])", r.month_and_day),
    (r"\b(?:on|by|until|before|due|el|pay|around) (?P<m>\d{1,2})[/-](?P<n>\d{1,2})(?![\d/-])",
     r.month_and_day),
    (rf"\bmid(?:dle)?[ -]?(?:of )?{MONTH}", r.mid_named_month),
    (rf"\bend of {MONTH}", r.named_month_end),
    (rf"\b{END_ES} de {MONTH}", r.named_month_end),
    (rf"\b(?:the )?(?P<week>1st|2nd|3rd|4th|last) week (?:of|in) (?:{MONTH}|next month)",
     r.week_of_month),
    (rf"\b{MONTH} (?:the )?{NUMBER}(?:st|nd|rd|th)?\b(?!:){YEAR}", r.named_month),
    (rf"\b(?:the |el )?{NUMBER}(?:st|nd|rd|th)?(?: day)? (?:of |de |del )?{MONTH}\b{YEAR}",
     r.named_month),
    (r"\b(?:the )?day after tomorrow|\bpasado (?:de )?manana", r.days_on(2)),
    (rf"\b(?:the )?{DAY} after next\b", r.weekday_in(2)),
    (r"\b(?:the )?week after next\b", r.days_on(14)),
    (rf"\b{COUNT} (?:week|weeks) from (?:this |next )?{DAY}", r.weekday_and_weeks),
    (rf"\b{COUNT} {DAY} from (?:now|today)", r.weekdays_from_now),
    (rf"\b(?:last|this past) {DAY}|\b{DAY.replace('day>', 'day2>')} pasado", r.weekday_back),
    (rf"\bnext week(?: on)? {DAY}|\b{DAY.replace('<day>', '<day2>')} (?:of )?next week",
     r.weekday_in(1)),
    (rf"\b{DAY} de (?:la {COMING} week|la week {COMING}|la proxima week|la otra week)",
     r.weekday_in(1)),
    (rf"\b{DAY} {COMING}|\b{NEXT_ES} {DAY.replace('<day>', '<day2>')}", r.weekday),
    (rf"\b(?:on |el |this )?(?:{'|'.join(r.WEEKDAYS)}),? (?:the )?{NTH}", r.nth),
    (rf"\bnext {DAY}{PART}", r.weekday_in(1)),
    (rf"\b(?:this |coming |on |el |este )*{DAY}{PART}", r.weekday),
    (rf"\b(?:the |el |on )*{NTH} (?:day )?(?:of |de |del )?(?:the )?"
     rf"(?:next month|month {COMING}|{NEXT_ES} month)", r.nth_in(1)),
    (rf"\bnext month (?:on )?(?:the )?{NTH}", r.nth_in(1)),
    (rf"\b(?:the |el |on )*{NTH} (?:of |de |del )?this month", r.nth_in(0)),
    (rf"\b(?:on |by |el |la )*(?:the )?{NTH}\b(?: (?:of |de |del )(?:the |el |each )?month)?"
     rf"{NOT_A_DAY}(?! grade)", r.nth),
    (rf"\b(?:on|by|until|before|around|til|till) (?:the |el |dia )*the {NUMBER}\b{NOT_A_DAY}"
     r"(?![/:.,]\d)", r.nth),
    (rf"\bthe {NUMBER}(?=\s*(?:$|[.,!?]))", r.nth),
    (rf"\b(?:el|del) (?:day )?{NUMBER}\b{NOT_A_DAY}(?![/:.,]\d)", r.nth),
    (rf"\bday {NUMBER}\b{NOT_A_DAY}(?![/:.,]\d)", r.nth),
    (r"\b(?:end|ends|close|last day) of (?:the |this )?(?:month|mo)\b|\bmonth'?s? end\b|\beom\b",
     r.month_end_in(0)),
    (r"\bend of next month\b", r.month_end_in(1)),
    (rf"\b{END_ES} (?:de|del) (?:{NEXT_ES} month|month {COMING})", r.month_end_in(1)),
    (rf"\b{END_ES} (?:de|del) (?:este )?month\b|\bultimo (?:day )?del month", r.month_end_in(0)),
    (rf"\b{END_ES} (?:de|del) year|\bend of (?:the |this )?year", r.year_end),
    (r"\b(?:mid(?:dle)?)[ -]?(?:of )?(?:the |this )?month|\ba? ?mediados de(?:l)? month",
     r.mid_month),
    (r"\b(?:start|beginning|first part|1st) of (?:the )?(?:next )?month|\bearly next month|"
     r"\b(?:a )?(?:principios?|inicios?|primeros?) (?:de|del) (?:proximo )?month",
     r.next_month_start),
    (rf"\b(?:this|the|over the|el|este|a)?\s*(?:coming )?weekend|\b{END_ES} de week",
     r.weekend(0)),
    (r"\bnext weekend|\bproximo weekend", r.weekend(1)),
    (r"\bend of next week", r.week_end(1)),
    (r"\b(?:end of (?:the |this )?week|later (?:on )?this week|sometime this week|this week|"
     r"esta week)\b", r.week_end(0)),
    (r"\b(?:later|sometime|still) this month|\bdentro de este month", r.month_end_in(0)),
    (r"\b(?:last|past) (?P<unit>week|month)|\b(?P<unit2>week|month) pasad[oa]", r.ago),
    (rf"\b{COUNT} {UNIT} (?:ago|back|atras)|\bhace {COUNT.replace('<count>', '<count2>')} "
     rf"{UNIT.replace('<unit>', '<unit2>')}", r.ago),
    (rf"\b(?:in|within|en|dentro de|de aqui a|after|give me|dame|deme|another|otr[ao]s) "
     rf"(?:about |like |unos? )?{COUNT} (?:more |mas )?{UNIT}(?:'s?)?(?: time)?\b(?! ago)",
     r.from_now),
    (rf"\b{COUNT} {UNIT} from (?:now|today)|\b{COUNT.replace('<count>', '<count2>')} "
     rf"{UNIT.replace('<unit>', '<unit2>')} out\b", r.from_now),
    (r"\b(?:a )?(?P<count>couple) (?:of )?(?:more )?(?P<unit>days|weeks|months)\b", r.from_now),
    (r"\b(?:sometime |early |later )?next (?P<unit>week|month|year)|"
     rf"\b(?:la otra|la|el)? ?{NEXT_ES} (?P<unit2>week|month)|"
     rf"\b(?P<unit3>week|month) (?:{COMING}|proxima)|\b(?:la|el) otr[ao] (?P<unit4>week|month)",
     r.from_now),
    (r"\byesterday|\bayer\b", r.days_on(-1)),
    (rf"\btomorrow{PART}|(?<!\bla )(?<!\bde la )(?<!\bpor la )(?<!\ben la )\bmanana\b",
     r.days_on(1)),
    (r"\b(?:later )?(?:today|tonight)\b|\bthis (?:afternoon|evening|morning)|\bend of (?:the )?day|"
     r"\bhoy\b|\besta (?:noche|tarde|manana)|\bhoy mismo", r.days_on(0)),
    (r"(?:(?<=¤)|(?<=\bhalf)|(?<=\bmitad)|(?<=\bthird)|(?<!911)(?<=\d)) (?:right )?(?:now|"
     r"ahora(?:ita)?|"
     r"ahorita)\b|\bpay (?:it |this )?(?:right )?now\b",
     r.days_on(0)),
)  # fmt: skip
