"""A phone that is lost between the code and its proof: the code proves nothing any more."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from bot.models import Practice
from bot.models.crypto import blind_index
from bot.runtime import Runtime
from bot.store import handoffs, patients
from bot.store.erasure import erase
from tests.web.chatting import ALICE, Visitor, threads
from tests.world import PHONE, Cast, add_patient

Loses = Callable[[Runtime, int, int], None]


def _none(runtime: Runtime, practice_id: int, patient_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        row = patients.get(session, practice_id, patient_id)
        row.phone = row.phone_key = None


def _changed(runtime: Runtime, practice_id: int, patient_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        row = patients.get(session, practice_id, patient_id)
        row.phone, row.phone_key = "+15125550199", blind_index("+15125550199")


def _somebody_elses(runtime: Runtime, practice_id: int, patient_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        people = patients.on_number(session, practice_id, PHONE)
        patients.suppress(session, practice_id, people, blind_index(PHONE), runtime.clock.now())


def _erased(runtime: Runtime, practice_id: int, patient_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        erase(session, practice_id, patient_id, runtime.clock.now())


@pytest.mark.parametrize("loses", [_none, _changed, _somebody_elses])
@pytest.mark.parametrize("begins", ["how much do i owe", ""])
def test_a_person_helps_and_nothing_is_told(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    alice: int,
    loses: Loses,
    begins: str,
) -> None:
    visitor = Visitor(client, runtime)
    if begins:
        visitor.says(begins, "ask_balance")
    visitor.says(ALICE)
    code = visitor.code()
    loses(runtime, practice.id, alice)
    page = visitor.says(code)
    assert "That code is right, but we no longer use the number" in page
    assert "$" not in page
    thread = threads(runtime, practice.id)[0]
    with runtime.database.transaction(practice.id) as session:
        found = handoffs.open_of(session, practice.id, thread.id)
    assert found is not None
    assert found.topic == "identity"


def test_in_spanish_as_well(client: FlaskClient, runtime: Runtime, practice: Practice) -> None:
    rosa = add_patient(runtime, practice.id, Cast(name="Rosa Vega", language="es"))
    visitor = Visitor(client, runtime)
    visitor.client.get(f"{visitor.path}?lang=es")
    visitor.says("cuanto debo en esta cuenta", "ask_balance")
    visitor.says("Rosa Vega 14/3/1980")
    code = visitor.code()
    _none(runtime, practice.id, rosa)
    assert "ya no tenemos ese celular" in visitor.says(code)


def test_an_erased_patients_code_is_no_code(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    visitor = Visitor(client, runtime)
    visitor.says("how much do i owe", "ask_balance")
    visitor.says(ALICE)
    code = visitor.code()
    _erased(runtime, practice.id, alice)
    assert "$" not in visitor.says(code)
