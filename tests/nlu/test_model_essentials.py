"""Keywords that must work when the model does not; and which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.essentials import essentials
from nlu.language import language_of

ESSENTIAL = [
    ("STOP", "opt_out"),
    ("stop texting me", "opt_out"),
    ("Please take me off your list", "opt_out"),
    ("ya no me manden mensajes", "opt_out"),
    ("No más mensajes", "opt_out"),
    ("I want to die", "crisis"),
    ("me quiero morir", "crisis"),
    ("wrong number", "wrong_person"),
    ("Número equivocado", "wrong_person"),
    ("he passed away in june", "deceased"),
    ("talk to my lawyer", "legal"),
    ("I already paid this", "already_paid"),
    ("ya lo pagué", "already_paid"),
    ("can i speak to somebody", "request_human"),
    ("quiero hablar con alguien", "request_human"),
    ("can we do a payment plan", "set_up_plan"),
    ("how much do I owe?", "ask_balance"),
    ("¿Cuánto debo?", "ask_balance"),
    ("send me the link", "pay_now"),
    ("quiero pagar", "pay_now"),
    ("Yes", "affirm"),
    ("Sí", "affirm"),
    ("no", "deny"),
    ("help", "help"),
]
FALSE_FRIENDS = [
    "can you cancel my plan",
    "I can't stop by today",
    "I'll be there at the end of the street",
    "my dog quit barking",
]
LANGUAGES = [
    ("how much do I owe", "en"),
    ("yes", "en"),
    ("cuanto debo", "es"),
    ("Sí", "es"),
    ("deja de mandar textos", "es"),
    ("q onda, me llego un cobro raro de la clinica", "es"),
    ("je ne comprends pas votre message, pouvez vous m'aider", "fr"),
    ("não entendi a mensagem, você pode me ajudar com a conta", "pt"),
    ("我不会说英语", "zh"),
    ("что это за счёт", "ru"),
    ("여보세요", "ko"),
    ("ok 50", "en"),
    ("no", None),
    ("50", None),
    ("👍", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "intent"), ESSENTIAL)
def test_an_essential_is_heard_without_the_model(text: str, intent: str) -> None:
    assert essentials(text).main == intent


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_a_false_friend_is_no_opt_out(text: str) -> None:
    assert "opt_out" not in [intent.name for intent in essentials(text).intents]


@given(st.text(max_size=300))
def test_no_text_breaks_the_essentials_or_the_language(text: str) -> None:
    assert essentials(text).confidence <= 0.5
    assert language_of(text) is None or len(language_of(text) or "") == 2


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_a_text_tells_its_language(text: str, language: str | None) -> None:
    assert language_of(text) == language
