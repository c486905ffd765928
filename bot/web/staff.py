"""The staff's inbox and its conversations: read, take over, write, give back."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from bot import takeover
from bot.clock import day_in
from bot.colleague import greeting, is_first
from bot.models import Conversation, Practice
from bot.rules.states import Event, RefusedTransition, State, may_move
from bot.rules.texting_wishes import NO_WISH
from bot.runtime import Runtime
from bot.store import audit, conversations, holds, inbox, patients, practices, staff
from bot.web.auth import me, staff_required, staff_watching
from bot.web.here import runtime
from bot.web.inbox_view import Tab, inbox_view, who_on
from bot.web.rail_view import rail_view
from bot.web.segment_table import BASIC, DOUBLE
from bot.web.staff_words import phone
from bot.web.thread_view import thread_view
from bot.web.waiting_view import waiting_view

MOST_LETTERS = 1000
MOST_REASON_LETTERS = 120
TO_WRITE = "body"
CHANGED_HANDS = "The conversation has changed hands meanwhile. Please look again."
pages = Blueprint("staff", __name__, url_prefix="/staff")
Change = Callable[[Runtime, int, int, int], None]


@pages.get("/")
@staff_required
def inbox_page() -> ResponseReturnValue:
    return _inbox("staff/inbox.html")


@pages.get("/watched")
@staff_watching("staff.inbox_page", "tab")
def watched_inbox() -> ResponseReturnValue:
    """What an open inbox asks for by itself: its rows."""
    return _inbox("staff/watched.html")


def _inbox(template: str) -> str:
    wanted = request.args.get("tab", "")
    tab = Tab(wanted) if wanted in set(Tab) else Tab.NEEDS
    here, now = runtime(), runtime().clock.now()
    with here.database.transaction(me().practice_id) as rows:
        practice = practices.get(rows, me().practice_id)
        view = inbox_view(rows, practice, me(), tab, now)
    return render_template(template, me=me(), inbox=view)


@pages.get("/conversations/<int:conversation_id>")
@staff_required
def conversation(conversation_id: int) -> ResponseReturnValue:
    return _page(conversation_id)


@pages.get("/conversations/<int:conversation_id>/since/<int:message_id>")
@staff_watching("staff.conversation", "conversation_id")
def since(conversation_id: int, message_id: int) -> ResponseReturnValue:
    """What a watching page asks for every few seconds: the thread after that text."""
    here, now = runtime(), runtime().clock.now()
    with here.database.transaction(me().practice_id) as rows:
        practice, found = _found(rows, conversation_id)
        items = thread_view(rows, practice, found, now, message_id)
    fragment = render_template("staff/items.html", items=items)
    return fragment, 200, {"X-Holder": f"{found.state}:{found.staff_id or 0}"}


@pages.post("/conversations/<int:conversation_id>/take-over")
@staff_required
def take_over(conversation_id: int) -> ResponseReturnValue:
    return _changed(conversation_id, takeover.take_over, TO_WRITE)


@pages.post("/conversations/<int:conversation_id>/return")
@staff_required
def give_back(conversation_id: int) -> ResponseReturnValue:
    return _changed(conversation_id, takeover.give_back)


@pages.post("/conversations/<int:conversation_id>/resolve")
@staff_required
def resolve(conversation_id: int) -> ResponseReturnValue:
    return _changed(conversation_id, takeover.resolve)


@pages.post("/conversations/<int:conversation_id>/reply")
@staff_required
def reply(conversation_id: int) -> ResponseReturnValue:
    _must_exist(conversation_id)
    body = request.form.get("body", "").replace("\r\n", "\n").strip()
    if not 0 < len(body) <= MOST_LETTERS:
        problem = f"Please write something, at most {MOST_LETTERS} characters."
        return _page(conversation_id, body=body, problem=problem), 422
    try:
        takeover.reply(runtime(), me().practice_id, conversation_id, me().staff_id, body)
    except takeover.NotYours:
        problem = "Take over first: then the assistant is silent and you can write."
        return _page(conversation_id, body=body, problem=problem), 409
    return _back(conversation_id, TO_WRITE)


@pages.post("/conversations/<int:conversation_id>/holds/<int:hold_id>/release")
@staff_required
def release_hold(conversation_id: int, hold_id: int) -> ResponseReturnValue:
    """Only a hold of somebody in this conversation, and only with a reason (R18)."""
    reason = request.form.get("reason", "").strip()[:MOST_REASON_LETTERS]
    if not reason:
        flash("Please say why the hold ends.")
        return _back(conversation_id)
    practice_id, now = me().practice_id, runtime().clock.now()
    with runtime().database.transaction(practice_id) as rows:
        practice, found = _found(rows, conversation_id)
        today = day_in(practice.timezone, now)
        people = inbox.people_of(rows, practice_id, [found])[found.id]
        known = inbox.open_holds(rows, practice_id, [p.id for p in people], today)
        if hold_id not in {hold.id for hold in known}:
            abort(404)
        holds.release(rows, practice_id, hold_id, f"{me().name}: {reason}", now)
        audit.note(
            rows, practice_id, f"staff:{me().staff_id}", "hold_released",
            f"conversation:{conversation_id}", now, hold=hold_id,
        )  # fmt: skip
    return _back(conversation_id)


@pages.post("/conversations/<int:conversation_id>/people/<int:patient_id>/clear-wish")
@staff_required
def clear_wish(conversation_id: int, patient_id: int) -> ResponseReturnValue:
    """Only of somebody in this conversation: they told a colleague otherwise."""
    practice_id, now = me().practice_id, runtime().clock.now()
    with runtime().database.transaction(practice_id) as rows:
        _, found = _found(rows, conversation_id)
        people = inbox.people_of(rows, practice_id, [found])[found.id]
        if patient_id not in {person.id for person in people}:
            abort(404)
        patients.keep_wish(rows, practice_id, patient_id, NO_WISH)
        audit.note(
            rows, practice_id, f"staff:{me().staff_id}", "wish_cleared",
            f"conversation:{conversation_id}", now, patient=patient_id,
        )  # fmt: skip
    return _back(conversation_id)


def _page(conversation_id: int, body: str = "", problem: str = "") -> str:
    here, now = runtime(), runtime().clock.now()
    with here.database.transaction(me().practice_id) as rows:
        practice, found = _found(rows, conversation_id)
        people = inbox.people_of(rows, practice.id, [found])[found.id]
        waits = waiting_view(rows, practice, {found.id: people}, [found], now).get(found.id)
        return render_template(
            "staff/conversation.html",
            me=me(),
            conversation=found,
            who=who_on(found, people),
            phone=phone(found.phone),
            waits=waits,
            items=thread_view(rows, practice, found, now),
            rail=rail_view(rows, practice, found, now),
            holder=_holder(found, waits is not None),
            may=_may(found),
            begins=_begins(rows, found, now),
            body=body,
            problem=problem,
            most=MOST_LETTERS,
            letters=(BASIC, DOUBLE),
        )


def _holder(found: Conversation, waits: bool) -> str:
    """`promised`: a person was, and the assistant answers what it can until one comes."""
    if found.state == State.BOT and waits:
        return "promised"
    if found.state != State.STAFF:
        return str(found.state)
    if found.staff_id is None:
        return "nobody"
    return "me" if found.staff_id == me().staff_id else "colleague"


def _begins(rows: Session, found: Conversation, now: datetime) -> str:
    """What is put before the next text of who is signed in."""
    author = staff.get(rows, found.practice_id, me().staff_id)
    is_mine = found.state == State.STAFF and found.staff_id == me().staff_id
    if author is None or not is_mine or not is_first(rows, found, author):
        return ""
    return greeting(runtime(), rows, found, author, now)


def _may(found: Conversation) -> dict[str, bool]:
    """Only the buttons that work."""
    state = State(found.state)
    is_mine = state is State.STAFF and found.staff_id == me().staff_id
    return {
        "take_over": may_move(state, Event.TAKEN_OVER) and not is_mine,
        "give_back": may_move(state, Event.RETURNED),
        "resolve": may_move(state, Event.RESOLVED),
        "write": is_mine,
    }


def _changed(conversation_id: int, change: Change, place: str | None = None) -> ResponseReturnValue:
    _must_exist(conversation_id)
    try:
        change(runtime(), me().practice_id, conversation_id, me().staff_id)
    except RefusedTransition:
        flash(CHANGED_HANDS)
    return _back(conversation_id, place)


def _found(rows: Session, conversation_id: int) -> tuple[Practice, Conversation]:
    found = conversations.get(rows, me().practice_id, conversation_id)
    if found is None:
        abort(404)
    return practices.get(rows, me().practice_id), found


def _must_exist(conversation_id: int) -> None:
    with runtime().database.transaction(me().practice_id) as rows:
        _found(rows, conversation_id)


def _back(conversation_id: int, place: str | None = None) -> ResponseReturnValue:
    """`place`: where on the page the keyboard goes on; None: at its beginning."""
    page = url_for("staff.conversation", conversation_id=conversation_id, _anchor=place)
    return redirect(page, 303)
