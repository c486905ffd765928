"""Three outcomes by expected cost: dear mistakes need more certainty than cheap ones."""

from hypothesis import given
from hypothesis import strategies as st

from bot.parts import ordered
from nlu.decide import by_priority, costs, decide, suspecting, where_something_is_said
from nlu.intents import known_intents
from nlu.understanding import Decision, Intent

NAMES = sorted(known_intents())
CHANCES = st.floats(0, 1)


def decided(*ranking: tuple[str, float]) -> Decision:
    guesses = tuple(Intent(name, chance) for name, chance in ranking)
    return decide(guesses[:1], guesses, costs())


def test_every_intent_with_a_cost_exists() -> None:
    assert set(costs().intents) <= set(NAMES)
    assert set(costs().priority) <= set(NAMES)


@given(st.sampled_from(NAMES))
def test_what_is_certain_is_acted_on(name: str) -> None:
    assert decided((name, 1.0)) is Decision.ACT


@given(st.sampled_from(NAMES))
def test_what_was_hardly_guessed_is_never_acted_on(name: str) -> None:
    assert decided((name, 0.05)) is not Decision.ACT


def test_an_agreement_needs_more_certainty_than_a_thank_you() -> None:
    assert decided(("affirm", 0.8)) is Decision.CLARIFY
    assert decided(("thank", 0.8)) is Decision.ACT


def test_a_sure_wish_is_done_although_another_may_stand_beside_it() -> None:
    assert decided(("pay_now", 0.99), ("request_refund", 0.43)) is Decision.ACT
    assert decided(("pay_now", 0.7), ("request_refund", 0.43)) is not Decision.ACT
    assert decided(("pay_now", 0.99), ("dispute_charge", 0.2)) is Decision.ACT
    assert decided(("pay_now", 0.99), ("legal", 0.3)) is not Decision.ACT


def test_a_crisis_is_answered_whatever_else_was_said() -> None:
    assert decided(("crisis", 0.8), ("financial_hardship", 0.48)) is Decision.ACT


def test_a_chance_of_a_crisis_is_not_overlooked() -> None:
    assert decided(("complaint", 0.9)) is Decision.ACT
    assert decided(("complaint", 0.9), ("crisis", 0.2)) is not Decision.ACT


@given(st.sampled_from(NAMES), CHANCES, CHANCES)
def test_more_certainty_never_turns_acting_into_asking(name: str, one: float, two: float) -> None:
    less, more = sorted((one, two))
    assert not (decided((name, less)) is Decision.ACT and decided((name, more)) is not Decision.ACT)


@given(st.lists(CHANCES, min_size=1, max_size=10))
def test_chances_rise_together_and_stay_chances(chances: list[float]) -> None:
    judged = tuple(Intent(name, chance) for name, chance in zip(NAMES, chances, strict=False))
    raised = {each.name: each.confidence for each in where_something_is_said(judged, 0.1)}
    assert all(old.confidence <= raised[old.name] <= 1 + 1e-9 for old in judged)


def test_a_low_guess_without_a_rival_is_likely_and_one_with_a_rival_is_not() -> None:
    alone = (Intent("already_paid", 0.4), Intent("greet", 0.01))
    rivals = (Intent("already_paid", 0.4), Intent("pay_now", 0.4))
    assert where_something_is_said(alone, 0.1)[0].confidence > 0.8
    assert where_something_is_said(rivals, 0.1)[0].confidence < 0.6


def test_what_law_and_danger_turn_on_stays_as_judged() -> None:
    judged = (Intent("crisis", 0.2), Intent("deny", 0.1))
    raised = where_something_is_said(judged, 0.1, costs().whole)
    assert [(guess.name, guess.confidence > 0.2) for guess in raised] == [
        ("deny", True), ("crisis", False)]  # fmt: skip


def test_nothing_said_goes_to_a_person() -> None:
    assert decide((), (), costs()) is Decision.PERSON


def test_an_opt_out_comes_before_a_payment() -> None:
    said = (Intent("pay_now", 0.9), Intent("opt_out", 0.85))
    assert by_priority(said, costs())[0].name == "opt_out"


def test_a_likely_opt_out_beside_a_payment_is_not_lost() -> None:
    said = by_priority((Intent("pay_now", 0.9), Intent("opt_out", 0.6)), costs())
    assert ordered(said)[0] == "opt_out"


def test_what_would_be_dear_to_do_by_mistake_is_not_done_besides() -> None:
    said = by_priority((Intent("pay_now", 0.9), Intent("opt_in", 0.6)), costs())
    assert [intent.name for intent in said] == ["pay_now"]


def test_every_intent_has_its_place() -> None:
    assert sorted(costs().priority) == NAMES


def test_what_is_unsure_says_that_it_may_be_an_opt_out() -> None:
    said, stop = (Intent("complaint", 0.6),), Intent("opt_out", 0.3)
    assert suspecting(said, (*said, stop), Decision.CLARIFY) == (*said, stop)
    assert suspecting(said, (*said, stop), Decision.ACT) == said
    assert suspecting(said, (*said, Intent("opt_out", 0.05)), Decision.CLARIFY) == said
