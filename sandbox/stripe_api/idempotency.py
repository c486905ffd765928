"""Idempotency keys: the first answer is kept and given again (docs: "Idempotent requests")."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import StripeRefused, idempotency

# A refusal before anything was done leaves the key free; a decline is a result and is kept.
_KEPT_REFUSALS = (402,)


def once(account: Account, asked: Any, answer: Callable[[], Doc]) -> tuple[int, Doc, bool]:
    """Status, body, and whether they are a replay. `asked` is the whole call, compared on reuse."""
    if not account.key:
        return (*_run(answer), False)
    mark = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    kept = account.world.store.get("idempotency", account.key, account.id)
    if kept is not None and kept["asked"] != mark:
        raise idempotency(
            "Keys for idempotent requests can only be used with the same parameters they were "
            f"first used with. Try using a key other than '{account.key}' if you meant to "
            "execute a different request."
        )
    if kept is not None:
        return kept["status"], kept["body"], True
    status, body = _run(answer)
    result = {"id": account.key, "asked": mark, "status": status, "body": body}
    account.world.store.put("idempotency", result, account.id)
    return status, body, False


def _run(answer: Callable[[], Doc]) -> tuple[int, Doc]:
    try:
        return 200, answer()
    except StripeRefused as refused:
        if refused.status not in _KEPT_REFUSALS:
            raise
        return refused.status, refused.body
