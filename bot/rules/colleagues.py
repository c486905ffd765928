"""A colleague's first name, out of what an account is called; "Front Desk" has none."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_TITLES = frozenset(
    {"dr", "dra", "doctor", "doctora", "mr", "mrs", "ms", "miss", "sr", "sra", "srta", "prof"}
)
_NO_PERSON = frozenset({
    "front", "desk", "billing", "office", "team", "staff", "reception", "receptionist", "admin",
    "administrator", "accounts", "account", "info", "clinic", "help", "support", "the",
    "recepcion", "oficina", "equipo", "caja", "facturacion", "la", "el",
})  # fmt: skip
_MOST_LETTERS = 20


def first_name(called: str) -> str | None:
    """None where nobody in particular is named."""
    words = [word.group() for word in _WORD.finditer(called)]
    named = [word for word in words if word.casefold() not in _TITLES]
    if not named or named[0].casefold() in _NO_PERSON or len(named[0]) > _MOST_LETTERS:
        return None
    return named[0]
