"""What is asked of a bill, line by line, and of an insurance, in the words people use."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions import dispute_charge, explain_charge, insurance_question
from actions._aspects import Aspect, aspect_of
from actions._insured import About, about
from actions._items import item_meant
from actions._mailing import veiled, wants_email, wants_paper
from bot.action import FetchPerson, Money, OpenHold, Question
from bot.bill import disputing
from bot.bill_facts import NarrowHold
from nlu.insurance import find_insurance
from tests.factories import asked, keys, make_bill, make_context, make_line, make_statement

THREE = make_statement(
    balance_cents=38000,
    lines=(
        make_line(id=11),
        make_line(id=12, description="Lab panel", charge_cents=6000, insurance_cents=0),
        make_line(
            id=13, description="Flu shot", charge_cents=10000, insurance_cents=0,
            service_on=date(2026, 1, 22),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("break it down", Aspect.ITEMS),
        ("what is each thing", Aspect.ITEMS),
        ("explíqueme renglón por renglón, joven", Aspect.ITEMS),
        ("desgloce porfavor, desglose", Aspect.ITEMS),
        ("why so high", Aspect.WHY),
        ("xk salio tan caro", Aspect.WHY),
        ("how come its that much", Aspect.WHY),
        ("why did it go up", Aspect.WENT_UP),
        ("this is more than last time", Aspect.WENT_UP),
        ("por qué subió", Aspect.WENT_UP),
        ("what date was that", Aspect.WHEN),
        ("de qué fecha es esa consulta", Aspect.WHEN),
        ("who was the doctor", Aspect.WHO),
        ("which office was this", Aspect.WHO),
        ("con quién me atendió... quien me atendio", Aspect.WHO),
        ("which is which", Aspect.WHICH_IS_WHICH),
        ("the other one", Aspect.OTHER_BILL),
        ("y la otra", Aspect.OTHER_BILL),
        ("ok makes sense", Aspect.CLEAR),
        ("ya entiendo", Aspect.CLEAR),
        ("ah bueno ya entiendo", Aspect.CLEAR),
        ("still don't get it", Aspect.UNCLEAR),
        ("no le entiendo al bil", Aspect.UNCLEAR),
        ("that makes no sense", Aspect.UNCLEAR),
        ("how much do i owe", None),
        ("when is it due", None),
        ("send me the link", None),
    ],
)
def test_what_a_text_asks_of_a_bill(text: str, aspect: Aspect | None) -> None:
    assert aspect_of(text) == aspect


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("item 2", 2),
        ("the second one", 2),
        ("the last charge", 3),
        ("el primer cargo", 1),
        ("#3", 3),
        ("the $60 one", 2),
        ("the flu shot", 3),
        ("what happened on 1/22/2026", 3),
        ("item 9", None),
        ("the whole bill", None),
        ("the 2 of us", None),
    ],
)
def test_which_item_is_meant(text: str, number: int | None) -> None:
    assert item_meant(THREE, make_context(text)) == number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I have medicaid now", About.NEW_INSURANCE),
        ("you have my old insurance", About.NEW_INSURANCE),
        ("the card you have is no good anymore, here's my new insurance", About.NEW_INSURANCE),
        ("ustedes tienen mi seguro anterior", About.NEW_INSURANCE),
        ("run it through medicaid", About.NEW_INSURANCE),
        ("traigo tarjeta nueva del seguro", About.NEW_INSURANCE),
        ("cambié de aseguradora, asere", About.NEW_INSURANCE),
        ("member ID is WX4471902", About.NEW_INSURANCE),
        ("Blue Cross", About.NEW_INSURANCE),
        ("i want to appeal", About.APPEAL),
        ("Los de Humana dicen que ustedes no les han mandado nada", About.NOT_BILLED),
        ("why wasn't this covered", About.PERSON),
        ("xk no lo cubrio", About.PERSON),
        ("agarran Molina", About.PERSON),
        ("out of network??", About.PERSON),
        ("did they pay their share yet", About.LEDGER),
        ("blue cross paid what?", About.LEDGER),
        ("ya le cobraron al medicare", About.LEDGER),
    ],
)
def test_what_a_text_about_insurance_is(text: str, meant: About) -> None:
    assert about(text, find_insurance(text), is_insured=True) is meant


def test_the_parts_of_every_item_add_up_to_what_is_left() -> None:
    bill = make_bill(statements=(THREE,))
    outcome = explain_charge.respond(make_context("break it down", "explain_charge", bill=bill))
    left = [s.values["amount"] for s in outcome.says if s.key in ("item_left", "item_alone")]
    total = sum(money.cents for money in left if isinstance(money, Money))
    assert outcome.says[-1].values["amount"] == Money(total) == Money(38000)


@given(
    st.lists(st.tuples(st.integers(0, 500), st.booleans()), min_size=1, max_size=5),
    st.integers(-500, 3000),
    st.booleans(),
)
def test_what_is_open_and_what_is_disputed_never_come_to_more_than_the_balance(
    lines: list[tuple[int, bool]], balance: int, whole: bool
) -> None:
    views = tuple(
        make_line(id=n, charge_cents=cents, insurance_cents=0, disputed=held)
        for n, (cents, held) in enumerate(lines)
    )
    statement = make_statement(lines=views, balance_cents=balance, disputed=whole)
    assert 0 <= statement.disputed_cents <= max(0, balance)
    if not whole:
        assert statement.open_cents + statement.disputed_cents == balance


def test_disputing_a_line_takes_its_part_alone_off_what_is_asked() -> None:
    bill = disputing(make_bill(statements=(THREE,)), 1, 12)
    assert bill.payable_cents == 32000


def test_a_named_line_narrows_what_was_held_whole() -> None:
    why = Question("dispute_why", "dispute_charge", {"statement": 1, "line": None, "note": "wrong"})
    held = make_bill(statements=(replace(THREE, disputed=True),))
    context = make_context("the flu shot", "out_of_scope", bill=held, memory=asked(why))
    outcome = dispute_charge.answer(context, why)
    assert outcome is not None
    narrowed, hold, person = outcome.facts
    assert isinstance(narrowed, NarrowHold)
    assert isinstance(hold, OpenHold) and hold.line_id == 13
    assert isinstance(person, FetchPerson) and person.note == "wrong\nthe flu shot"
    assert keys(outcome) == ["dispute_narrowed", "dispute_rest"]


def test_a_question_of_insurance_is_written_down_for_the_person() -> None:
    outcome = insurance_question.respond(make_context("why was it denied", "insurance_question"))
    assert [f.note for f in outcome.facts if isinstance(f, FetchPerson)] == ["why was it denied"]


def test_an_address_is_shown_veiled() -> None:
    assert veiled("alice.moreno@example.com") == "a***@example.com"


def test_paper_and_e_mail_are_told_apart() -> None:
    assert wants_paper(make_context("mail me a paper copy"))
    assert not wants_paper(make_context("email me the bill"))
    assert wants_email(make_context("mándela por correo electrónico"))
    assert not wants_email(make_context("por correo postal por favor"))
