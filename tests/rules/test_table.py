"""The rule table as shipped, and what a practice can do to it."""

import ast
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import policy
from bot.rules.caps import Caps
from bot.rules.holds import HARDSHIP_PAUSE_DAYS, HoldKind
from bot.rules.identity import IdentityPolicy
from bot.rules.plans import PlanPolicy
from bot.rules.promises import GRACE_DAYS
from bot.rules.quiet_hours import HARD, POLITE
from bot.rules.send_facts import SendLimits
from bot.rules.table import REQUIRED, LoosenedRule, RuleTable, UnknownRule, effective
from bot.rules.window_text import windows_from

ROOT = Path(__file__).parents[2]
PARSED = yaml.safe_load((ROOT / "data" / "rules.yml").read_text())
TABLE = RuleTable.from_parsed(PARSED)
KEYS = [
    rule_id if part == "value" else f"{rule_id}.{part}"
    for rule_id, rule in TABLE.rules.items()
    for part in rule.values
]

windows = st.builds(
    lambda days, opens, hours: f"{days} {opens:02d}:00-{opens + hours:02d}:30",
    st.sampled_from(["mon-sun", "mon-fri", "sat", "sun", "sat-sun", "tue-wed"]),
    st.integers(0, 20),
    st.integers(0, 3),
)
overrides = st.dictionaries(
    st.sampled_from(KEYS),
    st.booleans()
    | st.integers(-5, 50)
    | st.lists(windows, max_size=3)
    | st.lists(st.sampled_from(["en", "es", "vi", "sue", "zip"]), max_size=3),
    max_size=3,
)


def test_the_shipped_table_is_whole_and_dated() -> None:
    assert set(TABLE.rules) >= REQUIRED
    assert all(rule.as_of <= date(2026, 12, 31) and rule.source for rule in TABLE.rules.values())


def test_the_shipped_table_and_the_rules_say_the_same() -> None:
    assert policy.caps(TABLE) == Caps()
    assert policy.send_limits(TABLE) == SendLimits()
    assert policy.identity_policy(TABLE) == IdentityPolicy()
    assert policy.plan_policy(TABLE) == PlanPolicy()
    assert windows_from(TABLE.words("R03")) == (HARD,)
    assert windows_from(TABLE.words("R04")) == POLITE
    assert TABLE.number("R17", "promise_grace_days") == GRACE_DAYS
    assert TABLE.number("R17", "hardship_pause_days") == HARDSHIP_PAUSE_DAYS
    assert set(TABLE.words("R17", "kinds")) == set(HoldKind)


def test_every_rule_named_by_a_gate_or_cap_is_in_the_table() -> None:
    named = {
        node.value
        for name in ("gates.py", "caps.py")
        for node in ast.walk(ast.parse((ROOT / "bot" / "rules" / name).read_text()))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(node.value) == 3
        and node.value[1:].isdecimal()
    }
    assert named
    assert named <= set(TABLE.rules)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("R08", 2),
        ("R09", 14),
        ("R10", 0),
        ("R16.tries", 2),
        ("R16.ttl_minutes", 15),
        ("R04", ["mon-thu 10:00-16:00"]),
        ("R04", []),
        ("R04", ["sat 08:00-21:00"]),
        ("R15", False),
        ("R24", True),
        ("R28", ["en", "es", "vi"]),
        ("R20.max_count", 3),
    ],
)
def test_a_practice_may_tighten(key: str, value: object) -> None:
    tightened = effective(TABLE, {key: value})
    assert tightened.version != TABLE.version
    rule_id, _, part = key.partition(".")
    found = tightened.rules[rule_id].values[part or "value"]
    assert found == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("R01", False),
        ("R03", ["mon-sun 07:00-21:00"]),
        ("R04", ["sun 10:00-12:00"]),
        ("R07", 2),
        ("R08", 3),
        ("R09", 2),
        ("R11", 10),
        ("R16.tries", 4),
        ("R20.max_count", 5),
        ("R25", ["ref", "name"]),
        ("R28", ["en"]),
        ("R10", -1),
    ],
)
def test_a_practice_may_not_loosen(key: str, value: object) -> None:
    with pytest.raises(LoosenedRule, match=key.split(".")[0]):
        effective(TABLE, {key: value})


@given(overrides)
def test_whatever_a_practice_sets_the_rules_in_force_are_never_looser(
    wished: dict[str, Any],
) -> None:
    try:
        table = effective(TABLE, wished)
    except ValueError:
        return
    caps, identity = policy.caps(table), policy.identity_policy(table)
    assert (caps.per_24h, caps.per_7d) <= (1, 2)
    assert caps.per_7d <= 2
    assert caps.gap_days >= 3
    assert caps.per_365d <= 9
    assert identity.tries <= 3
    assert policy.plan_policy(table).max_count <= 4
    assert table.flag("R01")
    for window in (*policy.hours(table, ["TX"], ()).windows,):
        assert HARD.opens <= window.opens < window.closes <= HARD.closes
        assert 6 not in window.days


@pytest.mark.parametrize("key", ["R99", "R09.tries", "R16", ""])
def test_an_override_of_no_rule_is_named(key: str) -> None:
    with pytest.raises(UnknownRule, match="no rule"):
        effective(TABLE, {key: 1})


@pytest.mark.parametrize(("key", "value"), [("R09", "14"), ("R09", True), ("R04", "always")])
def test_an_override_of_another_type_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match="expected something like"):
        effective(TABLE, {key: value})


@pytest.mark.parametrize("text", ["always", "mon 9-17", "fri-mon 09:00-17:00", "mon 17:00-09:00"])
def test_a_window_nobody_can_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no window"):
        effective(TABLE, {"R04": [text]})


def test_a_table_without_a_rule_is_no_table() -> None:
    without = {**PARSED, "rules": [row for row in PARSED["rules"] if row["id"] != "R13"]}
    with pytest.raises(ValueError, match="lacks R13"):
        RuleTable.from_parsed(without)


def test_a_state_window_binds_its_patients() -> None:
    hours = policy.hours(TABLE, ["RI", "OH"], ())
    assert hours.state_windows == (
        (HARD,),
        windows_from(["mon-fri 09:00-18:00", "sat-sun 10:00-17:00"]),
    )


def test_the_version_is_of_the_values_alone() -> None:
    assert RuleTable.from_parsed(PARSED).version == TABLE.version
    assert effective(TABLE, {}).version == TABLE.version


@pytest.mark.parametrize("ask", ["number", "flag", "words"])
def test_a_rule_asked_for_as_what_it_is_not_is_a_bug_shown(ask: str) -> None:
    rule_id = "R28" if ask != "words" else "R09"
    with pytest.raises(TypeError, match=rule_id):
        getattr(TABLE, ask)(rule_id)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "bot" / "rules").glob("*.py")), ids=lambda p: p.name
)
def test_the_rules_need_nothing_but_the_standard_library(path: Path) -> None:
    tree = ast.parse(path.read_text())
    plain = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    found = [str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    strange = [
        name
        for name in plain + found
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("bot.rules")
    ]
    assert not strange
