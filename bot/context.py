"""One frozen look at everything a turn may speak of, read in the turn's own transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import Context, Memory, Person, PracticeView
from bot.bill import Bill
from bot.clock import day_in
from bot.closures import federal_holidays
from bot.contact_facts import Promised
from bot.identity import POLICY
from bot.models import Conversation, Handoff, Practice
from bot.practice_settings import PracticeSettings
from bot.rules.answer_by import person_answers_by
from bot.rules.identity import is_verified
from bot.rules.quiet_hours import Window
from bot.store import asked_texts, balances, conversations, handoffs, patients, practices
from nlu.understanding import Understanding

MINUTES_EACH = 15
NOBODY = Bill()


def context_of(
    session: Session,
    conversation: Conversation,
    text: str,
    understanding: Understanding,
    now: datetime,
) -> Context:
    """`text` is all that was written since the last turn, guarded and joined."""
    practice_id = conversation.practice_id
    practice = practices.get(session, practice_id)
    settings = practices.settings_of(session, practice_id)
    people = patients.on_number(session, practice_id, conversation.phone)
    person = verified_person(conversation, people, now)
    handoff = handoffs.open_of(session, practice_id, conversation.id)
    today = day_in(practice.timezone, now)
    return Context(
        now=now,
        today=today,
        language=conversation.language,
        practice=practice_view(practice, settings),
        people=people,
        person=person,
        bill=bill_for(session, practice, person, now),
        memory=conversations.memory_of(conversation),
        text=text,
        understanding=understanding,
        person_answers_at=_promised(handoff, now) or answers_at(session, practice, settings, now),
        handed_off=handoff is not None,
        opted_out=patients.opted_out_at(session, practice_id, conversation.phone_key) is not None,
        promised=promised(session, practice_id, alone(person, people)),
    )


def practice_view(practice: Practice, settings: PracticeSettings) -> PracticeView:
    return PracticeView(
        id=practice.id,
        name=practice.sender_name,
        phone=practice.phone,
        timezone=practice.timezone,
        tone=settings.tone,
        plan_policy=settings.plan_policy,
        reminder_gap_days=settings.reminder_gap_days,
        texts=(Window(frozenset(settings.text_days), settings.text_from, settings.text_until),),
    )


def verified_person(
    conversation: Conversation, people: tuple[Person, ...], now: datetime
) -> Person | None:
    """Who passed the identity check, while it lasts."""
    if not is_verified(conversation.verified_at, conversation.last_inbound_at, now, POLICY):
        return None
    return next((p for p in people if p.id == conversation.patient_id), None)


def bill_for(session: Session, practice: Practice, person: Person | None, now: datetime) -> Bill:
    """Nothing at all for somebody we do not know: what is not read cannot be said."""
    if person is None:
        return NOBODY
    today = day_in(practice.timezone, now)
    return balances.bill_of(session, practice.id, person.id, today, practice.timezone)


def answers_at(
    session: Session, practice: Practice, settings: PracticeSettings, now: datetime
) -> datetime:
    """When a person will answer: counted in the desk's hours, holidays out, queue ahead."""
    desk = Window(frozenset(settings.desk_days), settings.desk_from, settings.desk_until)
    return person_answers_by(
        now,
        practice.timezone,
        (desk,),
        federal_holidays(practice.state),
        handoffs.how_many_wait(session, practice.id),
        MINUTES_EACH,
    )


def alone(person: Person | None, people: tuple[Person, ...]) -> Person | None:
    """Who is known, or the only one on the number: of several nobody is guessed."""
    return person or (people[0] if len(people) == 1 else None)


def promised(session: Session, practice_id: int, person: Person | None) -> Promised | None:
    """The day they named for a payment, and the sum where we know who they are."""
    found = asked_texts.promise_of(session, practice_id, person.id) if person else None
    return Promised(*found) if found else None


def _promised(handoff: Handoff | None, now: datetime) -> datetime | None:
    """Who waits already was told a time: it stands until it has passed."""
    return handoff.due_at if handoff is not None and handoff.due_at > now else None


def forgetful(memory: Memory) -> Memory:
    """A fresh start after days of silence: an old question is not answered by a new text."""
    return Memory(
        introduced=memory.introduced,
        identity_failures=memory.identity_failures,
        let_go=memory.question,
    )
