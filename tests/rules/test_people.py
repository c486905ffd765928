"""Consent, holds and identity."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.consent import ConsentFact, ConsentRefusal, OptOutFact, may_receive, why_not
from bot.rules.holds import (
    LAPSES_BY_DATE,
    PERSON_LEVEL,
    HoldFact,
    HoldKind,
    Scope,
    blocks_reminder,
    needs_human_release,
)
from bot.rules.identity import IdentityPolicy, is_minor, is_verified, matches, tries_left

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TODAY = NOW.date()
PHONE, OTHER = "+15125550101", "+15125550102"
YES = ConsentFact(PHONE, "billing", NOW - timedelta(days=30))
NO = OptOutFact(PHONE, NOW - timedelta(days=9))


@dataclass(frozen=True)
class Alice:
    birth_date: date | None = date(1980, 2, 29)
    zip: str | None = "78701-1234"


@pytest.mark.parametrize(
    ("phone", "consents", "opt_outs", "refusal"),
    [
        (PHONE, [YES], [], None),
        (OTHER, [YES], [], ConsentRefusal.NO_CONSENT),
        (PHONE, [], [], ConsentRefusal.NO_CONSENT),
        (
            PHONE,
            [ConsentFact(PHONE, "appointments", YES.given_at)],
            [],
            ConsentRefusal.NO_CONSENT,
        ),
        (
            PHONE,
            [ConsentFact(PHONE, "billing", YES.given_at, revoked_at=NOW)],
            [],
            ConsentRefusal.NO_CONSENT,
        ),
        (
            PHONE,
            [ConsentFact(PHONE, "billing", NOW + timedelta(days=1))],
            [],
            ConsentRefusal.NO_CONSENT,
        ),
        (PHONE, [YES], [NO], ConsentRefusal.OPTED_OUT),
        (PHONE, [YES], [OptOutFact(OTHER, NOW)], None),
        (PHONE, [YES], [OptOutFact(PHONE, NO.opted_out_at, lifted_at=NOW)], None),
    ],
)
def test_a_number_needs_its_own_yes_and_no_standing_no(
    phone: str,
    consents: list[ConsentFact],
    opt_outs: list[OptOutFact],
    refusal: ConsentRefusal | None,
) -> None:
    assert why_not(phone, consents, opt_outs, NOW) == refusal


@given(st.integers(0, 365 * 40))
def test_a_no_never_expires_and_a_newer_consent_does_not_lift_it(days: int) -> None:
    later = NOW + timedelta(days=days)
    assert not may_receive(PHONE, [YES, ConsentFact(PHONE, "billing", later)], [NO], later)


@pytest.mark.parametrize(
    ("hold", "blocks"),
    [
        (HoldFact(HoldKind.DISPUTE, Scope.STATEMENT, 1), True),
        (HoldFact(HoldKind.DISPUTE, Scope.STATEMENT, 2), False),
        (HoldFact(HoldKind.DISPUTE, Scope.STATEMENT, None), True),
        (HoldFact(HoldKind.DISPUTE, Scope.ACCOUNT, 2), True),
        (HoldFact(HoldKind.DISPUTE, Scope.STATEMENT, 1, TODAY - timedelta(days=9)), True),
        (HoldFact(HoldKind.BANKRUPTCY, Scope.STATEMENT, 2), True),
        (HoldFact(HoldKind.PROMISE, Scope.PATIENT, None, TODAY), True),
        (HoldFact(HoldKind.PROMISE, Scope.PATIENT, None, TODAY - timedelta(days=1)), False),
        (HoldFact(HoldKind.PROMISE, Scope.PATIENT, None, None), True),
    ],
)
def test_a_hold_blocks_what_it_covers_while_it_lasts(hold: HoldFact, blocks: bool) -> None:
    assert (blocks_reminder([hold], 1, TODAY) is not None) is blocks


@given(st.sampled_from(HoldKind), st.sampled_from(Scope), st.integers(0, 5000))
def test_a_hold_for_a_person_to_release_outlasts_any_date(
    kind: HoldKind, scope: Scope, days: int
) -> None:
    hold = HoldFact(kind, scope, 1, TODAY)
    later = TODAY + timedelta(days=days)
    assert blocks_reminder([hold], 1, later) == kind or kind in LAPSES_BY_DATE


@given(st.sampled_from(sorted(PERSON_LEVEL)), st.sampled_from(Scope))
def test_what_concerns_the_person_covers_every_statement(kind: HoldKind, scope: Scope) -> None:
    assert blocks_reminder([HoldFact(kind, scope, 7)], 1, TODAY) is kind


def test_the_gravest_hold_is_the_reason() -> None:
    holds = [HoldFact(HoldKind.PROMISE), HoldFact(HoldKind.DECEASED), HoldFact(HoldKind.DISPUTE)]
    assert blocks_reminder(holds, None, TODAY) is HoldKind.DECEASED


def test_only_these_holds_end_without_a_person() -> None:
    assert {kind for kind in HoldKind if not needs_human_release(kind)} == {
        HoldKind.PROMISE,
        HoldKind.HARDSHIP_PAUSE,
        HoldKind.PAYMENT_CHECK,
        HoldKind.PLAN_CURRENT,
    }


@pytest.mark.parametrize(
    ("verified_ago", "active_ago", "still"),
    [
        (timedelta(minutes=29), None, True),
        (timedelta(minutes=30), None, False),
        (timedelta(hours=5), timedelta(minutes=5), True),
        (timedelta(hours=5), timedelta(minutes=31), False),
        (timedelta(hours=24), timedelta(minutes=1), False),
        (timedelta(minutes=-1), None, False),
    ],
)
def test_a_check_ends_with_silence_and_within_a_day(
    verified_ago: timedelta, active_ago: timedelta | None, still: bool
) -> None:
    active_at = None if active_ago is None else NOW - active_ago
    assert is_verified(NOW - verified_ago, active_at, NOW, IdentityPolicy()) is still


def test_nobody_is_verified_who_never_was() -> None:
    assert not is_verified(None, NOW, NOW, IdentityPolicy())


@pytest.mark.parametrize(
    ("hours_ago", "left"), [([], 3), ([1], 2), ([1, 2, 3], 0), ([1, 2, 3, 4], 0), ([25, 30], 3)]
)
def test_three_tries_a_day(hours_ago: list[int], left: int) -> None:
    failed_at = [NOW - timedelta(hours=hours) for hours in hours_ago]
    assert tries_left(failed_at, NOW, IdentityPolicy()) == left


@pytest.mark.parametrize(
    ("born", "zip_code", "patient", "match"),
    [
        (date(1980, 2, 29), None, Alice(), True),
        (date(1980, 2, 29), "78701", Alice(), True),
        (date(1980, 2, 29), "78702", Alice(), False),
        (date(1980, 2, 28), "78701", Alice(), False),
        (None, "78701", Alice(), False),
        (None, None, Alice(), False),
        (date(1980, 2, 29), "2139", Alice(zip="02139"), True),
        (date(1980, 2, 29), None, Alice(birth_date=None), False),
        (None, None, Alice(birth_date=None, zip=None), False),
    ],
)
def test_every_given_factor_must_be_right_and_the_birth_date_given(
    born: date | None, zip_code: str | None, patient: Alice, match: bool
) -> None:
    assert matches(born, zip_code, patient) is match


@pytest.mark.parametrize(
    ("born", "is_childs"),
    [(date(2008, 11, 24), True), (date(2008, 11, 23), False), (date(1980, 1, 1), False)],
)
def test_a_minor_is_one_until_the_birthday(born: date, is_childs: bool) -> None:
    assert is_minor(born, TODAY) is is_childs
