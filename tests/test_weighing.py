"""Two ears: patterns and the model, in longer texts."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.guards import Alarm, Guarded, guard_all
from bot.weighing import sobered, weighed
from nlu.understanding import Decision, Intent, Understanding

WORDINGS = Path(__file__).parent / "wordings"


def heard(**chances: float) -> Understanding:
    ranking = tuple(Intent(name, chance) for name, chance in chances.items())
    return Understanding(ranking[:1], ranking=ranking)


def both(bodies: list[str], understanding: Understanding) -> Guarded:
    return weighed(guard_all(bodies), bodies, understanding)


SURE_OF_COMPLAINT = heard(complaint=0.98, opt_out=0.01)
STORY = "good evening to all of you there, please stop texting me, it has been a long year"


def test_an_opt_out_that_the_model_rules_out_is_asked_about() -> None:
    guarded = both([STORY], SURE_OF_COMPLAINT)
    assert not guarded.is_opt_out
    assert guarded.asks_opt_out


def test_an_opt_out_that_the_model_thinks_possible_is_obeyed() -> None:
    assert both([STORY], heard(complaint=0.9, opt_out=0.1)).is_opt_out


def test_without_a_model_the_patterns_are_believed() -> None:
    assert both([STORY], Understanding(())).is_opt_out


def test_a_word_of_the_law_is_never_doubted() -> None:
    assert both(["STOP"], SURE_OF_COMPLAINT).is_opt_out
    assert both(["STOP", "and tell the doctor i said hello to him"], SURE_OF_COMPLAINT).is_opt_out


def test_danger_is_never_doubted() -> None:
    text = "i keep thinking about it and i want to kill myself over this bill"
    assert both([text], SURE_OF_COMPLAINT).is_crisis


def test_a_death_that_the_model_rules_out_is_none() -> None:
    text = "he is dead to me but i still need his bill sent"
    assert Alarm.DECEASED in both([text], heard(deceased=0.4)).alarms
    assert Alarm.DECEASED not in both([text], heard(request_statement=0.99)).alarms


def test_a_denied_opt_out_that_the_model_takes_for_one_is_asked_about() -> None:
    guarded = both(["do not stop texting me"], heard(opt_out=1.0))
    assert not guarded.is_opt_out
    assert guarded.asks_opt_out


def test_a_bill_for_an_ambulance_is_no_danger() -> None:
    heard_so = heard(crisis=0.9, dispute_charge=0.5)
    sober = sobered("the ambulance bill is too high", heard_so)
    assert (sober.main, sober.decision) == ("dispute_charge", Decision.CLARIFY)
    assert sobered("i need an ambulance", heard_so) == heard_so
    assert sobered("the ambulance bill is too high and i will kill myself", heard_so) == heard_so


DENIALS = yaml.safe_load((WORDINGS / "denials.yml").read_text())
NOT_DENIED = yaml.safe_load((WORDINGS / "not_denied.yml").read_text())
NEITHER = ("crisis", "opt_out", "deceased")


def each(wordings: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(intent, text) for intent, texts in wordings.items() for text in texts]


@pytest.mark.parametrize(("intent", "text"), each(DENIALS))
def test_what_is_only_denied_is_not_heard_as_said(intent: str, text: str) -> None:
    sober = sobered(text, heard(**{intent: 0.97, "deny": 0.2}))
    assert (sober.main, intent in [guess.name for guess in sober.ranking]) == ("deny", False)
    assert sober.decision is not Decision.PERSON
    assert intent not in both([text], heard(**{intent: 0.97})).intents


@pytest.mark.parametrize(
    ("text", "intent", "decision"),
    [
        ("i dont have a lawyer", "legal", Decision.ACT),
        ("No lawyer here, just me.", "legal", Decision.ACT),
        ("no voy a demandar a nadie", "legal", Decision.ACT),
        ("nadie me robó la identidad", "identity_theft", Decision.ACT),
        ("im not filing bankruptcy, just asking for more time", "legal", Decision.CLARIFY),
        ("its not identity theft, i was there on monday", "identity_theft", Decision.CLARIFY),
    ],
)  # fmt: skip
def test_a_mere_denial_is_a_no_and_what_is_said_besides_is_asked(
    text: str, intent: str, decision: Decision
) -> None:
    sober = sobered(text, heard(**{intent: 0.9, "deny": 0.1}))
    assert (sober.main, sober.decision) == ("deny", decision)


@pytest.mark.parametrize(("intent", "text"), each(NOT_DENIED))
def test_what_is_said_all_the_same_is_heard(intent: str, text: str) -> None:
    as_heard = heard(**{intent: 0.97, "deny": 0.2})
    assert sobered(text, as_heard) == as_heard
    assert both([text], as_heard).alarms == guard_all([text]).alarms


@pytest.mark.parametrize("main", NEITHER)
@pytest.mark.parametrize(("intent", "text"), each(DENIALS))
def test_no_denial_makes_danger_a_stop_or_a_death_unheard(
    main: str, intent: str, text: str
) -> None:
    """Also where the model hears both."""
    as_heard = replace(heard(**{main: 0.9, intent: 0.8}), intents=(Intent(main, 0.9),))
    assert sobered(text, as_heard).main == main
    beside = replace(as_heard, intents=(Intent(intent, 0.8), Intent(main, 0.7)))
    assert main in [guess.name for guess in sobered(text, beside).intents]


@pytest.mark.parametrize(
    "text",
    [
        "im not suicidal just tired", "i dont want to live, no lawyer needed",
        "no me quiero morir, solo estoy cansada", "no es queja, ya no quiero vivir",
    ],
)  # fmt: skip
def test_a_denied_danger_is_still_looked_at(text: str) -> None:
    as_heard = heard(crisis=0.99, deny=0.02)
    assert sobered(text, as_heard) == as_heard


def test_an_opt_out_beside_a_denial_is_obeyed() -> None:
    assert both(["i dont want a refund, stop texting me"], heard(opt_out=0.9)).is_opt_out
    assert both(["no tengo abogado, no me manden mensajes"], heard(opt_out=0.9)).is_opt_out


def test_a_death_beside_a_denied_lawyer_is_heard() -> None:
    text = "we dont have a lawyer, my husband died last month"
    assert both([text], heard(deceased=0.9, legal=0.6)).alarms == {Alarm.DECEASED}


@pytest.mark.parametrize(
    "text", ["5 star service", "Five stars!", "servicio de 5 estrellas", "cinco estrellas"]
)
def test_praise_is_thanked_for(text: str) -> None:
    sober = sobered(text, heard(complaint=0.98))
    assert (sober.main, sober.decision) == ("thank", Decision.ACT)


@pytest.mark.parametrize(
    "text",
    [
        "5 stars? more like 1 star", "5 star service my ass", "wow 5 star service",
        "not a 5 star service", "supposed 5 star place and i am on hold for hours",
        "five stars, if the scale goes up to a thousand",
        "5 estrellas pero nadie contesta", "de 5 estrellas nunca",
    ],
)  # fmt: skip
def test_praise_that_turns_sour_is_a_complaint(text: str) -> None:
    assert sobered(text, heard(complaint=0.98)).main == "complaint"


@pytest.mark.parametrize(
    "text",
    ["so 60 is for the xray?", "ok so the 120 was from the er?", "entonces 60 es por el lab?"],
)
def test_a_question_of_what_a_sum_is_for_is_no_dispute(text: str) -> None:
    sober = sobered(text, heard(dispute_charge=0.95, explain_charge=0.9, pay_now=0.8))
    assert [intent.name for intent in sober.intents] == ["explain_charge"]


@pytest.mark.parametrize(
    "text", ["60 for the xray? thats wrong", "60 is not mine", "60 for that??"]
)
def test_a_doubted_sum_is_disputed(text: str) -> None:
    as_heard = heard(dispute_charge=0.95, explain_charge=0.9)
    assert sobered(text, as_heard) == as_heard
