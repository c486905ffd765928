"""What is written of how somebody is reached: wishes, texts they asked for, days they promised."""

from sqlalchemy.orm import Session

from bot.action import Context, Person
from bot.contact_facts import AskText
from bot.context import alone
from bot.models import Conversation
from bot.rules.holds import HoldKind
from bot.rules.texting_wishes import TextingWish
from bot.store import asked_texts, holds, patients

WITHDRAWN = "the patient withdrew it"


def keep_wish(session: Session, context: Context, wish: TextingWish) -> None:
    """Where nobody is verified, for everybody on the number: texting less harms no one."""
    for person in _concerned(context):
        patients.keep_wish(session, context.practice.id, person.id, wish)


def ask_text(
    session: Session,
    conversation: Conversation,
    context: Context,
    message_id: int | None,
    fact: AskText,
) -> None:
    """Of several people on a number nobody is guessed: the hold alone stands."""
    person = alone(context.person, context.people)
    if person is None:
        return
    asked_texts.ask(
        session,
        context.practice.id,
        person.id,
        context.now,
        conversation_id=conversation.id,
        kind=fact.kind,
        due_at=fact.due_at,
        promised_on=fact.promised_on,
        cents=fact.cents,
        asked_in_id=message_id,
    )


def withdraw_promise(session: Session, context: Context) -> None:
    for person in _concerned(context):
        practice_id = context.practice.id
        asked_texts.end_open(session, practice_id, person.id, WITHDRAWN, context.now)
        holds.release_kind(session, practice_id, person.id, HoldKind.PROMISE, context.now)


def _concerned(context: Context) -> tuple[Person, ...]:
    return (context.person,) if context.person else context.people
