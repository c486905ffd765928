"""What is corrected inside one thought stands as it was meant."""

import pytest

from nlu.mending import mended


@pytest.mark.parametrize(
    ("bodies", "meant"),
    [
        (["pay 50", "wait no", "60"], ["pay 60"]),
        (["pay $50", "no wait, $60"], ["pay $60"]),
        (["pago 50", "perdon", "60 dolares"], ["pago 60"]),
        (["quiero pagar 50", "digo 60"], ["quiero pagar 60"]),
    ],
)
def test_the_newer_value_stands_for_the_older(bodies: list[str], meant: list[str]) -> None:
    assert mended(bodies) == meant


@pytest.mark.parametrize(
    "bodies",
    [
        ["pay 50"], ["pay 50", "60"], ["wait no"], ["pay 50", "wait no"], ["stop"], ["no", "stop"],
        ["pay 50", "wait no", "stop"], ["50 now and 60 later", "wait no", "70"],
        ["3/14/1980", "wait no", "1981"], ["hi", "no wait", "what is this"], ["pay 50", "no"],
        ["wait", "60"], ["no", "no"],
    ],
)  # fmt: skip
def test_anything_else_stays_as_it_came(bodies: list[str]) -> None:
    assert mended(bodies) == bodies
