"""The statement and the payments as PDF files, of the same words and sums as their pages."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from phonenumbers import PhoneNumberFormat, format_number, parse

from bot.bill import Bill, LineView, StatementView
from bot.models import Patient, Practice
from bot.paper import Paper, Table, pdf
from bot.practice_settings import PracticeSettings
from bot.rules.money import money
from bot.web.page_view import held_back
from bot.web.page_words import Words, words
from bot.web.receipts_view import day_of, years_of

NOTHING = "\u2013"


@dataclass(frozen=True)
class Subject:
    """Whose paper it is, and the ledger of that moment."""

    practice: Practice
    settings: PracticeSettings
    patient: Patient
    bill: Bill
    today: date
    now: datetime

    @property
    def words(self) -> Words:
        return words(self.patient.language)


def statement_pdf(subject: Subject) -> bytes:
    """It carries no link: paper is passed on, and a link tells what is owed."""
    t, bill = subject.words, subject.bill
    every = (*bill.statements, *bill.earlier)
    return pdf(
        replace(
            _letterhead(subject, t("statement_title")),
            tables=(*(_statement(each, t) for each in every), *_payments(bill, t)),
            total=(t("left_of_all"), money(bill.balance_cents)),
            notes=((t("how_to_pay_title"), _how_to_pay(subject)),),
        )
    )


def receipts_pdf(subject: Subject) -> bytes:
    t = subject.words
    head = (t("plan_day"), t("plan_amount"))
    return pdf(
        replace(
            _letterhead(subject, t("receipts_title")),
            tables=tuple(
                Table(
                    str(each.year), "", head,
                    tuple((f"{day}, {what}", amount) for day, what, amount in each.rows),
                    ((t("receipts_total", year=each.year), each.total),),
                )
                for each in years_of(subject.bill, t)
            ),
        )
    )  # fmt: skip


def _letterhead(subject: Subject, title: str) -> Paper:
    t, practice, patient = subject.words, subject.practice, subject.patient
    return Paper(
        language=t.language,
        title=title,
        sender=practice.sender_name,
        phone=practice.phone,
        address=subject.settings.mail_address,
        who=f"{patient.first_name} {patient.last_name}",
        as_of=t("printed_on", day=t.day(subject.today)),
        tables=(),
        total=None,
        notes=(),
        page=t("page_of"),
        made_at=subject.now,
    )


def _statement(statement: StatementView, t: Words) -> Table:
    left = t("left_here"), money(statement.balance_cents)
    later = statement.later_cents
    return Table(
        title=t("statement", number=statement.number),
        about=_about(statement, t),
        head=tuple(
            t(key) for key in ("item", "charge", "insurance", "discount", "you_paid", "left")
        ),
        rows=tuple(_row(line, t) for line in statement.lines),
        sums=((t("later_changes"), money(later)), left) if later else (left,),
    )


def _about(statement: StatementView, t: Words) -> str:
    due, owes = statement.due_on, statement.balance_cents > 0
    days = [t("statement_on", day=t.day(statement.statement_on))]
    days += [t("due_by", day=t.day(due))] if due and owes else []
    held = f"\n{t('on_hold_title')}. {t('on_hold')}" if statement.disputed else ""
    return " \u00b7 ".join(days) + held


def _row(line: LineView, t: Words) -> tuple[str, ...]:
    what = [line.description]
    what += [t.day(line.service_on)] if line.service_on else []
    what += [t("line_code", code=line.code)] if line.code else []
    what += [t("on_hold_title")] if line.disputed else []
    off = (line.insurance_cents, line.adjustment_cents, line.patient_paid_cents)
    return (
        "\n".join(what),
        money(line.charge_cents),
        *(money(-cents) if cents else NOTHING for cents in off),
        money(line.left_cents),
    )


def _payments(bill: Bill, t: Words) -> tuple[Table, ...]:
    rows = tuple((day_of(each, t), money(each.cents)) for each in bill.payments)
    head = (t("plan_day"), t("plan_amount"))
    return (Table(t("earlier_title"), "", head, rows),) if rows else ()


def _how_to_pay(subject: Subject) -> str:
    t, bill, practice = subject.words, subject.bill, subject.practice
    said = list(held_back(bill, t))
    if bill.payable_cents > 0:
        number = format_number(parse(practice.number), PhoneNumberFormat.NATIONAL)
        said.append(t("how_to_pay", number=_whole(number), phone=_whole(practice.phone)))
    return " ".join(said or [t("receipt_none_left")])


def _whole(number: str) -> str:
    """Not broken at the end of a line."""
    return number.replace(" ", "\u00a0")
