"""Which language a text is in: English, Spanish, or another that a person must answer."""

import re
import unicodedata
from functools import cache

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
# Words of short texts; a word of both languages ("no", "me", "plan") is in neither list.
_ENGLISH_WORDS = """
yes yeah yep yup nope ok okay the i you my is it this who what when where how why stop
help hi hello hey thanks thank pay bill text call wrong number please can't don't i'm want
need have paid balance money already and to for of not your we are was do does much owe
nevermind again sorry later today tomorrow friday monday link card send more sure good
morning start unsubscribe quit"""
_SPANISH_WORDS = """
si sí el la los las un una mi es que qué quien quién cuando cuándo donde dónde como
cómo cuanto cuánto por para favor gracias hola buenos buenas dias días tardes noches pagar
pago pagué pague ya debo cuenta dinero ayuda alto basta parar mensajes hoy mañana
manana viernes lunes quiero necesito puedo tengo enlace tarjeta mande mándeme español
espanol factura saldo equivocado numero número adios adiós vale bueno claro soy está esta
más mas nada con ese eso esa dia pa del al se lo le su"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_SPANISH = frozenset(_SPANISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SURE = 0.6  # share of the six candidates; below it a text stays undecided
_FOREIGN = 0.9  # the same for a language a person must answer: shorthand often looks foreign


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where the text does not tell ("ok", "50", an emoji)."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    if not words:
        return None
    script = _script_of(text)
    if script is not None:
        return script
    by_words = _by_words(words)
    if by_words is not None or len(words) < 3:
        return by_words
    return _by_letters(text)


def _script_of(text: str) -> str | None:
    letters = [unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()]
    foreign = [_SCRIPTS[name] for name in letters if name in _SCRIPTS]
    if len(foreign) * 2 <= len(letters):
        return None
    return "ja" if "ja" in foreign else foreign[0]


def _by_words(words: list[str]) -> str | None:
    """Decides where one list has at least a third of the words and the other far fewer."""
    english = sum(word in _ENGLISH for word in words)
    spanish = sum(word in _SPANISH for word in words)
    most, least = max(english, spanish), min(english, spanish)
    if most * 3 < len(words) or most <= 2 * least:
        return None
    return "en" if english > spanish else "es"


def _by_letters(text: str) -> str | None:
    values = _detector().compute_language_confidence_values(text)
    shares = {each.language.iso_code_639_1.name.lower(): each.value for each in values}
    best = max(shares, key=lambda code: shares[code])
    if best in ("en", "es"):
        return best if shares[best] >= _SURE else None
    if shares[best] >= _FOREIGN:
        return best
    ours = max(("en", "es"), key=lambda code: shares[code])
    return ours if shares[ours] >= 2 * min(shares["en"], shares["es"]) else None


@cache
def _detector() -> LanguageDetector:
    """Loaded at the first long text. Low accuracy mode: trigrams only, a tenth of the memory."""
    return LanguageDetectorBuilder.from_languages(*_LATIN).with_low_accuracy_mode().build()
