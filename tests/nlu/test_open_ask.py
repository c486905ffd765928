"""A day of which it is asked whether the office is open."""

from datetime import date

from nlu.entities import find_entities
from nlu.open_ask import open_day_asked

TODAY = date(2026, 3, 11)  # a Wednesday


def _asked(text: str, language: str) -> date | None:
    return open_day_asked(text, find_entities(text, TODAY, language), TODAY)


def test_the_day_is_found() -> None:
    assert _asked("are you open tomorrow?", "en") == date(2026, 3, 12)
    assert _asked("is anyone there today", "en") == TODAY
    assert _asked("will the office be closed on friday", "en") == date(2026, 3, 13)
    assert _asked("¿abren el viernes?", "es") == date(2026, 3, 13)
    assert _asked("estan abiertos hoy", "es") == TODAY


def test_other_questions_of_days_are_none() -> None:
    for text in ("can i pay friday", "are you open", "ill call tomorrow", "is it due friday",
                 "open the link tomorrow", "were you there", "is there a plan"):  # fmt: skip
        assert _asked(text, "en") is None, text
    assert _asked("pago manana", "es") is None
