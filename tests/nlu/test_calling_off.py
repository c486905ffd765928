"""No person is needed any more; and what only sounds so."""

import pytest

from nlu.calling_off import calls_off

ANY_TIME = [
    "i dont need anyone", "no need for a person", "you dont need to call me, no need to call",
    "forget the call", "ya no necesito que me llamen", "no hace falta que me escriban",
    "i don't need to talk to anybody",
]  # fmt: skip
JUST_AFTER = ["no hace falta", "no esperen, ya no hace falta", "no need", "i figured it out"]
NEVER = [
    "i need someone", "i dont need a plan", "no hace falta pagar?", "i dont need texts",
    "call me", "forget the plan", "no necesito recibo", "why do i need a person",
]  # fmt: skip


@pytest.mark.parametrize("text", ANY_TIME)
def test_named_at_any_time(text: str) -> None:
    assert calls_off(text, is_just_promised=False)


@pytest.mark.parametrize("text", JUST_AFTER)
def test_bare_only_right_after_the_promise(text: str) -> None:
    assert calls_off(text, is_just_promised=True)
    assert not calls_off(text, is_just_promised=False)


@pytest.mark.parametrize("text", NEVER)
def test_something_else_is_not_needed(text: str) -> None:
    assert not calls_off(text, is_just_promised=True)
