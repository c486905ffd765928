"""A bill or a part of it in hardly a word besides: "the lab one", "el de los rayos x"."""

import re
from collections.abc import Collection

from nlu.date_words import MONTHS
from nlu.items import without_items
from nlu.normal import fold
from nlu.reading import read

_MOST_WORDS = 9
_SHORTEST = 4
_DAY_OR_SUM = re.compile(r"(?<![\w$])(?:\$ ?)?\d[\d.,/-]*(?:st|nd|rd|th)?(?!\w)")
_AROUND_WORDS = """the a an my that this it one ones bill bills charge charges statement visit item
line part thing for of from on about in its it's is was i mean meant said just only please pls plz
thanks thx ok okay oh um uh well guess think sorry no yes yeah so and
el la lo las los de del mi esa ese eso esta este una un es era por para que cuenta factura cargo
recibo cita nomas solo solamente pues creo digo sobre favor porfa gracias si bueno ah perdon y"""
_PLACE_WORDS = """first 1st second 2nd third 3rd last latest newest newer oldest older old new
recent most primera primero segunda segundo tercera tercero ultima ultimo vieja viejo nueva nuevo
reciente mas bigger biggest big larger largest higher highest smaller smallest small littler
littlest little lower lowest cheaper cheapest grande chica chico chiquita menor mayor barata cara
pequena"""
_PLACED = frozenset((*_PLACE_WORDS.split(), *MONTHS))
_AROUND = _PLACED.union(_AROUND_WORDS.split())

_PART = re.compile(
    r"\W*(?:(?:ok|okay|and|so|but|y|pero|entonces) )*(?:how much|cuanto)(?: (?:of|de) (?:that|it|"
    r"this|"
    r"the bill|eso|esto|ahi))? (?:is|was|are|were|es|era|fue)(?: (?:just|only|solo|nomas))?"
    r"(?: (?:for|from|de|por|lo|del))?"
    r" (?P<what>(?:the |my |la |el |los |las |lo )?.{2,30}?)"
    r"(?: (?:part|portion|share|charge|piece|alone|itself))?\W*"
)


def part_asked(text: str) -> str | None:
    """ "How much of that is for the bloodwork": "the bloodwork"."""
    found = _PART.fullmatch(fold(text).text)
    return found["what"] if found else None


def names_a_bill_alone(text: str, lines: Collection[str], language: str | None = None) -> bool:
    """By what was done, by its size, day or sum; `lines`: what stands on the bills."""
    said = read(text, language).text
    is_placed = _DAY_OR_SUM.search(said) is not None or bool(_PLACED.intersection(_words(said)))
    named = _named(said, lines)
    return named is not None and (is_placed or _is_called(said, named))


def names_a_line_alone(text: str, lines: Collection[str], language: str | None = None) -> bool:
    """As above, but only by what was done."""
    said = read(text, language).text
    named = _named(said, lines)
    return named is not None and _is_called(said, named)


def _named(said: str, lines: Collection[str]) -> frozenset[str] | None:
    """The words that stand on the bills; None where others are said besides."""
    own = {word for line in lines for word in _words(read(line, "en").text)}
    named = frozenset(_words(without_items(said))) - _AROUND
    return named if named <= own and len(said.split()) <= _MOST_WORDS else None


def _is_called(said: str, named: frozenset[str]) -> bool:
    return without_items(said) != said or any(len(word) >= _SHORTEST for word in named)


def _words(said: str) -> list[str]:
    return re.findall(r"[a-z']+", _DAY_OR_SUM.sub(" ", said))
