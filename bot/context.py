"""One frozen look at everything a turn may speak of, read in the turn's own transaction."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import Context, Memory, Person, PracticeView
from bot.bill import Bill
from bot.clock import day_in
from bot.closures import federal_holidays
from bot.contact_facts import Promised
from bot.identity import POLICY
from bot.models import Conversation, Handoff, Practice, WebVisit
from bot.practice_settings import PracticeSettings
from bot.rules.answer_by import person_answers_by
from bot.rules.codes import code_in
from bot.rules.holds import LEFT_TO_A_PERSON
from bot.rules.identity import is_verified
from bot.rules.quiet_hours import Window
from bot.rules.send_facts import UNPROMPTED
from bot.state_rules import help_of
from bot.store import (
    asked_texts,
    audit,
    balances,
    conversations,
    handoffs,
    holds,
    messages,
    patients,
    payments,
    plans,
    practices,
    visit_checks,
)
from bot.visitor import Visitor
from nlu.understanding import Understanding

MINUTES_EACH = 15
NOBODY = Bill()


def context_of(
    session: Session,
    conversation: Conversation,
    text: str,
    understanding: Understanding,
    now: datetime,
    visit: WebVisit | None = None,
) -> Context:
    """`text` is all that was written since the last turn, guarded and joined.

    In the web chat each visit has a check of its own: a phone verified by text opens no browser.
    """
    practice_id = conversation.practice_id
    practice = practices.get(session, practice_id)
    settings = practices.settings_of(session, practice_id)
    visitor = visitor_of(session, visit, text, now) if visit else None
    people = _people(session, conversation, visit, visitor)
    person = known_person(conversation, people, now, visit)
    handoff = handoffs.open_of(session, practice_id, conversation.id)
    context = Context(
        now=now,
        today=day_in(practice.timezone, now),
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
        handoff_reason=handoff.reason if handoff is not None else "",
        stopped=holds.kinds_on(session, practice_id, [p.id for p in people], LEFT_TO_A_PERSON),
        opted_out=patients.opted_out_at(session, practice_id, conversation.phone_key) is not None,
        visitor=visitor,
    )
    return _with_past(session, context, conversation.id, handoff)


def _with_past(
    session: Session, context: Context, conversation_id: int, handoff: Handoff | None
) -> Context:
    """What was promised, agreed and said before."""
    practice_id, person = context.practice.id, alone(context.person, context.people)
    last = messages.last_kind_to(session, practice_id, conversation_id)
    return replace(
        context,
        promised=promised(session, practice_id, person),
        plan_runs=_plan_runs(session, practice_id, person),
        unprompted=last in UNPROMPTED,
        fetched_for=_fetched_for(session, handoff),
    )


def _people(
    session: Session, conversation: Conversation, visit: WebVisit | None, visitor: Visitor | None
) -> tuple[Person, ...]:
    if visit and visitor:
        return people_of_visit(session, visit, visitor.proved_id)
    return patients.on_number(session, conversation.practice_id, conversation.phone)


def practice_view(practice: Practice, settings: PracticeSettings) -> PracticeView:
    return PracticeView(
        id=practice.id,
        name=practice.sender_name,
        phone=practice.phone,
        timezone=practice.timezone,
        tone=settings.tone,
        plan_policy=settings.plan_policy,
        reminder_gap_days=settings.reminder_gap_days,
        offers_assistance=settings.offers_assistance,
        desk=desk_of(settings),
        texts=(Window(frozenset(settings.text_days), settings.text_from, settings.text_until),),
        state_help=help_of(practice.state),
        closed=federal_holidays(practice.state),
    )


def verified_person(
    conversation: Conversation, people: tuple[Person, ...], now: datetime
) -> Person | None:
    """Who passed the identity check, while it lasts."""
    if not is_verified(conversation.verified_at, conversation.last_inbound_at, now, POLICY):
        return None
    return next((p for p in people if p.id == conversation.patient_id), None)


def known_person(
    conversation: Conversation,
    people: tuple[Person, ...],
    now: datetime,
    visit: WebVisit | None,
) -> Person | None:
    """Who passed the check where this is written: by text, or in this browser."""
    if visit is None:
        return verified_person(conversation, people, now)
    if not is_verified(visit.verified_at, visit.written_at, now, POLICY):
        return None
    return next((p for p in people if p.id == visit.patient_id), None)


def has_lapsed(conversation: Conversation, context: Context, now: datetime) -> bool:
    """Whether the check by text is over; a browser that is not known ends no phone's."""
    if context.visitor is None:
        return context.person is None
    since = conversation.verified_at, conversation.last_inbound_at
    return not is_verified(*since, now, POLICY)


def visitor_of(session: Session, visit: WebVisit, text: str, now: datetime) -> Visitor:
    if visit.patient_id is not None:
        return Visitor(is_stranger=False)
    code = code_in(text)
    check = visit_checks.proved(session, visit, code, now) if code else None
    reaches = check is not None and visit_checks.still_reaches(session, check)
    is_awaited = visit_checks.is_awaited(session, visit, now)
    return Visitor(
        is_stranger=True,
        proved_id=check.patient_id if check and reaches else None,
        checks=visit_checks.how_many(session, visit, now),
        guessed=bool(code) and check is None and is_awaited,
        phone_lost=check is not None and not reaches,
        awaited=is_awaited,
    )


def people_of_visit(
    session: Session, visit: WebVisit, proved_id: int | None = None
) -> tuple[Person, ...]:
    """Whose link or code led here: nobody else, also where a family shares the number."""
    patient_id = visit.patient_id or proved_id
    if patient_id is None:
        return ()
    return (patients.as_person(patients.get(session, visit.practice_id, patient_id)),)


def bill_for(session: Session, practice: Practice, person: Person | None, now: datetime) -> Bill:
    """Nothing at all for somebody we do not know: what is not read cannot be said."""
    if person is None:
        return NOBODY
    today = day_in(practice.timezone, now)
    bill = balances.bill_of(session, practice.id, person.id, today, practice.timezone)
    words, is_all = holds.whole_dispute(session, practice.id, person.id)
    link = payments.newest_link(session, practice.id, person.id, now)
    return replace(bill, link=link, disputed_words=words, all_disputed=is_all)


def answers_at(
    session: Session, practice: Practice, settings: PracticeSettings, now: datetime
) -> datetime:
    """When a person will answer: counted in the desk's hours, holidays out, queue ahead."""
    return person_answers_by(
        now,
        practice.timezone,
        (desk_of(settings),),
        federal_holidays(practice.state),
        handoffs.how_many_wait(session, practice.id),
        MINUTES_EACH,
    )


def desk_of(settings: PracticeSettings) -> Window:
    return Window(frozenset(settings.desk_days), settings.desk_from, settings.desk_until)


def alone(person: Person | None, people: tuple[Person, ...]) -> Person | None:
    """Who is known, or the only one on the number: of several nobody is guessed."""
    return person or (people[0] if len(people) == 1 else None)


def promised(session: Session, practice_id: int, person: Person | None) -> Promised | None:
    """The day they named for a payment, and the sum where we know who they are."""
    found = asked_texts.promise_of(session, practice_id, person.id) if person else None
    return Promised(*found) if found else None


def _fetched_for(session: Session, handoff: Handoff | None) -> frozenset[str]:
    if handoff is None or handoff.assignee_id is not None:
        return frozenset()
    subject = f"conversation:{handoff.conversation_id}"
    events = audit.all_about(
        session, handoff.practice_id, "FetchPerson", subject, handoff.opened_at
    )
    return frozenset({handoff.reason, *(str(about.get("reason")) for about in events)})


def _plan_runs(session: Session, practice_id: int, person: Person | None) -> bool:
    return person is not None and plans.active(session, practice_id, person.id) is not None


def _promised(handoff: Handoff | None, now: datetime) -> datetime | None:
    """Who waits already was told a time: it stands until it has passed."""
    return handoff.due_at if handoff is not None and handoff.due_at > now else None


def forgetful(memory: Memory) -> Memory:
    """A fresh start after days of silence: an old question is not answered by a new text."""
    return Memory(
        introduced=memory.introduced,
        identity_failures=memory.identity_failures,
        complaints=memory.complaints,
        let_go=memory.question,
    )
