"""Words of stopping, helping and alarm, from data/keywords.yml, on a text in its plain form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.cleaning import folded, plain
from bot.spelling import Spelling, meant, spelling_of

KEYWORDS = Path(__file__).resolve().parent.parent / "data" / "keywords.yml"
_FILLER = re.compile(
    r"\b(?:please|now|ok|okay|just|all|thanks|thank you|i said|i asked|asked you to|immediately|"
    r"already|hey|hi|hello|guys|sir|maam|omg|ugh|por favor|gracias|again|damn|fucking|asap)\b|\."
)
_NOT_ALONE = frozenset({"cancel", "end", "cancelar", "help", "info"})


class Keyword(StrEnum):
    OPT_OUT = "opt_out"
    OPT_IN = "opt_in"
    HELP = "help"


class Certainty(StrEnum):
    """SURE and LIKELY are acted on; ASK is asked, with nothing proactive sent till answered."""

    SURE = "sure"
    LIKELY = "likely"
    ASK = "ask"


class Alarm(StrEnum):
    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    ATTORNEY = "attorney"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"


Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Heard:
    """`by_carrier`: the whole text is a word that the carrier answers by itself."""

    keyword: Keyword
    certainty: Certainty
    by_carrier: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The word lists, compiled once."""

    carrier: Mapping[str, Keyword]
    whole: Mapping[str, Keyword]
    emoji: Mapping[str, str]
    spelling: Spelling
    friends: Patterns
    doubts: Patterns
    opt_out: tuple[tuple[Certainty, Patterns], ...]
    left: Patterns
    opt_in: Patterns
    alarms: Mapping[Alarm, tuple[Patterns, Patterns]]


@lru_cache(maxsize=4)
def load_lexicon(path: Path = KEYWORDS) -> Lexicon:
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    macros, out = words["words"], words["opt_out"]
    out["ask"] = out["unmeant"] + out["ask"]
    levels = ((Certainty.SURE, "sure"), (Certainty.LIKELY, "likely"), (Certainty.ASK, "ask"))
    return Lexicon(
        carrier=_owners(words["carrier"]),
        whole=_owners(words["carrier"]) | _owners(words["whole"]),
        emoji={mark: f" {word} " for mark, word in words["emoji"].items()},
        spelling=spelling_of(words),
        friends=_compiled(out["friends"], macros),
        doubts=_compiled(out["doubts"], macros),
        opt_out=tuple((certainty, _compiled(out[key], macros)) for certainty, key in levels),
        left=_compiled([*out["left"], *map(re.escape, map(plain, out["foreign"]))], macros),
        opt_in=_compiled(words["opt_in"]["likely"], macros),
        alarms={
            Alarm(name): (_compiled(lists["not"], macros), _compiled(lists["said"], macros))
            for name, lists in words["alarms"].items()
        },
    )


def spoken(text: str, lexicon: Lexicon) -> str:
    """The plain form with emoji as words and every word spelled as meant."""
    for mark, word in lexicon.emoji.items():
        text = text.replace(mark, word)
    return " ".join(meant(word, lexicon.spelling) for word in plain(text).split())


def hear(body: str, said: str, lexicon: Lexicon) -> Heard | None:
    """`body` as sent and `said` as spoken; the whole text first, then any wording."""
    whole = _whole(body, said, lexicon)
    if whole:
        return whole
    opt_out = _opt_out(said, lexicon)
    if opt_out:
        return Heard(Keyword.OPT_OUT, opt_out)
    if any(pattern.search(said) for pattern in lexicon.opt_in):
        return Heard(Keyword.OPT_IN, Certainty.LIKELY)
    return None


def is_false_friend(said: str, lexicon: Lexicon) -> bool:
    """Words of stopping stand there that ask for no stop: "don't stop texting me"."""
    return any(pattern.search(said) for pattern in lexicon.friends)


def is_figure_of_speech(said: str, lexicon: Lexicon) -> bool:
    """Words of danger stand there that tell of none: "the ambulance bill"."""
    dangers = (lexicon.alarms[alarm] for alarm in (Alarm.SELF_HARM, Alarm.EMERGENCY))
    return any(pattern.search(said) for friends, _ in dangers for pattern in friends)


def alarms(said: str, lexicon: Lexicon) -> frozenset[Alarm]:
    return frozenset(
        alarm
        for alarm, (friends, patterns) in lexicon.alarms.items()
        if any(pattern.search(_without(said, friends)) for pattern in patterns)
    )


def _whole(body: str, said: str, lexicon: Lexicon) -> Heard | None:
    word = body.strip().lower()
    if word in lexicon.carrier:
        return Heard(lexicon.carrier[word], Certainty.SURE, by_carrier=True)
    bare = re.sub(r"[^\w ]", "", folded(body)).strip()
    for form in (bare, " ".join(said.replace(".", " ").split()), _core(said)):
        if form in lexicon.whole:
            return Heard(lexicon.whole[form], Certainty.SURE)
    return None


def _core(said: str) -> str:
    """Without "please", "ok", "i said": "ok stop please" is "stop"; "ok cancel" may mean back."""
    words = _FILLER.sub(" ", said).split()
    core = " ".join(dict.fromkeys(words) if len(set(words)) == 1 else words)
    return "" if core in _NOT_ALONE else core


def _opt_out(said: str, lexicon: Lexicon) -> Certainty | None:
    kept = _without(said, lexicon.friends)
    found = {
        certainty
        for certainty, patterns in lexicon.opt_out
        if any(pattern.search(kept) for pattern in patterns)
    }
    if Certainty.ASK in found:
        kept = _without(kept, dict(lexicon.opt_out)[Certainty.ASK])
        found = {c for c, patterns in lexicon.opt_out if any(p.search(kept) for p in patterns)}
        found.add(Certainty.ASK)
    if any(pattern.search(kept) for pattern in lexicon.left):
        found.add(Certainty.ASK)
    if found and any(pattern.search(said) for pattern in lexicon.doubts):
        return Certainty.ASK
    return next((certainty for certainty in Certainty if certainty in found), None)


def _without(said: str, friends: Patterns) -> str:
    for pattern in friends:
        said = pattern.sub(" ~ ", said)
    return said


def _owners(lists: Mapping[str, list[Any]]) -> dict[str, Keyword]:
    return {str(word): Keyword(name) for name, words in lists.items() for word in words}


def _compiled(patterns: list[str], macros: Mapping[str, str]) -> Patterns:
    compiled = []
    for pattern in patterns:
        for name, words in macros.items():
            pattern = pattern.replace(f"{{{name}}}", words)
        compiled.append(re.compile(pattern))
    return tuple(compiled)
