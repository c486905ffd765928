"""The words of the pages, and the signed notes that run out."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.segments import segments
from bot.settings import Settings
from bot.web import tickets
from bot.web.page_words import words
from bot.web.segment_table import BASIC, DOUBLE
from bot.wording import load_wording

HOLE = re.compile(r"{(\w+)}")


def test_both_languages_have_the_same_words_with_the_same_holes() -> None:
    english, spanish = words("en").texts, words("es").texts
    assert english.keys() == spanish.keys()
    for key, text in english.items():
        assert set(HOLE.findall(str(text))) == set(HOLE.findall(str(spanish[key]))), key


def test_every_word_that_a_text_asks_for_has_its_button() -> None:
    """Save those for texts alone, and what is no answer."""
    no_button = {"STOP", "START", "ZIP", "HSA", "FSA", "EOB", "PDF"}
    for language, texts in load_wording().texts.items():
        said = " ".join(
            text for tones in texts.values() for each in tones.values() for text in each
        )
        asked = set(re.findall(r"\b[A-Z]{3,}\b", re.sub(HOLE, "", said))) - no_button
        assert asked - set(words(language).texts["chat_words"]) == set(), language


def test_a_language_without_pages_reads_english() -> None:
    assert words("vi").language == "en"


def test_a_ticket_runs_out_and_opens_only_its_own_door(settings: Settings) -> None:
    ticket = tickets.issue(settings, "seen", [1, 2])
    assert tickets.read(settings, "seen", ticket, timedelta(minutes=30)) == [1, 2]
    assert tickets.read(settings, "seen", ticket, timedelta(seconds=-1)) is None
    assert tickets.read(settings, "welcome", ticket, timedelta(minutes=30)) is None
    assert tickets.read(settings, "seen", f"{ticket}x", timedelta(minutes=30)) is None


@given(st.text(alphabet=BASIC + DOUBLE, max_size=160))
def test_the_composers_letters_cost_what_the_rule_says(text: str) -> None:
    places = sum(2 if letter in DOUBLE else 1 for letter in text)
    assert (segments(text) <= 1) == (places <= 160)
