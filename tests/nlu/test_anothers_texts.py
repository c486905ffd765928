"""Another's texts end while one's own bill is wished for; a stop of all stays a stop."""

import pytest

from nlu.anothers_texts import asks_own_sum, stops_only_anothers


@pytest.mark.parametrize(
    "text",
    [
        "Tiffany doesnt live here any more, quit sending me her stuff. Mine I'll pay, whats mine",
        "stop texting me his bills i only want to pay mine",
        "dont send me tiffanys texts. how much do i owe",
        "Stop sending me messages for her, i'll pay my part",
        "ya no me mande lo de Rosa, ella ya no vive aqui. lo mio si lo pago, cuanto es",
        "dejen de mandarme las cuentas de mi ex. cuanto debo yo? mi cuenta si la pago",
    ],
)
def test_only_anothers_end(text: str) -> None:
    assert stops_only_anothers(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop",
        "quit sending me this",
        "quit sending me her stuff",
        "stop sending me her bills and mine too",
        "stop sending me her stuff, mine too, im not paying",
        "stop texting me. i dont owe you anything",
        "stop texting me about my bill",
        "dont text me anymore i'll pay my bill in the office",
        "quit sending me bills i will not pay mine or hers",
        "no me manden mas mensajes, yo pago mi cuenta en la oficina",
        "ya no me mande lo de ella ni lo mio",
        "stop sending me these texts messages about what i owe",
        "ya no me mande los mensajes de texto, yo pago mi cuenta",
        "no me mande mas lo de la cuenta, mi cuenta la pago en persona",
        "quit sending me your stuff, my bill is paid",
    ],
)
def test_a_stop_of_all_stays_one(text: str) -> None:
    assert not stops_only_anothers(text)


def test_a_sum_is_asked_for_or_a_way_to_pay() -> None:
    assert asks_own_sum("quit sending me her stuff. whats mine")
    assert not asks_own_sum("quit sending me her stuff. I'll pay mine")
