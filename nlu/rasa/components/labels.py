"""One judge an intent: how likely does this text say it? Fitted together, calibrated by writer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from components.likeness import Floats, Landmarks, chosen

_RARE = -1.0  # where a judge starts: hardly any text says its intent
_REMEMBERED = 8  # steps that L-BFGS looks back on
_EVERY = 5  # the share of writers that calibration judges: one in so many


@dataclass(frozen=True)
class Texts:
    """A row a text: `counts` of its words and letters, its `meanings` of unit length."""

    counts: csr_matrix
    meanings: Floats

    def of(self, rows: NDArray[np.int64]) -> "Texts":
        return Texts(self.counts[rows], self.meanings[rows])


@dataclass(frozen=True)
class Recipe:
    """`strength` is the C of a support vector machine; `landmarks` and `gamma` of the kernel."""

    strength: float = 1.0
    landmarks: int = 1500
    gamma: float = 1.0
    steps: int = 100


@dataclass(frozen=True)
class Judges:
    """`by_counts` is counted features x labels, `by_likeness` landmarks x labels."""

    labels: tuple[str, ...]
    by_counts: Floats
    by_likeness: Floats
    biases: Floats
    landmarks: Landmarks
    slope: float = 1.0
    shift: float = 0.0

    def scores(self, texts: Texts) -> Floats:
        liked = self.landmarks.likeness(texts.meanings) @ self.by_likeness
        return np.asarray(texts.counts @ self.by_counts + liked + self.biases)

    def probabilities(self, texts: Texts) -> Floats:
        """Chance that each label applies; they need not add up to one."""
        return 1 / (1 + np.exp(-(self.slope * self.scores(texts) + self.shift)))


def fitted(texts: Texts, said: list[list[str]], recipe: Recipe) -> Judges:
    """`said` are the labels of each row."""
    labels = tuple(sorted({label for row in said for label in row}))
    landmarks = chosen(texts.meanings, recipe.landmarks, recipe.gamma)
    whitening = landmarks.whitening()
    likeness = landmarks.likeness(texts.meanings) @ whitening
    weights, biases = _least(texts.counts, likeness, _truths(said, labels), recipe)
    counted = texts.counts.shape[1]
    return Judges(labels, weights[:counted], whitening @ weights[counted:], biases, landmarks)


def _least(
    counts: csr_matrix, likeness: Floats, truths: Floats, recipe: Recipe
) -> tuple[Floats, Floats]:
    """Weights and biases of linear support vector machines, all labels at once (L-BFGS).

    Loss: the squared hinge, as LIBLINEAR's L2-regularized L2-loss SVC.
    """
    sides = 2 * truths - 1
    labels = truths.shape[1]
    counted = counts.shape[1]
    counts_across = counts.T.tocsr()
    size = counted + likeness.shape[1]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        all_weights = flat.astype(np.float32).reshape(size + 1, labels)
        weights, biases = all_weights[:size], all_weights[size]
        scores = counts @ weights[:counted] + likeness @ weights[counted:] + biases
        short = np.maximum(0, 1 - sides * scores)
        misfit = float((short * short).sum(dtype=np.float64))
        pull = (-2 * recipe.strength) * sides * short
        slope = np.vstack([counts_across @ pull, likeness.T @ pull, pull.sum(0)])
        slope[:size] += weights
        penalty = 0.5 * float((weights * weights).sum(dtype=np.float64))
        return recipe.strength * misfit + penalty, slope.ravel().astype(np.float64)

    start = np.zeros((size + 1, labels))
    start[size] = _RARE
    found = minimize(
        loss,
        start.ravel(),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": recipe.steps, "maxcor": _REMEMBERED},
    )
    best = found.x.astype(np.float32).reshape(size + 1, labels)
    return best[:size], best[size]


def calibration(
    texts: Texts, said: list[list[str]], writers: list[str], recipe: Recipe
) -> tuple[float, float]:
    """Slope and shift that make scores on writers never seen come true as probabilities (Platt).

    Every fifth writer is judged by the others.
    """
    unread = set(sorted(set(writers))[::_EVERY])
    unseen = np.array([writer in unread for writer in writers])
    if unseen.all():
        return 1.0, 0.0
    seen_rows, unseen_rows = np.flatnonzero(~unseen), np.flatnonzero(unseen)
    judges = fitted(texts.of(seen_rows), [said[at] for at in seen_rows], recipe)
    scores = judges.scores(texts.of(unseen_rows)).ravel()
    truths = _truths([said[at] for at in unseen_rows], judges.labels).ravel()
    platt = LogisticRegression(C=1e6).fit(scores[:, None], truths)
    return float(platt.coef_[0, 0]), float(platt.intercept_[0])


def _truths(said: list[list[str]], labels: tuple[str, ...]) -> Floats:
    return np.array([[label in row for label in labels] for row in said], dtype=np.float32)
