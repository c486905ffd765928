"""What every text passes before any model: keywords, alarms, numbers nobody may keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guards import Alarm, Certainty, Keyword, Kind, Sensitive, guard
from tests.opt_out_cases import FALSE_FRIENDS, OPT_OUTS, TO_BE_ASKED

CARD = "4242424242424242"
SEPARATORS = st.sampled_from(["", "", " ", "-", ".", "\n", " - ", "  ", "_", "\u2013", ", ", "*"])


@st.composite
def luhn_numbers(draw: st.DrawFn) -> str:
    """Any 13 to 19 digits whose last one is the check digit."""
    digits = draw(st.lists(st.integers(0, 9), min_size=12, max_size=18))
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[::-2])
    check = -(sum(doubled) + sum(digits[-2::-2])) % 10
    return "".join(map(str, [*digits, check]))


@st.composite
def written_cards(draw: st.DrawFn) -> str:
    """A card number in groups, as people write one."""
    number = draw(luhn_numbers())
    size = draw(st.integers(4, 6))
    groups = [number[at : at + size] for at in range(0, len(number), size)]
    return "".join(group + draw(SEPARATORS) for group in groups[:-1]) + groups[-1]


@pytest.mark.parametrize("text", OPT_OUTS)
def test_an_opt_out_in_any_wording_is_obeyed(text: str) -> None:
    assert guard(text).is_opt_out


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_a_false_friend_is_never_a_silent_opt_out(text: str) -> None:
    guarded = guard(text)
    assert not guarded.is_opt_out
    assert guarded.keyword is None


@pytest.mark.parametrize("text", TO_BE_ASKED)
def test_an_unclear_opt_out_is_asked(text: str) -> None:
    guarded = guard(text)
    assert (guarded.keyword, guarded.certainty) == (Keyword.OPT_OUT, Certainty.ASK)


@pytest.mark.parametrize(("text", "keyword", "by_carrier"), [
    ("STOP", Keyword.OPT_OUT, True), ("cancel", Keyword.OPT_OUT, True),
    ("Opt out", Keyword.OPT_OUT, False), ("stop!", Keyword.OPT_OUT, False),
    ("START", Keyword.OPT_IN, True), ("unstop", Keyword.OPT_IN, True),
    ("HELP", Keyword.HELP, True), ("info", Keyword.HELP, True), ("AYUDA", Keyword.HELP, False),
])  # fmt: skip
def test_a_whole_text_keyword_knows_whether_the_carrier_answers_it(
    text: str, keyword: Keyword, by_carrier: bool
) -> None:
    guarded = guard(text)
    assert (guarded.keyword, guarded.certainty) == (keyword, Certainty.SURE)
    assert guarded.answered_by_carrier is by_carrier


@pytest.mark.parametrize("text", ["YES", "yes", "si", "ok", "sí", "1", "PAY"])
def test_yes_is_an_answer_not_an_opt_in(text: str) -> None:
    assert guard(text).keyword is None


@pytest.mark.parametrize("text", ["opt me back in", "start texting me again"])
def test_an_opt_in_in_words_is_only_likely(text: str) -> None:
    guarded = guard(text)
    assert (guarded.keyword, guarded.certainty) == (Keyword.OPT_IN, Certainty.LIKELY)


ALARMS = {
    Alarm.SELF_HARM: [
        "i want to die", "i want to kill myself", "gonna kms", "suicidal", "im feeling suisidal",
        "no reason to live", "better off dead", "i don't want to live anymore", "kill mysef",
        "im not suicidal but i dont want to live", "thinking about sucide", "me quiero morir",
        "voy a quitarme la vida", "no quiero vivir",
    ],
    Alarm.EMERGENCY: [
        "i cant breathe", "i can't breath", "chest pain right now", "call 911", "he overdosed",
        "im having a heart attack", "this is an emergency", "no puedo respirar", "im in danger",
        "dolor de pecho", "es una emergencia", "took too many pills",
        "having a heart attack right now", "my husband had a heart attack now",
    ],
    Alarm.ATTORNEY: [
        "talk to my lawyer", "my laywer will contact you", "i have an atorney", "ill sue you",
        "cease and desist", "hable con mi abogado", "los voy a demandar",
    ],
    Alarm.BANKRUPTCY: [
        "i filed bankruptcy", "i filed for bankrupcy", "chapter 7", "ch 13", "estoy en quiebra",
        "me declare en bancarrota",
    ],
    Alarm.DECEASED: [
        "she passed away", "my husband died last month", "he is decesed", "patient is deceased",
        "john is no longer with us", "mi esposo falleció", "se murio en mayo", "estate of john",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("alarm", "text"), [(alarm, text) for alarm, texts in ALARMS.items() for text in texts]
)
def test_an_alarm_is_heard_in_either_language_and_misspelled(alarm: Alarm, text: str) -> None:
    assert alarm in guard(text).alarms


@pytest.mark.parametrize("text", [
    "this bill is going to kill me", "this bill gave me a heart attack", "emergency room bill",
    "ambulance bill", "why is the 911 ride so much", "my phone died", "my dog died",
    "i have power of attorney", "this will bankrupt me", "i had a heart attack in march",
    "almost died", "es la cuenta de la sala de emergencias", "the deadline has passed",
    "im dead broke", "my name is sue", "i have an emergency fund", "ill pay friday",
    "im tired of living paycheck to paycheck", "emergency contact", "i am not suicidal",
    "the ambulance bill is too high", "my chest x-ray bill", "my passwords passed away lol",
    "heart attack when I saw the bill lol",
])  # fmt: skip
def test_a_figure_of_speech_is_no_alarm(text: str) -> None:
    assert guard(text).alarms == frozenset()


@pytest.mark.parametrize("text", [
    CARD, "4242 4242 4242 4242", "my card is 4242-4242-4242-4242 exp 12/28 cvv 123 pls",
    "4242424242424242 12/28 123", "4242\n4242\n4242\n4242", "42424242424242421228",
    "\uff14\uff12" * 8, "378282246310005", "4242 4242 4242 4242 and 50 on friday",
    "four two four two four two four two four two four two four two four two",
    "5555 5555 5555 4444 zip 78701", "4\ufe0f\u20e32\ufe0f\u20e3" * 8,
    *(mark.join(["4242"] * 4) for mark in ("x", "X", " x ", "*", "_", " | ", "**", "x*", "-x-")),
    "3782x822463X10005", "42424242x42424242", "4242x4242x4242x4242x12/28x123",
])  # fmt: skip
def test_a_card_number_is_removed(text: str) -> None:
    guarded = guard(text)
    assert Sensitive.CARD in guarded.redacted
    assert "[card removed]" in guarded.text
    assert "4242" not in guarded.text.replace(" ", "")
    assert "123" not in guarded.text


def test_a_card_number_split_over_two_texts_is_removed_from_both() -> None:
    guarded = guard("42424242 12/28", previous_body="my card is 4242 4242")
    assert guarded.redacted_previous == "my card is [card removed]"
    assert guarded.text == "[card removed]"


@pytest.mark.parametrize(("previous", "text"), [("03141982", "78701"), ("50", "friday")])
def test_two_ordinary_answers_are_no_split_card(previous: str, text: str) -> None:
    guarded = guard(text, previous_body=previous)
    assert (guarded.text, guarded.redacted_previous) == (text, None)


@pytest.mark.parametrize(("text", "kept", "kind"), [
    ("ssn 123-45-6789", "[ssn removed]", Sensitive.SSN),
    ("my social is 123456789", "my [ssn removed]", Sensitive.SSN),
    ("routing 021000021 account 12345678901", "[bank removed] [bank removed]", Sensitive.BANK),
    ("cvv is 123", "[code removed]", Sensitive.SECURITY_CODE),
])  # fmt: skip
def test_other_secret_numbers_are_removed(text: str, kept: str, kind: Sensitive) -> None:
    guarded = guard(text)
    assert (guarded.text, guarded.redacted) == (kept, frozenset({kind}))


@pytest.mark.parametrize("text", [
    "call 415-555-1234 12/5/2026", "3-14-1982 78701", "03141982 78701", "pay $50.00 on 12/5",
    "my account number is 100234", "(415) 555-1234 or 415.555.9876", "+1 415 555 1234",
    "call 4155551234x1234", "4155551234 x123", "6011111111x11117", "3x50 and 4x4242 4242 x 2",
    "$1,200.00 by 2026-04-01", "one two", "between 2 and 4 on 3/5", "78701-1234",
])  # fmt: skip
def test_phones_amounts_and_days_survive(text: str) -> None:
    guarded = guard(text)
    assert (guarded.text, guarded.redacted) == (text, frozenset())


@given(written_cards(), st.sampled_from(["", "my card is ", "card: ", "pay with "]))
def test_any_checked_number_is_removed_however_it_is_parted(card: str, lead: str) -> None:
    guarded = guard(lead + card)
    assert Sensitive.CARD in guarded.redacted
    assert not any(letter.isdigit() for letter in guarded.text)


@given(
    st.from_regex(r"\+?1?[ -]?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}", fullmatch=True),
    st.decimals(1, 9999, places=2),
)
def test_a_phone_and_an_amount_are_never_removed(phone: str, amount: object) -> None:
    assert guard(f"call {phone} about ${amount}").redacted == frozenset()


@pytest.mark.parametrize(("body", "text", "kind"), [
    ('/opt_in{"x": 1}', 'opt_in{"x": 1}', Kind.COMMAND), ("//greet", "greet", Kind.COMMAND),
    ("\u200b/greet", "greet", Kind.COMMAND), ("", "", Kind.BLANK), (" \u200b\n", "", Kind.BLANK),
    ("/", "", Kind.BLANK), ("\U0001f600", "\U0001f600", Kind.SYMBOLS), ("hi", "hi", Kind.WORDS),
    ("\u202epay\x00 50\u202c", "pay 50", Kind.WORDS),
])  # fmt: skip
def test_a_body_is_cleaned_and_its_kind_told(body: str, text: str, kind: Kind) -> None:
    guarded = guard(body)
    assert (guarded.text, guarded.original_kind) == (text, kind)


@given(st.text(max_size=200))
def test_no_body_breaks_the_guards_or_leaves_a_command(body: str) -> None:
    guarded = guard(body)
    assert not guarded.text.startswith("/")
    assert guarded.is_blank == (guarded.text == "")


@pytest.mark.parametrize(
    "text", ["Bob doesnt live here anymore", "she does not live at this place"]
)
def test_who_has_moved_away_is_in_no_danger(text: str) -> None:
    assert not guard(text).is_crisis


def test_who_does_not_want_to_live_is() -> None:
    assert guard("i dont want to live anymore").is_crisis
