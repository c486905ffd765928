"""A colleague sees beforehand how their first text after a take-over will begin."""

from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from tests.web.doing import hear, sign_in


def test_a_colleague_sees_how_their_first_text_will_begin(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    path = f"/staff/conversations/{hear(runtime, practice.id, 'hello', 'SM1')}"
    begins = "We begin it for you"
    assert begins not in sign_in(client, maria).get(path).text
    client.post(f"{path}/take-over")
    assert "This is Maria from Cedar Clinic." in client.get(path).text
    client.post(f"{path}/reply", data={"body": "I looked."})
    assert begins not in client.get(path).text
