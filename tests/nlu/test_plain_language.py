"""Which words tell a language, and which name one."""

import pytest

from nlu.items import find_language
from nlu.language import is_plain
from nlu.reading import read


@pytest.mark.parametrize(
    ("text", "code"),
    [("ys tht wrks", "es"), ("4410 Oak St Austin 78702", "en"), ("maria@the-one.com", "en")],
)
def test_shorthand_and_addresses_tell_no_language(text: str, code: str) -> None:
    assert not is_plain(text, code)


@pytest.mark.parametrize(("text", "code"), [("cuanto debo", "es"), ("how much is it", "en")])
def test_plain_words_tell_it(text: str, code: str) -> None:
    assert is_plain(text, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no sorry english", "en"),
        ("no mejor español", "es"),
        ("no hablo ingles", "es"),
        ("no english", "es"),
    ],
)
def test_a_correction_names_the_language(text: str, code: str) -> None:
    assert find_language(read(text, None)) == code
