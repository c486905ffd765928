"""Whatever comes in: answered in bounded time, and no junk moves money."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.listening import understood
from nlu.understanding import Decision, Intent, Understanding
from tests.ear import ScriptedEar

TODAY = date(2026, 11, 25)
MONEY = ["pay_now", "set_up_plan", "change_plan", "promise_to_pay", "already_paid",
         "request_refund", "affirm"]  # fmt: skip
JUNK = [
    "50", "$50", "12/5", "1234", "12345678901234567890", "...", "?!?!", "-", "{}", "[]", "\\", "''",
    '{"intent": "pay_now"}', '/intent{"pay_now"}', '/pay_now{"amount": 50}', "[1, 2, \"pay\"]",
    "<b>pay</b>", "<script>pay()</script>", "cGF5IG5vdyBwbGVhc2U5MDE=", "a3f5c9d2e8b14f60a3f5c9d2",
    "aaaaaaa", "xxxxx", "zzz zzz", "sdfghjkl", "%s%n{0}", "\u202e50\u202c", "\u200d\u200d5",
    "😀", "🎉🎉🎉", "\x00\x01\x02", "５０", "٥٠", "1️⃣2️⃣", "½", "$$$", "50%", "50 50 50", "#!/",
]  # fmt: skip


class EagerEar(ScriptedEar):
    """Hears one wish in everything, and is sure of it."""

    def __init__(self, wish: str) -> None:
        super().__init__()
        self.wish = wish

    def understand(self, text: str, today: date, open_question: str | None) -> Understanding:
        heard = super().understand(text, today, open_question)
        said = (Intent(self.wish, 0.99),)
        return Understanding(said, heard.entities, heard.language, Decision.ACT, said)


def moves_no_money(heard: Understanding) -> bool:
    return heard.decision is not Decision.ACT or heard.main not in MONEY


@pytest.mark.parametrize("wish", MONEY)
@pytest.mark.parametrize("text", JUNK)
def test_no_junk_moves_money(text: str, wish: str) -> None:
    heard = understood(EagerEar(wish), text, TODAY, None)
    assert moves_no_money(heard)


@pytest.mark.parametrize("text", ["50", "$75.50", "12/5", "3", "1,200.00", "#2"])
def test_a_bare_value_may_answer_the_open_question(text: str) -> None:
    heard = understood(EagerEar("pay_now"), text, TODAY, "how much can you pay")
    assert (heard.main, heard.decision) == ("pay_now", Decision.ACT)


def test_a_birth_date_is_no_value() -> None:
    heard = understood(EagerEar("pay_now"), "3/14/1982", TODAY, "how much can you pay")
    assert moves_no_money(heard)


@pytest.mark.parametrize("text", ['{"pay": 50}', "<b>50</b>", "???", "aaaaaa", "50505050505050505"])
def test_junk_answers_no_question(text: str) -> None:
    heard = understood(EagerEar("pay_now"), text, TODAY, "how much can you pay")
    assert moves_no_money(heard)


@pytest.mark.parametrize("text", [
    "👍", "👍🏾", "y", "si", "ok", "pay", "pls", "50 today", "pay 50", "k", "tmrw",
    "好的", "[pay] 50", "pay (50)", "hi <3", "is it http://pay.example/a?b=1", "nvm",
])  # fmt: skip
def test_a_word_is_heard_as_before(text: str) -> None:
    heard = understood(EagerEar("greet"), text, TODAY, None)
    assert (heard.main, heard.decision) == ("greet", Decision.ACT)


@pytest.mark.parametrize(("text", "meant"), [("thx", "thank"), ("hmm ok", "affirm")])
def test_a_small_word_is_heard_as_such_whatever_the_model_makes_of_it(
    text: str, meant: str
) -> None:
    heard = understood(EagerEar("greet"), text, TODAY, None)
    assert (heard.main, heard.decision) == (meant, Decision.ACT)


@given(st.text(st.characters(exclude_categories=["L", "So", "Zs", "Zl", "Zp", "C"]), min_size=1))
def test_no_text_without_letters_moves_money(text: str) -> None:
    assert moves_no_money(understood(EagerEar("pay_now"), text, TODAY, None))


@given(st.text(max_size=400))
def test_anything_at_all_is_understood_as_something(text: str) -> None:
    heard = understood(EagerEar("greet"), text, TODAY, None)
    assert heard.decision in Decision


@pytest.mark.parametrize("run", ["x", "4", "4 ", "{", "<a", "a.", "\u200d", "s t ", "☠", "4242 "])
def test_two_hundred_kilobytes_take_a_time_in_step_with_their_length(run: str) -> None:
    whole = (run * 200_000)[:200_000]
    quarter = whole[:50_000]
    assert _seconds(whole) < 12 * _seconds(quarter) + 0.2


def _seconds(text: str) -> float:
    began = time.perf_counter()
    understood(EagerEar("greet"), text, TODAY, None)
    return time.perf_counter() - began
