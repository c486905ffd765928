"""Scripted patients, and the files they are written in.

A file is YAML (or JSON): a list of patients. Unknown fields are refused. Only `name`, `topic`,
`says` and `resolved` are needed; what is left out is as in this example.

- name: pays_half_today                 # short, one of a kind
  topic: pay_now                        # the row of the table that it counts in
  language: en                          # en or es: what the practice has on file
  persona: 26, two jobs, thumbs only    # for the reader
  goal: pay half today                  # for the reader
  now: 2026-03-11 15:00                 # the practice's clock, Chicago
  practice: {plan_max_count: 4}         # bot/practice_settings.py
  people:                               # all whose phone this is; the first one is our patient
    - name: Alice Moreno
      born: 1980-03-14                  # null: not on file
      zip: "78701"                      # null: not on file
      consent: true
      unencrypted_ok: true              # details may be texted
      statements:                       # left out: S1, a visit of 300, 80 of it paid by insurance
        - number: S1
          on: 2026-02-10
          due: 2026-03-31
          lines: [{what: Office visit, on: 2026-01-20, charge: 300, insurance: 80,
                   adjustment: 0, paid: 0}]
      payments: [{amount: 20, on: 2026-03-01, statement: S1}]        # in the ledger
      plan: [{amount: 55, on: 2026-03-18, paid: false}]              # agreed and running
      pending: 0                        # dollars on their way from the bank
      holds: [{kind: dispute, statement: S1, until: null}]
  says: can i pay half now              # or a list: texts sent at once, one thought
  proves: 3/14/80                       # the answer to who are you; a list: first, second try
  answers:                              # the first one that fits is said, each `times` times
    - when: {asks: clarify}             # identity, clarify, plan, next: kinds of questions
      says: paying half
    - when: {key: promise_*}            # a key of data/responses that was said, * for any end
      says: friday
      times: 2
    - when: {words: "how much|which"}   # a pattern in the reply; of several, all must fit
      says: [half, half of it]          # texts sent at once
  otherwise: [i said half]              # one after another, where nothing fits; then silence
  afterwards: [thanks]                  # once resolved; it must stay so
  patience: 8                           # gives up after as many texts
  sums: [110]                           # sums they speak of other than in digits
  resolved: {link: 110}                 # all of it; or a list of such: any one of them
  may: [handoff]                        # right either way: handoff, opted_out, plan, a hold
  never: {handoff: true}                # what is wrong besides the usual

`resolved` and `never` know: link (the newest link opens a payment of this sum; "all"), plan (sums
of the agreed plan; `never` takes true), said (sums that were told), key, words (in one reply),
hold (kinds), opted_out, language, handoff (reasons, or true). A hand-off in `resolved` says that
a person is right; without it one is no resolution.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from benchmarks.persona_fields import BadPatient, Fields
from benchmarks.persona_people import People, people_of
from bot.practice_settings import PracticeSettings, from_body, to_body
from bot.rules.holds import HoldKind

ZONE = ZoneInfo("America/Chicago")
NOW = datetime(2026, 3, 11, 20, tzinfo=UTC)
QUESTIONS = {
    "identity": ("identity_ask*", "identity_retry", "identity_unread*", "identity_which"),
    "clarify": ("clarify", "clarify_again", "choose_again"),
    "plan": ("plan_offer*", "plan_change_offer", "plan_end_offer", "plan_say_agree*"),
    "next": ("balance*", "due_*", "choose_next", "explain_left", "explain_nothing_off"),
}
EITHER_WAY = ("handoff", "opted_out", "plan")


@dataclass(frozen=True)
class Rule:
    """Fits a reply of all its `keys` (one of a group each) and whose words it finds."""

    keys: tuple[tuple[str, ...], ...]
    words: re.Pattern[str] | None
    says: tuple[str, ...]
    times: int = 1

    def fits(self, keys: list[str], body: str) -> bool:
        has_keys = all(any(is_like(key, group) for key in keys) for group in self.keys)
        return has_keys and (self.words is None or self.words.search(body) is not None)


@dataclass(frozen=True)
class Ends:
    """What must be so in the end; None or empty: it does not matter.

    `link` ALL_OWED: whatever is owed.
    """

    link: int | None = None
    plan: tuple[int, ...] | None = None
    said: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    words: re.Pattern[str] | None = None
    holds: tuple[HoldKind, ...] = ()
    opted_out: bool = False
    language: str | None = None
    handoff: tuple[str, ...] | None = None


ANY_REASON = ("*",)
ANY_PLAN = ()
ALL_OWED = -1


@dataclass(frozen=True)
class Persona:
    name: str
    topic: str
    language: str
    persona: str
    goal: str
    now: datetime
    practice: PracticeSettings
    people: People
    says: tuple[str, ...]
    answers: tuple[Rule, ...]
    otherwise: tuple[str, ...]
    afterwards: tuple[str, ...]
    patience: int
    sums: tuple[int, ...]
    resolved: tuple[Ends, ...]
    may: frozenset[str]
    never: Ends

    @property
    def is_for_person(self) -> bool:
        """The ledger cannot answer: whatever way it is resolved, a person is part of it."""
        return all(ends.handoff is not None for ends in self.resolved)

    @property
    def minds_person(self) -> bool:
        return "handoff" not in self.may


def is_like(key: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in patterns)


def read_personas(files: list[Path]) -> list[Persona]:
    """Raises BadPatient, naming the file, the patient and the field."""
    found = [_persona(raw, file) for file in files for raw in _listed_in(file)]
    twice = {p.name for p in found if sum(q.name == p.name for q in found) > 1}
    if twice:
        raise BadPatient(f"these names are used twice: {', '.join(sorted(twice))}")
    return found


def _listed_in(file: Path) -> list[Any]:
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BadPatient(f"{file}: {error}") from None
    if not isinstance(raw, list):
        raise BadPatient(f"{file}: a list of patients is expected")
    return raw


def _persona(raw: Any, file: Path) -> Persona:
    name = raw.get("name") if isinstance(raw, dict) else None
    fields = Fields(raw, f"{file.name}, {name or 'a patient without name'}")
    found = Persona(
        name=fields.needed("name"),
        topic=fields.needed("topic"),
        language=fields.one_of("language", ("en", "es")),
        persona=fields.text("persona"),
        goal=fields.text("goal"),
        now=_moment(fields),
        practice=_settings(fields),
        people=people_of(fields),
        says=fields.texts("says", needed=True),
        answers=_rules(fields),
        otherwise=fields.texts("otherwise"),
        afterwards=fields.texts("afterwards"),
        patience=fields.whole("patience", 8),
        sums=fields.sums("sums"),
        resolved=tuple(_ends(each) for each in fields.groups("resolved", needed=True)),
        may=_may(fields),
        never=next((_ends(each) for each in fields.groups("never")), Ends()),
    )
    fields.refuse_unknown()
    return found


def _moment(fields: Fields) -> datetime:
    found = fields.take("now", None)
    if found is None:
        return NOW
    try:
        at = found if isinstance(found, datetime) else datetime.fromisoformat(str(found))
    except ValueError:
        raise fields.bad("now", "a day and a time, like 2026-03-11 15:00") from None
    return (at if at.tzinfo else at.replace(tzinfo=ZONE)).astimezone(UTC)


def _settings(fields: Fields) -> PracticeSettings:
    chosen = fields.take("practice", {})
    unknown = set(chosen) - (set(PracticeSettings.__dataclass_fields__) - {"version"})
    if unknown:
        raise fields.bad("practice", f"fields of practice settings, not {sorted(unknown)}")
    return from_body({**to_body(PracticeSettings()), **chosen}, 0)


def _rules(fields: Fields) -> tuple[Rule, ...]:
    told = tuple(_rule(each) for each in fields.groups("answers"))
    identity = (QUESTIONS["identity"],)
    proofs = fields.texts("proves")
    return told + tuple(Rule(identity, None, (proof,)) for proof in proofs)


def _rule(fields: Fields) -> Rule:
    when = fields.group("when")
    asks, keys = when.texts("asks"), when.texts("key")
    for kind in asks:
        if kind not in QUESTIONS:
            raise when.bad("asks", f"one of {', '.join(QUESTIONS)}")
    groups = tuple(QUESTIONS[kind] for kind in asks) + ((keys,) if keys else ())
    rule = Rule(groups, when.pattern("words"), fields.texts("says", needed=True),
                fields.whole("times", 1))  # fmt: skip
    when.refuse_unknown()
    fields.refuse_unknown()
    if not rule.keys and rule.words is None:
        raise fields.bad("when", "asks, key or words; for any other reply there is `otherwise`")
    return rule


def _ends(fields: Fields) -> Ends:
    link, plan, handoff = (fields.take(name, None) for name in ("link", "plan", "handoff"))
    found = Ends(
        link=ALL_OWED if link in ("all", True) else None if link is None else fields.cents(link),
        plan=ANY_PLAN if plan is True else _cents(fields, plan),
        said=fields.sums("said"),
        keys=fields.texts("key"),
        words=fields.pattern("words"),
        holds=tuple(_hold(fields, name) for name in fields.texts("hold")),
        opted_out=bool(fields.take("opted_out", False)),
        language=fields.take("language", None),
        handoff=_reasons(handoff),
    )
    fields.refuse_unknown()
    return found


def _cents(fields: Fields, plan: Any) -> tuple[int, ...] | None:
    return None if plan is None else tuple(fields.cents(each) for each in plan)


def _reasons(handoff: Any) -> tuple[str, ...] | None:
    if handoff in (None, False):
        return None
    if handoff is True:
        return ANY_REASON
    return (handoff,) if isinstance(handoff, str) else tuple(handoff)


def _hold(fields: Fields, name: str) -> HoldKind:
    try:
        return HoldKind(name)
    except ValueError:
        raise fields.bad("hold", f"kinds of holds: {', '.join(HoldKind)}") from None


def _may(fields: Fields) -> frozenset[str]:
    return frozenset(
        name if name in EITHER_WAY else _hold(fields, name) for name in fields.texts("may")
    )
