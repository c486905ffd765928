"""One trained model, loaded: text in, intents and ranking out."""

import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST_TEXT = 2_000  # characters read; a patient's longest text is ten segments of 153
_RANKED = 10
_CURRENT = "current"


@dataclass(frozen=True)
class Parsed:
    """Probabilities 0 to 1; `intents` are those said, likeliest first, `ranking` the top ten."""

    intents: list[dict[str, Any]]
    ranking: list[dict[str, Any]]


def model_folder(models: Path) -> Path:
    """`models` holds one model, or many and a file `current` with the name of one."""
    pointer = models / _CURRENT
    return models / pointer.read_text(encoding="utf-8").strip() if pointer.exists() else models


class Reader:
    def __init__(self, folder: Path) -> None:
        warnings.simplefilter("ignore")
        from rasa.engine.loader import load_predict_graph_runner
        from rasa.engine.runner.dask import DaskGraphRunner
        from rasa.engine.storage.local_model_storage import LocalModelStorage

        self.model = folder.name
        self._unpacked = tempfile.TemporaryDirectory(prefix="tender-nlu-")
        metadata, self._graph = load_predict_graph_runner(
            Path(self._unpacked.name), folder / "model.tar.gz", LocalModelStorage, DaskGraphRunner
        )
        # Our own last step, not the graph's: Rasa appends one that takes "/intent", typed by a
        # patient, as a command.
        end = metadata.predict_schema.nodes[metadata.nlu_target or "run_RegexMessageHandler"]
        self._target = end.needs["messages"]
        self.parse("loads the sentence encoder")

    def parse(self, text: str) -> Parsed:
        text = text[:LONGEST_TEXT]
        if not any(c.isprintable() and not c.isspace() for c in text):
            return Parsed([], [])
        from rasa.core.channels.channel import UserMessage

        inputs = {"__message__": [UserMessage(text)]}
        message = self._graph.run(inputs=inputs, targets=[self._target])[self._target][0]
        ranking = message.get("intent_ranking")[:_RANKED]
        return Parsed(message.get("intents_said"), ranking)
