"""What may go by e-mail, and how."""

from enum import StrEnum


class MailKind(StrEnum):
    """Also the name of its page, behind our link."""

    STATEMENT = "statement"
    RECEIPTS = "receipts"
