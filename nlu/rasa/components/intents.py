"""Which intents a text carries, several at once, each with the chance that it is meant."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from components.labels import Judges, Recipe, Texts, calibration, fitted
from components.likeness import Landmarks
from components.misspelling import COPY

SAID = "intents_said"
_ARRAYS, _FACTS = "judges.npz", "judges.json"
_RECIPE = tuple(asdict(Recipe()))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intents(GraphComponent):
    """Learns from intents joined by "+"; gives the ranking of all intents back."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._recipe = Recipe(**{name: config[name] for name in _RECIPE})
        self._also_above: float = config["also_above"]
        self._storage = storage
        self._resource = resource
        self._judges: Judges | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`also_above`: the chance from which a text is taken to say a further intent too."""
        return {**asdict(Recipe()), "also_above": 0.5}

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
                    arrays["by_counts"],
                    arrays["by_likeness"],
                    arrays["biases"],
                    Landmarks(arrays["landmarks"], facts["gamma"]),
                    facts["slope"],
                    facts["shift"],
                )
        return intents

    def train(self, training_data: TrainingData) -> Resource:
        examples = training_data.intent_examples
        texts = _texts(examples)
        said = [example.get(INTENT).split("+") for example in examples]
        written = np.array([at for at, each in enumerate(examples) if not each.get(COPY)])
        slope, shift = calibration(
            texts.of(written),
            [said[at] for at in written],
            [_writer(examples[at]) for at in written],
            self._recipe,
        )
        self._judges = replace(fitted(texts, said, self._recipe), slope=slope, shift=shift)
        self._save(self._judges)
        return self._resource

    def _save(self, judges: Judges) -> None:
        facts = {
            "labels": judges.labels,
            "gamma": judges.landmarks.gamma,
            "slope": judges.slope,
            "shift": judges.shift,
        }
        with self._storage.write_to(self._resource) as folder:
            (folder / _FACTS).write_text(json.dumps(facts), encoding="utf-8")
            np.savez(
                folder / _ARRAYS,
                by_counts=judges.by_counts,
                by_likeness=judges.by_likeness,
                biases=judges.biases,
                landmarks=judges.landmarks.vectors,
            )

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set(SAID, self._said(ranking), add_to_output=True)
        return messages

    def _said(self, ranking: list[dict[str, Any]]) -> list[dict[str, Any]]:
        others = [guess for guess in ranking[1:] if guess["confidence"] >= self._also_above]
        return [ranking[0], *others]

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        if self._judges is None:
            raise RuntimeError("the intents were asked before they were trained or loaded")
        chances = self._judges.probabilities(_texts([message]))[0]
        return [
            {"name": self._judges.labels[at], "confidence": float(chances[at])}
            for at in np.argsort(-chances, kind="stable")
        ]


def _texts(messages: list[Message]) -> Texts:
    """What the steps before made of each text: counts of its words, and its meaning."""
    counts = [message.get_sparse_features(TEXT)[1].features for message in messages]
    meanings = [message.get_dense_features(TEXT)[1].features for message in messages]
    together = counts[0] if len(counts) == 1 else vstack(counts, format="csr", dtype=np.float32)
    return Texts(together, np.vstack(meanings))


def _writer(example: Message) -> str:
    intent: dict[str, Any] = (example.get("metadata") or {}).get("intent") or {}
    return str(intent.get("writer", "unnamed"))
