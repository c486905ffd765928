"""What one person owes, as an action may see it: frozen, in cents, from the ledger of a moment."""

from dataclasses import dataclass, replace
from datetime import date

from bot.rules.attempts import Story
from bot.rules.cards import Card
from bot.rules.due_dates import Frequency
from bot.rules.holds import HoldKind


@dataclass(frozen=True)
class LineView:
    """One charge and what has already come off it, in cents, all positive.

    `id` 0: a line that no row stands for. `code`: of the charge, "" where the practice gave none.
    """

    description: str
    service_on: date | None
    charge_cents: int
    insurance_cents: int
    adjustment_cents: int
    patient_paid_cents: int
    id: int = 0
    disputed: bool = False
    code: str = ""

    @property
    def left_cents(self) -> int:
        """The patient's part of it, before payments that came after it was billed."""
        taken_off = self.insurance_cents + self.adjustment_cents + self.patient_paid_cents
        return self.charge_cents - taken_off


@dataclass(frozen=True)
class StatementView:
    """`balance_cents` is the sum of its ledger entries; `disputed` is all of it.

    `insurance_on`: the day the ledger last heard of the insurance; None where nothing was heard
    since the statement was first booked. `child`: the first name of whose visit it was, where the
    person answers for another: heard, and never said; "" for their own.
    """

    id: int
    number: str
    statement_on: date
    due_on: date | None
    balance_cents: int
    disputed: bool
    lines: tuple[LineView, ...]
    account_id: int = 0
    insurance_on: date | None = None
    child: str = ""

    @property
    def disputed_cents(self) -> int:
        """What is checked and not asked for. Later payments went to the undisputed part first."""
        if self.disputed:
            return max(0, self.balance_cents)
        held = sum(max(0, line.left_cents) for line in self.lines if line.disputed)
        return max(0, min(self.balance_cents, held))

    @property
    def later_cents(self) -> int:
        """What the ledger knows beyond the lines: payments since, corrections."""
        by_lines = sum(line.left_cents for line in self.lines)
        return self.balance_cents - by_lines if self.lines else 0

    @property
    def open_cents(self) -> int:
        return 0 if self.disputed else self.balance_cents - self.disputed_cents


@dataclass(frozen=True)
class PaymentView:
    """`is_dated` False: a file told the sum alone, and `paid_on` is only when it came to us."""

    cents: int
    paid_on: date
    is_dated: bool = True


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
    """`statement_id` None: over all that is owed. `skips`: payments left out so far.

    `card`: what pays it by itself; None where nothing does, or where we were not told which.
    """

    id: int
    autopay: bool
    installments: tuple[InstallmentView, ...]
    frequency: Frequency = Frequency.MONTHLY
    statement_id: int | None = None
    skips: int = 0
    card: Card | None = None

    @property
    def left_cents(self) -> int:
        """What is not paid of it yet, also what is being charged."""
        return sum(part.cents for part in self.installments if not part.paid)


@dataclass(frozen=True)
class Bill:
    """Everything one person answers for at this practice, from the ledger of this moment.

    `payments`, `refunds`, `attempts`: the newest first. `link`: what became of the newest link.
    `earlier`: statements that are settled, oldest first. `disputed_words`: what was said of a bill
    that is disputed whole; `all_disputed`: nobody knew yet which one is meant.
    """

    statements: tuple[StatementView, ...] = ()
    payments: tuple[PaymentView, ...] = ()
    refunds: tuple[PaymentView, ...] = ()
    attempts: tuple[AttemptView, ...] = ()
    link: LinkView | None = None
    pending_cents: int = 0
    plan: PlanView | None = None
    holds: tuple[HoldKind, ...] = ()
    earlier: tuple[StatementView, ...] = ()
    disputed_words: str = ""
    all_disputed: bool = False

    @property
    def balance_cents(self) -> int:
        return sum(statement.balance_cents for statement in self.statements)

    @property
    def payable_cents(self) -> int:
        """What may be asked for now: not what is disputed, not what is already on its way."""
        open_cents = sum(s.open_cents for s in self.statements)
        return max(0, open_cents - self.pending_cents)

    @property
    def next_due_on(self) -> date | None:
        days = [s.due_on for s in self.statements if s.due_on and s.balance_cents > 0]
        return min(days) if days else None


def disputing(bill: Bill, statement_id: int | None, line_id: int | None) -> Bill:
    """The bill once this is disputed. `statement_id` None: all of it."""
    return replace(
        bill,
        statements=tuple(
            _disputed(s, line_id) if statement_id in (None, s.id) else s for s in bill.statements
        ),
    )


def released(bill: Bill, kind: HoldKind) -> Bill:
    """The bill once the patient has taken back what was held for."""
    left = tuple(held for held in bill.holds if held is not kind)
    if kind is HoldKind.INSURANCE_PENDING or HoldKind.DISPUTE in left:
        return replace(bill, holds=left)
    return replace(bill, holds=left, statements=tuple(_free(s) for s in bill.statements))


def narrowed(bill: Bill, statement_id: int) -> Bill:
    """What was held whole is free again, before the part of it that stays is held."""
    is_all = bill.all_disputed
    freed = (
        replace(s, disputed=s.disputed and not is_all and s.id != statement_id)
        for s in bill.statements
    )
    return replace(bill, statements=tuple(freed), disputed_words="", all_disputed=False)


def _free(statement: StatementView) -> StatementView:
    lines = tuple(replace(line, disputed=False) for line in statement.lines)
    return replace(statement, disputed=False, lines=lines)


def _disputed(statement: StatementView, line_id: int | None) -> StatementView:
    if line_id is None:
        return replace(statement, disputed=True)
    lines = (replace(e, disputed=e.disputed or e.id == line_id) for e in statement.lines)
    return replace(statement, lines=tuple(lines))
