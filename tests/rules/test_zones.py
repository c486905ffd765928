"""Every zone a number's owner may be in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.places import US_ZONES, state_of_zip, states_of, zones_of_zip
from bot.rules.quiet_hours import HARD_ONLY, next_moment
from bot.zones import candidate_zones, zones_of_number

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
EAST, CENTRAL, MOUNTAIN, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)


@pytest.mark.parametrize(
    ("area", "zones"),
    [
        ("512", {CENTRAL}),
        ("212", {EAST}),
        ("850", {EAST, CENTRAL}),
        ("448", {EAST, CENTRAL}),
        ("364", {EAST, CENTRAL}),
        ("930", {EAST, CENTRAL}),
        ("458", {MOUNTAIN, PACIFIC}),
        ("423", {EAST, CENTRAL}),
        ("787", {"America/Puerto_Rico"}),
    ],
)
def test_an_area_code_has_all_its_zones(area: str, zones: set[str]) -> None:
    assert set(zones_of_number(f"+1{area}5550101")) == zones


@pytest.mark.parametrize("number", ["+18005550101", "+18885550101", "+15005550006", "+1", "", "x"])
def test_a_number_that_tells_no_place_counts_as_everywhere(number: str) -> None:
    assert zones_of_number(number) == US_ZONES


@given(st.integers(200, 999), st.integers(0, 9_999_999))
def test_every_number_has_zones_whose_hours_can_be_found(area: int, rest: int) -> None:
    zones = zones_of_number(f"+1{area}{rest:07d}")
    assert "Etc/Unknown" not in zones
    assert next_moment(NOW, zones, HARD_ONLY) - NOW < timedelta(days=2)


def test_all_places_the_patient_may_be_count() -> None:
    assert candidate_zones("+15125550101", "10001", PACIFIC) == (CENTRAL, EAST, PACIFIC)
    assert candidate_zones("+15125550101") == (CENTRAL,)


@pytest.mark.parametrize(
    ("zip_code", "state", "zones"),
    [
        ("78701", "TX", (CENTRAL,)),
        ("79901", "TX", (CENTRAL, MOUNTAIN)),
        ("02903-1234", "RI", (EAST,)),
        ("73301", "TX", (CENTRAL,)),
        ("32401", "FL", (EAST, CENTRAL)),
        ("96910", None, ()),
        ("09012", None, ()),
        ("1", None, ()),
        ("", None, ()),
    ],
)
def test_a_zip_code_tells_state_and_zones(
    zip_code: str, state: str | None, zones: tuple[str, ...]
) -> None:
    assert state_of_zip(zip_code) == state
    assert zones_of_zip(zip_code) == zones


def test_every_zip_prefix_of_a_state_has_zones() -> None:
    prefixes = [f"{number:03d}" for number in range(1000)]
    assert all(bool(zones_of_zip(prefix)) == bool(state_of_zip(prefix)) for prefix in prefixes)


def test_the_states_of_number_and_zip_both_bind() -> None:
    assert states_of("+14015550101", "78701") == ("RI", "TX")
    assert states_of("+15125550101", "78701") == ("TX",)
    assert states_of("+12125550101", None) == ()
