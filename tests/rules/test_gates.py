"""Why a text goes, and why it does not."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.gates import GATES, PASSED, explain, judge
from bot.rules.holds import HoldFact, HoldKind, Scope
from bot.rules.quiet_hours import Hours, Window
from bot.rules.send_facts import SendFacts, SendLimits, TextKind
from bot.rules.states import State

from .texts import NOW, a_text

NIGHT = datetime(2026, 11, 24, 4, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 24, 14, tzinfo=UTC)
BY_ASSISTANT = {TextKind.REPLY, TextKind.REMINDER, TextKind.NOTICE, TextKind.RECEIPT}
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

moments = st.datetimes(datetime(2026, 10, 25), datetime(2026, 12, 1), timezones=st.just(UTC))
facts = st.builds(
    lambda kind, now, changes: a_text(kind, now=now, due_at=now, **changes),
    st.sampled_from(TextKind),
    moments,
    st.fixed_dictionaries(
        {"zones": st.sampled_from([("America/New_York",), ("America/Chicago", "America/Denver")])},
        optional={
            "is_first_party": st.booleans(),
            "has_consent": st.booleans(),
            "opted_out_at": st.none() | st.just(NOW),
            "state": st.sampled_from(State),
            "acted_at": st.none() | moments,
            "discloses": st.booleans(),
            "is_verified": st.booleans(),
            "balance_cents": st.integers(-1, 2),
            "is_payment_pending": st.booleans(),
            "holds": st.just((HoldFact(HoldKind.DISPUTE),)),
        },
    ),
)


@pytest.mark.parametrize("kind", TextKind)
def test_a_text_nothing_speaks_against_goes(kind: TextKind) -> None:
    assert judge(a_text(kind)) == PASSED


@pytest.mark.parametrize(
    "kind", [k for k in TextKind if k not in (TextKind.CONFIRMATION, TextKind.CRISIS)]
)
def test_facts_nobody_looked_up_let_nothing_proactive_out(kind: TextKind) -> None:
    bare = SendFacts(kind=kind, now=NOW, due_at=NOW, today=NOW.date())
    answers = {TextKind.KEYWORD, TextKind.HANDOFF}
    assert judge(bare).allowed is (kind in answers)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"is_sending_on": False}, "P02"),
        ({"is_first_party": False}, "P01"),
        ({"opted_out_at": NOW - 400 * DAY}, "R13"),
        ({"is_patients_number": False}, "P05"),
        ({"has_consent": False}, "R01"),
        ({"state": State.STAFF}, "P03"),
        ({"is_wording_approved": False}, "R27"),
        ({"discloses": True, "is_unencrypted_ok": False, "is_verified": True}, "R02"),
        ({"discloses": True}, "R16"),
        ({"holds": None}, "R17"),
        ({"holds": (HoldFact(HoldKind.PROMISE),)}, "R17"),
        ({"holds": (HoldFact(HoldKind.DISPUTE, Scope.STATEMENT, 1),)}, "R17"),
        ({"balance_cents": 0}, "P04"),
        ({"balance_cents": None}, "P04"),
        ({"is_payment_pending": True}, "P04"),
        ({"told_cents": 12051}, "P04"),
        ({"statement_on": NOW.date()}, "R19"),
        ({"statement_on": None}, "R19"),
        ({"due_at": NOW - DAY - MINUTE}, "R32"),
        ({"last_conversation_at": NOW - 3 * DAY + MINUTE}, "R12"),
        ({"last_call_at": NOW - 6 * DAY}, "R12"),
        ({"sent_at": None}, "R08"),
        ({"sent_at": (NOW - 6 * DAY,)}, "R08"),
        ({"sent_for_balance": 4}, "R10"),
        ({"zones": ()}, "R03"),
        ({"now": NIGHT}, "R03"),
        ({"zones": ("America/New_York", "Pacific/Honolulu")}, "R03"),
        ({"hours": Hours((Window(frozenset({0}), time(13), time(17)),))}, "R04"),
    ],
)
def test_one_fact_is_enough_to_withhold_a_reminder(change: dict[str, Any], rule: str) -> None:
    verdict = judge(a_text(**change))
    assert (verdict.allowed, verdict.rule) == (False, rule)


@pytest.mark.parametrize(
    ("change", "retry_at"),
    [
        ({"now": NIGHT}, NEXT_MORNING),
        ({"sent_at": (NOW - 6 * DAY,)}, NOW + DAY),
        ({"last_conversation_at": NOW - DAY}, NOW + 2 * DAY),
        ({"last_conversation_at": NIGHT - 3 * DAY, "now": NIGHT - MINUTE}, NEXT_MORNING),
        ({"holds": (HoldFact(HoldKind.DISPUTE),)}, None),
        ({"sent_for_balance": 4}, None),
        ({"zones": ()}, None),
    ],
)
def test_a_withheld_text_knows_when_to_be_asked_again(
    change: dict[str, Any], retry_at: datetime | None
) -> None:
    assert judge(a_text(**change)).retry_at == retry_at


@given(facts)
def test_after_an_opt_out_nothing_goes_but_its_confirmation(text: SendFacts) -> None:
    allowed = judge(text).allowed
    assert not (text.opted_out_at and allowed) or text.kind is TextKind.CONFIRMATION


@given(facts)
def test_the_assistant_is_silent_while_a_colleague_has_the_conversation(text: SendFacts) -> None:
    assert not (text.state is State.STAFF and text.kind in BY_ASSISTANT and judge(text).allowed)


@given(facts)
def test_a_reminder_goes_only_when_owed_held_by_nothing_and_at_a_polite_hour(
    text: SendFacts,
) -> None:
    goes = text.kind is TextKind.REMINDER and judge(text).allowed
    clocks = [text.now.astimezone(ZoneInfo(zone)) for zone in text.zones]
    assert not goes or (
        (text.balance_cents or 0) > 0
        and not text.is_payment_pending
        and not text.holds
        and bool(clocks)
        and all(9 <= clock.hour < 19 and clock.weekday() < 6 for clock in clocks)
    )


@given(facts)
def test_no_amount_reaches_somebody_unidentified(text: SendFacts) -> None:
    shown = {TextKind.REPLY, TextKind.REMINDER, TextKind.NOTICE, TextKind.RECEIPT}
    unknown = text.kind in shown and text.discloses and not text.is_verified
    assert not (unknown and judge(text).allowed)


@given(facts)
def test_the_explanation_begins_with_the_verdict(text: SendFacts) -> None:
    assert explain(text)[0] == judge(text)


def test_an_answer_goes_at_night_but_once() -> None:
    night = {"now": NIGHT, "due_at": NIGHT}
    assert judge(a_text(TextKind.REPLY, **night)).allowed
    assert judge(a_text(TextKind.REPLY, **night, is_answered=True)).rule == "R15"


def test_a_practice_may_keep_its_answers_to_the_day() -> None:
    text = a_text(TextKind.REPLY, now=NIGHT, limits=SendLimits(reply_any_hour=False))
    assert judge(text).rule == "R03"


@pytest.mark.parametrize("kind", [TextKind.RECEIPT, TextKind.STAFF])
def test_what_answers_the_patient_at_once_goes_at_night_and_what_does_not_waits(
    kind: TextKind,
) -> None:
    assert judge(a_text(kind, now=NIGHT, acted_at=NIGHT - MINUTE)).allowed
    waits = judge(a_text(kind, now=NIGHT, acted_at=NIGHT - DAY))
    assert (waits.rule, waits.retry_at) == ("R03", datetime(2026, 11, 24, 13, tzinfo=UTC))


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({"opted_out_at": NOW - 5 * MINUTE}, True),
        ({"opted_out_at": NOW - 6 * MINUTE}, False),
        ({"opted_out_at": NOW, "is_optout_confirmed": True}, False),
        ({"opted_out_at": None}, False),
        ({"opted_out_at": NOW, "state": State.STAFF}, True),
    ],
)
def test_an_opt_out_is_confirmed_once_within_five_minutes(
    change: dict[str, Any], allowed: bool
) -> None:
    assert judge(a_text(TextKind.CONFIRMATION, **change)).allowed is allowed


def test_a_person_is_announced_only_while_none_has_come() -> None:
    handed_off = {"state": State.STAFF, "now": NIGHT}
    assert judge(a_text(TextKind.HANDOFF, **handed_off)).allowed
    assert judge(a_text(TextKind.HANDOFF, **handed_off, owner_id=7)).rule == "P03"


@pytest.mark.parametrize("kind", [TextKind.CRISIS, TextKind.KEYWORD])
def test_law_and_a_life_in_danger_pass_a_colleague(kind: TextKind) -> None:
    assert judge(a_text(kind, state=State.STAFF, owner_id=7, now=NIGHT)).allowed


def test_a_colleague_may_answer_without_consent_but_not_begin() -> None:
    assert judge(a_text(TextKind.STAFF, has_consent=False)).rule == "R01"
    assert judge(a_text(TextKind.STAFF, has_consent=False, acted_at=NOW)).allowed


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (HoldKind.PLAN_CURRENT, True),
        (HoldKind.PROMISE, True),
        (HoldKind.CRISIS, False),
        (HoldKind.DECEASED, False),
        (HoldKind.DISPUTE, False),
    ],
)
def test_a_notice_passes_a_plan_but_no_grave_hold(kind: HoldKind, allowed: bool) -> None:
    assert judge(a_text(TextKind.NOTICE, holds=(HoldFact(kind),))).allowed is allowed


def test_every_kind_of_text_has_its_gates() -> None:
    assert set(GATES) == set(TextKind)
