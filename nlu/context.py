"""What a bare value means depends on the question that was open."""

import re
from dataclasses import replace
from datetime import date

from nlu.understanding import Entities, Intent

_SURE = 0.9
_PAYING = {"pay_now", "promise_to_pay"}
_WORD = re.compile(r"[^\W\d_]+")

_ANY = ("amounts", "dates", "count", "frequency")

# First match decides: what a value means there (None: no wish), and which kinds of value count. The
# question in words, English or Spanish, or the name of its slot.
_MEANT: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    (r"identity|birth|born|zip|nacimiento|naci[oó]|code|c[oó]digo|next_step", None, ()),
    (r"dispute|wrong|equivocad|mal\b", "dispute_charge", _ANY),
    (r"which_bill|explain|explico|explicar", "explain_charge", _ANY),
    (r"\bdid\b|\bmade\b|already|\bpaid\b|\bpag[oó]\b|\bhizo\b", "already_paid", ("dates",)),
    (r"plan|install|split|month|mensual|cuotas|pagos\b|count|frequency", "set_up_plan", _ANY),
    (r"promise|due_on|when\b|day\b|date\b|cu[aá]ndo|d[ií]a\b|fecha", "promise_to_pay", ("dates",)),
    (r"how much|amount|cents|cu[aá]nto|cantidad|monto", "pay_now", ("amounts",)),
)
_COMPILED = [(re.compile(words, re.I), intent, kinds) for words, intent, kinds in _MEANT]
_SMALL_WORDS = """
on the by maybe about around for at of in a an it to ok okay yes yeah yep sure make how what
lets let's say do can could i we'll i'll we pay please just like then works work is good fine
best day week weekly month monthly biweekly every each per payments payment times dollars bucks
or so probably i'd id more guess think um uh hm well only st nd rd th
el la los las un una por para como unos unas creo que seria sería mejor mas más menos puede
ser dia día cada al mes semana quincena quincenal mensual pagos pago cuotas veces dolares
dólares si sí pues bueno nomas nomás solo sólo yo puedo en de o
"""
_FILLING = frozenset(_SMALL_WORDS.split())


def in_context(
    said: tuple[Intent, ...], text: str, entities: Entities, open_question: str | None
) -> tuple[Intent, ...]:
    """A bare amount, day or number answers the question; any other text keeps what it says."""
    if open_question is None or not _is_bare(text, entities):
        return said
    answered = _answered(entities, open_question)
    return said if answered is None else (Intent(answered, _SURE),)


def told_apart(ranking: tuple[Intent, ...], entities: Entities, today: date) -> tuple[Intent, ...]:
    """Paying now and paying on a day say the same words: the day tells which of the two it is.

    Only where those two are the best guesses, and neither is sure.
    """
    first = ranking[:2]
    if {guess.name for guess in first} != _PAYING or first[0].confidence >= _SURE:
        return ranking
    is_later = any(day.on is None or day.on > today for day in entities.dates)
    meant = "promise_to_pay" if is_later else "pay_now"
    either = 1 - (1 - first[0].confidence) * (1 - first[1].confidence)
    other = next(guess for guess in first if guess.name != meant)
    return (Intent(meant, either), *ranking[2:], replace(other, confidence=0.0))


def _is_bare(text: str, entities: Entities) -> bool:
    """Nothing is said but values and the small words around them."""
    spans = [(amount.start, amount.end) for amount in entities.amounts]
    spans += [(day.start, day.end) for day in entities.dates]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return all(word in _FILLING for word in _WORD.findall(text.lower().replace("’", "'")))


def _answered(entities: Entities, question: str) -> str | None:
    for words, intent, kinds in _COMPILED:
        if words.search(question):
            return intent if any(getattr(entities, kind) for kind in kinds) else None
    return None
