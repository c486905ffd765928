"""What one person owes, as an action may see it: frozen, in cents, from the ledger of a moment."""

from dataclasses import dataclass
from datetime import date

from bot.rules.attempts import Story
from bot.rules.due_dates import Frequency
from bot.rules.holds import HoldKind


@dataclass(frozen=True)
class LineView:
    """One charge and what has already come off it, in cents, all positive."""

    description: str
    service_on: date | None
    charge_cents: int
    insurance_cents: int
    adjustment_cents: int
    patient_paid_cents: int


@dataclass(frozen=True)
class StatementView:
    """`balance_cents` is the sum of its ledger entries."""

    id: int
    number: str
    statement_on: date
    due_on: date | None
    balance_cents: int
    disputed: bool
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class PaymentView:
    cents: int
    paid_on: date


@dataclass(frozen=True)
class AttemptView:
    """One try to pay. `statement_id`: the bill it was for, None where it was for no one alone."""

    cents: int
    story: Story
    began_on: date
    statement_id: int | None = None


@dataclass(frozen=True)
class LinkView:
    is_expired: bool
    is_tried: bool


@dataclass(frozen=True)
class InstallmentView:
    """`under_way`: being charged now. `asked`: its day came, and it was not paid by then."""

    due_on: date
    cents: int
    paid: bool
    under_way: bool = False
    asked: bool = False


@dataclass(frozen=True)
class PlanView:
    """`statement_id` None: over all that is owed. `skips`: payments left out so far."""

    id: int
    autopay: bool
    installments: tuple[InstallmentView, ...]
    frequency: Frequency = Frequency.MONTHLY
    statement_id: int | None = None
    skips: int = 0

    @property
    def left_cents(self) -> int:
        """What is not paid of it yet, also what is being charged."""
        return sum(part.cents for part in self.installments if not part.paid)


@dataclass(frozen=True)
class Bill:
    """Everything one person answers for at this practice, from the ledger of this moment.

    `payments`, `refunds`, `attempts`: the newest first. `link`: what became of the newest link.
    """

    statements: tuple[StatementView, ...] = ()
    payments: tuple[PaymentView, ...] = ()
    refunds: tuple[PaymentView, ...] = ()
    attempts: tuple[AttemptView, ...] = ()
    link: LinkView | None = None
    pending_cents: int = 0
    plan: PlanView | None = None
    holds: tuple[HoldKind, ...] = ()

    @property
    def balance_cents(self) -> int:
        return sum(statement.balance_cents for statement in self.statements)

    @property
    def payable_cents(self) -> int:
        """What may be asked for now: not what is disputed, not what is already on its way."""
        open_cents = sum(s.balance_cents for s in self.statements if not s.disputed)
        return max(0, open_cents - self.pending_cents)

    @property
    def next_due_on(self) -> date | None:
        days = [s.due_on for s in self.statements if s.due_on and s.balance_cents > 0]
        return min(days) if days else None
