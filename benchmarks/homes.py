"""A state folder that lives as long as a measurement; the trained model is lent to it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / ".tender" / "models"


@contextmanager
def fresh_home() -> Iterator[Path]:
    """Empty but for the models that are trained already; gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="tender-"))
    # As root, PostgreSQL runs as `nobody`, who must be able to walk through.
    home.chmod(0o711)
    lend_models(home)
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def lend_models(home: Path) -> None:
    MODELS.mkdir(parents=True, exist_ok=True)
    (home / "models").symlink_to(MODELS, target_is_directory=True)
