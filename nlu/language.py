"""Which language a text is in: English, Spanish, or another that a person must answer."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

# Spoken by US patients and written in Latin letters; other scripts tell themselves.
_LATIN = (
    Language.ENGLISH,
    Language.SPANISH,
    Language.FRENCH,
    Language.PORTUGUESE,
    Language.VIETNAMESE,
    Language.TAGALOG,
)
_SCRIPTS = {
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "GREEK": "el",
    "ARMENIAN": "hy",
}
_LISTS = Path(__file__).parent.parent / "data" / "languages.yml"
_OURS = ("en", "es")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NO_WORDS = re.compile(
    r"\S+@\S+|\b\d+(?: [nsew]\.?)?(?: [\w.]+){1,3}? (?:st|street|ave|avenue|rd|road|dr|drive|ln|"
    r"lane|blvd|way|ct|court|pl|place|hwy)\b\.?(?:(?:[ ,#]+\w+){0,5} \d{5})?"
)  # an e-mail, an address
_READ = 400  # characters; the rest tells nothing new
_SURE = 0.6  # share of the six candidates; below it a text stays undecided
_FOREIGN = 0.9  # the same for a language a person must answer: shorthand often looks foreign


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where the text does not tell ("no", "50", an emoji)."""
    words = _WORD.findall(text[:_READ].lower().replace("\u2019", "'"))
    if not words:
        return None
    script = _script_of(text[:_READ])
    if script is not None:
        return script
    known = {code: sum(word in listed for word in words) for code, listed in _words().items()}
    by_words = _by_words(known, len(words))
    if by_words is not None or len(words) < 3:
        return by_words
    return _by_letters(text[:_READ], is_ours=4 * max(known["en"], known["es"]) >= len(words))


def is_plain(text: str, code: str) -> bool:
    """Some word of it is of that language's list; an address or a name has none, nor "ys tht"."""
    told = _NO_WORDS.sub(" ", text[:_READ].lower().replace("\u2019", "'"))
    words = _WORD.findall(told)
    known = {listed: sum(word in own for word in words) for listed, own in _words().items()}
    return known[code] > 0 and known[code] >= max(known[ours] for ours in _OURS)


def _script_of(text: str) -> str | None:
    letters = [unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()]
    foreign = [_SCRIPTS[name] for name in letters if name in _SCRIPTS]
    if len(foreign) * 2 <= len(letters):
        return None
    return "ja" if "ja" in foreign else foreign[0]


def _by_words(known: dict[str, int], words: int) -> str | None:
    """`known` counts the words of each list; a third of the text, or far more than the others."""
    ours = max(_OURS, key=lambda code: known[code])
    theirs = max(known.keys() - set(_OURS), key=lambda code: known[code])
    if known[theirs] >= 2 and known[theirs] > 1.5 * known[ours] and 3 * known[theirs] >= words:
        return theirs
    least = min(known[code] for code in _OURS)
    if 4 * known[ours] < words or known[ours] <= 1.5 * least or known[theirs] > 2 * known[ours]:
        return None
    return ours


def _by_letters(text: str, is_ours: bool) -> str | None:
    """`is_ours`: enough words are English or Spanish that it is one of the two."""
    values = _detector().compute_language_confidence_values(text)
    shares = {each.language.iso_code_639_1.name.lower(): each.value for each in values}
    best = max(shares, key=lambda code: shares[code])
    if best in _OURS:
        return best if shares[best] >= _SURE else None
    if shares[best] >= _FOREIGN and not is_ours:
        return best
    ours = max(_OURS, key=lambda code: shares[code])
    return ours if shares[ours] >= 2 * min(shares["en"], shares["es"]) else None


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = yaml.safe_load(_LISTS.read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in lists.items()}


@cache
def _detector() -> LanguageDetector:
    """Loaded at the first long text. Low accuracy mode: trigrams only, a tenth of the memory."""
    return LanguageDetectorBuilder.from_languages(*_LATIN).with_low_accuracy_mode().build()
