"""Days that have a name of their own, as far as patients in the US count by them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from nlu import days

YearDay = Callable[[int], date]
MON, THU, SUN = 0, 3, 6


def _fixed(month: int, number: int) -> YearDay:
    return lambda year: date(year, month, number)


def _weekday(month: int, weekday: int, number: int, then: int = 0) -> YearDay:
    def on(year: int) -> date:
        day = days.nth_weekday(date(year, month, 1), weekday, number)
        assert day is not None  # every month has four of each weekday, and a last one
        return day + timedelta(then)

    return on


_FEASTS: tuple[tuple[str, YearDay], ...] = (
    (
        r"after (?:all )?the holidays|after the holiday season|"
        r"(?:despues de|pasando|pasadas|(?:cuando )?pasen) (?:todas )?(?:las |los )?"
        r"(?:fiestas|navidades|days festivos)",
        _fixed(1, 2),
    ),
    (r"(?:the )?new years?'?s? eve|year nuevo eve|nochevieja", _fixed(12, 31)),
    (r"(?:the )?new year'?s?(?: day)?|year nuevo", _fixed(1, 1)),
    (r"(?:day de )?(?:los )?reyes", _fixed(1, 6)),
    (r"(?:mlk|martin luther king)(?: jr)? day", _weekday(1, MON, 3)),
    (r"valentine'?s?(?: day)?|(?:day de )?san valentin", _fixed(2, 14)),
    (r"president'?s'? day", _weekday(2, MON, 3)),
    (r"(?:st|saint)\.? pat(?:rick|ty)'?s?(?: day)?", _fixed(3, 17)),
    (r"april fools?'?(?: day)?", _fixed(4, 1)),
    (r"easter(?: sunday)?|(?:domingo de |sunday de )?pascua", days.easter),
    (r"good friday|viernes santo|friday santo", lambda year: days.easter(year) - timedelta(2)),
    (r"mother'?s'? day", _weekday(5, SUN, 2)),
    (r"memorial day", _weekday(5, MON, -1)),
    (r"juneteenth", _fixed(6, 19)),
    (r"father'?s'? day", _weekday(6, SUN, 3)),
    (r"independence day|day de la independencia", _fixed(7, 4)),
    (r"labor day", _weekday(9, MON, 1)),
    (r"columbus day", _weekday(10, MON, 2)),
    (r"halloween", _fixed(10, 31)),
    (r"veteran'?s'? day", _fixed(11, 11)),
    (r"thanksgiving(?: day)?|(?:day de )?accion de gracias", _weekday(11, THU, 4)),
    (r"black friday", _weekday(11, THU, 4, then=1)),
    (r"(?:christmas|xmas|x-mas) eve|nochebuena", _fixed(12, 24)),
    (r"(?:christmas|xmas|x-mas)(?: day)?|navidad", _fixed(12, 25)),
)


FEAST = rf"(?P<feast>{'|'.join(name for name, _ in _FEASTS)})"


def feast_near(today: date, said: str, ahead: bool) -> date:
    """The nearest of that name ahead, `today` included, or back."""
    on = next(on for name, on in _FEASTS if re.fullmatch(name, said))
    years = (today.year - 1, today.year, today.year + 1)
    if ahead:
        return next(on(year) for year in years if on(year) >= today)
    return next(on(year) for year in reversed(years) if on(year) <= today)
