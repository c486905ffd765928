"""What may go by e-mail, and how."""

from enum import StrEnum


class MailKind(StrEnum):
    """Also the name of its page, behind our link."""

    STATEMENT = "statement"
    RECEIPTS = "receipts"


def may_carry(is_asked: bool, is_on_file: bool, is_unencrypted_ok: bool) -> bool:
    """Whether the paper itself goes along, and not only a link that asks who opens it (R02).

    E-mail is as open as a text: only who accepted details in plain texts, only when the file
    itself was asked for, and only to the address on file, for one just typed may be mistyped.
    """
    return is_asked and is_on_file and is_unencrypted_ok
