"""Who are you? asked in the web chat is answered there, and by text what was asked by text."""

import pytest
from flask.testing import FlaskClient

from bot.models import Practice
from bot.runtime import Runtime
from tests.web.chatting import Visitor
from tests.web.doing import hear, link, work
from tests.world import Bill, Cast, add_patient


@pytest.fixture
def visitor(client: FlaskClient, runtime: Runtime, practice: Practice, alice: int) -> Visitor:
    """Came by Alice's link, and has not passed the check: in her thread all the same."""
    runtime.ear.meanings |= {  # type: ignore[attr-defined]
        "what do i owe": "ask_balance",
        "cuanto debo": "ask_balance",
        "when is it due": "ask_due_date",
        "i need an itemized bill": "request_statement",
    }
    client.post(f"{link(runtime, practice.id, alice, needs_check=True)}/ask")
    return Visitor(client, runtime)


def by_text(visitor: Visitor, practice: Practice, body: str) -> str:
    """The answer, in a text."""
    runtime = visitor.runtime
    before = len(runtime.sms.texts)  # type: ignore[attr-defined]
    hear(runtime, practice.id, body, f"SM{body}{before}")
    work(runtime)
    texts = runtime.sms.texts[before:]  # type: ignore[attr-defined]
    return " ".join(text.body for text in texts)


def test_what_was_asked_in_the_chat_is_not_answered_to_the_phone(
    visitor: Visitor, practice: Practice
) -> None:
    assert "birth date" in visitor.says("what do i owe")
    answer = by_text(visitor, practice, "3/14/1980")
    assert "$220.00" not in answer
    assert "What would you like to know" in answer
    assert "$220.00" not in visitor.page()


def test_the_chats_question_is_still_open_there(visitor: Visitor, practice: Practice) -> None:
    visitor.says("what do i owe")
    by_text(visitor, practice, "3/14/1980")
    assert "$220.00" in visitor.says("3/14/1980")


def test_what_was_asked_by_text_is_not_answered_in_the_chat(
    visitor: Visitor, practice: Practice
) -> None:
    assert "birth date" in by_text(visitor, practice, "what do i owe")
    page = visitor.says("3/14/1980")
    assert "$220.00" not in page
    assert "What would you like to know" in page
    assert "$220.00" in by_text(visitor, practice, "3/14/1980")


def test_both_ask_at_once_and_each_gets_its_own_answer(
    visitor: Visitor, practice: Practice
) -> None:
    visitor.says("what do i owe")
    assert "birth date" in by_text(visitor, practice, "when is it due")
    page = visitor.says("3/14/1980")
    assert "$220.00" in page
    assert "Mar 31" not in page.split("$220.00")[0]
    answer = by_text(visitor, practice, "3/14/1980")
    assert "Mar 31" in answer


def test_a_text_about_something_else_leaves_the_chats_question_open(
    visitor: Visitor, practice: Practice
) -> None:
    visitor.runtime.ear.meanings["thanks so much"] = "thank"  # type: ignore[attr-defined]
    visitor.says("what do i owe")
    answer = by_text(visitor, practice, "thanks so much")
    assert "birth date" not in answer
    assert "$220.00" in visitor.says("3/14/1980")


def test_another_of_the_family_is_not_answered_what_the_chat_asked(
    visitor: Visitor, practice: Practice
) -> None:
    bob = Cast(name="Bob Reyes", born=None, zip="73301", bills=(Bill(number="S2"),))
    add_patient(visitor.runtime, practice.id, bob)
    visitor.says("what do i owe")
    assert "$" not in by_text(visitor, practice, "bob reyes 73301")
    assert "$220.00" in visitor.says("3/14/1980")


def test_en_el_chat_y_por_mensaje_cada_quien_su_respuesta(
    client: FlaskClient, runtime: Runtime, practice: Practice, visitor: Visitor
) -> None:
    visitor.says("cuanto debo")
    assert "$" not in by_text(visitor, practice, "14/3/1980")
    assert "$220.00" in visitor.says("14/3/1980")


def test_a_plan_begun_by_text_goes_on_in_the_chat_once_both_are_known(
    visitor: Visitor, practice: Practice
) -> None:
    visitor.runtime.ear.meanings["can i pay in 4 payments"] = (  # type: ignore[attr-defined]
        "set_up_plan"
    )
    by_text(visitor, practice, "3/14/1980")
    visitor.says("3/14/1980")
    assert "AGREE" in by_text(visitor, practice, "can i pay in 4 payments")
    assert "Your plan is set" in visitor.says("AGREE", "affirm")
