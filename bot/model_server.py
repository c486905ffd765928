"""The language model's own server: how it is started, and where it is noted down."""

from pathlib import Path

from bot.settings import Settings
from nlu.train import interpreter, models_folder

SERVER = Path(__file__).parent.parent / "nlu" / "rasa" / "server.py"


def note_of(home: Path) -> Path:
    """Where `tender run` writes down its language model's address."""
    return home / "nlu.url"


def server_command(settings: Settings, port: int) -> list[str]:
    return [
        str(interpreter()), "-W", "ignore", str(SERVER),
        "--port", str(port), "--models", str(models_folder(settings.home)),
        "--workers", str(settings.nlu_workers),
    ]  # fmt: skip
