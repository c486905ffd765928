"""What texts say of plans: bounds, corrections, months; what they ask of one; what they ask."""

from datetime import date

import pytest

from nlu.entities import find_entities
from nlu.plan_ask import bare_day, days_on, find_plan_ask, find_plan_question
from nlu.plan_wish import PlanWish, find_plan_wish

TODAY = date(2026, 3, 11)


def wish(text: str) -> PlanWish:
    return find_plan_wish(text, find_entities(text, TODAY, None), TODAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("between 20 and 30", PlanWish(least_cents=2000, most_cents=3000)),
        ("entre 60 y 80 al mes", PlanWish(least_cents=6000, most_cents=8000)),
        ("at most 40", PlanWish(most_cents=4000)),
        ("40 max", PlanWish(most_cents=4000)),
        ("no más de 60 al mes", PlanWish(most_cents=6000)),
        ("at least 50 a month", PlanWish(least_cents=5000)),
        ("as little as possible", PlanWish(smallest=True)),
        ("what's the lowest", PlanWish(smallest=True)),
        ("lo menos posible", PlanWish(smallest=True)),
        ("half now and the rest in two", PlanWish(count=2)),
        ("la mitad ahora y el resto en dos", PlanWish(count=2)),
        ("3 not 4", PlanWish(count=3)),
        ("no 4, 3", PlanWish(count=3)),
        ("60 not 50", PlanWish(rather_cents=6000)),
        ("nothing till January", PlanWish(starts_on=date(2027, 1, 1))),
        ("no, empezando en abril", PlanWish(starts_on=date(2026, 4, 1))),
        ("the other bill only", PlanWish(one_bill=True)),
        ("solo la otra cuenta", PlanWish(one_bill=True)),
        ("a payment plan please", PlanWish()),
        ("nothing until april 15", PlanWish()),
    ],
)
def test_a_wish_for_a_plan(text: str, meant: PlanWish) -> None:
    assert wish(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("skip one", "skip"),
        ("quiero saltar un pago", "skip"),
        ("move it to the 25th", "move"),
        ("mover el pago al 25", "move"),
        ("move all my payments to the 5th", "move_all"),
        ("de ahora en adelante el 5", "move_all"),
        ("lower my payment to 40", "resize"),
        ("bajar el pago a 40", "resize"),
        ("can I pay an extra 50", "extra"),
        ("pay it off early", "pay_off"),
        ("liquidar el plan", "pay_off"),
        ("turn off autopay", "stop_card"),
        ("ya no me cobren de la tarjeta", "stop_card"),
        ("use a different card", "change_card"),
        ("cambiar la tarjeta", "change_card"),
        ("cancel my plan", "end"),
        ("ya no quiero el plan", "end"),
        ("i missed my payment", "missed"),
        ("no pude hacer el pago", "missed"),
        ("can i pay the next payment now", "pay_next"),
        ("hello there", None),
    ],
)
def test_what_is_asked_of_a_running_plan(text: str, meant: str | None) -> None:
    assert find_plan_ask(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what happens if I miss one?", "missing"),
        ("¿qué pasa si no pago uno?", "missing"),
        ("is there interest?", "interest"),
        ("¿hay intereses?", "interest"),
        ("can I pay it off early?", "early"),
        ("¿puedo pagarlo antes?", "early"),
        ("do i need a card", "needs_card"),
        ("what card do you have", "which_card"),
        ("when is my next payment", "next"),
        ("cuánto me falta del plan", "left"),
        ("i am interested in a plan", None),
        ("60 a month", None),
    ],
)
def test_what_is_asked_about_plans(text: str, meant: str | None) -> None:
    assert find_plan_question(text) == meant


def test_a_span_and_a_bare_day() -> None:
    assert days_on("push it a week") == 7
    assert days_on("dos semanas después") == 14
    assert days_on("move it") is None
    assert bare_day("mover el pago al 25", TODAY) == date(2026, 3, 25)
    assert bare_day("bajarlo a 40", TODAY) is None
