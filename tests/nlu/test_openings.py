"""First words about a bill, and what only looks like them."""

import pytest

from nlu.openings import asks_about, with_asked_sum, with_paper
from nlu.small_words import small_words
from nlu.understanding import Decision, Intent, Understanding


def unsure(*names: str) -> Understanding:
    guesses = tuple(Intent(name, 0.3) for name in names)
    return Understanding(guesses, decision=Decision.CLARIFY, ranking=guesses)


@pytest.mark.parametrize(
    "text", ["what is this about", "hi who's bill is this", "What's this for?", "whose is this",
             "de que se trata esto", "de quien es esta cuenta", "para que es esto"],
)  # fmt: skip
def test_what_it_is_about_is_asked(text: str) -> None:
    assert asks_about(text)


@pytest.mark.parametrize(
    "text", ["who is this", "how did you get my number", "who are you", "is this real",
             "what do you want", "quien es", "como tienen mi numero"],
)  # fmt: skip
def test_who_writes_alone_is_asked(text: str) -> None:
    assert not asks_about(text)


@pytest.mark.parametrize(
    "text", ["whats this come to now", "what does it all add up to", "en cuanto me sale"]
)
def test_a_sum_is_asked_in_other_words(text: str) -> None:
    assert with_asked_sum(unsure("explain_charge"), text).main == "ask_balance"


def test_no_sum_is_heard_where_the_model_leans_elsewhere() -> None:
    heard = unsure("complaint")
    assert with_asked_sum(heard, "what has this come to") is heard


@pytest.mark.parametrize(
    "text", ["bear with me i like to have things on paper", "could you send it by regular mail",
             "prefiero tener las cosas en papel", "me gusta ver todo impreso"],
)  # fmt: skip
def test_paper_is_wished_for(text: str) -> None:
    assert with_paper(unsure("request_statement"), text).decision is Decision.ACT


@pytest.mark.parametrize(
    "text", ["dont send me any more paper bills", "i want to send a check in the mail",
             "no quiero nada en papel", "i have it in writing", "i need paper towels"],
)  # fmt: skip
def test_other_paper_is_none(text: str) -> None:
    assert with_paper(unsure("request_statement"), text).decision is Decision.CLARIFY


@pytest.mark.parametrize(
    ("text", "meant"),
    [("ya lo abri gracias", "thank"), ("ok i got it open", "affirm"), ("it opened thanks", "thank"),
     ("it wont open", None), ("ya lo abri y no sirve", None), ("i opened a case", None)],
)  # fmt: skip
def test_an_opened_link_is_a_small_word(text: str, meant: str | None) -> None:
    assert small_words(text) == meant
