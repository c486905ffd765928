"""One judge an intent: how likely does this text say it? Trained together, calibrated by writer."""

from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Judges:
    """`weights` is features x labels; a text's score for a label is a logit."""

    labels: tuple[str, ...]
    weights: Floats
    biases: Floats
    slope: float = 1.0
    shift: float = 0.0

    def scores(self, features: csr_matrix) -> Floats:
        return np.asarray(features @ self.weights) + self.biases

    def probabilities(self, features: csr_matrix) -> Floats:
        """Chance that each label applies; they need not add up to one."""
        return 1 / (1 + np.exp(-(self.slope * self.scores(features) + self.shift)))


def fitted(features: csr_matrix, said: list[list[str]], strength: float) -> Judges:
    """`said` are the labels of each row; `strength` is the C of logistic regression."""
    labels = tuple(sorted({label for row in said for label in row}))
    judges = Parallel(n_jobs=2, mmap_mode="r")(
        delayed(_judge)(features, np.array([label in row for row in said]), strength)
        for label in labels
    )
    weights = np.stack([judge.coef_[0] for judge in judges], axis=1).astype(np.float32)
    biases = np.array([judge.intercept_[0] for judge in judges], dtype=np.float32)
    return Judges(labels, weights, biases)


def _judge(features: csr_matrix, said: NDArray[np.bool_], strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, solver="liblinear", tol=1e-2).fit(features, said)


def calibration(
    features: csr_matrix, said: list[list[str]], writers: list[str], strength: float
) -> tuple[float, float]:
    """Slope and shift that make scores on writers never seen come true as probabilities.

    Two folds: half the writers judged by the other half is quick, and errs towards doubt.
    """
    if len(set(writers)) < 2:
        return 1.0, 0.0
    logits, truths = [], []
    for seen, unseen in GroupKFold(2).split(features, groups=writers):
        judges = fitted(features[seen], [said[at] for at in seen], strength)
        logits.append(judges.scores(features[unseen]).ravel())
        truths.append(_truths([said[at] for at in unseen], judges.labels).ravel())
    platt = LogisticRegression(C=1e6).fit(np.concatenate(logits)[:, None], np.concatenate(truths))
    return float(platt.coef_[0, 0]), float(platt.intercept_[0])


def _truths(said: list[list[str]], labels: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.array([[label in row for label in labels] for row in said])
