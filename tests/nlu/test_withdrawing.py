"""What takes a doubt back, what asks for the promised time, and what is only a reproach."""

import pytest

from nlu.awaiting import asks_when_answered, asks_when_barely
from nlu.reproach import asks_for_person, without_reproach
from nlu.understanding import Decision, Intent, Understanding
from nlu.withdrawing import About, Surety, TakenBack, narrows, taken_back

PLAIN, LIKELY, MAYBE = Surety.PLAIN, Surety.LIKELY, Surety.MAYBE


@pytest.mark.parametrize(("text", "found"), [
    ("ok that was my visit, my mistake", TakenBack(PLAIN)),
    ("olvidelo ya me acorde", TakenBack(PLAIN)), ("you guys are right my bad", TakenBack(PLAIN)),
    ("ya vi que si es mio, disculpe", TakenBack(PLAIN)),
    ("nvm i found it, its fine", TakenBack(LIKELY)), ("olvidelo, esta bien", TakenBack(LIKELY)),
    ("never mind", TakenBack(MAYBE)), ("i remember that visit now", TakenBack(MAYBE, About.BILL)),
    ("i was wrong i havent paid yet", TakenBack(LIKELY, About.PAYMENT)),
    ("me equivoque no lo pague", TakenBack(LIKELY, About.PAYMENT)),
    ("fue a otra clinica", TakenBack(MAYBE, About.PAYMENT)),
    ("nvm the insurance", TakenBack(LIKELY, About.INSURANCE)),
    ("nothing is wrong, all good", TakenBack(PLAIN)),
    ("my insurance explained and its right", TakenBack(LIKELY)),
    ("pregunte al seguro y todo esta bien", TakenBack(LIKELY)),
    ("so i do owe it", TakenBack(MAYBE)), ("ah entonces si la debo", TakenBack(MAYBE)),
    ("it was our visit", TakenBack(PLAIN)),
    ("i remember, i did get it", TakenBack(LIKELY, About.BILL)),
])  # fmt: skip
def test_a_doubt_is_taken_back(text: str, found: TakenBack) -> None:
    assert taken_back(text) == found


@pytest.mark.parametrize("text", [
    "its wrong", "i got it thanks", "ok thats fine", "i never came in", "no es mi cuenta",
    "i didnt pay online i paid by check", "that was not my visit", "you made a mistake",
    "thats my bill and i dont owe it", "ya pague", "never mind, its still wrong",
    "i found it and you charged me twice", "is that my visit?",
])  # fmt: skip
def test_what_is_still_in_doubt_is_not_taken_back(text: str) -> None:
    assert taken_back(text) is None


def test_a_part_alone_narrows() -> None:
    for text in ("well only the 40 dollar part", "solo los 40", "nomas el laboratorio"):
        assert narrows(text)
    for text in ("its not only the lab", "the lab is wrong", "no solo eso"):
        assert not narrows(text)


@pytest.mark.parametrize("text", [
    "when will you call", "when is somebody going to answer me", "cuando me llaman",
    "a que hora me van a llamar", "is anyone going to get back to me", "nobody has answered me",
    "todavia no me contestan", "how long till someone calls me", "sigo esperando",
])  # fmt: skip
def test_the_promised_time_is_asked_for(text: str) -> None:
    assert asks_when_answered(text)


@pytest.mark.parametrize("text", [
    "when can i call you", "when do i pay", "no me llamen", "when is it due", "cuando puedo llamar",
    "call me at 5", "still waiting on my insurance", "when do you open", "llameme a las 5",
])  # fmt: skip
def test_other_times_are_not_the_promised_one(text: str) -> None:
    assert not asks_when_answered(text)
    assert not asks_when_barely(text)


def test_a_bare_when_is_read_whole() -> None:
    assert all(
        map(asks_when_barely, ("when", "ok but what time again?", "a que hora", "hello?? when"))
    )
    assert not any(map(asks_when_barely, ("when is the office open", "when do i pay")))


def _heard(*names: str) -> Understanding:
    return Understanding(tuple(Intent(n, 0.9) for n in names), decision=Decision.ACT)


@pytest.mark.parametrize(("text", "names", "left"), [
    ("paid already, check your records", ("already_paid", "request_human"), ["already_paid"]),
    ("this is ridiculous, look it up", ("request_human",), ["complaint"]),
    ("revisen sus registros", ("request_human",), ["complaint"]),
    ("paid already, let me talk to someone", ("already_paid", "request_human"),
     ["already_paid", "request_human"]),
    ("quiero pagar, y que alguien me explique", ("pay_now", "request_human"),
     ["pay_now", "request_human"]),
    ("maria please", ("request_human",), ["request_human"]),
])  # fmt: skip
def test_a_reproach_fetches_nobody(text: str, names: tuple[str, ...], left: list[str]) -> None:
    assert [intent.name for intent in without_reproach(_heard(*names), text).intents] == left


def test_the_word_that_was_offered_is_heard_among_others() -> None:
    assert asks_for_person("ok person then") and asks_for_person("persona por favor")
    assert not asks_for_person("wrong person") and not asks_for_person("march 14 1980")
