"""Words are data: a Say, a language and a tone become one text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from bot.action import Bills, ClockTime, Link, Listed, Money, Phrase, Say, Schedule, Value
from bot.rules.cards import Card
from bot.rules.money import money
from bot.rules.segments import to_gsm7

RESPONSES = Path(__file__).parent.parent / "data" / "responses"
FALLBACK_TONE = "plain"
DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "es": ("lun", "mar", "mie", "jue", "vie", "sab", "dom"),
}
MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}

Variants = tuple[str, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it is built


class UnknownWording(KeyError):
    """A key or tone that the wording files do not have."""


@dataclass(frozen=True)
class Frame:
    """What every text may name without being told: who speaks, to whom, where and when."""

    language: str
    tone: str
    practice: str
    phone: str
    first_name: str
    timezone: str
    today: date
    link: str = ""


@dataclass(frozen=True)
class Wording:
    """Per language: key -> tone -> one or more ways to say it."""

    texts: Mapping[str, Mapping[str, Mapping[str, Variants]]]

    def variants(self, key: str, frame: Frame) -> Variants:
        """The tone asked for, or the plain one. Raises UnknownWording."""
        tones = self.texts[frame.language].get(key)
        if tones is None:
            raise UnknownWording(f"{key} ({frame.language})")
        return tones.get(frame.tone) or tones[FALLBACK_TONE]

    def render(self, says: tuple[Say, ...], frame: Frame, unlike: str = "") -> str:
        """One text of all the says; where it can, in other words than `unlike` (the last text)."""
        longest = max(len(self.variants(say.key, frame)) for say in says)
        texts = [" ".join(self._one(say, frame, turn) for say in says) for turn in range(longest)]
        fresh = [text for text in texts if text not in unlike] or [
            text for text in texts if text != unlike
        ]
        if fresh:
            return fresh[0]
        again = self.variants("as_i_said", frame)[0]
        return f"{again} {texts[-1]}"

    def _one(self, say: Say, frame: Frame, turn: int) -> str:
        variants = self.variants(say.key, frame)
        values = {name: self._spoken(value, frame) for name, value in say.values.items()}
        spoken = variants[turn % len(variants)].format(**(_standing(frame) | values))
        return to_gsm7(spoken) if frame.language == "en" else spoken

    def _spoken(self, value: Value, frame: Frame) -> str:
        if isinstance(value, Listed):
            return self._listed(value, frame)
        if isinstance(value, Card):
            about = {"brand": value.name, "last4": value.last4}
            return self._one(Say(f"phrase_{value.kind}_ending", about), frame, 0)
        if isinstance(value, Phrase):
            return self.variants(value.key, frame)[0]
        if isinstance(value, Schedule):
            parts = [
                f"{money(i.cents)} {day(i.due_on, frame)}" for i in value.proposal.installments
            ]
            return ", ".join(parts)
        if isinstance(value, Bills):
            return ", ".join(f"{day(on, frame)} {money(cents)}" for on, cents in value.rows)
        return spoken(value, frame)

    def _listed(self, value: Listed, frame: Frame) -> str:
        """ "a, b", or with its last word ("a, b and c") where one is named."""
        parts = [self._one(say, frame, 0) for say in value.says]
        if value.last is None or len(parts) < 2:
            return ", ".join(parts)
        last = self.variants(value.last, frame)[0]
        return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def spoken(value: Value, frame: Frame) -> str:
    """Money, days and times as a patient reads them."""
    if isinstance(value, Money):
        return money(value.cents)
    if isinstance(value, Link):
        return frame.link
    if isinstance(value, ClockTime):
        return _moment(value.at, frame)
    if isinstance(value, time):
        return _hour(value)
    if isinstance(value, date):
        return day(value, frame)
    return str(value)


def day(on: date, frame: Frame) -> str:
    """ "Fri Dec 4" or "vie 4 dic"; with the year when it is not this or the coming half-year."""
    weekday = DAYS[frame.language][on.weekday()]
    month = MONTHS[frame.language][on.month - 1]
    text = (
        f"{weekday} {on.day} {month}" if frame.language == "es" else f"{weekday} {month} {on.day}"
    )
    far = abs((on - frame.today).days) > 183
    return f"{text} {on.year}" if far else text


def _moment(at: datetime, frame: Frame) -> str:
    local = at.astimezone(ZoneInfo(frame.timezone))
    days = (local.date() - frame.today).days
    words = {"en": ("today", "tomorrow"), "es": ("hoy", "ma\u00f1ana")}[frame.language]
    when = words[days] if 0 <= days < len(words) else day(local.date(), frame)
    by = {"en": "{hour} {when}", "es": "las {hour} de {when}"}[frame.language]
    return by.format(hour=_hour(local.time()), when=when)


def _hour(at: time) -> str:
    hour = at.hour % 12 or 12
    return f"{hour}:{at.minute:02d} {'am' if at.hour < 12 else 'pm'}"


def _standing(frame: Frame) -> dict[str, str]:
    return {
        "practice": frame.practice,
        "phone": frame.phone,
        "first_name": frame.first_name,
        "link": frame.link,
    }


def load_wording(folder: Path = RESPONSES) -> Wording:
    """Every `<language>.yml`: key -> tone -> text or list of texts."""
    files = sorted(folder.glob("*.yml"))
    return Wording({file.stem: _read(file) for file in files})


def _read(file: Path) -> dict[str, dict[str, Variants]]:
    raw = yaml.load(file.read_text(), Loader=_LOADER)
    return {
        key: {tone: _variants(text) for tone, text in tones.items()} for key, tones in raw.items()
    }


def _variants(text: str | list[str]) -> Variants:
    return (text,) if isinstance(text, str) else tuple(text)
