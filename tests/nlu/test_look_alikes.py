"""Texts that look like what a reader listens for, and are not."""

from collections.abc import Callable

import pytest

from nlu import (
    agreement,
    all_of_it,
    anothers_texts,
    assistance,
    bystander,
    call_wish,
    from_nothing,
    haggling,
    overcharged,
    paid_ask,
    paying_words,
    speaker,
    sure_asks,
    taken_off,
    too_much,
    wages,
    withdrawing,
)
from nlu.mending import mended

Reader = Callable[[str], object]
NOT: dict[str, tuple[Reader, tuple[str, ...]]] = {
    "wages": (wages.speaks_of_wages, (
        "you already got paid", "it has been paid", "my bill already got paid",
        "the copay was paid", "me llego un mensaje de ustedes",
    )),
    "uninsured": (from_nothing.is_uninsured, (
        "no, i have insurance", "i do have insurance you guys didnt send it", "im not uninsured",
        "no, si tengo seguro",
    )),
    "taken off": (taken_off.asks_taken_off, (
        "did the discount get taken off? take me off", "what was taken off. opt out",
        "was the discount applied? remove me from this",
        "did you take the discount off. now leave me alone",
    )),
    "calls": (call_wish.refuses_calls, (
        "dont call text or write me", "don't call and text me", "please do not call text",
        "no calls text or anything else",
    )),
    "haggling": (haggling.haggles, (
        "i want to settle my bill", "can i settle the bill now", "i'll settle this friday",
        "i have a discount card", "drop it",
    )),
    "help": (assistance.takes_help, (
        "no quiero ayuda", "i dont want charity", "quiero ayuda con el link",
        "does insurance apply", "whats the form of payment",
    )),
    "charged": (paid_ask.asks_if_charged, (
        "cuanto me cobraron?", "xq me cobraron?", "que me cobraron?", "what was i charged",
    )),
    "not me": (bystander.says_not_me, ("it wasnt me", "that wasnt me")),
    "all of it": (all_of_it.asks_if_all, ("nada, no",)),
    "another's": (anothers_texts.stops_only_anothers, (
        "stop sending spams texts i owe nothing", "stop sending texts about him i owe nothing",
    )),
    "agreement": (agreement.find_agreement, (
        "do i need to agree to something", "when do i agree", "tengo que aceptar algo",
        "what do i agree to", "did i agree to that",
    )),
    "done with paying": (paying_words.gets_it_done, (
        "i need to get out of the way so my family can have the money",
        "i should just get out of the way", "i just want this to be over with",
        "it should get taken care of by workers comp",
        "lets get this squared away yall billed the wrong guy",
        "it wasnt my fault the other driver will get it settled",
    )),
    "link": (paying_words.asks_for_link, (
        "yall send me the link every day", "please send a link so i can change my insurance",
        "mandeme un enlace para la aplicacion de ayuda", "why did you send me a link",
    )),
    "wait": (from_nothing.tells_wait, (
        "they said 2 weeks and nothing happened", "they told me it would be fixed in 3 weeks",
        "they said in 2 weeks i could have surgery", "its been 3 weeks",
    )),
    "unpaid": (sure_asks.asks_if_unpaid, ("if i dont pay friday then monday", "si no es mucho")),
    "surprise": (too_much.is_surprised, ("50", "no 80", "no 220 cant be", "70 bucks")),
    "same sum": (overcharged.same_sum_twice, (
        "i can do 45 and then 45 more", "45 now and 45 next month",
    )),
    "phone": (speaker.asks_their_phone, (
        "i dont have a phone", "alice doesnt have that number", "he doesnt have the phone",
        "que telefono tienen mio registrado", "what number do i call if i took too much medicine",
    )),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, texts) in NOT.items() for text in texts]
)
def test_what_only_looks_alike(name: str, text: str) -> None:
    assert not NOT[name][0](text)


@pytest.mark.parametrize(
    "text", ["got paid today", "i just got paid", "we get paid friday", "me cayo la quincena"]
)
def test_wages_are_still_heard(text: str) -> None:
    assert wages.speaks_of_wages(text)


@pytest.mark.parametrize("text", ["i dont have insurance", "no tengo seguro", "im uninsured"])
def test_no_insurance_is_still_heard(text: str) -> None:
    assert from_nothing.is_uninsured(text)


@pytest.mark.parametrize(
    "text",
    [
        "i dont remember but i did get a bill", "i did have the test but remember it was free",
        "my husband said its ok", "i called and its all set for friday",
    ],
)  # fmt: skip
def test_a_doubt_that_is_left_is_not_let_go_unasked(text: str) -> None:
    found = withdrawing.taken_back(text)
    assert found is None or found.surety is withdrawing.Surety.MAYBE


@pytest.mark.parametrize(
    "bodies",
    [
        ["can i do 2 payments", "no 50"], ["ill pay friday at 5", "wait", "50"],
        ["can i pay in 3 months", "never mind", "50"],
    ],
)  # fmt: skip
def test_a_count_or_an_hour_is_no_sum_to_correct(bodies: list[str]) -> None:
    assert mended(bodies) == bodies
