"""Our yes, alone or with something else; tied to other terms it is none."""

import pytest

from nlu.agreement import find_agreement

WHOLE = [
    "AGREE", "ok i agree, that works for me", "si acepto", "Acepto, gracias", "agreed thank you!",
    "no problem, agree", "yes i agree to 2 payments", "de acuerdo", "agree. God bless",
]  # fmt: skip
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
