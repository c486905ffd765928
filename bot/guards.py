"""Before any model: what the law and safety demand of a text, and what may be kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.cleaning import MOST_LETTERS, SLASHES, cleaned, visible
from bot.keywords import (
    KEYWORDS,
    Alarm,
    Certainty,
    Heard,
    Keyword,
    Lexicon,
    alarms,
    hear,
    is_false_friend,
    is_figure_of_speech,
    load_lexicon,
    spoken,
)
from bot.redaction import MARK, Sensitive, redact
from bot.split_numbers import Pair, redact_pair

__all__ = [
    "Alarm",
    "Certainty",
    "Guarded",
    "Keyword",
    "Kind",
    "Sensitive",
    "guard",
    "guard_all",
    "has_false_friend",
    "has_figure_of_speech",
    "unmarked",
]

_MOST_READ = 3 * MOST_LETTERS  # of a body no carrier delivers, before numbers are taken out
ALARM_INTENTS = {
    Alarm.DECEASED: "deceased",
    Alarm.BANKRUPTCY: "legal",
    Alarm.ATTORNEY: "legal",
}


class Kind(StrEnum):
    """What the body was as it came."""

    WORDS = "words"
    SYMBOLS = "symbols"  # emoji or marks alone
    COMMAND = "command"  # began with "/", which the language model would obey
    BLANK = "blank"


@dataclass(frozen=True)
class Guarded:
    """`text` is all that may be stored, logged or understood of the body.

    `redacted_previous` is what the text before must be replaced by, where a card number was split.
    `answered_by_carrier`: the carrier confirms this keyword by itself; a second text would be one
    too many.
    """

    text: str
    original_kind: Kind
    keyword: Keyword | None = None
    certainty: Certainty | None = None
    answered_by_carrier: bool = False
    alarms: frozenset[Alarm] = frozenset()
    redacted: frozenset[Sensitive] = frozenset()
    redacted_previous: str | None = None

    @property
    def is_blank(self) -> bool:
        return self.original_kind is Kind.BLANK

    @property
    def is_opt_out(self) -> bool:
        """To be obeyed now; an uncertain one (ASK) is asked instead."""
        return self.keyword is Keyword.OPT_OUT and self.certainty is not Certainty.ASK

    @property
    def is_crisis(self) -> bool:
        return bool(self.alarms & {Alarm.SELF_HARM, Alarm.EMERGENCY})

    @property
    def intents(self) -> tuple[str, ...]:
        """What law and safety decide before any model, the gravest first."""
        found: tuple[str, ...] = ("crisis",) if self.is_crisis else ()
        found += ("opt_out",) if self.is_opt_out else ()
        found += tuple(intent for alarm, intent in ALARM_INTENTS.items() if alarm in self.alarms)
        if self.keyword is Keyword.HELP:
            found += ("help",)
        if self.keyword is Keyword.OPT_IN and self.certainty is Certainty.SURE:
            found += ("opt_in",)
        return tuple(dict.fromkeys(found))

    @property
    def asks_opt_out(self) -> bool:
        """A false friend of "stop": never obeyed silently, asked about."""
        return self.keyword is Keyword.OPT_OUT and self.certainty is Certainty.ASK


def guard(body: str, previous_body: str | None = None, keywords: Path = KEYWORDS) -> Guarded:
    """`previous_body` is the patient's text just before, for a card number sent in two halves."""
    text = cleaned(body)[:_MOST_READ]
    kind = _kind(body, text)
    if kind is Kind.BLANK:
        return Guarded("", kind)
    kept = _kept(previous_body, text)
    lexicon = load_lexicon(keywords)
    said = spoken(unmarked(text)[:MOST_LETTERS], lexicon)
    heard = hear(unmarked(body), said, lexicon)
    return Guarded(
        text=kept.text[:MOST_LETTERS],
        original_kind=kind,
        keyword=heard.keyword if heard else None,
        certainty=heard.certainty if heard else None,
        answered_by_carrier=_is_carriers(heard),
        alarms=alarms(said, lexicon),
        redacted=kept.kinds,
        redacted_previous=kept.previous,
    )


def guard_all(bodies: Sequence[str]) -> Guarded:
    """Several texts taken as one thought: a whole-text keyword in any of them still counts."""
    whole = guard("\n".join(bodies))
    if len(bodies) == 1:
        return whole
    each = [guard(body) for body in bodies]
    choices = [one for one in each if one.is_opt_out or one.keyword is Keyword.OPT_IN]
    lawful = choices or [one for one in each if one.keyword is Keyword.HELP]
    alarmed = frozenset(alarm for one in each for alarm in one.alarms)
    if not lawful:
        return replace(whole, alarms=whole.alarms | alarmed)
    last = lawful[-1]
    return replace(
        whole,
        keyword=last.keyword,
        certainty=last.certainty,
        answered_by_carrier=last.answered_by_carrier,
        alarms=whole.alarms | alarmed,
    )


def has_false_friend(body: str, keywords: Path = KEYWORDS) -> bool:
    """Whether what looks like an opt-out there is known to be none."""
    lexicon = load_lexicon(keywords)
    return is_false_friend(_spoken(body, lexicon), lexicon)


def has_figure_of_speech(body: str, keywords: Path = KEYWORDS) -> bool:
    """Whether it has words of danger and tells of none, as far as patterns know."""
    lexicon = load_lexicon(keywords)
    said = _spoken(body, lexicon)
    return is_figure_of_speech(said, lexicon) and not alarms(said, lexicon)


def _spoken(body: str, lexicon: Lexicon) -> str:
    return spoken(unmarked(cleaned(body)[:MOST_LETTERS]), lexicon)


def _kept(previous_body: str | None, text: str) -> Pair:
    if previous_body:
        return redact_pair(previous_body, text)
    whole = redact(text)
    return Pair(None, whole.text, whole.kinds)


def unmarked(text: str) -> str:
    """The patient's own words, without our marks of what was taken out of them."""
    return MARK.sub(" ", text).strip()


def _is_carriers(heard: Heard | None) -> bool:
    return heard is not None and heard.by_carrier


def _kind(body: str, text: str) -> Kind:
    if not text:
        return Kind.BLANK
    if visible(body).startswith(tuple(SLASHES)):
        return Kind.COMMAND
    return Kind.WORDS if any(letter.isalnum() for letter in text) else Kind.SYMBOLS
