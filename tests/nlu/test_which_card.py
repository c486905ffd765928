"""Which card of theirs is used: asked in many ways, and not to be mixed up with what is taken."""

import pytest

from nlu.which_card import asks_which_card

ASKED = (
    "which card is it", "what card do you have on file", "which card do you have on file?",
    "what card are you charging", "which card", "which card of mine are you using",
    "what card did i give you", "last 4 of the card?", "the card ending in what",
    "what are the last four digits of the card you have", "is that my visa or the other one",
    "which card ends in 4242?", "does the card you have end in 4242",
    "which one is on file, what card", "whats the card u have on my plan",
    "which credit card is my plan on", "what bank account are you taking it from",
    "que tarjeta tienen", "cual tarjeta es", "\u00bfqu\u00e9 tarjeta usan para el plan?",
    "con que tarjeta me van a cobrar", "de cual tarjeta se cobra",
    "cual es la tarjeta que tienen", "cuales son los ultimos cuatro de la tarjeta",
    "ke tarjeta tienen guardada", "es mi visa o la otra?", "que tarjeta di",
)  # fmt: skip
NOT_ASKED = (
    "which card can i use", "what cards do you take", "what card should i bring",
    "which insurance card do you have", "que tarjetas aceptan", "que tarjeta puedo usar",
    "i want to change the card", "use a different card", "my card was stolen",
    "can i pay with my visa", "is it safe to give my card", "do i need a card",
    "what card works", "save my card", "que tarjeta del seguro necesitan", "no tengo tarjeta",
    "the card i used was declined", "is my account paid", "what is my account balance",
    "which account is this", "what account is this for", "whose account is that",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_it_is_asked(text: str) -> None:
    assert asks_which_card(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_something_else_is_asked(text: str) -> None:
    assert not asks_which_card(text)
