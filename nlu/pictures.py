"""A report's two pictures, in a folder."""

from pathlib import Path

from nlu.confusion_picture import confusion_picture
from nlu.evaluate import Report
from nlu.reliability_picture import reliability_picture


def draw(report: Report, names: frozenset[str], folder: Path) -> list[Path]:
    """`names` are all intents, so that one nobody said has its row too."""
    answered = {cell["understood"] for cell in report.matrix}
    said = {cell["said"] for cell in report.matrix}
    drawn = {
        "confusion.svg": confusion_picture(report.matrix, sorted(names | answered | said)),
        "reliability.svg": reliability_picture(report.calibration, report.calibration_error),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in drawn.items():
        (folder / name).write_text(picture, encoding="utf-8")
    return [folder / name for name in drawn]
