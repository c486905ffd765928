"""What was asked of a plan lies beside the thread: words, schedule, nearest, totals."""

from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from tests.web.doing import hear, sign_in
from tests.world import add_patient


def test_a_colleague_reads_the_request_with_its_figures(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    add_patient(runtime, practice.id)
    meanings = runtime.ear.meanings  # type: ignore[attr-defined]
    meanings["i can do 10 payments"] = "set_up_plan"
    meanings["a person please"] = "request_human"
    hear(runtime, practice.id, "i can do 10 payments", "SM1")
    hear(runtime, practice.id, "3/14/1980", "SM2")
    found = hear(runtime, practice.id, "a person please", "SM3")
    page = sign_in(client, maria).get(f"/staff/conversations/{found}").text
    words = ("Asks for a plan", "i can do 10 payments", "As asked", "Nearest we offer by text")
    for word in (*words, "$22.00", "$55.00", "$220.00", "No interest and no fees"):
        assert word in page
