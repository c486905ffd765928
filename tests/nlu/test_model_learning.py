"""A correction, learned by the real model among a few lines: its own text is understood so."""

from datetime import date
from pathlib import Path

import pytest

from bot.listening import listening_by, understood
from bot.settings import load_settings
from nlu.overlay import OVERLAY, overlay_text
from nlu.train import DATA, train_into
from tests.learning import lesson

pytestmark = pytest.mark.nlu
FEW = ("already_paid", "greet", "pay_now", "thank")
LINES = 60  # of a file: some fifty sentences
ODD = lesson(1, "good evening folks, i hereby pay up now", "thank")  # against all the lines say


@pytest.fixture
def few_lines(tmp_path: Path) -> Path:
    folder = tmp_path / "lines"
    folder.mkdir()
    for intent in FEW:
        lines = (DATA / f"{intent}.yml").read_text().splitlines()[:LINES]
        (folder / f"{intent}.yml").write_text("\n".join(lines) + "\n")
    return folder


def test_a_corrected_text_is_understood_as_corrected(few_lines: Path, tmp_path: Path) -> None:
    settings = load_settings({"TENDER_HOME": str(tmp_path / "home")})
    model = tmp_path / "models" / "taught"
    train_into(model, overlay_text([ODD]), print, few_lines)
    assert (model / OVERLAY).stat().st_mode & 0o777 == 0o600
    with listening_by(settings, model) as ear:
        heard = understood(ear, ODD.text, date(2026, 3, 11), None)
        paying = understood(ear, "i want to pay my bill now", date(2026, 3, 11), None)
    assert [intent.name for intent in heard.intents] == ["thank"]
    assert paying.main == "pay_now"
