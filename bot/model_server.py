"""The language model's own server: how it is started, and where it is noted down."""

from pathlib import Path

from bot.settings import Settings
from nlu.models import models_folder
from nlu.train import interpreter

SERVER = Path(__file__).parent.parent / "nlu" / "rasa" / "server.py"


def note_of(home: Path) -> Path:
    """Where `tender run` writes down its language model's address."""
    return home / "nlu.url"


def server_command(settings: Settings, port: int, models: Path | None = None) -> list[str]:
    """`models`: where one model alone is served from; None: the model in use, and its followers."""
    return [
        str(interpreter()), "-W", "ignore", str(SERVER),
        "--port", str(port), "--models", str(models or models_folder(settings.home)),
        "--workers", str(settings.nlu_workers),
    ]  # fmt: skip
