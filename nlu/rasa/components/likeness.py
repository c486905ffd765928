"""How like a sentence is to known ones: a Gaussian kernel, approximated by landmarks (Nyström)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

Floats = NDArray[np.float32]

_FLOOR = 1e-6  # eigenvalues of the landmarks' own kernel below this carry no direction


@dataclass(frozen=True)
class Landmarks:
    """`vectors` are unit rows; `gamma` of exp(-gamma * distance squared)."""

    vectors: Floats
    gamma: float

    def likeness(self, meanings: Floats) -> Floats:
        """Rows of `meanings` x landmarks, each from 0 to 1. Both are of unit length."""
        closeness = np.asarray(meanings @ self.vectors.T, dtype=np.float32)
        return np.exp((2 * self.gamma) * (closeness - 1))

    def whitening(self) -> Floats:
        """Landmarks x landmarks: makes likenesses into coordinates of the kernel's own space."""
        values, directions = eigh(self.likeness(self.vectors).astype(np.float64))
        scale = 1 / np.sqrt(np.maximum(values, _FLOOR))
        return np.asarray((directions * scale) @ directions.T, dtype=np.float32)


def chosen(meanings: Floats, n: int, gamma: float, seed: int = 7) -> Landmarks:
    """`n` different rows at most, drawn evenly."""
    different = np.unique(meanings, axis=0)
    drawn = np.random.default_rng(seed).permutation(len(different))[:n]
    return Landmarks(np.ascontiguousarray(different[np.sort(drawn)]), gamma)
