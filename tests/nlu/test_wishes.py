"""How and when people want to be texted, read from their own words, and no more than that."""

from datetime import date, time, timedelta
from pathlib import Path
from time import process_time

import pytest

from bot.guards import guard
from bot.wishing import is_limited
from nlu.hours import Span, find_span, find_wait
from nlu.people import find_address, find_kin, names_new_number, names_wrong_birth
from nlu.reading import read
from nlu.wishes import (
    SaidWish,
    besides_limits,
    find_correction,
    find_hours_and_days,
    find_wish,
)

TODAY = date(2026, 3, 11)  # a Wednesday
WORKDAYS = frozenset(range(5))
RUNS = (
    "friday ", "no text ", "dont text me on ", "not on friday and ", "only ", "email instead ",
    "a ", "1 ", "after 6 ", "text my ", "until friday ", "this month no ", "12 elm st, ", "en los ",
)  # fmt: skip
OPT_OUTS = Path(__file__).parents[1] / "wordings" / "opt_outs.txt"

WISHES = {
    "only text me on fridays": SaidWish(days=frozenset({4})),
    "Mon, Wed and Fri only": SaidWish(days=frozenset({0, 2, 4})),
    "only Monday through Thursday": SaidWish(days=frozenset({0, 1, 2, 3})),
    "don't text me on weekends": SaidWish(days=WORKDAYS),
    "no weekends please": SaidWish(days=WORKDAYS),
    "not on weekends": SaidWish(days=WORKDAYS),
    "no more texts on sundays": SaidWish(days=frozenset(range(6))),
    "after 6": SaidWish(opens=time(18)),
    "dont text me after 6": SaidWish(closes=time(18)),
    "don't text me before noon or after 8pm": SaidWish(opens=time(12), closes=time(20)),
    "mornings only": SaidWish(closes=time(12)),
    "before noon": SaidWish(closes=time(12)),
    "not in the mornings": SaidWish(opens=time(12)),
    "not before 9 and only on fridays": SaidWish(days=frozenset({4}), opens=time(9)),
    "not this month": SaidWish(not_before=date(2026, 4, 1)),
    "not this week": SaidWish(not_before=date(2026, 3, 16)),
    "no texts until the 15th": SaidWish(not_before=date(2026, 3, 15)),
    "no texts in april": SaidWish(not_before=date(2026, 5, 1), pause_from=date(2026, 4, 1)),
    "en abril no me escriban": SaidWish(not_before=date(2026, 5, 1), pause_from=date(2026, 4, 1)),
    "nothing before christmas": SaidWish(not_before=date(2026, 12, 26)),
    "not until after the holidays": SaidWish(not_before=date(2027, 1, 2)),
    "im away til march 20 no texts til then": SaidWish(not_before=date(2026, 3, 20)),
    "hasta mayo no me manden nada": SaidWish(not_before=date(2026, 5, 1)),
    "dont text me today": SaidWish(not_before=date(2026, 3, 12)),
    "los domingos no me escriban": SaidWish(days=frozenset(range(6))),
    "no wait after 6 on fridays": SaidWish(days=frozenset({4}), opens=time(18)),
    "once a month is enough": SaidWish(gap_days=30),
    "too many texts": SaidWish(gap_days=30),
    "email me instead": SaidWish(channel="email"),
    "call me instead of texting": SaidWish(channel="call"),
    "letters only please": SaidWish(channel="mail"),
    "texting is fine again": SaidWish(channel="text"),
    "any day is fine again": SaidWish(is_lifted=True),
    "weekends are fine again": SaidWish(adds=frozenset({5, 6})),
    "forget what i said about fridays": SaidWish(is_lifted=True),
    "don't text me at work": SaidWish(asks_when=True),
    "do not text during work hours": SaidWish(opens=time(17)),
    "solo los viernes": SaidWish(days=frozenset({4})),
    "escríbame los viernes": SaidWish(days=frozenset({4})),
    "lunes y miércoles solamente": SaidWish(days=frozenset({0, 2})),
    "no me escriba los fines de semana": SaidWish(days=WORKDAYS),
    "sábados y domingos no": SaidWish(days=WORKDAYS),
    "deje de escribirme los domingos": SaidWish(days=frozenset(range(6))),
    "por las mañanas nada más": SaidWish(closes=time(12)),
    "después de las 6 nomás": SaidWish(opens=time(18)),
    "solo por la tarde": SaidWish(opens=time(12), closes=time(17)),
    "este mes no": SaidWish(not_before=date(2026, 4, 1)),
    "no me escriba hasta el viernes": SaidWish(not_before=date(2026, 3, 13)),
    "una vez al mes basta": SaidWish(gap_days=30),
    "mejor por correo": SaidWish(channel="email"),
    "prefiero que me llamen": SaidWish(channel="call"),
    "puede escribirme a cualquier hora": SaidWish(is_lifted=True),
}
NO_WISHES = (
    "friday", "text me friday", "text me after 6", "call me after 5", "only call me after 5",
    "i only get paid on fridays", "i can only pay 50 on fridays", "50 once a month",
    "i can pay 50 a month", "email me the receipt", "my email changed to dev@example.com",
    "good morning", "good afternoon ma'am", "10-4", "4", "yes", "2 weeks", "is it due this month",
    "i cant pay this month", "not this month, money is tight", "any day works for the payment",
    "i work nights so im sleep when yall text. try around 6pm", "ping me sunday night ok",
    "stop texting me so much", "stop texting me every week", "Text me again next week.",
    "se me va a olvidar, avisame el viernes por favor",
)  # fmt: skip


@pytest.mark.parametrize(("text", "wish"), WISHES.items())
def test_a_wish_is_read_from_plain_words(text: str, wish: SaidWish) -> None:
    found = find_wish(text, TODAY)
    assert found is not None
    assert found.wish == wish


@pytest.mark.parametrize("text", NO_WISHES)
def test_what_resembles_a_wish_is_none(text: str) -> None:
    assert find_wish(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "don't text me on weekends", "stop texting me at work", "no me escriban este mes",
        "deje de escribirme los domingos", "no more texts on sundays", "quit texting me at night",
    ],
)  # fmt: skip
def test_a_stop_that_names_its_hours_is_no_opt_out(text: str) -> None:
    assert is_limited(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "stop texting me. and no texts on weekends", "stop texting me, i work weekends",
        "dont text me on weekends, in fact dont text me at all", "no texts on sundays stop",
        "dont text me this month or ever", "no me escriba los fines de semana ni nunca",
        "stop texting, email me instead", "no more texts, call me",
    ],
)  # fmt: skip
def test_a_stop_beside_a_wish_is_a_stop(text: str) -> None:
    assert not is_limited(text, TODAY)


def test_no_known_opt_out_is_taken_for_a_wish() -> None:
    texts = [line for line in OPT_OUTS.read_text().split("\n") if line]
    assert [text for text in texts if guard(text).keyword and is_limited(text, TODAY)] == []


@pytest.mark.parametrize("run", RUNS)
def test_a_hostile_text_keeps_nobody_waiting(run: str) -> None:
    began = process_time()
    text = (run * 1_600)[:1_600]
    find_wish(text, TODAY)
    besides_limits(text)
    find_kin(text)
    find_address(text)
    names_wrong_birth(text)
    assert process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("after six", Span(time(18), None)),
        ("after 8", Span(time(8), None)),
        ("between 9 and 5", Span(time(9), time(17))),
        ("tonight at 7", Span(time(19), None, is_point=True)),
        ("después del trabajo", Span(time(17), None)),
        ("como a las 6:30", Span(time(18, 30), None, is_point=True)),
        ("llámeme a las 10 de la mañana", Span(time(10), None, is_point=True)),
        ("after the 15th", None),
        ("after 3 payments", None),
        ("call 555-0123", None),
    ],
)
def test_hours_are_read(text: str, span: Span | None) -> None:
    assert find_span(read(text).text) == span


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("in an hour", 60), ("in an hour and a half", 90), ("in 30 mins", 30), ("al rato", 120),
        ("en media hora", 30), ("en un par de horas", 120), ("in two weeks", None),
    ],
)  # fmt: skip
def test_a_wait_is_read(text: str, minutes: int | None) -> None:
    wait = timedelta(minutes=minutes) if minutes else None
    assert find_wait(read(text).text) == wait


def test_an_answer_to_when_takes_any_hours_and_days() -> None:
    assert find_hours_and_days("i get off at 5") == SaidWish(opens=time(17), closes=time(19))
    assert find_hours_and_days("fridays") == SaidWish(days=frozenset({4}))
    assert find_hours_and_days("hmm") is None


def test_people_places_and_mistakes_are_read() -> None:
    assert find_kin("text my husband about this") == "husband"
    assert find_kin("escríbale a mi esposa en vez de a mí") == "wife"
    assert find_kin("my husband pays the bills") is None
    assert find_address("new address is 918 Juniper Street, Mesquite.") == (
        "918 Juniper Street, Mesquite"
    )
    assert find_address("we moved") is None
    assert names_new_number("i changed my number")
    assert names_wrong_birth("you have my birthday wrong")
    assert not names_wrong_birth("my birthday is 3/14/1980")


@pytest.mark.parametrize(("text", "meant"), [
    ("i meant after 7", SaidWish(opens=time(19))), ("make it evenings", SaidWish(opens=time(17))),
    ("no not fridays, saturdays", SaidWish(days=frozenset({5}))),
    ("saturdays not fridays", SaidWish(days=frozenset({5}))),
    ("perdon quise decir los lunes", SaidWish(days=frozenset({0}))),
    ("no espere, despues de las 5", SaidWish(opens=time(17))),
    ("no wait make it april", SaidWish(not_before=date(2026, 5, 1), pause_from=date(2026, 4, 1))),
    ("no wait", None), ("wait i already paid", None), ("no, i cant pay", None),
    ("better to call me", None), ("oh ok thanks", None),
])  # fmt: skip
def test_a_correction_is_read_after_a_wish(text: str, meant: SaidWish | None) -> None:
    assert find_correction(text, TODAY) == meant
