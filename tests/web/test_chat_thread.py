"""The web chat and the thread of texts: one conversation, with two doors of their own."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.inbound import InboundText, accept
from bot.models import Practice, Staff
from bot.outbox import text_instead
from bot.runtime import Runtime
from bot.store import patients, plan_changes
from tests.web.chatting import Visitor, said, threads
from tests.web.doing import hear, link, sign_in, work
from tests.world import PHONE, Bill, Cast, add_patient


@pytest.fixture
def visitor(client: FlaskClient, runtime: Runtime, practice: Practice) -> Visitor:
    return Visitor(client, runtime)


@pytest.fixture
def desk(app: Flask, maria: Staff) -> FlaskClient:
    return sign_in(app.test_client(), maria)


def test_once_known_the_chat_is_the_patients_own_thread(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    by_text = hear(visitor.runtime, practice.id, "hello", "SM1")
    work(visitor.runtime)
    visitor.says("how much do i owe", "ask_balance")
    page = visitor.proves_it()
    assert [thread.id for thread in threads(visitor.runtime, practice.id)] == [by_text]
    assert {row.conversation_id for row in said(visitor.runtime, practice.id)} == {by_text}
    assert page.index(">hello<") < page.index("how much do i owe") < page.index("$220.00")


def test_what_a_stranger_had_written_down_for_a_person_comes_along(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    visitor.says("i can only pay 5 dollars a month", "financial_hardship")
    visitor.says("how much do i owe", "ask_balance")
    assert "$220.00" in visitor.proves_it()
    thread = threads(runtime, practice.id)[-1].id
    with runtime.database.transaction(practice.id) as session:
        request = plan_changes.newest_request(session, practice.id, thread)
    assert request is not None
    assert request.said == "i can only pay 5 dollars a month"


def test_the_code_itself_is_shown_on_no_page(
    visitor: Visitor, desk: FlaskClient, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    code = visitor.code()
    thread_id = threads(visitor.runtime, practice.id)[0].id
    assert f"your code is {code}" not in visitor.page()
    assert f"your code is {code}" not in desk.get(f"/staff/conversations/{thread_id}").text


def test_a_plan_begun_by_text_is_agreed_to_in_the_chat(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    runtime = visitor.runtime
    runtime.ear.meanings["can i pay in 4 payments"] = "set_up_plan"  # type: ignore[attr-defined]
    hear(runtime, practice.id, "3/14/1980", "SM1")
    hear(runtime, practice.id, "can i pay in 4 payments", "SM2")
    assert "AGREE" in said(runtime, practice.id)[-1].body
    visitor.proves_it()
    assert "Your plan is set" in visitor.says("AGREE", "affirm")


def test_a_phone_verified_by_text_opens_no_browser(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    hear(visitor.runtime, practice.id, "3/14/1980", "SM1")
    visitor.client.post(f"{link(visitor.runtime, practice.id, alice)}/ask")
    page = visitor.says("how much do i owe", "ask_balance")
    assert "birth date" in page
    assert "$220.00" not in page


def test_beside_a_single_answer_stands_a_person(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    page = visitor.says("can i pay in 4 payments", "set_up_plan")
    assert page.index('value="AGREE">I agree<') < page.index('value="PERSON">Talk to a person<')


def test_a_browser_that_is_known_opens_no_phone(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    visitor.runtime.ear.meanings["what do i owe"] = "ask_balance"  # type: ignore[attr-defined]
    hear(visitor.runtime, practice.id, "what do i owe", "SM9")
    assert "$220.00" not in said(visitor.runtime, practice.id)[-1].body


def test_a_text_and_a_web_message_at_once_are_answered_apart(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    runtime = visitor.runtime
    visitor.proves_it()
    runtime.ear.meanings["what do i owe"] = "ask_balance"  # type: ignore[attr-defined]
    accept(runtime, practice.id, InboundText("SM1", PHONE, "what do i owe"))
    visitor.says("what do i owe")
    texts = [text.body for text in runtime.sms.texts]  # type: ignore[attr-defined]
    assert not any("$220.00" in body for body in texts)
    assert "$220.00" in visitor.page()


def test_staff_see_the_chat_in_the_thread_and_answer_in_it(
    visitor: Visitor, desk: FlaskClient, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    visitor.says("a person please", "request_human")
    texts = len(visitor.runtime.sms.texts)  # type: ignore[attr-defined]
    path = f"/staff/conversations/{threads(visitor.runtime, practice.id)[0].id}"
    assert "Patient (web)" in desk.get(path).text
    desk.post(f"{path}/take-over")
    desk.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    work(visitor.runtime)
    assert "not seen yet" in desk.get(path).text
    page = visitor.page()
    assert "Maria" in page and "A person from the practice" in page
    assert "Seen in the web chat" in desk.get(path).text
    assert len(visitor.runtime.sms.texts) == texts  # type: ignore[attr-defined]


def test_a_reply_reaches_the_phone_of_who_has_left_the_page(
    visitor: Visitor, desk: FlaskClient, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    visitor.says("a person please", "request_human")
    path = f"/staff/conversations/{threads(visitor.runtime, practice.id)[0].id}"
    visitor.runtime.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    desk.post(f"{path}/take-over")
    desk.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    work(visitor.runtime)
    assert visitor.runtime.sms.texts[-1].body == "Hello, it's Maria."  # type: ignore[attr-defined]


def test_a_reply_nobody_saw_in_the_chat_becomes_a_text_once(
    visitor: Visitor, desk: FlaskClient, practice: Practice, alice: int
) -> None:
    runtime = visitor.runtime
    visitor.proves_it()
    visitor.says("a person please", "request_human")
    path = f"/staff/conversations/{threads(runtime, practice.id)[0].id}"
    desk.post(f"{path}/take-over")
    desk.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    work(runtime)
    reply = said(runtime, practice.id)[-1]
    for _ in range(2):
        text_instead(runtime, practice.id, reply.id)
        work(runtime)
    bodies = [text.body for text in runtime.sms.texts]  # type: ignore[attr-defined]
    assert bodies.count("Hello, it's Maria.") == 1


def test_a_stranger_reads_the_reply_when_they_come_back(
    visitor: Visitor, desk: FlaskClient, practice: Practice
) -> None:
    assert "leave a phone number" in visitor.says("a person please", "request_human")
    path = f"/staff/conversations/{threads(visitor.runtime, practice.id)[0].id}"
    assert "Web visitor" in desk.get("/staff/").text
    visitor.runtime.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    desk.post(f"{path}/take-over")
    desk.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    work(visitor.runtime)
    assert "Hello, it&#39;s Maria." in visitor.page()
    assert visitor.runtime.sms.texts == []  # type: ignore[attr-defined]


def test_a_colleague_who_has_the_patients_thread_is_not_talked_over(
    visitor: Visitor, desk: FlaskClient, practice: Practice, alice: int
) -> None:
    thread_id = hear(visitor.runtime, practice.id, "hello", "SM1")
    desk.post(f"/staff/conversations/{thread_id}/take-over")
    visitor.says("how much do i owe", "ask_balance")
    page = visitor.proves_it()
    assert "A person from the practice" in page
    assert "$220.00" not in page


def test_stopping_texts_needs_a_number(visitor: Visitor, practice: Practice, alice: int) -> None:
    page = visitor.says("stop", "opt_out")
    assert "reply STOP to one of them" in page
    with visitor.runtime.database.transaction(practice.id) as session:
        for thread in threads(visitor.runtime, practice.id):
            assert patients.opted_out_at(session, practice.id, thread.phone_key) is None


def test_a_known_visitor_stops_the_texts_and_is_still_answered_here(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    visitor.proves_it()
    visitor.says("stop", "opt_out")
    thread = threads(visitor.runtime, practice.id)[0]
    with visitor.runtime.database.transaction(practice.id) as session:
        assert patients.opted_out_at(session, practice.id, thread.phone_key) is not None
    assert "$220.00" in visitor.says("how much do i owe", "ask_balance")


def test_the_pay_page_goes_on_in_the_same_thread(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    by_text = hear(visitor.runtime, practice.id, "hello", "SM1")
    path = link(visitor.runtime, practice.id, alice)
    assert "Ask a question" in visitor.client.get(path).text
    visitor.client.post(f"{path}/check", data={"answer": "3/14/1980"})
    opened = visitor.client.post(f"{path}/ask")
    assert opened.location == "/chat/cedar#body"  # where a question is written
    assert ">hello<" in visitor.page()
    assert "$220.00" in visitor.says("how much do i owe", "ask_balance")
    assert [thread.id for thread in threads(visitor.runtime, practice.id)] == [by_text]


def test_a_link_alone_shows_no_history_and_asks_who_it_is(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    hear(visitor.runtime, practice.id, "my secret words", "SM1")
    visitor.client.post(f"{link(visitor.runtime, practice.id, alice, needs_check=True)}/ask")
    assert "my secret words" not in visitor.page()
    assert "birth date" in visitor.says("how much do i owe", "ask_balance")
    assert "$220.00" in visitor.says("3/14/1980")
    assert "my secret words" in visitor.page()


def test_a_link_that_ran_out_opens_no_chat(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    path = link(visitor.runtime, practice.id, alice)
    visitor.runtime.clock.advance(timedelta(days=40))  # type: ignore[attr-defined]
    assert visitor.client.post(f"{path}/ask").location == path


def test_what_was_told_to_somebody_else_on_the_number_is_not_shown(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    bob = Cast("Bob Moreno", born=None, zip="10001", bills=(Bill("S2"),))
    add_patient(visitor.runtime, practice.id, bob)
    visitor.runtime.ear.meanings["what do i owe"] = "ask_balance"  # type: ignore[attr-defined]
    hear(visitor.runtime, practice.id, "Alice 3/14/1980", "SM1")
    hear(visitor.runtime, practice.id, "what do i owe", "SM2")
    work(visitor.runtime)
    other = Cast("Ann Moreno", born=None, bills=(Bill("S3"),))
    ann = add_patient(visitor.runtime, practice.id, other)
    path = link(visitor.runtime, practice.id, ann)
    visitor.client.post(f"{path}/check", data={"answer": "78701"})
    visitor.client.post(f"{path}/ask")
    assert "$220.00" not in visitor.page()
