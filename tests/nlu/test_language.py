"""Which language: both of ours however short and misspelled, and those a person must answer."""

import time
from pathlib import Path

import pytest
import yaml

from nlu.language import language_of

WORDINGS = Path(__file__).parent.parent / "wordings"
FOREIGN = yaml.safe_load((WORDINGS / "foreign.yml").read_text())


@pytest.mark.parametrize("code", FOREIGN)
def test_a_language_that_is_not_ours_is_found(code: str) -> None:
    texts = FOREIGN[code]
    assert len(texts) >= 25
    assert [text for text in texts if language_of(text) in ("en", "es", None)] == []


@pytest.mark.parametrize("text", [
    "kiero pagar", "no tengo dinero aorita", "mande el link porfa", "cuanto es lo q debo",
    "ya page", "tengo 50 pa pagar el viernes", "me manda el recibo", "quien es", "de que es esto",
    "aki estoy", "no puedo pagar todo, 40 al mes", "numero equivocado", "mi esposo fallecio",
])  # fmt: skip
def test_spanish_is_found_short_misspelled_and_without_accents(text: str) -> None:
    assert language_of(text) == "es"


@pytest.mark.parametrize("text", [
    "how much i oh", "wat is dis for", "cnt pay rn", "i aint got it till friday", "zelle or venmo",
    "gimme a human", "Ring my cell pls", "am i at zero yet or nah", "reimburse me plz",
    "hes on disability", "Okay, bye bye now", "yall take 20 a month", "soon as my check hit",
])  # fmt: skip
def test_misspelled_english_is_not_foreign(text: str) -> None:
    assert language_of(text) in ("en", None)


@pytest.mark.parametrize(
    "text", ["50", "no", "yo", "Yo!", "12/5", "👍", "", "???", "$40.00", "..."]
)
def test_what_does_not_tell_stays_undecided(text: str) -> None:
    assert language_of(text) is None


def test_half_of_all_texts_take_less_than_a_millisecond() -> None:
    language_of("loads the lists and the trigrams of all six languages")
    taken = []
    for text in sum(FOREIGN.values(), []):
        began = time.perf_counter()
        language_of(text)
        taken.append(time.perf_counter() - began)
    assert sorted(taken)[len(taken) // 2] < 0.001
