"""Which intents a text carries, several at once, each with the chance that it is meant."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack

from components.labels import Judges, calibration, fitted
from components.misspelling import COPY

SAID = "intents_said"
_SHORT = 8  # words
_ARRAYS, _FACTS = "judges.npz", "judges.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intents(GraphComponent):
    """Learns from intents joined by "+"; gives the ranking of all intents back."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._strength: float = config["strength"]
        self._also_above: float = config["also_above"]
        self._also_above_in_short: float = config["also_above_in_short"]
        self._storage = storage
        self._resource = resource
        self._judges: Judges | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`also_above`: the chance from which a text is taken to say a further intent too."""
        return {"strength": 30.0, "also_above": 0.4, "also_above_in_short": 0.8}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Intents:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Intents:
        intents = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
            with np.load(folder / _ARRAYS) as arrays:
                intents._judges = Judges(
                    tuple(facts["labels"]),
                    arrays["weights"],
                    arrays["biases"],
                    facts["slope"],
                    facts["shift"],
                )
        return intents

    def train(self, training_data: TrainingData) -> Resource:
        examples = training_data.intent_examples
        features = vstack([_features(example) for example in examples], format="csr")
        said = [example.get(INTENT).split("+") for example in examples]
        written = [at for at, example in enumerate(examples) if not example.get(COPY)]
        slope, shift = calibration(
            features[written],
            [said[at] for at in written],
            [_writer(examples[at]) for at in written],
            self._strength,
        )
        self._judges = replace(fitted(features, said, self._strength), slope=slope, shift=shift)
        self._save(self._judges)
        return self._resource

    def _save(self, judges: Judges) -> None:
        facts = {"labels": judges.labels, "slope": judges.slope, "shift": judges.shift}
        with self._storage.write_to(self._resource) as folder:
            (folder / _FACTS).write_text(json.dumps(facts), encoding="utf-8")
            np.savez(folder / _ARRAYS, weights=judges.weights, biases=judges.biases)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set(SAID, self._said(message.get(TEXT), ranking), add_to_output=True)
        return messages

    def _said(self, text: str, ranking: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Few short texts say two things, so there it takes more to believe it."""
        is_short = len(text.split()) < _SHORT
        least = self._also_above_in_short if is_short else self._also_above
        return [ranking[0], *(guess for guess in ranking[1:] if guess["confidence"] >= least)]

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        if self._judges is None:
            raise RuntimeError("the intents were asked before they were trained or loaded")
        chances = self._judges.probabilities(_features(message))[0]
        return [
            {"name": self._judges.labels[at], "confidence": float(chances[at])}
            for at in np.argsort(-chances, kind="stable")
        ]


def _features(message: Message) -> csr_matrix:
    """All sentence features of the steps before, side by side."""
    _, sparse = message.get_sparse_features(TEXT)
    _, dense = message.get_dense_features(TEXT)
    parts = [csr_matrix(each.features) for each in (sparse, dense) if each is not None]
    return hstack(parts, format="csr", dtype=np.float32)


def _writer(example: Message) -> str:
    intent: dict[str, Any] = (example.get("metadata") or {}).get("intent") or {}
    return str(intent.get("writer", "unnamed"))
