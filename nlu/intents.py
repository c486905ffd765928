"""The names of all intents, as the files of data/nlu say them."""

from pathlib import Path

from nlu.lines import SEVERAL

FOLDER = Path(__file__).parent.parent / "data" / "nlu"


def known_intents(folder: Path = FOLDER) -> frozenset[str]:
    """One file an intent, and one more for texts that say several things."""
    return frozenset(file.stem for file in folder.glob("*.yml")) - {SEVERAL}
