"""What tests of pages do again and again."""

from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import create_engine, text

from bot import web
from bot.inbound import InboundText, accept, take_turn
from bot.models import Base, Conversation, Message, Staff
from bot.outbox import send_text, text_instead
from bot.runtime import Runtime
from bot.store import conversations, messages, payments
from bot.store.session import sqlalchemy_url
from bot.visits import text_code
from tests.web.conftest import PASSWORD
from tests.world import PHONE

STATIC = Path(web.__file__).parent / "static"


def sign_in(client: FlaskClient, person: Staff) -> FlaskClient:
    answer = client.post("/staff/sign-in", data={"email": person.email, "password": PASSWORD})
    assert answer.status_code == 303
    return client


def link(
    runtime: Runtime,
    practice_id: int,
    patient_id: int,
    cents: int | None = None,
    *,
    needs_check: bool = False,
) -> str:
    """A fresh link; the path of its page."""
    with runtime.database.transaction(practice_id) as session:
        _, token = payments.request_payment(
            session, practice_id, patient_id, cents, runtime.clock.now(), needs_check=needs_check
        )
    return f"/p/{token}"


def hear(runtime: Runtime, practice_id: int, body: str, sid: str, phone: str = PHONE) -> int:
    """A patient's text, stored and answered; the conversation's id."""
    accept(runtime, practice_id, InboundText(sid, phone, body))
    with runtime.database.transaction(practice_id) as session:
        found = conversations.of_number(session, practice_id, phone, "en", runtime.clock.now())
    take_turn(runtime, practice_id, found.id)
    return found.id


def work(runtime: Runtime) -> None:
    """Every job that is due, and those that they make, as a worker does."""
    jobs = {
        "take_turn": take_turn,
        "send_text": send_text,
        "text_code": text_code,
        "text_instead": text_instead,
    }
    while waiting := _due_jobs(runtime):
        for name, arguments in waiting:
            if name in jobs:
                jobs[name](runtime, **arguments)


def _due_jobs(runtime: Runtime) -> list[tuple[str, dict[str, int]]]:
    due = text(
        "delete from procrastinate_jobs where scheduled_at is null or scheduled_at <= now()"
        " returning id, task_name, args"
    )
    with runtime.database.directory() as session:
        rows = sorted(session.execute(due).all())
    return [(name, arguments) for _, name, arguments in rows]


def conversation(runtime: Runtime, practice_id: int, conversation_id: int) -> Conversation:
    with runtime.database.transaction(practice_id) as session:
        found = conversations.get(session, practice_id, conversation_id)
    assert found is not None
    return found


def thread(runtime: Runtime, practice_id: int, conversation_id: int) -> list[Message]:
    with runtime.database.transaction(practice_id) as session:
        return list(messages.thread(session, practice_id, conversation_id))


def everything(runtime: Runtime) -> dict[str, list[str]]:
    """Every row of every table, past row-level security."""
    engine = create_engine(sqlalchemy_url(runtime.settings.database_url))
    with engine.connect() as connection:
        rows = {
            name: [str(row) for row in connection.execute(text(f"select t::text from {name} t"))]
            for name in (*Base.metadata.tables, "procrastinate_jobs")
        }
    engine.dispose()
    return rows


def static_bytes(*names: str) -> int:
    """As they are sent, uncompressed."""
    return sum((STATIC / name).stat().st_size for name in names)
