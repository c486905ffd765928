"""The dated rule table: what holds by default, and that practices may only tighten it (I21)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.rules.quiet_hours import Window
from bot.rules.tighten import Tighten, Value, is_no_looser
from bot.rules.window_text import windows_from

REQUIRED = frozenset(f"R{number:02d}" for number in range(1, 34))
_ONLY = "value"


class LoosenedRule(ValueError):
    """A practice asked for less than the rule's floor."""

    def __init__(self, rule: str, value: Value, limit: Value) -> None:
        super().__init__(f"{rule} may only be tightened: {value!r} is looser than {limit!r}")
        self.rule = rule


class UnknownRule(ValueError):
    """An override of a rule, or of a part of one, that the table does not have."""


@dataclass(frozen=True)
class Rule:
    """`values` by part (a rule of one part calls it `value`); `limits` are the loosest allowed."""

    id: str
    name: str
    values: Mapping[str, Value]
    limits: Mapping[str, Value]
    may_tighten: Mapping[str, Tighten]
    scope: str
    source: str
    as_of: date


@dataclass(frozen=True)
class RuleTable:
    """`version` changes whenever any value in force does."""

    rules: Mapping[str, Rule]
    state_windows: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_parsed(cls, parsed: Mapping[str, Any]) -> "RuleTable":
        """Out of data/rules.yml; ValueError when a rule is missing, so that nothing is sent."""
        rules = {row["id"]: _rule(row) for row in parsed["rules"]}
        if missing := sorted(REQUIRED - rules.keys()):
            raise ValueError(f"the rule table lacks {', '.join(missing)}")
        states = {state: tuple(texts) for state, texts in parsed["state_windows"].items()}
        for texts in states.values():
            windows_from(texts)
        return cls(rules, states)

    @property
    def version(self) -> str:
        values = {key: dict(rule.values) for key, rule in sorted(self.rules.items())}
        canonical = json.dumps([values, dict(self.state_windows)], sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def number(self, rule_id: str, part: str = _ONLY) -> int:
        value = self.rules[rule_id].values[part]
        if not isinstance(value, int):
            raise TypeError(f"{rule_id}.{part} is no number")
        return value

    def flag(self, rule_id: str, part: str = _ONLY) -> bool:
        value = self.rules[rule_id].values[part]
        if not isinstance(value, bool):
            raise TypeError(f"{rule_id}.{part} is no yes or no")
        return value

    def words(self, rule_id: str, part: str = _ONLY) -> tuple[str, ...]:
        value = self.rules[rule_id].values[part]
        if not isinstance(value, tuple):
            raise TypeError(f"{rule_id}.{part} is no list")
        return value

    def windows_of(self, state: str) -> tuple[Window, ...] | None:
        """R05; None for a state with no window of its own."""
        texts = self.state_windows.get(state)
        return windows_from(texts) if texts else None


def effective(table: RuleTable, practice_overrides: Mapping[str, Any]) -> RuleTable:
    """The table with a practice's own values: keys "R09", or "R16.tries" for one part."""
    rules = dict(table.rules)
    for key, given in practice_overrides.items():
        rule_id, _, part = key.partition(".")
        rules[rule_id] = _overridden(rules.get(rule_id), key, part or _ONLY, _value(given))
    return replace(table, rules=rules)


def _overridden(rule: Rule | None, key: str, part: str, value: Value) -> Rule:
    if rule is None or part not in rule.values:
        raise UnknownRule(f"there is no rule {key}")
    if type(value) is not type(rule.values[part]):
        raise ValueError(f"{key}: expected something like {rule.values[part]!r}, found {value!r}")
    if not is_no_looser(value, rule.limits[part], rule.may_tighten[part]):
        raise LoosenedRule(key, value, rule.limits[part])
    return replace(rule, values={**rule.values, part: value})


def _rule(row: Mapping[str, Any]) -> Rule:
    values = _parts(row["default"])
    ways = row["may_tighten"]
    by_part = ways if isinstance(ways, Mapping) else dict.fromkeys(values, ways)
    return Rule(
        id=row["id"],
        name=row["name"],
        values=values,
        limits={**values, **_parts(row.get("limit", {}))},
        may_tighten={part: Tighten(by_part[part]) for part in values},
        scope=row["scope"],
        source=row["source"],
        as_of=row["as_of"],
    )


def _parts(given: object) -> dict[str, Value]:
    if isinstance(given, Mapping):
        return {str(part): _value(value) for part, value in given.items()}
    return {_ONLY: _value(given)}


def _value(given: object) -> Value:
    if isinstance(given, list | tuple):
        return tuple(str(item) for item in given)
    if isinstance(given, bool | int | str):
        return given
    raise ValueError(f"{given!r} is neither yes or no, a number, a word nor a list")
