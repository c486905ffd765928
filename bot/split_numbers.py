"""A card, social security or bank number begun in one text and ended in the next."""

import re
from dataclasses import dataclass

from bot.digits import PIECE, Digit, ends, runs, starts, written
from bot.redaction import (
    MARKS,
    NAMED_SSN,
    Redacted,
    Sensitive,
    is_brand,
    is_luhn,
    redact,
    redact_accounts,
    with_expiry,
)

_BETWEEN = re.compile(
    r"\b(?:and|then|the|my|is|are|it|its|it's|rest|last|next|here|ok|y|el|la|los|es|son|four|cuatro"
    r"|digits|number|part|half)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W*(?:(?:exp\w*|vence\w*|date|fecha|valid|it|is|and|the)\W*){0,3}"
    r"(?:(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d\b)?"
    r"\W*(?:(?:cvv2?|cvc|code|csc|codigo|and|is|y|es|the)\W*){0,3}\d{3,4}\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pair:
    """Two texts of one patient without the numbers that ran from the first into the second.

    `previous` is None where the first may stay as it is.
    """

    previous: str | None
    text: str
    kinds: frozenset[Sensitive]


def redact_pair(previous: str, text: str) -> Pair:
    text = written(text)
    split = _split_card(previous, text) or _split_ssn(previous, text)
    if split:
        kind, begun, ended = split
        whole = redact(ended)
        return Pair(begun, whole.text, whole.kinds | {kind})
    whole = _behind(redact(previous), text)
    return Pair(None, whole.text, whole.kinds)


def _behind(before: Redacted, text: str) -> Redacted:
    """What follows a card, or a routing number, tells what a number without a name is."""
    is_after_card = before.text.rstrip(" .!,").endswith(MARKS[Sensitive.CARD])
    if is_after_card and _BEHIND.fullmatch(text):
        return Redacted(MARKS[Sensitive.SECURITY_CODE], frozenset({Sensitive.SECURITY_CODE}))
    whole = redact(text)
    if MARKS[Sensitive.BANK] not in before.text:
        return whole
    rest = redact_accounts(whole.text)
    return Redacted(rest.text, whole.kinds | rest.kinds)


def _split_card(previous: str, text: str) -> tuple[Sensitive, str, str] | None:
    previous = written(previous)
    tail = runs(previous)[-1:]
    head = runs(text)[:1]
    if not tail or not head or not _meet(previous, tail[0][-1], text, head[0][0]):
        return None
    for first in starts(tail[0]):
        for last in ends(head[0]):
            digits = [digit.value for digit in tail[0][first:] + head[0][: last + 1]]
            if is_luhn(digits) and is_brand(digits):
                mark = MARKS[Sensitive.CARD]
                end = with_expiry(text, head[0][last].end)
                return Sensitive.CARD, previous[: tail[0][first].start] + mark, mark + text[end:]
    return None


def _split_ssn(previous: str, text: str) -> tuple[Sensitive, str, str] | None:
    joined, mark = f"{previous}\n{text}", MARKS[Sensitive.SSN]
    for match in NAMED_SSN.finditer(joined):
        if match.start() < len(previous) < match.end() - 1:
            return Sensitive.SSN, joined[: match.start()] + mark, mark + joined[match.end() :]
    return None


def _meet(previous: str, last: Digit, text: str, first: Digit) -> bool:
    """Nothing but marks and words like "and the rest is" lies between the two texts' digits."""
    between = PIECE.sub(" ", previous[last.end :]) + " " + PIECE.sub(" ", text[: first.start])
    return not re.search(r"\w", _BETWEEN.sub(" ", between))
