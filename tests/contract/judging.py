"""Both judges over every body that was recorded while the product ran."""

from __future__ import annotations

import json
from pathlib import Path

from sandbox.judge import check
from tests.contract.spec import request_faults


def judge_recording(path: Path) -> list[str]:
    """What Stripe would refuse among the accepted calls in `path`, one line each; [] is good.

    The file is what the sandbox writes when SANDBOX_RECORD names it.
    """
    lines = path.read_text().splitlines() if path.exists() else []
    calls = [json.loads(line) for line in lines]
    stripe_calls = [c for c in calls if c["path"].startswith("/v1/") and c["status"] < 400]
    return [fault for call in stripe_calls for fault in _faults(call)]


def _faults(call: dict[str, object]) -> list[str]:
    method, path, form = str(call["method"]), str(call["path"]), call["form"]
    assert isinstance(form, dict)
    found = [*check(method, path, form), *request_faults(method, path, form)]
    return [f"{method} {path}: {fault}" for fault in found]
