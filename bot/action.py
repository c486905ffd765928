"""The vocabulary of a turn: what an action sees, what it may say, and what it may make true.

An action is a module in `actions/`. It reads a frozen Context and returns an Outcome; it sends
nothing, commits nothing, and calls no vendor.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.bill import Bill
from bot.contact_facts import ContactFact, Promised
from bot.contact_facts import ForgetNumber as ForgetNumber
from bot.contact_facts import OptInNumber as OptInNumber
from bot.contact_facts import OptOutNumber as OptOutNumber
from bot.contact_facts import SpeakLanguage as SpeakLanguage
from bot.rules.holds import HoldKind
from bot.rules.plans import PlanPolicy, PlanProposal
from bot.rules.quiet_hours import POLITE, Window
from bot.rules.texting_wishes import NO_WISH, TextingWish
from nlu.understanding import Understanding

# --- what an action sees -----------------------------------------------------------------------


@dataclass(frozen=True)
class PracticeView:
    """`phone` is the front desk's, for patients who want to check that we are real."""

    id: int
    name: str
    phone: str
    timezone: str
    tone: str
    plan_policy: PlanPolicy
    reminder_gap_days: int = 7
    texts: tuple[Window, ...] = POLITE


@dataclass(frozen=True)
class Person:
    """Somebody who answers for a bill on this number. Never named before the identity check.

    `paydays`: kind of money to its rule, as nlu.pay_rules writes it.
    """

    id: int
    first_name: str
    last_name: str
    birth_date: date | None
    zip: str | None
    paydays: Mapping[str, str] = field(default_factory=dict, hash=False)
    email: str | None = None
    wish: TextingWish = NO_WISH


@dataclass(frozen=True)
class Question:
    """What the assistant asked and still wants to know. `about` is kept between texts as JSON."""

    name: str
    action: str
    about: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Wish:
    """A part of a text that waits for the identity check, kept between texts as JSON."""

    intent: str
    text: str


@dataclass(frozen=True)
class Memory:
    """What the assistant keeps in mind between two texts of one thread.

    `alike`: how often the last question was asked running. `let_go`: one that nobody answered for
    days; a value that comes now is asked about.
    """

    question: Question | None = None
    wishes: tuple[Wish, ...] = ()
    clarifications: int = 0
    introduced: bool = False
    last_keys: tuple[str, ...] = ()
    alike: int = 0
    let_go: Question | None = None
    identity_failures: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class Context:
    """One frozen look at everything a turn may speak of."""

    now: datetime
    today: date
    language: str
    practice: PracticeView
    people: tuple[Person, ...]
    person: Person | None
    bill: Bill
    memory: Memory
    text: str
    understanding: Understanding
    person_answers_at: datetime
    handed_off: bool = False
    opted_out: bool = False
    has_media: bool = False
    promised: Promised | None = None


# --- what an action may say --------------------------------------------------------------------


@dataclass(frozen=True)
class Money:
    cents: int


@dataclass(frozen=True)
class Link:
    """Our short link for the RequestPayment or ShowPage of the same outcome."""


@dataclass(frozen=True)
class Schedule:
    """Several installments, said as a list of amounts and days."""

    proposal: PlanProposal


@dataclass(frozen=True)
class Bills:
    """Several bills, said as a list of days and amounts. Goes with a Money of the same Say."""

    rows: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class ClockTime:
    """A moment, said in the practice's zone as a patient would ("3:40 pm today")."""

    at: datetime


@dataclass(frozen=True)
class Phrase:
    """Words from the wording files inside other words ("your balance or a plan")."""

    key: str


@dataclass(frozen=True)
class Listed:
    """Several phrases said as a list; `last` is the key of the word before the last one."""

    says: tuple["Say", ...]
    last: str | None = None


Value = Money | Link | Schedule | Bills | ClockTime | Phrase | Listed | date | time | int | str


@dataclass(frozen=True)
class Say:
    """A key of data/responses and the values it needs; never a sentence."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


# --- what an action may make true --------------------------------------------------------------


@dataclass(frozen=True)
class RequestPayment:
    """`cents` None: the whole balance of the moment it is paid."""

    cents: int | None
    saves_card: bool = False


@dataclass(frozen=True)
class ShowPage:
    """A link to read by: the ones to pay by, sent before, stay good."""


@dataclass(frozen=True)
class ProposePlan:
    proposal: PlanProposal


@dataclass(frozen=True)
class AgreePlan:
    """The patient said yes to the proposal that is open."""

    proposal: PlanProposal
    consent_text: str


@dataclass(frozen=True)
class OpenHold:
    """`until` None: only a person releases it. `statement_id` None: all that the person owes."""

    kind: HoldKind
    until: date | None = None
    statement_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class FetchPerson:
    """A hand-off. `topic` is the staff's word for it; `urgent` pages somebody.

    `asks`: what is to be done or confirmed, in words for the staff alone.
    """

    reason: str
    topic: str
    urgent: bool = False
    asks: str = ""


@dataclass(frozen=True)
class Verified:
    person_id: int


@dataclass(frozen=True)
class IdentityFailed:
    pass


@dataclass(frozen=True)
class RememberPayday:
    """`rule` as nlu.pay_rules writes it."""

    kind: str
    rule: str


Fact = (
    RequestPayment
    | ShowPage
    | ProposePlan
    | AgreePlan
    | OpenHold
    | FetchPerson
    | Verified
    | IdentityFailed
    | RememberPayday
    | ContactFact
)


@dataclass(frozen=True)
class Outcome:
    """What to say, what becomes true, and what is asked. `kept` leaves the open question open.

    An answer of wishes alone (no words, no facts) asks the engine to take them up at once.
    """

    says: tuple[Say, ...] = ()
    facts: tuple[Fact, ...] = ()
    question: Question | None = None
    kept: bool = False
    clarifies: bool = False
    wishes: tuple[Wish, ...] = ()

    def then(self, later: "Outcome") -> "Outcome":
        """Both, this one first; the later question stands."""
        return Outcome(
            says=self.says + later.says,
            facts=self.facts + later.facts,
            question=later.question or self.question,
            kept=self.kept and later.kept,
            clarifies=self.clarifies or later.clarifies,
            wishes=self.wishes + later.wishes,
        )


# --- what an action is -------------------------------------------------------------------------

Respond = Callable[[Context], Outcome]
Answer = Callable[[Context, Question], Outcome | None]


@dataclass(frozen=True)
class Action:
    """`answer` reads the reply to this action's own question; None means: that was no answer."""

    name: str
    respond: Respond
    answer: Answer | None = None
    needs_identity: bool = False


Registry = Mapping[str, Action]
