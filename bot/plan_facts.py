"""What an outcome makes true of a running plan, or asks a person to decide about one."""

from dataclasses import dataclass

from bot.rules.plan_changes import ChangeKind, Parts
from bot.rules.plans import PlanProposal


@dataclass(frozen=True)
class ChangePlan:
    """Agreed to: the open payments `before` become `after`; none after ends the plan."""

    plan_id: int
    kind: ChangeKind
    before: Parts
    after: Parts
    consent_text: str


@dataclass(frozen=True)
class StopCard:
    """The saved card is not used any more; each payment is asked for by a link."""

    plan_id: int


@dataclass(frozen=True)
class PayNext:
    """Our link pays this open payment of the plan, counted from 0, before its day or after."""

    plan_id: int
    place: int


@dataclass(frozen=True)
class AskOfPlan:
    """Written down for a person: what was said, the schedule it asks for, the nearest we offer.

    `kind`: a new plan, a change of one, or less to pay.
    """

    kind: str
    said: str
    owed_cents: int | None = None
    asked: PlanProposal | None = None
    nearest: PlanProposal | None = None


PlanFact = ChangePlan | StopCard | PayNext | AskOfPlan
