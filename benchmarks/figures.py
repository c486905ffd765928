"""Percentiles and medians, and what machine they were taken on."""

import math
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path


def percentile(values: Iterable[float], share: float) -> float:
    """The nearest rank: a value that was really measured. 0.0 of nothing."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def in_ms(seconds: Sequence[float]) -> dict[str, float]:
    return {
        "n": len(seconds),
        "p50_ms": round(percentile(seconds, 0.50) * 1000, 1),
        "p95_ms": round(percentile(seconds, 0.95) * 1000, 1),
        "p99_ms": round(percentile(seconds, 0.99) * 1000, 1),
        "max_ms": round(max(seconds, default=0.0) * 1000, 1),
    }


def medians(repeats: Sequence[dict[str, float]]) -> dict[str, float]:
    """Of each figure over the repeats."""
    return {
        name: round(statistics.median(repeat[name] for repeat in repeats), 1) for name in repeats[0]
    }


def machine() -> dict[str, object]:
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(int((_line("/proc/meminfo", "MemTotal") or "0").split()[0]) / 2**20, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_before_1min": round(os.getloadavg()[0], 2),
    }


def _line(file: str, name: str) -> str:
    path = Path(file)
    if not path.exists():
        return ""
    lines = (line.partition(":") for line in path.read_text().splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
