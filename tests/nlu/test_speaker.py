"""Who holds the phone, whose bill is meant, and whom to write to instead."""

import pytest

from nlu import speaker
from nlu.counsel import Contact, contact_in
from nlu.kin import is_child, kin_whose


@pytest.mark.parametrize("text", [
    "this is her husband", "I'm his caregiver", "This is Bob, Alice's husband", "husband here",
    "on behalf of my mother", "how much does she owe", "im her poa", "soy su esposo",
    "soy la hija de Rosa", "le escribe su hija", "contesto por mi mama", "i have her phone",
])  # fmt: skip
def test_somebody_else_says_so(text: str) -> None:
    assert speaker.is_another(text)


@pytest.mark.parametrize("text", [
    "this is sam", "soy Rosa", "i am his mother", "soy la mama de Leo", "my husband lost his job",
    "this is my husband's bill not mine", "wrong number, this is her ex husband", "she moved out",
])  # fmt: skip
def test_the_patient_a_parent_and_a_stranger_are_nobody_else(text: str) -> None:
    assert not speaker.is_another(text)


@pytest.mark.parametrize("text", [
    "she's at work", "hes not here", "mi esposa no esta", "ella anda trabajando",
])  # fmt: skip
def test_who_is_away_is_away(text: str) -> None:
    assert speaker.is_absent(text)


@pytest.mark.parametrize("text", ["my mom handles this", "eso lo ve mi mama", "ask my wife"])
def test_somebody_else_is_to_be_asked(text: str) -> None:
    assert speaker.is_handled_by_another(text)


@pytest.mark.parametrize(("text", "is_why", "is_no"), [
    ("why do you need that", True, False), ("why", True, False),
    ("para que quieren mi fecha", True, False),
    ("I'm not giving you my birthday", False, True), ("no doy mis datos", False, True),
    ("none of your business", False, True), ("why is my bill so high", False, False),
    ("por que debo tanto", False, False), ("i dont get paid till friday", False, False),
])  # fmt: skip
def test_why_and_no_are_told_apart(text: str, is_why: bool, is_no: bool) -> None:
    assert (speaker.asks_why(text), speaker.will_not_say(text)) == (is_why, is_no)


@pytest.mark.parametrize(("text", "whose"), [
    ("and what about my daughter's?", "daughter"), ("y lo de mi hija?", "hija"),
    ("how much is my son's bill", "son"), ("la cuenta de mi esposo", "esposo"),
    ("my daughter was sick", None), ("my wife will pay friday", None), ("my bill", None),
])  # fmt: skip
def test_whose_bill_is_meant(text: str, whose: str | None) -> None:
    assert kin_whose(text) == whose


def test_a_child_is_told_from_a_grown_up() -> None:
    assert [is_child(kin) for kin in ("daughter", "hijo", "husband", "mama")] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "contact"), [
    ("talk to my lawyer", Contact()), ("My attorney will call you", Contact()),
    ("my attorney is Jane Smith 512-555-4444", Contact("Jane Smith", "+15125554444")),
    ("mi abogado es Juan Perez, 512 555 4444", Contact("Juan Perez", "+15125554444")),
    ("he died, contact the executor Mary Lopez", Contact("Mary Lopez")),
])  # fmt: skip
def test_whom_to_write_to_instead(text: str, contact: Contact) -> None:
    assert contact_in(text) == contact


@pytest.mark.parametrize(("text", "asks"), [
    ("how much interest is it", True), ("is there a fee for using a card", True),
    ("do you charge a fee", True), ("me cobran intereses", True), ("hay recargo", True),
    ("no extra fees right", True), ("why was i charged interest", False),
    ("not interested", False), ("no interest in talking", False), ("facility fee", False),
    ("me cobraron recargos", False), ("me interesa el plan", False),
])  # fmt: skip
def test_what_comes_on_top_is_asked(text: str, asks: bool) -> None:
    assert speaker.asks_cost(text) is asks
