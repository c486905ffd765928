"""The words: same facts in both languages, short, plain, private, and never a reserved answer."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from string import Formatter

import pytest
import yaml

from actions._choices import CHOICES
from actions._wishes import in_words as wished
from bot.action import Bills, ClockTime, Link, Listed, Money, Phrase, Say, Schedule, Value
from bot.rules.cards import Card
from bot.rules.due_dates import Frequency
from bot.rules.plans import Installment, PlanProposal
from bot.rules.segments import is_gsm7, segments
from bot.rules.texting_wishes import TextingWish
from bot.wording import Frame, load_wording
from tests.actions.reading import grade

ROOT = Path(__file__).parents[2]
WORDING = load_wording()
TEXTS = WORDING.texts
TONES = ("plain", "warm", "formal", "brief")
STANDING = {"practice", "phone", "first_name", "link"}
DAY = date(2027, 12, 29)
CENTS = 1_234_567
BANNED = re.compile(
    r"\b(?:final|immediately|overdue|collections?|credit|legal|urgent|kindly|please be advised|"
    r"as per|bot|cobranza|cr.dito|urgente|inmediat\w+|cancel\w*|vencid\w+|moros\w+|debt|deuda|"
    r"sue|lawsuit|garnish|settle)\b|!!|!",
    re.IGNORECASE,
)
CLINICAL = re.compile(
    r"\b(?:diagnos\w+|x-?ray|mri|lab|test results?|surgery|treatment|doctor|patient|disease|"
    r"medication|prescri\w+|therapy|paciente|doctora?|cirug\w+|examen|receta|tratamiento)\b",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    r"(?:Reply|Responda|responda|reply)(?: with the word| con la palabra)? ([A-Z]{2,})"
)
RESERVED = {"YES", "CANCEL", "END", "QUIT", "HELP", "INFO", "UNSTOP"}
STOPPING = {
    "wish_noted_stop",
    "texts_by_number",
    "help",
    "wish_no_calls",
    "wish_no_calls_work",
    "opted_out",
    "opted_out_loss",
    "opt_out_sure",
    "opt_out_hint",
    "opt_out_say_stop",
    "opt_out_not_meant",
    "opted_in",
    "opted_in_unknown",
}
MAY_BE_LONG = 306
# Said before anybody is known: not even that something is owed (I08).
BEFORE_THE_CHECK = (
    "introduction", "greeting", "who_is_this", "help", "nothing_written", "picture_received",
    "identity_ask", "identity_ask_family", "identity_retry", "identity_unread", "identity_which",
    "identity_ask_patient", "identity_again_patient", "identity_unread_patient", "identity_still",
    "person_when", "complaint_beside",
    "identity_ask_birth", "identity_ask_zip", "identity_unread_birth", "identity_unread_zip",
    "identity_unread_family",
    "identity_ask_web", "identity_name_web", "identity_birth_web", "identity_unread_web",
    "identity_code", "identity_code_wrong", "identity_code_unread", "identity_closed_web",
    "identity_phone_lost",
    "web_code", "texts_by_number", "leave_number",
    "identity_again", "identity_again_birth", "identity_again_zip", "identity_again_family",
    "identity_person", "identity_why", "identity_child", "identity_other",
    "identity_other_person", "identity_ask_kin", "who_is_robot", "who_is_real", "who_has_number",
    "hours", "hours_some_days", "complaint_heard", "complaint", "deceased", "legal",
    "identity_theft", "left_to_person", "crisis", "crisis_after", "medical_question",
    "identity_closed", "identity_refused", "number_unknown", "forgotten", "opted_out",
    "opted_out_loss",
    "opt_out_say_stop",
    "language_unsupported", "person_promised", "all_right",
    *(f"reminder_{step}{end}" for step in (1, 2, 3, 4) for end in ("", "_noname")),
)  # fmt: skip
TO_WHOEVER_HOLDS_THE_PHONE = (
    *(key for key in TEXTS["en"] if key.startswith(("identity_", "who_", "hours"))),
    "forgotten", "deceased", "legal", "crisis", "crisis_after", "complaint_heard", "complaint",
    "medical_question", "number_unknown", "left_to_person",
)  # fmt: skip
TELLS_OF_DEBT = re.compile(r"\b(?:owe|due|balance|amount|debe|saldo|monto)\b|\$", re.IGNORECASE)


def each_text() -> Iterator[tuple[str, str, str, str]]:
    for language, keys in TEXTS.items():
        for key, tones in keys.items():
            for tone, variants in tones.items():
                for text in variants:
                    yield language, key, tone, text


ALL = list(each_text())
# No sentences of their own.
PARTS = (
    "choice_", "phrase_", "weekday_", "item_insurance", "item_discount", "item_paid", "item_left",
)  # fmt: skip
ENGLISH = [(k, t) for lang, k, _, t in ALL if lang == "en" and not k.startswith(PARTS)]
IDS = [f"{language}-{key}-{tone}" for language, key, tone, _ in ALL]


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def frame(language: str, tone: str) -> Frame:
    return Frame(
        language=language,
        tone=tone,
        practice="Lakeside Family Practice Group",
        phone="(512) 555-0199",
        first_name="Maximiliano",
        timezone="America/Chicago",
        today=date(2026, 3, 11),
        link="https://pay.lakeside-family-practice.example/p/1f-abcdefghijk0",
    )


def longest(name: str) -> Value:
    rows = tuple(Installment(DAY, CENTS) for _ in range(4))
    values: dict[str, Value] = {
        "schedule": Schedule(PlanProposal(rows, 4 * CENTS, Frequency.MONTHLY)),
        "bills": Bills(tuple((DAY, CENTS) for _ in range(4))),
        "time": ClockTime(datetime(2026, 3, 25, 22, 45, tzinfo=UTC)),
        "link": Link(),
        "most": 4,
        "n": 12,
        "count": 12,
        "what": wished(TextingWish(frozenset((0, 2, 3)), time(12), time(17), DAY, 30)),
        "when": Listed(
            (
                Say("phrase_day", {"day": DAY}),
                Say("phrase_between", {"opens": time(12), "closes": time(14)}),
            )
        ),
        "days": Listed(tuple(Say(f"phrase_weekday_{n}") for n in (1, 2, 3)), last="phrase_and"),
        "email": "m***@harborline-associates.example",
        "address": "1907 Cincinnati Avenue, Apartment 12, San Antonio, TX 78201",
        "ending": "0134",
        "card": Card("amex", "0005"),
        "brand": "American Express",
        "last4": "0005",
        "opens": time(12),
        "closes": time(17),
    }
    if name in values:
        return values[name]
    if name in "abc":
        return Phrase("choice_update_contact")
    if name in ("opens", "closes"):
        return time(12, 30)
    return DAY if name in ("day", "first", "last") else Money(CENTS)


def spoken(language: str, tone: str, key: str) -> Iterator[str]:
    """Each variant with the longest plausible values in it."""
    frame_ = frame(language, tone)
    for text in TEXTS[language][key][tone]:
        values = {name: longest(name) for name in names(text) - STANDING}
        said = WORDING.render((Say(key, values),), frame_)
        others = {said}
        while len(others) < len(TEXTS[language][key][tone]):
            said = WORDING.render((Say(key, values),), frame_, unlike=said)
            if said in others:
                break
            others.add(said)
        yield from others


def test_both_languages_have_the_same_keys() -> None:
    assert set(TEXTS["en"]) == set(TEXTS["es"])


@pytest.mark.parametrize("key", sorted(TEXTS["en"]))
def test_both_languages_have_the_same_tones_and_placeholders(key: str) -> None:
    for tone in TONES:
        told = {name for text in TEXTS["en"][key][tone] for name in names(text) - STANDING}
        for language in TEXTS:
            for text in TEXTS[language][key][tone]:
                assert names(text) - STANDING <= told
            said = {n for text in TEXTS[language][key][tone] for n in names(text) - STANDING}
            assert said == told
    assert set(TEXTS["en"][key]) == set(TEXTS["es"][key])


@pytest.mark.parametrize(("language", "key", "tone", "text"), ALL, ids=IDS)
def test_a_text_is_plain_letters_and_no_banned_or_clinical_word(
    language: str, key: str, tone: str, text: str
) -> None:
    bare = re.sub(r"\{\w+\}", "", text)
    assert is_gsm7(bare)
    assert not BANNED.search(bare)
    assert not CLINICAL.search(bare)


@pytest.mark.parametrize(("language", "key", "tone", "text"), ALL, ids=IDS)
def test_no_reserved_word_is_the_expected_answer(
    language: str, key: str, tone: str, text: str
) -> None:
    """STOP and START only where stopping and starting are what is spoken of."""
    may_stop = key in STOPPING or key.startswith("reminder_")
    assert not set(EXPECTED.findall(text)) & (
        RESERVED if may_stop else {*RESERVED, "STOP", "START"}
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("key", sorted(TEXTS["en"]))
def test_two_segments_hold_the_longest_values(language: str, tone: str, key: str) -> None:
    for said in spoken(language, tone, key):
        assert segments(said) <= 2, f"{len(said)}: {said}"
        assert len(said) <= MAY_BE_LONG


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    "asks",
    [
        "identity_ask",
        "identity_ask_birth",
        "identity_ask_zip",
        "identity_ask_family",
        "identity_ask_patient",
        "number_unknown",
        "hardship",
    ],
)
def test_the_first_text_with_its_introduction_fits_two_segments(
    language: str, tone: str, asks: str
) -> None:
    first = max(spoken(language, tone, "introduction"), key=len)
    for said in spoken(language, tone, asks):
        assert segments(f"{first} {said}") <= 2


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", BEFORE_THE_CHECK)
def test_before_the_check_nothing_hints_that_something_is_owed(language: str, key: str) -> None:
    for tone in TONES:
        for text in TEXTS[language][key][tone]:
            assert not TELLS_OF_DEBT.search(text)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", TO_WHOEVER_HOLDS_THE_PHONE)
def test_whoever_holds_the_phone_reads_nothing_of_a_bill(language: str, key: str) -> None:
    for tone in TONES:
        for text in TEXTS[language][key][tone]:
            assert not re.search(r"bill|factura|payment|\bpago|\bpay\b", text, re.IGNORECASE)


@pytest.mark.parametrize("key", [k for k in TEXTS["en"] if k.startswith("reminder_")])
def test_a_reminder_says_who_writes_that_it_is_automated_and_how_to_stop(key: str) -> None:
    for language, automated in (("en", "automated assistant"), ("es", "asistente automatizado")):
        for tone in TONES:
            for text in TEXTS[language][key][tone]:
                assert {"practice", "link"} <= names(text)
                assert automated in text
                assert "STOP" in text
                assert ("first_name" in names(text)) is not key.endswith("_noname")


@pytest.mark.parametrize(("key", "text"), ENGLISH)
def test_english_reads_at_grade_six_or_lower(key: str, text: str) -> None:
    """ "Automated assistant" is the law's own term; parts are no sentences of their own."""
    said = re.sub(r"\{(\w+)\}", "it", text).replace("automated assistant", "helper")
    assert grade(said) <= 6.0, f"{grade(said):.1f}: {text}"


def test_every_key_that_is_said_exists() -> None:
    said = set(CHOICES.values())
    for folder in ("actions", "bot"):
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text()
            said |= set(re.findall(r'\bSay\(\s*"(\w+)"', source))
            said |= set(re.findall(r'\bfetch(?:_or_add)?\(\s*context,\s*"(\w+)"', source))
    cadences = yaml.safe_load((ROOT / "data" / "cadences.yml").read_text())["cadences"]
    steps = {step["key"] for cadence in cadences.values() for step in cadence}
    said |= {key + end for key in steps for end in ("", "_noname")}
    assert said <= set(TEXTS["en"]), sorted(said - set(TEXTS["en"]))


def test_what_is_likely_to_be_said_twice_has_two_ways() -> None:
    for key in ("balance", "identity_ask", "identity_retry", "pay_link", "added_for_person",
                "nothing_written", "person_promised", "plan_offer", "greeting"):  # fmt: skip
        for language in TEXTS:
            for tone in TONES:
                assert len(TEXTS[language][key][tone]) >= 2
