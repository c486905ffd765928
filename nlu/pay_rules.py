"""When a patient's money comes, as a rule that names the next such day: pay or benefits."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlu import days
from nlu.counts import find_frequencies
from nlu.date_words import A_DAY, SUFFIX, WEEKDAYS
from nlu.named_days import named_day
from nlu.normal import Normal
from nlu.reading import read
from nlu.understanding import Frequency

PAYDAY, BENEFITS = "payday", "benefits"
_STEPS = {Frequency.WEEKLY: 7, Frequency.EVERY_TWO_WEEKS: 14}
_BENEFITS = re.compile(
    r"\b(?:ssi|ssdi|ss|social security|disability|va check|unemployment|snap|pension|benefits?|"
    r"retirement|seguro social|beneficios|desempleo|incapacidad)\b"
)
_COMES = r"(?:comes?|gets? here|hits?|lands?|arrives?|drops?|posts?|is|are|llega|cae|entra)"
_TOLD = re.compile(
    r"\b(?:get|gets|getting|am|im|i'm|be) paid\b|\bpaydays?\b|\bmy pay\b|"
    rf"\bme (?:pagan|depositan)\b|\bcobro\b|\bday de (?:pago|payment|cobro)\b|"
    rf"\b(?:my |mi )?(?:pay)?check {_COMES}|\b(?:quincena|cheque|sueldo) {_COMES}"
)
_WAITED_FOR = re.compile(r"\b(?:when|once|until|till?|after|soon as|cuando|hasta que|en cuanto)\b")
_TWO_NUMBERS = re.compile(
    rf"\b(\d{{1,2}})(?:{SUFFIX})? (?:and|y|&) (?:on )?(?:the |el )?"
    rf"(?:(\d{{1,2}})(?:{SUFFIX})?|(last|end|ultimo|fin))"
)
_ONE_NUMBER = re.compile(
    rf"\b(?:the |el |day |on ){{1,3}}(\d{{1,2}})(?:{SUFFIX})?(?![/\d])|\b(\d{{1,2}}){SUFFIX}"
)
_OF_MONTHS = re.compile(r"\b(?:of|de|del) (?:the |el |every |each |cada )*month\b|\bcada month\b")
_NTH_DAY = re.compile(rf"\b([1-4])(?:st|nd|rd|th) ({A_DAY})\b")
_EACH_WEEK = re.compile(rf"\b(?:on |los |todos los )?({'|'.join(WEEKDAYS)})s\b|\blos ({A_DAY})\b")
_A_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b")
_EACH_PAYDAY = re.compile(r"\b(?:every|each|per|cada) (?:payday|paycheck|pay ?check|check)\b")


@dataclass(frozen=True)
class PayRule:
    """`on`: one such day; `numbers`: days of each month, or with `week` a weekday's place in it.

    `every` None: the rhythm is not known, only the one day.
    """

    kind: str
    every: Frequency | None = None
    on: date | None = None
    numbers: tuple[int, ...] = ()
    week: int = 0

    @property
    def needs_day(self) -> bool:
        return self.on is None and not self.numbers

    def starting(self, day: date) -> "PayRule":
        """Complete, once one such day is known."""
        if self.every in (None, *_STEPS):
            return replace(self, on=day)
        if self.every is Frequency.MONTHLY:
            return replace(self, numbers=(day.day,))
        other = day.day - 15 if day.day > 15 else 15 if day.day == 1 else day.day + 15
        return replace(self, numbers=tuple(sorted((day.day, max(other, 1)))))

    def after(self, today: date) -> date | None:
        """The next such day after today."""
        if self.numbers:
            return min(day for day in self._of_months(today) if day > today)
        if self.on is None or self.every is None:
            return self.on if self.on and self.on > today else None
        if self.on > today:
            return self.on
        step = _STEPS[self.every]
        return self.on + timedelta(step * ((today - self.on).days // step + 1))

    def _of_months(self, today: date) -> list[date]:
        months = [days.add_months(days.month_start(today), ahead) for ahead in (0, 1, 2)]
        if self.week:
            found = (days.nth_weekday(month, self.numbers[0], self.week) for month in months)
            return [day for day in found if day]
        ends = [(month, days.month_end(month).day) for month in months]
        return [month.replace(day=min(n, last)) for month, last in ends for n in self.numbers]

    def as_text(self) -> str:
        parts = (self.every or "", self.on or "", " ".join(map(str, self.numbers)), self.week)
        return ";".join(map(str, parts))


def from_text(kind: str, text: str) -> PayRule:
    """What `as_text` wrote."""
    every, on, numbers, week = text.split(";")
    return PayRule(
        kind,
        Frequency(every) if every else None,
        date.fromisoformat(on) if on else None,
        tuple(int(number) for number in numbers.split()),
        int(week),
    )


def find_pay_rule(
    text: str, today: date, language: str | None = None, asked: str | None = None
) -> PayRule | None:
    """What a text tells of its writer's own paydays; `asked`: the kind of money asked about.

    "When I get paid" tells nothing; "I get paid" with a day or a rhythm does.
    """
    said = read(text, language)
    is_benefits = _BENEFITS.search(said.text) is not None
    if not asked and not is_benefits and not _TOLD.search(said.text):
        return None
    kind = BENEFITS if is_benefits else asked or PAYDAY
    rule = _in_month(said, kind) or _in_weeks(said, kind, today)
    if rule is None or rule.needs_day:
        day = named_day(text, today, language)
        if day is not None and day >= today:
            return (rule or PayRule(kind)).starting(day)
    return None if rule is None or _is_waited_for(said, rule) else rule


def names_each_payday(text: str) -> bool:
    """A rhythm said as the patient's own: "50 every paycheck"."""
    return _EACH_PAYDAY.search(read(text).text) is not None


def _is_waited_for(said: Normal, rule: PayRule) -> bool:
    return rule.needs_day and _WAITED_FOR.search(said.text) is not None


def _in_month(said: Normal, kind: str) -> PayRule | None:
    two = _TWO_NUMBERS.search(said.text)
    if two and all(1 <= int(n or 31) <= 31 for n in two.groups()[:2]):
        numbers = tuple(sorted((int(two[1]), int(two[2] or 31))))
        return PayRule(kind, Frequency.TWICE_A_MONTH, numbers=numbers)
    place = _NTH_DAY.search(said.text)
    if place:
        weekday = WEEKDAYS.index(place[2].rstrip("s"))
        return PayRule(kind, Frequency.MONTHLY, numbers=(weekday,), week=int(place[1]))
    one = _ONE_NUMBER.search(said.text)
    if one and (kind == BENEFITS or _OF_MONTHS.search(said.text)):
        number = int(one[1] or one[2])
        return PayRule(kind, Frequency.MONTHLY, numbers=(number,)) if number <= 31 else None
    return None


def _in_weeks(said: Normal, kind: str, today: date) -> PayRule | None:
    found = find_frequencies(said)
    every = found[0].value if found else None
    named = _EACH_WEEK.search(said.text)
    if every is None and named is None:
        return None
    rule = PayRule(kind, every or Frequency.WEEKLY)
    weekday = _A_WEEKDAY.search(said.text)
    if rule.every is Frequency.WEEKLY and weekday:
        return rule.starting(days.weekday_near(today, WEEKDAYS.index(weekday[1]), True))
    return rule
