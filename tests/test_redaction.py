"""Card, social security and bank numbers, however they are written; what only looks alike stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guards import Sensitive, guard
from tests.test_guards import luhn_numbers

ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SPANISH = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
BRANDS = {
    "visa": "4242424242424242", "mastercard": "5555555555554444", "two series": "2223003122003222",
    "amex": "378282246310005", "discover": "6011111111111117", "diners": "30569309025904",
    "jcb": "3566002020360505", "unionpay": "6200000000000005",
}  # fmt: skip
BEHIND = ["", " 12/28 123", " exp 04/27 cvv 123", " expires 12/2028 code 123", ", 12-28, 123"]


def _fours(number: str) -> list[str]:
    return [number[at : at + 4] for at in range(0, len(number), 4)]


def _doubled(number: str, names: list[str], twice: str) -> str:
    words = [names[int(digit)] for digit in number]
    pairs = [f"{a}" if a != b else f"{twice} {a}" for a, b in zip(words, words[1:], strict=False)]
    kept, skip = [], False
    for at, pair in enumerate([*pairs, words[-1]]):
        kept += [] if skip else [pair]
        skip = not skip and at < len(pairs) and pair.startswith(twice)
    return " ".join(kept)


WRITTEN = {
    "dots": ".".join, "slashes": "/".join, "dashes": "-".join, "brackets": ") (".join,
    "words between": " then ".join, "dash said": " dash ".join, "next": " next four ".join,
}  # fmt: skip


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("style", WRITTEN)
@pytest.mark.parametrize("brand", BRANDS)
def test_a_card_of_any_brand_is_removed_with_all_behind_it(
    brand: str, style: str, behind: str
) -> None:
    guarded = guard(WRITTEN[style](_fours(BRANDS[brand])) + behind)
    assert guarded.redacted == {Sensitive.CARD}
    assert not any(letter.isdigit() for letter in guarded.text)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("names", "twice"), [(ENGLISH, "double"), (SPANISH, "doble")])
def test_a_card_read_out_is_removed(brand: str, names: list[str], twice: str) -> None:
    for said in (" ".join(names[int(d)] for d in BRANDS[brand]),
                 _doubled(BRANDS[brand], names, twice)):  # fmt: skip
        assert guard(f"my card is {said} ok").text == "my card is [card removed] ok"


def test_the_letter_o_is_typed_for_a_zero() -> None:
    assert guard("4OOO OOOO OOOO OOO2").text == "[card removed]"


@given(luhn_numbers(), st.integers(1, 3))
def test_a_card_of_a_network_split_over_two_texts_is_removed(tail: str, groups: int) -> None:
    parts = _fours(BRANDS["visa"])
    before, after = " ".join(parts[:groups]), " ".join(parts[groups:])
    guarded = guard(f"{after} exp 12/28", previous_body=f"here: {before}")
    assert guarded.redacted_previous == "here: [card removed]"
    assert guarded.text == "[card removed]"


@pytest.mark.parametrize("text", [
    "my ssn is 123-45-6789", "SSN#123-45-6789", "ss# 123456789", "itin 912-34-5678",
    "mi seguro social es 123 45 6789", "123-45-6789", "social 123-45-6789 dob 4/5/80",
    "my ssn is one two three four five six seven eight nine",
    "mi seguro social es uno dos tres cuatro cinco seis siete ocho nueve",
])  # fmt: skip
def test_a_social_security_number_is_removed(text: str) -> None:
    assert guard(text).redacted == {Sensitive.SSN}


def test_a_routing_number_read_out_is_removed() -> None:
    said = " ".join(ENGLISH[int(digit)] for digit in "021000021")
    assert guard(f"routing: {said} ok").text == "routing: [bank removed] ok"


@pytest.mark.parametrize("text", [
    "aba 021000021", "ach 021000021 123456789012", "cuenta de banco 123456789012",
    "mi cuenta bancaria es 1234567890", "take it from my bank 021000021 / 123456789012",
    "savings 123456789012", "iban DE89370400440532013000", "numero de ruta 021000021",
])  # fmt: skip
def test_a_bank_number_is_removed(text: str) -> None:
    guarded = guard(text)
    assert guarded.redacted == {Sensitive.BANK}
    assert "0210" not in guarded.text
    assert "1234" not in guarded.text


@pytest.mark.parametrize("text", [
    "my number is 4155551234 and my bank is chase", "dob 03/14/1982 zip 78701", "04/27/1985 78701",
    "50 on 12/5 and 75 on 1/5 and 80 on 2/5", "415 555 1234 or 415 555 9876", "claim 20260314001",
    "I paid 125.50 on 3/4, 80.25 on 4/4 and 60 on 5/4", "double the 40", "$4,242.42", "100OO",
    "first four payments of 40", "member id W123456789", "check #1042 for $84.60 on 10/12",
])  # fmt: skip
def test_what_only_looks_alike_stays(text: str) -> None:
    guarded = guard(text)
    assert (guarded.text, guarded.redacted) == (text, frozenset())


@pytest.mark.parametrize("text", [
    " ".join(["forty two"] * 8), " ".join(["cuarenta y dos"] * 8), " ".join(["forty-two 42"] * 4),
    "4242 forty two 42 4242 4242", "\u2463\u2461" * 8, "\u2779\u2777" * 8,
    "42424242 (first half) 42424242 (second half)",
    "fifty five fifty five fifty five fifty five fifty five fifty five forty four forty four",
])  # fmt: skip
def test_a_card_said_in_pairs_circled_or_in_named_halves_is_removed(text: str) -> None:
    assert guard(text).text.removesuffix(" (second half)") == "[card removed]"


@pytest.mark.parametrize(("text", "kept"), [
    ("12 34 56 789 is my social", "[ssn removed]"),
    ("123456789 that's my ssn", "[ssn removed]"),
    ("the code on the back is 123", "the [code removed]"),
    ("security code four five six", "[code removed]"),
    ("the three digits on the back of my card are 123", "the three [code removed]"),
])  # fmt: skip
def test_a_number_named_behind_it_or_read_out_is_removed(text: str, kept: str) -> None:
    assert guard(text).text == kept


@pytest.mark.parametrize(("previous", "text", "before", "after"), [
    ("4242 4242 4242", "and the last is 4242", "[card removed]", "[card removed]"),
    ("the first part is 4242 4242", "second part 4242 4242 12/27 123",
     "the first part is [card removed]", "[card removed]"),
    (" ".join(["forty two"] * 4), "42 42 42 42", "[card removed]", "[card removed]"),
    ("ssn 123", "45 6789", "[ssn removed]", "[ssn removed]"),
    ("my social is 123-45", "6789", "my [ssn removed]", "[ssn removed]"),
    ("routing 021000021", "account 123456789012", None, "[bank removed]"),
    ("[bank removed]", "123456789012", None, "[bank removed]"),
    ("4242 4242 4242 4242", "12/27 123", None, "[code removed]"),
    ("my card is [card removed]", "123", None, "[code removed]"),
])  # fmt: skip
def test_a_number_ended_or_explained_by_the_next_text_is_removed(
    previous: str, text: str, before: str | None, after: str
) -> None:
    guarded = guard(text, previous_body=previous)
    assert (guarded.redacted_previous, guarded.text) == (before, after)


@pytest.mark.parametrize(("previous", "text"), [
    ("my card is [card removed]", "pay 50 on 12/5"), ("my card is [card removed]", "78701"),
    ("my card is [card removed]", "12/25"), ("call me at 415-555-1234", "150"),
    ("the routing slip is at the desk", "claim 20260314001"), ("i owe 123", "45 6789 main st"),
    ("forty two", "and the rest is 80"), ("[bank removed]", "call 4155551234 on 12/5"),
])  # fmt: skip
def test_an_ordinary_text_behind_a_number_stays(previous: str, text: str) -> None:
    guarded = guard(text, previous_body=previous)
    assert (guarded.text, guarded.redacted_previous) == (text, None)


@pytest.mark.parametrize("text", [
    "twenty five on friday and forty two on 12/5", "born in nineteen eighty two, 415 555 1234",
    "my code is 123 main street", "the code on the bill is 99213", "gate code 1234, zip 78701",
])  # fmt: skip
def test_numbers_in_words_and_other_codes_stay(text: str) -> None:
    assert guard(text).text == text
