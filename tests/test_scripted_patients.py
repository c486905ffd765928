"""Files of scripted patients: what may be written in them, and how a dialogue is judged."""

import re
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from benchmarks import personas
from benchmarks.persona_fields import BadPatient
from benchmarks.persona_people import Payer
from benchmarks.persona_state import End
from benchmarks.persona_sums import ledger, owed, payable, sayable, told, typed, wholes
from benchmarks.personas import NOW, Persona, read_personas
from benchmarks.resolution import PATIENTS, play, summary, table
from bot.runtime import Runtime
from tests.ear import ScriptedEar
from tests.world import Bill, Cast, Line

MINIMAL = "- {name: one, topic: pay_now, says: pay, resolved: {link: all}}\n"
CEDAR = {"pay_now": 6, "balance": 11, "coverage": 8, "assistance": 2}


def written(folder: Path, text: str) -> list[Persona]:
    file = folder / "some.yml"
    file.write_text(text)
    return read_personas([file])


def one(folder: Path, text: str) -> Persona:
    return written(folder, text)[0]


# --- the file ------------------------------------------------------------------------------------


def test_the_documented_example_is_read(tmp_path: Path) -> None:
    example = re.search(r"^- name: .*?(?=\n\n`resolved`)", personas.__doc__ or "", re.S | re.M)
    assert example
    found = one(tmp_path, example[0])
    assert owed(found.people[0]) == {"S1": 20000}
    assert found.now == NOW
    assert found.resolved[0].link == 11000


def test_what_is_left_out_is_usual(tmp_path: Path) -> None:
    found = one(tmp_path, MINIMAL)
    assert found.people == (Payer(Cast()),)
    assert (found.now, found.language, found.patience) == (NOW, "en", 8)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("- {name: one, topic: a, says: hi, resolved: {}, moood: bad}", "moood"),
        ("- {name: one, topic: a, says: hi, resolved: {lnk: 3}}", "lnk"),
        ("- {name: one, topic: a, says: hi, resolved: {}, people: [{nam: x}]}", "nam"),
        ("- {name: one, topic: a, says: hi, resolved: {}, practice: {colour: red}}", "colour"),
        ("- {name: one, topic: a, says: hi, resolved: {}, may: [sulk]}", "sulk|hold"),
        ("- {name: one, topic: a, says: yes, resolved: {}}", "quotes"),
        ("- {name: one, topic: a, says: hi, resolved: {link: 1.234}}", "1.234"),
        ("- {name: one, topic: a, says: hi, resolved: {}, answers: [{says: x}]}", "otherwise"),
        ("- {topic: a, says: hi, resolved: {}}", "name"),
        ("- {name: one, topic: a, says: hi}", "resolved"),
        (MINIMAL + MINIMAL, "twice"),
        ("name: one", "list"),
        ("- {name: [", "some.yml"),
    ],
)
def test_a_fault_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadPatient, match=named):
        written(tmp_path, text)


def test_our_own_patients_have_the_mix_that_was_counted_in_calls() -> None:
    found = read_personas(sorted(PATIENTS.glob("*.yml")))
    topics = Counter(each.topic for each in found)
    assert len(found) >= 100
    assert {topic: round(100 * topics[topic] / len(found)) for topic in CEDAR} == CEDAR
    assert sum(each.language == "es" for each in found) >= 0.3 * len(found)


def test_nobody_is_tuned_to_the_training_lines() -> None:
    """What they say is not what the model was taught, save the shortest that everybody says."""
    root = PATIENTS.parents[1]
    files = (root / "data" / "nlu").glob("*.yml")
    taught = {line.strip(" -").lower() for f in files for line in f.read_text().splitlines()}
    found = read_personas(sorted(PATIENTS.glob("*.yml")))
    same = [each.name for each in found for said in each.says
            if len(said.split()) > 6 and said.lower() in taught]  # fmt: skip
    assert len(taught) > 1000
    assert not same


# --- the sums ------------------------------------------------------------------------------------


def test_sums_of_the_ledger_are_counted_by_bill_and_together() -> None:
    two = (Bill(), Bill("S2", lines=(Line("Lab panel", "60.00", "0"),)))
    payer = Payer(Cast(bills=two), pending_cents=7000)
    assert owed(payer) == {"S1": 22000, "S2": 6000}
    assert payable(payer) == 21000
    assert {22000, 6000, 28000, 21000} <= wholes(payer, ())
    assert {30000, 8000, 22000, 28000, 36000} <= ledger(payer)
    assert 12345 not in sayable(payer, (), (), 2500)


def test_what_is_left_of_one_line_is_of_the_ledger() -> None:
    bill = Bill(lines=(Line("Visit", "210.00", "130.00"), Line("Lab panel", "140.00", "40.00")))
    assert {8000, 10000} <= ledger(Payer(Cast(bills=(bill,))))


def test_a_patients_own_sum_may_be_said_up_to_what_is_owed() -> None:
    payer = Payer(Cast())
    allowed = sayable(payer, typed(["pay 50 of it, not 9999"]), (), 2500)
    assert {5000, 17000} <= allowed
    assert 999900 not in allowed


def test_a_day_and_a_place_are_no_sums() -> None:
    assert typed(["3/14/80", "the 20th", "at 5:30", "$1,200.50"]) == {120050}
    assert told("You owe $1,220.00, $40 of it now.") == [122000, 4000]


# --- the verdict ---------------------------------------------------------------------------------

PLACES = count(1)
HALF = """
- name: half
  topic: pay_now
  says: can i pay half
  proves: 3/14/80
  resolved: {link: RIGHT}
"""


def ended(runtime: Runtime, folder: Path, text: str, **meanings: str) -> tuple[End, str]:
    assert isinstance(runtime.ear, ScriptedEar)
    runtime.ear.meanings |= {said.replace("_", " "): means for said, means in meanings.items()}
    played = play(runtime, one(folder, text), next(PLACES))
    assert played.persona.topic in table([played])
    assert summary([played])["patients"] == 1
    return played.end, played.why


def test_who_got_the_link_asked_for_is_resolved_and_pays(runtime: Runtime, tmp_path: Path) -> None:
    text = HALF.replace("RIGHT", "110")
    assert ended(runtime, tmp_path, text, can_i_pay_half="pay_now") == (End.RESOLVED, "")


def test_another_sum_is_no_resolution(runtime: Runtime, tmp_path: Path) -> None:
    text = HALF.replace("RIGHT", "100")
    assert ended(runtime, tmp_path, text, can_i_pay_half="pay_now")[0] is End.LOOPED


def test_a_person_for_nothing_is_handed_over(runtime: Runtime, tmp_path: Path) -> None:
    text = HALF.replace("RIGHT", "110")
    found = ended(runtime, tmp_path, text, can_i_pay_half="request_human")
    assert found == (End.HANDED_OVER, "asked_for_person")


def test_what_nobody_asked_for_is_wrong(runtime: Runtime, tmp_path: Path) -> None:
    text = HALF.replace("RIGHT", "110")
    found, why = ended(runtime, tmp_path, text, can_i_pay_half="wrong_person")
    assert found is End.WRONG
    assert "wrong_number" in why
    found, why = ended(runtime, tmp_path, text.replace("half\n", "half2\n", 1),
                       can_i_pay_half="opt_out")  # fmt: skip
    assert (found, why) == (End.WRONG, "opted out without asking")


def test_a_patient_gives_up_when_patience_ends(runtime: Runtime, tmp_path: Path) -> None:
    text = "- {name: a, topic: x, says: hi, otherwise: [hm, what, well], patience: 2, " \
           "resolved: {said: 220}}"  # fmt: skip
    assert ended(
        runtime, tmp_path, text, **dict.fromkeys(("hi", "hm", "what", "well"), "greet")
    ) == (End.LOOPED, "patience ended")
