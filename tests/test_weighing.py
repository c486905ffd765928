"""Two ears: patterns and the model, in longer texts."""

from bot.guards import Alarm, Guarded, guard_all
from bot.weighing import sobered, weighed
from nlu.understanding import Decision, Intent, Understanding


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
