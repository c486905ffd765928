"""The inbox and its threads: taking over silences, replying queues, giving back wakes."""

from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import text

from bot.models import Practice, Staff
from bot.outbox import send_text
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import conversations, handoffs, holds
from bot.web.inbox_view import Inbox, Tab
from tests.web.doing import conversation, everything, hear, sign_in, static_bytes, thread
from tests.world import Cast, add_patient

MOST_BYTES = 100_000
OTHER_PHONE = "+15125550177"


def needs_person(runtime: Runtime, practice_id: int) -> int:
    runtime.ear.meanings["a person please"] = "request_human"  # type: ignore[attr-defined]
    return hear(runtime, practice_id, "a person please", "SM1")


def test_the_inbox_shows_what_the_patient_wrote_last(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    page = sign_in(client, maria).get("/staff/").text
    assert "a person please" in page
    assert "Us: " not in page


def test_danger_is_told_anew_where_a_person_was_promised(
    runtime: Runtime, practice: Practice, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    runtime.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    hear(runtime, practice.id, "i want to kill myself", "SM2")
    told = [job for job in everything(runtime)["procrastinate_jobs"] if "tell_staff" in job]
    with runtime.database.transaction(practice.id) as session:
        open_one = handoffs.open_of(session, practice.id, found)
    assert open_one is not None
    assert (open_one.reason, open_one.topic) == ("crisis", "safety")
    assert open_one.opened_at == open_one.due_at == runtime.clock.now()
    assert len(told) == 2


def test_danger_stands_first_in_the_inbox(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    add_patient(runtime, practice.id, Cast("Bob Hill", phone=OTHER_PHONE, bills=()))
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        other = conversations.of_number(session, practice.id, OTHER_PHONE, "en", now)
        an_hour_ago = now - timedelta(hours=1)
        handoffs.fetch_person(
            session, practice.id, other.id, "complaint", "care", an_hour_ago, an_hour_ago
        )
    hear(runtime, practice.id, "i want to kill myself", "SM1")
    page = sign_in(client, maria).get("/staff/").text
    assert page.index("Alice Moreno") < page.index("Bob Hill")


def test_a_broken_promise_is_told_as_late(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    runtime.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    assert " late)" in sign_in(client, maria).get("/staff/").text


def test_a_promise_kept_is_not_late(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    client.post(f"/staff/conversations/{found}/reply", data={"body": "Hello"})
    runtime.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    page = client.get("/staff/").text
    assert "Answered " in page
    assert " late)" not in page


def test_an_empty_inbox_says_what_it_is(client: FlaskClient, maria: Staff) -> None:
    assert "Nobody is waiting" in sign_in(client, maria).get("/staff/").text


def test_the_first_page_weighs_less_than_100_kb(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    sign_in(client, maria)
    files = ("style.css", "once.js", "again.js", "thread.js", "mark.svg")
    assert static_bytes(*files) + len(client.get("/staff/").data) < MOST_BYTES


def test_taking_over_withholds_what_the_assistant_had_queued(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = hear(runtime, practice.id, "hello", "SM1")
    queued = thread(runtime, practice.id, found)[-1]
    assert queued.status == "queued"
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    silenced = thread(runtime, practice.id, found)[-1]
    assert (silenced.status, silenced.author) == ("withheld", "assistant")
    send_text(runtime, practice.id, silenced.id)
    assert runtime.sms.texts == []  # type: ignore[attr-defined]


def test_the_assistant_says_nothing_while_a_colleague_has_it(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = hear(runtime, practice.id, "hello", "SM1")
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    count = len(thread(runtime, practice.id, found))
    hear(runtime, practice.id, "are you there", "SM2")
    newer = thread(runtime, practice.id, found)[count:]
    assert [row.direction for row in newer] == ["in"]


def test_a_reply_goes_out_under_the_colleagues_name(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    path = f"/staff/conversations/{found}"
    client.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    client.post(f"{path}/reply", data={"body": "Hello, it's Maria."})
    sent = [row for row in thread(runtime, practice.id, found) if row.kind == "staff"]
    assert [(row.author, row.body, row.status) for row in sent] == [
        ("Maria", "Hello, it's Maria.", "queued")
    ]
    send_text(runtime, practice.id, sent[0].id)
    assert runtime.sms.texts[-1].body == "Hello, it's Maria."  # type: ignore[attr-defined]
    page = client.get(path).text
    for word in ("Patient, ", "Assistant, ", "Maria, ", "Maria took over", "Understood: "):
        assert word in page


def test_the_job_that_sends_a_reply_is_queued_with_it(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    client.post(f"/staff/conversations/{found}/reply", data={"body": "Hello"})
    message_id = thread(runtime, practice.id, found)[-1].id
    with runtime.database.directory() as session:
        jobs = session.scalars(
            text("select args->>'message_id' from procrastinate_jobs where task_name = 'send_text'")
        ).all()
    assert str(message_id) in jobs


def test_nobody_writes_in_a_conversation_they_have_not_taken_over(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    answer = sign_in(client, maria).post(
        f"/staff/conversations/{found}/reply", data={"body": "My words"}
    )
    assert answer.status_code == 409
    assert "Take over first" in answer.text
    assert "My words" in answer.text
    assert all(row.kind != "staff" for row in thread(runtime, practice.id, found))


def test_giving_back_closes_the_handoff_and_wakes_the_assistant(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    sign_in(client, maria).post(f"/staff/conversations/{found}/take-over")
    client.post(f"/staff/conversations/{found}/return")
    row = conversation(runtime, practice.id, found)
    assert (row.state, row.staff_id) == ("bot", None)
    with runtime.database.transaction(practice.id) as session:
        assert handoffs.open_of(session, practice.id, found) is None
    hear(runtime, practice.id, "hello", "SM2")
    assert thread(runtime, practice.id, found)[-1].author == "assistant"


def test_what_is_done_is_opened_again_by_the_patient(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    sign_in(client, maria).post(f"/staff/conversations/{found}/resolve")
    assert conversation(runtime, practice.id, found).state == "closed"
    hear(runtime, practice.id, "hello", "SM2")
    assert conversation(runtime, practice.id, found).state == "bot"


def test_a_button_pressed_too_late_says_so(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    path = f"/staff/conversations/{found}"
    sign_in(client, maria).post(f"{path}/resolve")
    page = client.post(f"{path}/return", follow_redirects=True).text
    assert "changed hands" in page


def test_a_watching_page_gets_only_what_is_new(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = hear(runtime, practice.id, "hello", "SM1")
    known = thread(runtime, practice.id, found)[-1].id
    sign_in(client, maria)
    hear(runtime, practice.id, "one more thing", "SM2")
    answer = client.get(f"/staff/conversations/{found}/since/{known}")
    assert "one more thing" in answer.text
    assert ">hello<" not in answer.text
    assert answer.headers["X-Holder"] == "bot:0"
    assert "Set-Cookie" not in answer.headers


def test_an_open_inbox_is_no_activity(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    answer = sign_in(client, maria).get("/staff/watched?tab=needs")
    assert "Alice Moreno" in answer.text
    assert "Set-Cookie" not in answer.headers


def test_an_inbox_with_more_than_it_shows_says_so() -> None:
    tabs = ((Tab.NEEDS, "Needs a person", 0), (Tab.MINE, "Mine", 0), (Tab.ALL, "All", 1))
    assert not Inbox(tabs, Tab.NEEDS, (), is_paused=False).is_cut
    assert Inbox(tabs, Tab.ALL, (), is_paused=False).is_cut


def test_a_hold_is_released_with_a_reason_only(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = hear(runtime, practice.id, "hello", "SM1")
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(session, practice.id, alice, HoldKind.DISPUTE, runtime.clock.now())
    path = f"/staff/conversations/{found}"
    sign_in(client, maria)
    assert "Says the bill is wrong" in client.get(path).text
    refused = client.post(f"{path}/holds/1/release", follow_redirects=True).text
    assert "Please say why" in refused
    client.post(f"{path}/holds/1/release", data={"reason": "letter sent"})
    page = client.get(path).text
    assert "Says the bill is wrong" not in page
    assert "Maria released a hold." in page


def test_a_wish_is_read_beside_the_thread_and_a_colleague_may_clear_it(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    runtime.ear.meanings["only on fridays"] = "remind_later"  # type: ignore[attr-defined]
    found = hear(runtime, practice.id, "only on fridays", "SM1")
    page = sign_in(client, maria).get(f"/staff/conversations/{found}").text
    assert "only Fri" in page
    assert "Noted how they want to be texted." in page
    client.post(f"/staff/conversations/{found}/people/{alice}/clear-wish")
    page = client.get(f"/staff/conversations/{found}").text
    assert "only Fri" not in page
    assert "cleared how the patient wants to be texted" in page


def test_the_wish_of_somebody_else_cannot_be_cleared_from_here(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    bob = add_patient(runtime, practice.id, Cast("Bob Hill", phone=OTHER_PHONE, bills=()))
    found = needs_person(runtime, practice.id)
    sign_in(client, maria)
    answer = client.post(f"/staff/conversations/{found}/people/{bob}/clear-wish")
    assert answer.status_code == 404


def test_what_a_hand_off_asks_is_read_above_the_thread(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    body = "call me tomorrow after five"
    runtime.ear.meanings[body] = "request_call"  # type: ignore[attr-defined]
    found = hear(runtime, practice.id, body, "SM1")
    page = sign_in(client, maria).get(f"/staff/conversations/{found}").text
    assert page.count(body) == 2
