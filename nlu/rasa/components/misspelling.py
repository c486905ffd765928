"""Adds misspelled copies to the training lines; does nothing to a patient's text."""

from __future__ import annotations

import random
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.typos import misspelled

COPY = "misspelled_copy"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Misspelling(GraphComponent):
    """`share` of the lines, 0 to 1, that get a misspelled copy; `seed` makes it repeatable."""

    def __init__(self, share: float, seed: int) -> None:
        self._share = share
        self._seed = seed

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"share": 0.5, "seed": 7}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Misspelling:
        return cls(config["share"], config["seed"])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        chance = random.Random(self._seed)
        copies = [
            _copy(message, chance)
            for message in training_data.intent_examples
            if chance.random() < self._share
        ]
        return training_data.merge(TrainingData(training_examples=copies))

    def process(self, messages: list[Message]) -> list[Message]:
        return messages


def _copy(message: Message, chance: random.Random) -> Message:
    return Message(
        data={
            TEXT: misspelled(message.get(TEXT), chance),
            INTENT: message.get(INTENT),
            "metadata": message.get("metadata"),
            COPY: True,
        }
    )
