"""The tables."""

from bot.models.asked_text import AskedText
from bot.models.base import Base, PracticeRow
from bot.models.conversation import (
    AuditEvent,
    Conversation,
    DecisionRow,
    Direction,
    Handoff,
    IdentityCheck,
    Message,
    Reminder,
)
from bot.models.heartbeat import Heartbeat
from bot.models.learning import Correction, CorrectionState
from bot.models.ledger import Account, EntryKind, LedgerEntry, Statement, StatementLine
from bot.models.mailing import Mailing
from bot.models.patient import Consent, Hold, OptOut, Patient, SuppressedNumber
from bot.models.payment import (
    AttemptStatus,
    Installment,
    InstallmentStatus,
    PaymentAttempt,
    PaymentPlan,
    PaymentRequest,
    PlanStatus,
    RequestStatus,
    StripeEvent,
)
from bot.models.plan_change import PlanChange, PlanRequest
from bot.models.practice import Practice, PracticeSettingsVersion, Staff
from bot.models.visit import VisitCheck, WebVisit

__all__ = [
    "Account", "AskedText", "AttemptStatus", "AuditEvent", "Base", "Consent", "Conversation",
    "Correction", "CorrectionState", "DecisionRow", "Direction", "EntryKind", "Handoff",
    "Heartbeat", "Hold", "IdentityCheck", "Installment", "InstallmentStatus", "LedgerEntry",
    "Mailing", "Message", "OptOut", "Patient", "PaymentAttempt", "PaymentPlan", "PaymentRequest",
    "PlanChange", "PlanRequest", "PlanStatus", "Practice", "PracticeRow",
    "PracticeSettingsVersion", "Reminder", "RequestStatus", "Staff", "Statement", "StatementLine",
    "StripeEvent", "SuppressedNumber", "VisitCheck", "WebVisit",
]  # fmt: skip
