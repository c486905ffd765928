"""Which words and letters a text is made of: TF-IDF over word pairs and pieces of words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from components.plain import for_spelling

_FILE = "grams.json"
_SIZES = ("words", "letters", "texts_of_words", "texts_of_letters")


def vectorizers(
    words: int, letters: int, texts_of_words: int, texts_of_letters: int
) -> tuple[TfidfVectorizer, TfidfVectorizer]:
    """Runs of up to `words` words, and of two to `letters` letters inside a word.

    Each counts if at least so many texts have it: what few wrote tells nothing of others.
    """
    shared = {"sublinear_tf": True, "dtype": np.float32, "lowercase": False}
    return (
        TfidfVectorizer(
            ngram_range=(1, words),
            token_pattern=r"\w+|[^\w\s]",
            min_df=texts_of_words,
            **shared,
        ),
        TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, letters), min_df=texts_of_letters, **shared
        ),
    )


@dataclass(frozen=True)
class Weigher:
    """One text at a time as `TfidfVectorizer.transform` weighs it, without its checks.

    They are made for thousands of texts at once, and cost more than the counting for one.
    """

    split: Callable[[str], list[str]]
    terms: list[str]
    weights: NDArray[np.float32]
    places: dict[str, int]

    @classmethod
    def of(
        cls, vectorizer: TfidfVectorizer, terms: list[str], weights: NDArray[np.float32]
    ) -> Weigher:
        places = {term: at for at, term in enumerate(terms)}
        return cls(vectorizer.build_analyzer(), terms, weights, places)

    def weigh(self, text: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Places and weights, these of unit length together: sublinear counts by rarity."""
        known = (self.places.get(gram) for gram in self.split(text))
        counts = Counter(at for at in known if at is not None)
        at = np.array(sorted(counts), dtype=np.int32)
        often = np.array([counts[place] for place in at.tolist()], dtype=np.float32)
        weights = (1 + np.log(often)) * self.weights[at]
        return at, weights / max(float(np.linalg.norm(weights)), 1e-12)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Grams(GraphComponent):
    def __init__(
        self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource
    ) -> None:
        self._name = name
        self._storage = storage
        self._resource = resource
        self._vectorizers = vectorizers(*(config[name] for name in _SIZES))
        self._weighers: list[Weigher] = []

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return dict(zip(_SIZES, (2, 5, 3, 8), strict=True))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Grams:
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Grams:
        grams = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            saved = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        grams._weighers = [
            Weigher.of(vectorizer, terms, np.array(weights, dtype=np.float32))
            for vectorizer, (terms, weights) in zip(grams._vectorizers, saved, strict=True)
        ]
        return grams

    def train(self, training_data: TrainingData) -> Resource:
        texts = [for_spelling(example.get(TEXT)) for example in training_data.intent_examples]
        self._weighers = [_fitted(vectorizer, texts) for vectorizer in self._vectorizers]
        self._save()
        return self._resource

    def _save(self) -> None:
        saved = [(weigher.terms, weigher.weights.tolist()) for weigher in self._weighers]
        with self._storage.write_to(self._resource) as folder:
            text = json.dumps(saved, ensure_ascii=False, separators=(",", ":"))
            (folder / _FILE).write_text(text, encoding="utf-8")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            row = self._row(for_spelling(message.get(TEXT) or ""))
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages

    def _row(self, text: str) -> csr_matrix:
        """All weighers' places beside each other, one row."""
        width, places, weights = 0, [], []
        for weigher in self._weighers:
            at, weight = weigher.weigh(text)
            places.append(at + width)
            weights.append(weight)
            width += len(weigher.terms)
        columns = np.concatenate(places)
        ends = np.array([0, len(columns)], dtype=np.int32)
        return csr_matrix((np.concatenate(weights), columns, ends), shape=(1, width))


def _fitted(vectorizer: TfidfVectorizer, texts: list[str]) -> Weigher:
    vectorizer.fit(texts)
    terms = list(vectorizer.get_feature_names_out())
    return Weigher.of(vectorizer, terms, np.asarray(vectorizer.idf_, dtype=np.float32))
