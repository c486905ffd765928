"""Not the patient, in few words; and what only looks so."""

import pytest

from nlu import bystander

NOT_ME = [
    "this isn't me",
    "thats not me",
    "no, this is not me",
    "it aint me",
    "este no soy yo",
    "no soy yo",
]
PARENTS = ["im her mom", "i am his father", "hi this is the mother", "wes is my son", "soy su mama",
           "el es mi hijo", "soy la mama de leo", "i am his father and he is 9"]  # fmt: skip
PAYS = ["can i pay for him", "can i pay it for my husband", "how do i pay for my brother",
        "puedo pagar por el", "quiero pagar lo de mi mama", "can i pay his bill"]  # fmt: skip
ABSENT = ["hes in the hospital", "she's at work right now", "ella esta internada"]
NONE = ["this isnt my bill", "thats not what i meant", "no soy rico", "not me paying twice",
        "can i pay for my visit", "can i pay friday", "puedo pagar por telefono",
        "puedo pagar el viernes", "she is mean", "my son was there", "can i pay for my son",
        "hes in the hospital and i cant pay", "im her mom and she died", "i was in the hospital",
        "this isnt helping me", "pay is my problem", "puedo pagar a meses"]  # fmt: skip
READERS = [bystander.says_not_me, bystander.is_parent, bystander.would_pay_for,
           bystander.is_absent_one]  # fmt: skip


@pytest.mark.parametrize(("place", "texts"), list(enumerate([NOT_ME, PARENTS, PAYS, ABSENT, NONE])))
def test_each_is_read_as_what_it_is(place: int, texts: list[str]) -> None:
    wanted = [at == place for at in range(len(READERS))]
    assert {text: [bool(reads(text)) for reads in READERS] for text in texts} == dict.fromkeys(
        texts, wanted
    )
