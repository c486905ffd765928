"""Every body the product sends, kept for judges that run later."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

_LOCK = threading.Lock()


def record(file: Path | None, method: str, path: str, form: dict[str, Any], status: int) -> None:
    """One JSON line a call; nothing when no file is asked for."""
    if file is None:
        return
    line = json.dumps({"method": method, "path": path, "form": form, "status": status})
    with _LOCK, file.open("a") as lines:
        lines.write(line + "\n")
