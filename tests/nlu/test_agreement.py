"""Our yes, alone or with something else; tied to other terms it is none."""

import pytest

from nlu.agreement import find_agreement, insists

WHOLE = [
    "AGREE", "ok i agree, that works for me", "si acepto", "Acepto, gracias", "agreed thank you!",
    "no problem, agree", "yes i agree to 2 payments", "de acuerdo", "agree. God bless",
]  # fmt: skip
DOES = [
    "ok yes do that", "yeah do it", "set it up please", "go ahead", "I'll take it", "sign me up",
    "si hagalo por favor", "dale, hagamoslo", "ok adelante", "yes lets do it!",
]  # fmt: skip
DOES_NOT = [
    "how do i do it", "can you do it monthly", "dont do it", "do it next month", "do you take it",
    "i cant do it", "do it if you can", "go ahead and cancel", "undo that", "adelante con 3 pagos",
    "lets do it in june", "yes", "ok sounds good", "start", "i did it",
]  # fmt: skip
AGAIN = ["yes please", "great yes", "yep", "si por favor", "claro", "ok yes", "yes i do"]
NOT_AGAIN = ["yes", "YES!!", "start", "ok", "fine", "yes but later", "yes?", "no", "yes if i can"]
WITH_MORE = [
    "ok agree and email me a receipt", "AGREE but can it come off my wife's card",
    "si acepto y mandeme el recibo", "agree, can you text me the day before",
    "agree. what is the bill for anyway", "acepto, y puedo usar mi tarjeta hsa?",
    "agree but dont use my card", "acepto pero mandeme todo por correo",
    "agree and please have someone call me", "agree, when is the first one due",
]  # fmt: skip
NONE = [
    "i don't agree", "no acepto", "agree to what?", "if i agree", "agree if you drop the fee",
    "acepto si me quitan 20", "agree but can i start later", "acepto pero quiero pensarlo",
    "agree but can it be lower", "i agree, no wait", "agree but first let me ask my wife",
    "acepto pero puede ser otro dia", "agree unless my check is late", "ok", "agree, cancel that",
    "acepto pero que empiece despues", "agree but skip the first", "no, i agree it is wrong",
]  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_our_yes_is_heard_whole(text: str) -> None:
    agreement = find_agreement(text)
    assert agreement is not None
    assert agreement.rest == ""


@pytest.mark.parametrize("text", WITH_MORE)
def test_what_is_said_besides_a_yes_is_kept(text: str) -> None:
    agreement = find_agreement(text)
    assert agreement is not None
    assert agreement.rest


@pytest.mark.parametrize("text", NONE)
def test_a_yes_to_other_terms_is_none(text: str) -> None:
    assert find_agreement(text) is None


@pytest.mark.parametrize("text", DOES)
def test_told_to_do_what_was_shown(text: str) -> None:
    assert find_agreement(text) is not None


@pytest.mark.parametrize("text", DOES_NOT)
def test_no_mere_yes_and_no_other_terms_are_told_to_be_done(text: str) -> None:
    assert find_agreement(text) is None


@pytest.mark.parametrize("text", AGAIN)
def test_a_clear_yes_once_our_word_was_asked_for(text: str) -> None:
    assert insists(text)


@pytest.mark.parametrize("text", NOT_AGAIN)
def test_the_carriers_words_and_a_mere_ok_never_insist(text: str) -> None:
    assert not insists(text)
