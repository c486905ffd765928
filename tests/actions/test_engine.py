"""One turn as a whole, without a database."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actions import registry
from bot import engine, identity, parked
from bot.action import Context, IdentityFailed, Money, Person, Question, Schedule, Verified, Wish
from bot.guards import guard
from bot.resuming import resume
from nlu.understanding import Decision, Intent, Understanding
from tests.factories import (
    ALICE,
    BOB,
    NOW,
    asked,
    facts,
    keys,
    make_bill,
    make_context,
    two_bills,
    unknown,
)

ACTIONS = registry()
INTENTS = sorted(ACTIONS)
GRAVE = ["crisis", "opt_out", "wrong_person", "deceased", "legal", "identity_theft"]


def turn(context: Context) -> engine.Outcome:
    return engine.take_turn(ACTIONS, context, guard(context.text))


@given(st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3, unique=True))
def test_nobody_unknown_is_told_an_amount(intents: list[str]) -> None:
    outcome = turn(unknown("hello there 50 friday", "+".join(intents)))
    values = [value for say in outcome.says for value in say.values.values()]
    assert not [value for value in values if isinstance(value, Money | Schedule)]


@given(st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3, unique=True))
def test_every_text_is_answered(intents: list[str]) -> None:
    assert turn(make_context("hello there 50 friday", "+".join(intents))).says


@pytest.mark.parametrize("grave", GRAVE)
@given(st.sampled_from(INTENTS))
def test_beside_a_grave_word_nothing_else_is_said(grave: str, other: str) -> None:
    assume((grave, other) != ("wrong_person", "who_is_this"))  # "who tf is this" forgets nobody
    alone = turn(unknown("hm", grave))
    both = turn(unknown("hm", f"{other}+{grave}"))
    gravest = min((grave, other), key=lambda name: (*GRAVE, name).index(name))
    said = "opted_out_loss" if {grave, other} == {"opt_out", "deceased"} else None
    assert keys(both)[-1:] == ([said] if said else keys(turn(unknown("hm", gravest)))[-1:])
    assert len(both.says) == len(alone.says)


@pytest.mark.parametrize(("text", "told"), [
    ("who tf is this", "who_is_this"), ("who is this, you have the wrong number", "forgotten"),
    ("quien es, aqui no vive nadie asi", "forgotten"),
])  # fmt: skip
def test_a_number_is_forgotten_where_it_is_said_to_be_wrong(text: str, told: str) -> None:
    assert keys(turn(make_context(text, "who_is_this+wrong_person")))[-1] == told


def test_what_has_just_been_disputed_is_not_asked_for() -> None:
    text = "pay it all but the lab is wrong"
    outcome = turn(make_context(text, "pay_now+dispute_charge", bill=two_bills()))
    assert keys(outcome)[-1] == "pay_link"
    assert outcome.says[-1].values["amount"] == Money(22000)


def test_three_wishes_wait_together_for_one_check() -> None:
    outcome = turn(unknown("what is it and when is it due", "ask_balance+ask_due_date"))
    assert [wish.intent for wish in outcome.wishes] == ["ask_balance", "ask_due_date"]
    assert keys(outcome) == ["identity_ask"]


def test_the_wishes_are_done_once_the_person_is_known() -> None:
    wishes = (Wish("ask_balance", "how much"), Wish("payment_methods", "how much"))
    assert keys(resume(ACTIONS, make_context(), wishes)) == ["balance", "payment_methods"]


def test_a_birth_date_that_came_with_the_wish_is_checked_at_once() -> None:
    outcome = turn(unknown("born 3/14/1980, what do i owe", "ask_balance"))
    assert outcome.facts == (Verified(ALICE.id),)


def test_a_day_of_this_year_is_no_birth_date() -> None:
    outcome = turn(unknown("what do i owe since 1/5/26", "ask_balance"))
    assert keys(outcome) == ["identity_ask"]
    assert IdentityFailed() not in outcome.facts


@pytest.mark.parametrize("text", ["3/14/1980", "03-14-80", "March 14, 1980"])
def test_a_birth_date_answers_whatever_it_looks_like(text: str) -> None:
    memory = asked(identity.ASKED, wishes=(Wish("ask_balance", "how much"),))
    assert turn(unknown(text, "dispute_charge", memory=memory)).facts == (Verified(ALICE.id),)


def test_a_zip_code_is_proof_for_one_person_alone() -> None:
    outcome = turn(unknown("78701", memory=asked(identity.ASKED)))
    assert outcome.facts == (Verified(ALICE.id),)


def test_a_zip_code_is_no_proof_where_several_share_the_number() -> None:
    outcome = turn(unknown("78701", memory=asked(identity.ASKED), people=(ALICE, BOB)))
    assert keys(outcome) == ["identity_unread_family"]


def test_a_wrong_zip_code_is_a_try() -> None:
    outcome = turn(unknown("78702", memory=asked(identity.ASKED)))
    assert outcome.facts == (IdentityFailed(),)


def test_a_right_zip_code_with_a_wrong_birth_date_is_wrong() -> None:
    outcome = turn(unknown("3/15/1980 78701", memory=asked(identity.ASKED)))
    assert outcome.facts == (IdentityFailed(),)


@pytest.mark.parametrize(
    ("person", "asks", "text"),
    [
        (replace(ALICE, birth_date=None), "identity_ask_zip", "78701"),
        (replace(ALICE, zip=None), "identity_ask_birth", "3/14/1980"),
    ],
)
def test_only_what_is_on_file_is_asked_for(person: Person, asks: str, text: str) -> None:
    outcome = turn(unknown("balance", "ask_balance", people=(person,)))
    assert keys(outcome) == [asks]
    memory = asked(outcome.question, wishes=outcome.wishes)
    answered = turn(unknown(text, memory=memory, people=(person,)))
    assert answered.facts == (Verified(person.id),)


def test_what_is_not_on_file_costs_no_try() -> None:
    person = replace(ALICE, zip=None)
    outcome = turn(unknown("78701", memory=asked(identity.ASKED), people=(person,)))
    assert (keys(outcome), outcome.facts) == (["identity_unread_birth"], ())


def test_five_digits_among_other_words_are_no_zip_code() -> None:
    outcome = turn(unknown("bill 10234 is wrong", "dispute_charge", memory=asked(identity.ASKED)))
    assert IdentityFailed() not in outcome.facts


def test_after_three_failures_nothing_opens() -> None:
    memory = asked(identity.ASKED, identity_failures=(NOW, NOW, NOW))
    outcome = turn(unknown("what do i owe", "ask_balance", memory=memory))
    assert keys(outcome) == ["identity_closed"]


def test_a_shared_number_asks_for_a_name_and_names_nobody() -> None:
    outcome = turn(unknown("balance", "ask_balance", people=(ALICE, BOB)))
    assert keys(outcome) == ["identity_ask_family"]
    assert not outcome.says[0].values


def test_a_picture_goes_to_a_person() -> None:
    assert facts(turn(unknown("", has_media=True))) == ["FetchPerson"]


def test_the_law_is_answered_even_while_a_colleague_writes() -> None:
    spoken = ("STOP", "HELP", "i want to kill myself")
    assert [engine.must_speak(guard(text)) for text in spoken] == [True, True, True]
    assert not engine.must_speak(guard("how much do i owe"))


def test_a_text_in_another_language_gets_a_person() -> None:
    heard = Understanding((Intent("greet", 0.9),), language="fr")
    assert keys(turn(unknown("bonjour", understanding=heard))) == ["language_unsupported"]


@pytest.mark.parametrize("text", ["AGREE", "half of it", "how about 4?", "the last one", "40"])
@pytest.mark.parametrize("name", sorted(parked.OF_A_BILL - {parked.LINK_SENT, parked.PLAN_TOLD}))
def test_an_answer_about_a_bill_waits_until_the_person_is_known(name: str, text: str) -> None:
    about = {"statement": 1, "rows": [["2026-03-18", 22000]], "every": "monthly"}
    action = {"agree_plan": "set_up_plan", "pay_amount": "pay_now", "which_bill": "explain_charge"}
    memory = asked(Question(name, action.get(name, "dispute_charge"), about))
    outcome = turn(unknown(text, memory=memory))
    assert keys(outcome) == ["identity_ask"]
    assert outcome.wishes[0] == Wish(parked.ANSWER, text)
    assert parked.question_of(asked(outcome.question)) == memory.question


def test_agreeing_when_nothing_is_owed_any_more_is_answered() -> None:
    about = {"rows": [["2026-03-18", 22000]], "every": "monthly"}
    memory = asked(Question("agree_plan", "set_up_plan", about))
    outcome = turn(make_context("AGREE", "affirm", memory=memory, bill=make_bill(statements=())))
    assert outcome.says


@pytest.mark.parametrize("language", ["en", "es", "fr", None])
def test_an_opt_out_that_only_the_model_hears_is_obeyed_in_any_language(
    language: str | None,
) -> None:
    heard = Understanding((Intent("opt_out", 0.9),), language=language)
    outcome = turn(replace(make_context("silence henceforth"), understanding=heard))
    assert keys(outcome)[-1] == "opted_out"


@pytest.mark.parametrize("decision", [Decision.CLARIFY, Decision.PERSON])
def test_an_opt_out_that_the_model_only_suspects_is_asked(decision: Decision) -> None:
    said = (Intent("opt_out", 0.6),)
    heard = Understanding(said, language="fr", decision=decision, ranking=said)
    outcome = turn(replace(make_context("silence henceforth"), understanding=heard))
    assert keys(outcome)[-1] == "opt_out_sure"


@pytest.mark.parametrize(("crisis", "told"), [
    (0.25, ["hardship", "crisis_hint"]), (0.12, ["hardship"]),
])  # fmt: skip
def test_a_sure_wish_is_done_though_somebody_may_be_in_danger(
    crisis: float, told: list[str]
) -> None:
    said = (Intent("financial_hardship", 0.97),)
    guesses = (*said, Intent("crisis", crisis))
    heard = Understanding(said, decision=Decision.CLARIFY, ranking=guesses)
    assert keys(turn(replace(make_context("no job and he is sick"), understanding=heard))) == told


def test_an_opt_out_that_is_hardly_likely_is_not_asked() -> None:
    guesses = (Intent("opt_out", 0.06), Intent("complaint", 0.05))
    heard = Understanding((Intent("complaint", 0.05),), decision=Decision.CLARIFY, ranking=guesses)
    outcome = turn(replace(make_context("ugh these bills lol"), understanding=heard))
    assert keys(outcome) == ["clarify"]
