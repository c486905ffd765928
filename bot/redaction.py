"""Card, social security and bank numbers taken out of a text before anything keeps it (PCI DSS)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.digits import Digit, ends, runs, starts, written


class Sensitive(StrEnum):
    CARD = "card"
    SECURITY_CODE = "security_code"
    SSN = "ssn"
    BANK = "bank"


MARKS = {
    Sensitive.CARD: "[card removed]",
    Sensitive.SECURITY_CODE: "[code removed]",
    Sensitive.SSN: "[ssn removed]",
    Sensitive.BANK: "[bank removed]",
}
MARK = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
SHORTEST, LONGEST = 13, 19  # ISO/IEC 7812 account numbers in use
_LETTER_O = re.compile(r"(?<=\d)[oO]+(?=\d|\b)|\b[oO]{3,}(?=\d|\b)")  # typed for a zero
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:19|20)?\d\d"
    r"|(?:0?[1-9]|1[0-2])/(?:[0-3]?\d|\d{4})|(?:19|20)\d\d-\d\d-\d\d)(?![\d/-])"
)
_PHONE = re.compile(r"(?<![\d.-])\(?\d{3}(?:\) ?|[-.])\d{3}[-.]\d{4}(?![\d-])")
_X = re.compile(r"(?<=\d{4})[\W_]{0,2}[xX][\W_]{0,2}(?=\d{4})")  # 4242x4242x4242x4242
_XS = re.compile(r"\d{4,6}(?:[\W_]{0,2}[xX][\W_]{0,2}\d{4,6}){2,4}")  # one x: an extension
_BRANDS = (
    (re.compile(r"4"), (13, 16, 19)),
    (re.compile(r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"3(?:0[0-5]|[689])"), (14, 16)),
    (re.compile(r"6(?:011|4[4-9]|5|2)|35"), (16, 17, 18, 19)),
)
_AFTER_CARD = re.compile(
    r"\d*(?:[/-]\d{2}(?!\d))?[\s,;:/.x*|_()-]*(?:(?:exp\w*|vence\w*|date|fecha|valid)?[\s:.-]*"
    r"(?:0?[1-9]|1[0-2]) ?[ /-] ?\d{2,4}(?!\d))?"
    r"(?:[\s,;:/.x*|_()-]*(?:cvv2?|cvc|code|csc|codigo)?[\s:.-]*(?<!\d)\d{3,4}(?![\d.,/]))?",
    re.IGNORECASE,
)
_EXPIRY = re.compile(
    r"(?:exp|vence|\d ?[ /-] ?\d|cv[vc]|csc|code|codigo)"
    r"|^(?=.*\d$)\d{0,2}(?:[/-]\d{2})?[\s,;)]*(?:\d{3,4})?$",
    re.IGNORECASE,
)
_WORDS = (  # three or four digits read out
    r"(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco"
    r"|seis|siete|ocho|nueve)\b[ ,-]*){3,4}"
)
NAMED_SSN = re.compile(
    r"\b(?:ssn|itin|ss ?#|ss num\w*|social(?: security)?(?: number| num| no| #)?|seguro social)"
    r"\W{0,4}(?:\b(?:is|es|number|numero)\b\W{0,3})?\d{3}[\s.-]?\d{2}[\s.-]?\d{4}(?!\d)"
    r"|(?<![\d$])\d(?:[ .-]?\d){8}\W{1,3}(?:is|es|thats|that's|for)? ?(?:my|the|mi|el)? ?"
    r"\b(?:ssn|itin|social|seguro social)\b",
    re.IGNORECASE,
)
_OTHERS = (
    (
        Sensitive.SECURITY_CODE,
        re.compile(
            r"\b(?:cvv2?|cvc2?|csc|security code|c[oó]digo de seguridad"
            r"|(?:code|numbers?|digits|3|three|c[oó]digo|n[uú]meros?) (?:on|in|at|en|de|por) "
            r"(?:the |my |la )?(?:back|atr[aá]s)"
            r"(?: (?:of|de) (?:the |my |la |mi )?(?:card|tarjeta))?)\b"
            rf"(?:\W{{0,3}}\b(?:is|are|es|son|number|code))?\W{{0,4}}(?:\d{{3,4}}|{_WORDS})\b",
            re.IGNORECASE,
        ),
    ),
    (Sensitive.SSN, NAMED_SSN),
    (
        Sensitive.SSN,
        re.compile(
            r"(?<![\d-])(?!000|666|9)\d{3}(?:-\d{2}-|\s\d{2}\s|\.\d{2}\.)(?!0000)\d{4}(?![\d-])",
            re.IGNORECASE,
        ),
    ),
    (
        Sensitive.BANK,
        re.compile(
            r"\b(?:routing|aba|ruta|transit|rtn)\b(?:\W{0,4}\b(?:number|num|no|numero|is|es|#)){0,3}"
            r"\W{0,4}\d{9}(?!\d)",
            re.IGNORECASE,
        ),
    ),
)
_ACCOUNT = re.compile(
    r"\b(?:(?:checking|savings|bank) )?(?:account|acct?|cuenta|checking|savings)\b"
    r"(?:\W{0,4}\b(?:de banco|bancaria|number|num|no|numero|is|es|#)){0,3}"
    r"\W{0,4}\d[\d -]{4,18}\d(?!\d)"
    r"|(?<![\d$-])\d{9}(?!\d)|(?<![\d$-])\d{11,17}(?!\d)|\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b",
    re.IGNORECASE,
)
_BANK_WORDS = re.compile(
    r"\b(?:routing|aba|ach|ruta|checking|savings|banco|bancaria|iban|bank)\b|\[bank", re.I
)

_READ_OUT = (  # nine digits said as words behind their name
    (Sensitive.SSN, re.compile(r"\b(?:ssn|itin|social|seguro social)\b", re.I)),
    (Sensitive.BANK, re.compile(r"\b(?:routing|aba|ruta)\b", re.I)),
)
_NINE = 9
_SOON = 24  # letters at most between the name and the first digit


@dataclass(frozen=True)
class Redacted:
    text: str
    kinds: frozenset[Sensitive]


Span = tuple[int, int]


def redact(text: str) -> Redacted:
    """The text with each such number replaced by its mark; phones, amounts and days stay."""
    kinds: set[Sensitive] = set()
    text = written(text)
    cards = _merged(list(_cards(text)))
    for start, end in reversed(cards):
        text = text[:start] + MARKS[Sensitive.CARD] + text[with_expiry(text, end) :]
        kinds.add(Sensitive.CARD)
    for kind, (start, end) in reversed(list(_read_out(text))):
        text = text[:start] + MARKS[kind] + text[end:]
        kinds.add(kind)
    for kind, pattern in _OTHERS:
        text, changes = pattern.subn(MARKS[kind], text)
        kinds |= {kind} if changes else set()
    if not _BANK_WORDS.search(text):
        return Redacted(text, frozenset(kinds))
    rest = redact_accounts(text)
    return Redacted(rest.text, rest.kinds | kinds)


def redact_accounts(text: str) -> Redacted:
    """Where a bank is spoken of: its account numbers, named or long enough to be one."""
    text, changes = _ACCOUNT.subn(MARKS[Sensitive.BANK], text)
    return Redacted(text, frozenset({Sensitive.BANK} if changes else ()))


def _read_out(text: str) -> Iterator[tuple[Sensitive, Span]]:
    for run in runs(text):
        start, end = run[0].start, run[-1].end
        is_said = len(run) == _NINE and end - start > 2 * _NINE
        before = text[max(0, start - _SOON) : start]
        kind = next((kind for kind, name in _READ_OUT if name.search(before)), None)
        if is_said and kind is not None:
            yield kind, (start, end)


def _cards(text: str) -> Iterator[Span]:
    """What a card network issues, anywhere in a run; then any checked number, save days, phones."""
    text = _LETTER_O.sub(lambda match: "0" * len(match.group()), text)
    parted = _X.sub(_without_x, text)
    for run in runs(parted):
        yield from _windows(parted, run, is_issued=True)
    hidden = _XS.sub(_without_x, text)
    for pattern in (_DAY, _PHONE):
        hidden = pattern.sub(lambda match: "x" * len(match.group()), hidden)
    for run in runs(hidden):
        yield from _windows(hidden, run, is_issued=False)


def _without_x(match: re.Match[str]) -> str:
    """As long as before, so that every digit keeps its place."""
    return match.group().replace("x", "-").replace("X", "-")


def _windows(text: str, run: list[Digit], is_issued: bool) -> Iterator[Span]:
    first_digits, last_digits = starts(run), set(ends(run))
    glued = is_issued and len(run) > 16
    for first in range(len(run)) if glued else first_digits:
        for length in range(LONGEST, SHORTEST - 1, -1):
            last = first + length - 1
            if last >= len(run) or not (glued or last in last_digits):
                continue
            digits = [digit.value for digit in run[first : last + 1]]
            if is_luhn(digits) and (not is_issued or is_brand(digits)):
                yield run[first].start, run[last].end


def is_luhn(digits: list[int]) -> bool:
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def is_brand(digits: list[int]) -> bool:
    number = "".join(map(str, digits))
    return any(brand.match(number) and len(number) in lengths for brand, lengths in _BRANDS)


def with_expiry(text: str, end: int) -> int:
    """The end moved past an expiry and security code said right behind a card number."""
    behind = _AFTER_CARD.match(text, end)
    if behind and _EXPIRY.search(behind.group()):
        return behind.end()
    while end < len(text) and text[end].isdigit():  # glued to the number: its expiry
        end += 1
    return end


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
