"""The practice's settings: validated, previewed, saved as versions, never half."""

import pytest
from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.practice_settings import TONES, PracticeSettings
from bot.runtime import Runtime
from bot.store import practices, versions
from bot.web.settings_form import typed_of
from bot.web.staff_words import is_told, said
from tests.conftest import with_settings
from tests.web.doing import sign_in


def _form(runtime: Runtime, practice_id: int, **changes: object) -> dict[str, object]:
    return {**typed_of(_in_force(runtime, practice_id)), **changes}


def _in_force(runtime: Runtime, practice_id: int) -> PracticeSettings:
    with runtime.database.transaction(practice_id) as session:
        return practices.settings_of(session, practice_id)


def test_a_preview_shows_the_difference_and_saves_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    form = _form(runtime, practice.id, tone="warm", reminder_gap_days="10")
    page = sign_in(client, maria).post("/practice/settings/preview", data=form).text
    for word in ("What changes", "Plain", "Warm", "7 days", "10 days", "Save these settings"):
        assert word in page
    assert _in_force(runtime, practice.id).version == 1


def test_each_tone_is_told_in_words(client: FlaskClient, maria: Staff) -> None:
    page = sign_in(client, maria).get("/practice/settings").text
    for tone in TONES:
        assert is_told("tones", tone)
        assert said("tones", tone) in page


def test_saving_makes_a_new_version_with_who_and_when(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    form = _form(runtime, practice.id, tone="warm", text_from="10:30", plan_min_cents="40")
    page = sign_in(client, maria).post("/practice/settings", data=form, follow_redirects=True).text
    saved = _in_force(runtime, practice.id)
    assert (saved.version, saved.tone, saved.text_from.hour, saved.plan_min_cents) == (
        2, "warm", 10, 4000,
    )  # fmt: skip
    with runtime.database.transaction(practice.id) as session:
        rows = versions.newest_first(session, practice.id)
    assert [(row.version, row.saved_by) for row in rows] == [(2, "Maria"), (1, "test")]
    assert "Tone: Plain" in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("text_from", "07:59", "between 8:00 am and 9:00 pm"),
        ("text_until", "21:01", "between 8:00 am and 9:00 pm"),
        ("text_until", "08:30", "after the first one"),
        ("text_from", "soon", "a time like 09:00"),
        ("text_days", [], "at least one day"),
        ("text_days", ["0", "6"], "on no Sunday"),
        ("desk_until", "08:00", "after the first one"),
        ("plan_min_cents", "24.99", "25.00 or more"),
        ("plan_min_cents", "some", "an amount like 25.00"),
        ("plan_max_count", "5", "from 2 to 4"),
        ("plan_max_count", "1", "from 2 to 4"),
        ("reminder_gap_days", "6", "from 7 to 90"),
        ("tone", "rude", "one of the tones"),
        ("cadence", "daily", "one of the schedules"),
    ],
)
def test_a_bad_value_is_told_beside_its_field_and_nothing_is_saved(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    field: str,
    value: object,
    says: str,
) -> None:
    form = _form(runtime, practice.id, **{field: value})
    sign_in(client, maria)
    for path in ("/practice/settings/preview", "/practice/settings"):
        answer = client.post(path, data=form)
        assert answer.status_code == 422
        assert says in answer.text
    assert _in_force(runtime, practice.id).version == 1


def test_what_was_typed_stays_when_something_is_wrong(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    form = _form(runtime, practice.id, reminder_gap_days="3", plan_min_cents="31.50")
    page = sign_in(client, maria).post("/practice/settings/preview", data=form).text
    assert 'value="3"' in page
    assert 'value="31.50"' in page


def test_a_colleagues_newer_version_is_not_overwritten(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    form = _form(runtime, practice.id, tone="warm")
    with_settings(runtime, practice.id, reminder_gap_days=14)
    answer = sign_in(client, maria).post("/practice/settings", data=form)
    assert answer.status_code == 409
    assert "14 days" in answer.text
    assert _in_force(runtime, practice.id).tone == "plain"


def test_the_phone_shows_the_very_texts_in_both_languages(
    client: FlaskClient, practice: Practice, maria: Staff
) -> None:
    page = sign_in(client, maria).get("/practice/settings").text
    for word in ("$240.00", "$60.00", "segment", 'lang="es"', "First reminder", "Alex"):
        assert word in page


def test_all_reminders_can_be_paused_which_every_colleague_sees_and_resumed(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    sign_in(client, maria).post("/practice/pause")
    with runtime.database.directory() as session:
        assert practices.get(session, practice.id).sending_paused_at == runtime.clock.now()
    for page in ("/practice/settings", "/staff/", "/staff/watched"):
        assert "All reminders are paused" in client.get(page).text
    client.post("/practice/resume")
    assert "All reminders are paused" not in client.get("/staff/").text
    with runtime.database.directory() as session:
        assert practices.get(session, practice.id).sending_paused_at is None


def test_the_address_is_saved_in_one_line_and_may_be_left_out(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    desk = sign_in(client, maria)
    typed = "  12 Oak Street,  Austin, TX 78701 "
    desk.post("/practice/settings", data=_form(runtime, practice.id, mail_address=typed))
    assert _in_force(runtime, practice.id).mail_address == "12 Oak Street, Austin, TX 78701"
    desk.post("/practice/settings", data=_form(runtime, practice.id, mail_address=""))
    assert _in_force(runtime, practice.id).mail_address == ""
    long = _form(runtime, practice.id, mail_address="x" * 121)
    refused = desk.post("/practice/settings/preview", data=long)
    assert refused.status_code == 422
    assert "at most 120 letters" in refused.text
