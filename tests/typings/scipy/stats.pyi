from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

class PermutationTestResult:
    pvalue: float

def permutation_test(
    data: tuple[Sequence[float], ...],
    statistic: Callable[[NDArray[np.float64], int], NDArray[np.float64]],
    *,
    permutation_type: str = ...,
    vectorized: bool = ...,
    n_resamples: int = ...,
    rng: int = ...,
) -> PermutationTestResult: ...
