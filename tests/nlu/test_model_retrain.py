"""A model that learned corrections is taken only if no worse; the one in use is never at risk."""

import os
import threading
from pathlib import Path

import pytest

from nlu import models
from nlu.blame import Blame
from nlu.models import NothingBefore, kept, models_folder, overlay_in_use, roll_back
from nlu.overlay import COPIES, OVERLAY, overlay_text, read_overlay, write_overlay
from nlu.retrain import Busy, ChangedMeanwhile, Fate, NoModel, retrain
from tests.learning import Classroom, key_with, lesson

MONDAY = lesson(1, "you get it monday", "promise_to_pay")
HELLO = lesson(2, "hiya folks", "greet", "practice-2")
SILLY = lesson(3, "id like to say it all today", "greet")


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    room = Classroom(tmp_path)
    room.open()
    return room


def test_what_was_taught_is_learned_and_put_to_use(room: Classroom) -> None:
    outcome = retrain(room.bench(), [MONDAY, HELLO], {1, 2})
    assert (outcome.fate, outcome.key) == (Fate.ACCEPTED, key_with(MONDAY, HELLO))
    assert room.in_use() == outcome.key
    assert outcome.learned == (MONDAY, HELLO)
    assert read_overlay(models_folder(room.home) / outcome.key / OVERLAY) == [MONDAY, HELLO]


def test_nothing_new_trains_nothing(room: Classroom) -> None:
    assert retrain(room.bench(), [], ()).fate is Fate.NOTHING
    retrain(room.bench(), [MONDAY], {1})
    trained = room.trained
    again = retrain(room.bench(), [MONDAY], ())
    assert (again.fate, again.learned, room.trained) == (Fate.NOTHING, (MONDAY,), trained)


def test_a_model_that_misses_one_opt_out_more_is_refused(room: Classroom) -> None:
    before = room.in_use()
    room.spoils["nothing alike"] = ["let this be our last chat"]
    outcome = retrain(room.bench(), [lesson(1, "nothing alike", "complaint")], {1})
    assert outcome.fate is Fate.REFUSED
    assert outcome.why == ["opt_out: 1 of the 1 texts that say it are missed, 0 before."]
    assert room.in_use() == before


def test_one_money_text_may_be_chance_two_are_not(room: Classroom) -> None:
    room.spoils["purple lemons"] = ["id like to pay"]
    assert retrain(room.bench(), [lesson(1, "purple lemons", "deny")], {1}).fate is Fate.ACCEPTED
    room.spoils["green marbles"] = ["id like to pay", "pay it all today"]
    outcome = retrain(room.bench(), [lesson(2, "green marbles", "deny")], {2})
    assert outcome.fate is Fate.REFUSED
    assert "pay_now: 2 of the 2 texts that say it are missed" in outcome.why[0]


def test_losses_that_are_small_each_do_not_add_up(room: Classroom) -> None:
    one, two = lesson(1, "zzz one", "deny"), lesson(2, "zzz two", "deny")
    room.spoils = {"zzz one": ["id like to pay"], "zzz two": ["pay it all today"]}
    assert retrain(room.bench(), [one], {1}).fate is Fate.ACCEPTED
    assert retrain(room.bench(), [one, two], {2}).fate is Fate.REFUSED


def test_too_much_taken_for_money_is_refused(room: Classroom) -> None:
    room.spoils["qqq"] = ["hello there", "let this be our last chat", "i paid by check"]
    outcome = retrain(room.bench(), [lesson(1, "qqq", "pay_now")], {1})
    assert "pay_now: 3 texts are wrongly taken for it, 0 before." in outcome.why


def test_one_silly_correction_does_not_block_the_others(room: Classroom) -> None:
    room.spoils[SILLY.text] = ["pay it all today", "id like to pay"]
    outcome = retrain(room.bench(), [MONDAY, HELLO, SILLY], {1, 2, 3})
    assert outcome.fate is Fate.ACCEPTED
    assert outcome.learned == (MONDAY, HELLO)
    assert outcome.aside == {3: Blame("harmful", ("pay_now",), 2)}


def test_what_even_training_does_not_teach_is_set_aside(room: Classroom) -> None:
    room.never.add(SILLY.text)
    outcome = retrain(room.bench(), [MONDAY, SILLY], {1, 3})
    assert outcome.fate is Fate.ACCEPTED
    assert outcome.aside == {3: Blame("unlearned", ("out_of_scope",))}


def test_the_only_one_set_aside_leaves_the_model_in_use(room: Classroom) -> None:
    before = room.in_use()
    room.never.add(SILLY.text)
    outcome = retrain(room.bench(), [SILLY], {3})
    assert (outcome.fate, list(outcome.aside)) == (Fate.REFUSED, [3])
    assert room.in_use() == before


def test_the_same_words_keep_their_first_meaning(room: Classroom) -> None:
    later = lesson(9, "You get it  Monday", "deny", "practice-2")
    outcome = retrain(room.bench(), [MONDAY, later], {1, 9})
    assert outcome.learned == (MONDAY,)
    assert outcome.aside == {9: Blame("contradicts", ("promise_to_pay",))}


def test_a_new_lesson_that_undoes_an_older_one_is_set_aside(room: Classroom) -> None:
    retrain(room.bench(), [MONDAY], {1})
    new = lesson(4, "you get it monday not", "deny")
    room.spoils[new.text] = [MONDAY.text]
    outcome = retrain(room.bench(), [MONDAY, new], {4})
    assert outcome.aside == {4: Blame("harmful", ("promise_to_pay",), 1)}


def test_a_withdrawn_lesson_is_unlearned(room: Classroom) -> None:
    plain = room.in_use()
    retrain(room.bench(), [MONDAY], {1})
    assert retrain(room.bench(), [], ()).key == plain
    assert room.in_use() == plain


def test_rolling_back_goes_to_the_model_before_and_stays_there(room: Classroom) -> None:
    plain = room.in_use()
    first = retrain(room.bench(), [MONDAY], {1}).key
    retrain(room.bench(), [MONDAY, HELLO], {2})
    assert roll_back(room.home) == first
    assert overlay_in_use(room.home) == models_folder(room.home) / first / OVERLAY
    assert roll_back(room.home) == plain
    assert overlay_in_use(room.home) is None
    with pytest.raises(NothingBefore):
        roll_back(room.home)


def test_killed_in_the_middle_nothing_has_changed(room: Classroom) -> None:
    before = room.in_use()
    room.dies = True
    with pytest.raises(KeyboardInterrupt):
        retrain(room.bench(), [MONDAY], {1})
    assert [each.key for each in kept(room.home)] == [before]
    room.dies = False
    left_over = models_folder(room.home) / ".candidates" / "half"
    left_over.mkdir(parents=True)
    assert retrain(room.bench(), [MONDAY], {1}).fate is Fate.ACCEPTED
    assert not left_over.exists()


def test_of_two_at_once_the_second_is_told_so(room: Classroom) -> None:
    training, may_end = threading.Event(), threading.Event()
    slow = Classroom(room.home)

    def train(folder: Path, overlay: str) -> None:
        training.set()
        may_end.wait(20)
        Classroom.train(slow, folder, overlay)

    slow.train = train  # type: ignore[method-assign]
    first = threading.Thread(target=retrain, args=(slow.bench(), [MONDAY], {1}))
    first.start()
    training.wait(20)
    with pytest.raises(Busy):
        retrain(room.bench(), [HELLO], {2})
    may_end.set()
    first.join(20)
    assert room.in_use() == key_with(MONDAY)


def test_a_model_changed_meanwhile_is_not_replaced(room: Classroom) -> None:
    upgraded = models_folder(room.home) / "upgraded"
    Classroom.train(room, upgraded, "")

    class Upgraded(Classroom):
        def train(self, folder: Path, overlay: str) -> None:
            super().train(folder, overlay)
            models.use(self.home, "upgraded")

    with pytest.raises(ChangedMeanwhile):
        retrain(Upgraded(room.home).bench(), [MONDAY], {1})
    assert room.in_use() == "upgraded"


def test_without_a_model_in_use_nothing_is_compared(tmp_path: Path) -> None:
    with pytest.raises(NoModel):
        retrain(Classroom(tmp_path).bench(), [MONDAY], {1})


def test_three_models_are_kept_with_what_is_known_of_them(room: Classroom) -> None:
    taught = [lesson(number, f"words {number}", "deny") for number in range(1, 5)]
    for number in range(1, 5):
        retrain(room.bench(), taught[:number], {number})
    found = kept(room.home)
    assert [each.corrections for each in found] == [4, 3, 2]
    assert [each.is_current for each in found] == [True, False, False]
    assert [each.accuracy for each in found] == [1.0, 1.0, 1.0]


def test_an_overlay_is_for_its_owner_alone_and_reads_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / OVERLAY
    odd = [
        lesson(1, "- : {x} # 'é' \U0001f600", "pay_now+greet"),
        lesson(2, "[a](pay_now)", "pay_now+greet"),
    ]
    write_overlay(odd, file)
    assert os.stat(file).st_mode & 0o777 == 0o600
    read = read_overlay(file)
    assert [each.id for each in read] == [1, 2]
    assert [each.text for each in read] == ["- : (x) # 'é' \U0001f600", "(a)(pay_now)"]
    assert overlay_text(odd) == file.read_text()
    assert file.read_text().count("(a)(pay_now)") == COPIES
