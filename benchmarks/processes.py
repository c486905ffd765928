"""The product's processes as Linux shows them: who they are and what memory they hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
# What a command line holds, to the part it is; the first that fits.
PARTS = (
    ("valkey", "valkey"),
    ("postgres", "postgres"),
    ("gunicorn", "web"),
    ("server.py", "language_model"),
    ("-m sandbox", "sandbox"),
    ("-m server worker", "worker"),
    ("-m server run", "supervisor"),
)


@dataclass(frozen=True)
class Process:
    pid: int
    command: str

    @property
    def part(self) -> str:
        return next((part for word, part in PARTS if word in self.command), "other")

    def kilobytes(self, what: str) -> int:
        """`what`: "Rss" counts shared pages in full, "Pss" its share of them."""
        try:
            lines = (PROC / str(self.pid) / "smaps_rollup").read_text().splitlines()
        except OSError:
            return 0
        return next((int(line.split()[1]) for line in lines if line.startswith(f"{what}:")), 0)

    def setting(self, name: str) -> str:
        """From the environment it was started with; "" if it is not there."""
        raw = (PROC / str(self.pid) / "environ").read_bytes().decode(errors="replace")
        pairs = (pair.partition("=") for pair in raw.split("\0"))
        return next((value for key, _, value in pairs if key == name), "")


def tree(pid: int) -> list[Process]:
    """The process itself and all below it."""
    return [Process(pid, _command(pid)), *descendants(pid)]


def descendants(pid: int) -> list[Process]:
    children: dict[int, list[int]] = {}
    for child, parent in _parents():
        children.setdefault(parent, []).append(child)
    found, waiting = [], [pid]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += [Process(child, _command(child)) for child in below]
        waiting += below
    return found


def memory(pid: int) -> dict[str, dict[str, float]]:
    """Per part of the product, in megabytes, its processes added up."""
    held: dict[str, dict[str, float]] = {}
    for process in tree(pid):
        part = held.setdefault(process.part, {"processes": 0, "rss_mb": 0.0, "pss_mb": 0.0})
        part["processes"] += 1
        part["rss_mb"] = round(part["rss_mb"] + process.kilobytes("Rss") / 1024, 1)
        part["pss_mb"] = round(part["pss_mb"] + process.kilobytes("Pss") / 1024, 1)
    return held


def _parents() -> Iterator[tuple[int, int]]:
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            # The command's name stands in brackets and may hold spaces.
            yield int(folder.name), int(stat.rpartition(")")[2].split()[1])


def _command(pid: int) -> str:
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
