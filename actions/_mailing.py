"""How a copy of the bill is wanted: on paper, by e-mail, or on the page."""

import re

from actions._words import plain
from bot.action import Context

_PAPER = re.compile(
    r"\b(?:paper|postal|post office|fax\w*|snail mail|envelope|by (?:regular )?mail|"
    r"in the mail|mail (?:it|me (?:a|the|my)|a|the|my)|to my (?:house|home|address)|papel|"
    r"impres[oa]|a mi casa|a mi domicilio|por carta)\b"
)
_LOST = re.compile(
    r"\b(?:lost|misplaced|threw (?:out|away)|can'?t find|perdi|bote|no encuentro|se me perdio)"
    r"(?: \w+){0,2} (?:paper|mail|letter|papel|carta)(?: \w+)?"
)
_EMAIL = re.compile(
    r"\be-?mails?\b|\bemai\w*|\bcorreo\b|\bmail\b.{0,12}@|\bgmail\b|\bhotmail\b|\binbox\b"
)
_PDF = re.compile(r"\bpdf\b|\bprint\w*|\bimprimi\w+|\bdownload\w*|\bdescarg\w+|\bbajar\b")


_BILL = re.compile(
    r"\b(?:bills?|statements?|invoices?|charges?|balance|facturas?|estados? de cuenta|"
    r"cuentas?|cobros?|saldo)\b"
)
_RECEIPT = re.compile(r"\b(?:receipts?|recibos?|comprobantes?)\b")
_RECEIPT_TOLD = frozenset({"receipt_link", "receipt_year"})


def wants_paper(context: Context) -> bool:
    """ "I lost the paper one" is no wish for paper."""
    said = _LOST.sub("", plain(context.text))
    return _PAPER.search(said) is not None and not wants_email(context)


def wants_email(context: Context) -> bool:
    said = plain(context.text)
    is_postal = "correo postal" in said
    has_address = context.understanding.entities.email is not None
    return has_address or (_EMAIL.search(said) is not None and not is_postal)


def wants_file(context: Context) -> bool:
    return _PDF.search(plain(context.text)) is not None


def is_of_receipt(context: Context) -> bool:
    """A file is wanted of what was paid: it is named, or was told of last and nothing else is."""
    said = plain(context.text)
    if not wants_file(context) or _BILL.search(said):
        return False
    was_told = bool(_RECEIPT_TOLD & set(context.memory.last_keys))
    return was_told or _RECEIPT.search(said) is not None


def veiled(address: str) -> str:
    """ "m***@gmail.com": enough to know one's own by."""
    user, _, home = address.partition("@")
    return f"{user[:1]}***@{home}"
