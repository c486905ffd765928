"""What single sentences want beside what is for a person; and what is left in its place."""

import pytest

from nlu.sentences import rest_of, with_parts
from nlu.understanding import Decision, Intent, Understanding


def heard(*names: str, decision: Decision = Decision.ACT) -> Understanding:
    intents = tuple(Intent(name, 0.97) for name in names)
    return Understanding(intents, decision=decision, ranking=intents)


def parts(whole: Understanding, text: str, **said: str) -> list[tuple[str, ...]]:
    def hear(sentence: str) -> Understanding:
        first = sentence.casefold().split()[0]
        return heard(*said.get(first, "out_of_scope").split("+"))

    return [part.intents for part in with_parts(whole, text, hear).parts]


def test_a_bill_to_pay_is_not_drowned_by_one_that_is_wrong() -> None:
    text = "This one is wrong. Send me a link for the other."
    assert parts(heard("dispute_charge"), text, send="pay_now") == [("pay_now",)]


def test_the_rest_is_left_for_the_person() -> None:
    text = "This one is wrong. Send me a link for the other. I never went."
    found = with_parts(
        heard("dispute_charge"), text, lambda s: heard("pay_now" if "link" in s else "deny")
    )
    assert rest_of(text, found.parts) == "This one is wrong. I never went"


@pytest.mark.parametrize(
    "text",
    [
        "I never went. Why should i pay it",
        "It is wrong. You want me to pay the 118",
        "It is wrong. I can pay once you take it off",
        "It is wrong. I wont pay it",
        "Esta mal. No la voy a pagar",
        "Esta mal. Quieren que pague 118",
        "Esta mal. La pago cuando la corrijan",
    ],
)
def test_an_unwilling_word_asks_for_no_link(text: str) -> None:
    def hear(sentence: str) -> Understanding:
        return heard("pay_now" if "pa" in sentence.casefold() else "dispute_charge")

    assert with_parts(heard("dispute_charge"), text, hear).parts == ()


def test_what_is_this_charge_is_the_dispute_itself() -> None:
    assert (
        parts(heard("dispute_charge"), "What is this? I never went.", what="explain_charge") == []
    )


def test_a_sentence_that_is_for_the_person_too_stays_with_it() -> None:
    text = "Nobody calls me. How much and why so rude"
    assert parts(heard("complaint"), text, how="ask_balance+complaint") == []


def test_only_what_is_for_a_person_is_heard_apart() -> None:
    assert parts(heard("pay_now"), "I pay today. How much is it", how="ask_balance") == []


def test_one_sentence_is_heard_once() -> None:
    assert parts(heard("dispute_charge"), "how much, it is wrong", how="ask_balance") == []
