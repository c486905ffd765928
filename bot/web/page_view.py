"""What the pay page shows: the amount first, then every way to pay it."""

from dataclasses import dataclass

from bot.bill import Bill
from bot.rules.cards import Card
from bot.rules.money import money
from bot.rules.plans import most_payments
from bot.state_rules import help_of
from bot.web.page_words import Words
from bot.web.visit import Visit

LEAST_CENTS = 100


@dataclass(frozen=True)
class Ask:
    """The amount of the one main button; `whole` is the rest of the balance, when it is more."""

    label: str
    cents: int
    text: str
    whole_cents: int | None
    whole_text: str


@dataclass(frozen=True)
class Part:
    """The form for a part: what was typed stays, with what is wrong about it."""

    least: str
    most: str
    typed: str
    problem: str


@dataclass(frozen=True)
class Row:
    day: str
    amount: str
    is_paid: bool = False


@dataclass(frozen=True)
class Schedule:
    rows: tuple[Row, ...]
    total: str


@dataclass(frozen=True)
class Running:
    """A plan that was agreed to."""

    schedule: Schedule
    is_automatic: bool
    card: str


@dataclass(frozen=True)
class PageView:
    ask: Ask | None
    part: Part | None
    choices: tuple[tuple[int, str], ...]
    proposal: Schedule | None
    running: Running | None
    notes: tuple[str, ...]


def page_view(visit: Visit, typed: str = "", problem: str = "") -> PageView:
    due = visit.bill.payable_cents
    return PageView(
        ask=_ask(visit, due) if due else None,
        part=_part(due, typed, problem) if due > LEAST_CENTS else None,
        choices=_choices(visit, due),
        proposal=_proposal(visit, due),
        running=_running(visit),
        notes=notes(visit),
    )


def _ask(visit: Visit, due: int) -> Ask:
    """What the link asks for, if that is less than all."""
    t, asked = visit.words, visit.request.cents or due
    cents = min(asked, due)
    is_all = cents == due
    return Ask(
        label=t("you_owe") if is_all else t("you_owe_asked"),
        cents=cents,
        text=money(cents),
        whole_cents=None if is_all else due,
        whole_text=money(due),
    )


def _part(due: int, typed: str, problem: str) -> Part:
    return Part(money(LEAST_CENTS), money(due), typed, problem)


def _choices(visit: Visit, due: int) -> tuple[tuple[int, str], ...]:
    """Whatever number of payments the practice's policy allows for this balance."""
    if visit.bill.plan is not None:
        return ()
    most = most_payments(due, visit.settings.plan_policy)
    return tuple(
        (count, visit.words("plan_choice", count=count, amount=money(due // count)))
        for count in range(2, most + 1)
    )


def _proposal(visit: Visit, due: int) -> Schedule | None:
    """A proposal for more than is owed by now is stale: it is not shown."""
    total = sum(part.cents for part in visit.proposal)
    if visit.bill.plan is not None or not 0 < total <= due:
        return None
    rows = tuple(Row(visit.words.day(p.due_on), money(p.cents)) for p in visit.proposal)
    return Schedule(rows, money(total))


def _running(visit: Visit) -> Running | None:
    plan = visit.bill.plan
    if plan is None:
        return None
    rows = tuple(
        Row(visit.words.day(part.due_on), money(part.cents), part.paid)
        for part in plan.installments
    )
    total = money(sum(part.cents for part in plan.installments))
    card = plan.card if visit.is_checked else None
    return Running(Schedule(rows, total), plan.autopay, _named(card, visit.words))


def _named(card: Card | None, t: Words) -> str:
    """Only its last four digits, and only for who passed the check."""
    if card is None:
        return t("card_saved")
    return t(f"{card.kind}_ending", brand=card.name, last4=card.last4)


def help_told(visit: Visit) -> list[str]:
    """Where the practice's state wants it told of before collection."""
    rule = help_of(visit.practice.state)
    is_due = rule is not None and rule.tells_of_help
    return [visit.words("help_may_be_asked", phone=visit.practice.phone)] if is_due else []


def notes(visit: Visit) -> tuple[str, ...]:
    """When what is owed is due, what of it is not asked for, and where help is."""
    bill, t = visit.bill, visit.words
    held = held_back(bill, t)
    if not bill.payable_cents:
        return held
    days = () if bill.plan else due_days(bill, t)  # a plan has days of its own
    return (*days, *held, *help_told(visit))


def due_days(bill: Bill, t: Words) -> tuple[str, ...]:
    """Each bill's own day where they differ; of what is on its way nobody knows whose it is."""
    owed = [s for s in bill.statements if s.open_cents > 0]
    days = sorted({s.due_on for s in owed if s.due_on})
    if not days:
        return ()
    if len(days) == 1 and all(s.due_on for s in owed):
        return (t("due_by", day=t.day(days[0])),)
    if bill.pending_cents > 0:
        return (t("due_first", day=t.day(days[0])),)
    dated = sorted((s.due_on, s.open_cents) for s in owed if s.due_on)
    return tuple(t("due_part", amount=money(cents), day=t.day(day)) for day, cents in dated)


def held_back(bill: Bill, t: Words) -> tuple[str, ...]:
    """What is owed and need not be paid now, and why."""
    held = sum(s.disputed_cents for s in bill.statements)
    found = ((bill.pending_cents, "on_its_way"), (held, "not_included"))
    return tuple(t(key, amount=money(cents)) for cents, key in found if cents > 0)
