"""The vocabulary of a turn: what an action sees, what it may say, and what it may make true.

An action is a module in `actions/`. It reads a frozen Context and returns an Outcome; it sends
nothing, commits nothing, and calls no vendor.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.bill import Bill
from bot.bill_facts import BillFact
from bot.checks import CheckEnded as CheckEnded
from bot.checks import ForgetNumber as ForgetNumber
from bot.checks import IdentityFailed as IdentityFailed
from bot.checks import Verified as Verified
from bot.contact_facts import ContactFact, Promised
from bot.contact_facts import OptInNumber as OptInNumber
from bot.contact_facts import OptOutNumber as OptOutNumber
from bot.contact_facts import SpeakLanguage as SpeakLanguage
from bot.plan_facts import PlanFact
from bot.rules.holds import HoldKind
from bot.rules.plans import PlanPolicy, PlanProposal
from bot.rules.quiet_hours import POLITE, Window
from bot.rules.state_help import StateHelp
from bot.rules.texting_wishes import NO_WISH, TextingWish
from bot.sayings import Bills as Bills
from bot.sayings import ClockTime as ClockTime
from bot.sayings import Link as Link
from bot.sayings import Listed as Listed
from bot.sayings import Money as Money
from bot.sayings import Phrase as Phrase
from bot.sayings import Say as Say
from bot.sayings import Schedule as Schedule
from bot.sayings import Value as Value
from bot.visitor import CheckVisitor, Visitor
from nlu.understanding import Understanding


# --- what an action sees -----------------------------------------------------------------------
@dataclass(frozen=True)
class PracticeView:
    """`phone` is the front desk's, for patients who want to check that we are real.

    `state_help`: what its state asks for where a patient cannot pay; None: nothing we know of.
    `closed`: holidays, when nobody is at the desk.
    """

    id: int
    name: str
    phone: str
    timezone: str
    tone: str
    plan_policy: PlanPolicy
    reminder_gap_days: int = 7
    offers_assistance: bool = True
    desk: Window | None = None
    texts: tuple[Window, ...] = POLITE
    state_help: StateHelp | None = None
    closed: Container[date] = field(default=frozenset(), compare=False)


@dataclass(frozen=True)
class Person:
    """Somebody who answers for a bill on this number. Never named before the identity check.

    `paydays`: kind of money to its rule, as nlu.pay_rules writes it. `dependents`: the first
    names of others whose bills this person answers for.
    """

    id: int
    first_name: str
    last_name: str
    birth_date: date | None
    zip: str | None
    paydays: Mapping[str, str] = field(default_factory=dict, hash=False)
    email: str | None = None
    dependents: tuple[str, ...] = ()
    wish: TextingWish = NO_WISH

    @property
    def has_email(self) -> bool:
        return bool(self.email)


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
    days; a value that comes now is asked about. `owner_id`: whom the last question was put to.
    `repeats`: how often running they asked for it once more.
    """

    question: Question | None = None
    wishes: tuple[Wish, ...] = ()
    clarifications: int = 0
    introduced: bool = False
    last_keys: tuple[str, ...] = ()
    alike: int = 0
    let_go: Question | None = None
    identity_failures: tuple[datetime, ...] = ()
    complaints: int = 0
    owner_id: int | None = None
    repeats: int = 0


@dataclass(frozen=True)
class Context:
    """One frozen look at everything a turn may speak of.

    `stopped`: the holds of whoever is on the number that leave all of it to a person. `plan_runs`:
    known before the check as well, for hearing a text aright; never told. `unprompted`: the last
    that they had from us answered nothing of theirs. `fetched_for`: all that the person who is
    waited for is to do; empty where one has the thread or nobody is.
    """

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
    visitor: Visitor | None = None
    handoff_reason: str = ""
    stopped: frozenset[HoldKind] = frozenset()
    promised: Promised | None = None
    plan_runs: bool = False
    unprompted: bool = False
    fetched_for: frozenset[str] = frozenset()


# --- what an action may make true --------------------------------------------------------------
@dataclass(frozen=True)
class RequestPayment:
    """`cents` None: the whole balance of the moment it is paid. `statement_id`: settled first."""

    cents: int | None
    saves_card: bool = False
    statement_id: int | None = None


@dataclass(frozen=True)
class ShowPage:
    """A link to read by: those to pay by stay good. `part` "receipts": all payments."""

    part: str = ""


@dataclass(frozen=True)
class LookForPayment:
    """The payment partner is asked what became of the tries that our rows cannot tell of."""


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
    """`until` None: a person releases it. No `statement_id`: all that is owed."""

    kind: HoldKind
    until: date | None = None
    statement_id: int | None = None
    note: str = ""
    line_id: int | None = None


@dataclass(frozen=True)
class FetchPerson:
    """A hand-off. `topic` is the staff's word for it; `urgent` pages somebody.

    `note`: what the patient said of it, or what is to be done, a line each.
    """

    reason: str
    topic: str
    urgent: bool = False
    note: str = ""


@dataclass(frozen=True)
class RememberPayday:
    """`rule` as nlu.pay_rules writes it."""

    kind: str
    rule: str


Fact = (
    RequestPayment
    | ShowPage
    | LookForPayment
    | ProposePlan
    | AgreePlan
    | OpenHold
    | FetchPerson
    | Verified
    | IdentityFailed
    | CheckVisitor
    | CheckEnded
    | RememberPayday
    | ForgetNumber
    | ContactFact
    | BillFact
    | PlanFact
)


@dataclass(frozen=True)
class Outcome:
    """What to say, what becomes true, and what is asked. `kept` leaves the open question open.

    An answer of wishes alone (no words, no facts) asks the engine to take them up at once.
    `besides`: what the text that answered says besides; the engine takes that up as well.
    """

    says: tuple[Say, ...] = ()
    facts: tuple[Fact, ...] = ()
    question: Question | None = None
    kept: bool = False
    clarifies: bool = False
    wishes: tuple[Wish, ...] = ()
    besides: str = ""

    def then(self, later: "Outcome") -> "Outcome":
        """Both, this one first; the later question stands."""
        return Outcome(
            says=self.says + later.says,
            facts=self.facts + later.facts,
            question=later.question or self.question,
            kept=self.kept and later.kept,
            clarifies=self.clarifies or later.clarifies,
            wishes=self.wishes + later.wishes,
            besides=self.besides or later.besides,
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
