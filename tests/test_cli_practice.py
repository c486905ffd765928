"""Practices from the command line: the state is one that there is, and may be set later."""

import pytest
from click.testing import CliRunner

from bot.cli_practice import practice as command
from bot.models import Practice
from bot.runtime import Runtime
from bot.store import practices


@pytest.mark.parametrize(
    ("named", "stands", "code"), [("co", "CO", 0), ("XX", "TX", 2), ("", "TX", 2)]
)
def test_the_state_of_a_practice_is_set_later(
    runtime: Runtime, practice: Practice, named: str, stands: str, code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TENDER_HOME", str(runtime.settings.home))
    result = CliRunner().invoke(command, ["state", "cedar", named], obj=lambda _: runtime)
    assert result.exit_code == code, result.output
    with runtime.database.transaction(practice.id) as session:
        assert practices.get(session, practice.id).state == stands
