"""Everything the sandbox remembers: documents in one SQLite file, safe across restarts."""

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path
from typing import Any

Doc = dict[str, Any]

_TABLE = """
CREATE TABLE IF NOT EXISTS documents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, account TEXT NOT NULL, id TEXT NOT NULL,
    tag TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (kind, account, id)
);
CREATE INDEX IF NOT EXISTS documents_by_tag ON documents (kind, account, tag, seq);
"""


class Store:
    """Documents by kind, account and id; `tag` is the one thing a kind is looked up by.

    `lock` is held by whoever changes several documents that belong together.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.lock = threading.RLock()
        self._db = sqlite3.connect(
            folder / "state.sqlite3", check_same_thread=False, isolation_level=None
        )
        # The process may die, the machine is not expected to: no fsync per write.
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.executescript(_TABLE)

    def put(self, kind: str, doc: Doc, account: str = "", tag: str = "") -> Doc:
        """New or changed; `doc["id"]` names it, its place in the order stays."""
        with self.lock:
            self._db.execute(
                "INSERT INTO documents (kind, account, id, tag, body) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (kind, account, id) DO UPDATE SET body = excluded.body, "
                "tag = excluded.tag",
                (kind, account, doc["id"], tag, json.dumps(doc)),
            )
        return doc

    def get(self, kind: str, id: str, account: str = "") -> Doc | None:
        rows = self._rows("kind = ? AND account = ? AND id = ?", (kind, account, id))
        return rows[0] if rows else None

    def every(self, kind: str, account: str | None = None, tag: str | None = None) -> list[Doc]:
        """Oldest first. `account` or `tag` of None means any."""
        wanted = {"kind": kind, "account": account, "tag": tag}
        asked = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in asked)
        return self._rows(where, tuple(asked.values()))

    def tags(self, kind: str) -> list[str]:
        """Every tag in use for `kind`, in the order first seen."""
        query = "SELECT tag FROM documents WHERE kind = ? GROUP BY tag ORDER BY MIN(seq)"
        with self.lock:
            return [str(row[0]) for row in self._db.execute(query, (kind,))]

    def accounts(self, kind: str, tag: str) -> list[str]:
        """Every account that has a `kind` with this tag."""
        query = "SELECT DISTINCT account FROM documents WHERE kind = ? AND tag = ?"
        with self.lock:
            return [str(row[0]) for row in self._db.execute(query, (kind, tag))]

    def owner(self, kind: str, id: str) -> str | None:
        """The account that has it; None when nobody does."""
        query = "SELECT account FROM documents WHERE kind = ? AND id = ?"
        with self.lock:
            row = self._db.execute(query, (kind, id)).fetchone()
            return None if row is None else str(row[0])

    def remove(self, kind: str, id: str, account: str = "") -> bool:
        """Whether there was one."""
        with self.lock:
            gone = self._db.execute(
                "DELETE FROM documents WHERE kind = ? AND account = ? AND id = ?",
                (kind, account, id),
            )
            return gone.rowcount > 0

    def wipe(self, kind: str | None = None) -> None:
        """One kind, or everything."""
        with self.lock:
            if kind is None:
                self._db.execute("DELETE FROM documents")
                return
            self._db.execute("DELETE FROM documents WHERE kind = ?", (kind,))

    def close(self) -> None:
        with self.lock:
            self._db.close()

    def _rows(self, where: str, values: tuple[str, ...]) -> list[Doc]:
        with self.lock:
            # `where` is built above from fixed column names; values are bound.
            found = self._db.execute(
                f"SELECT body FROM documents WHERE {where} ORDER BY seq", values
            )
            return [json.loads(row[0]) for row in found]
