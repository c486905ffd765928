"""Real people's texts played through the whole product: does everybody get a fitting reply?

python benchmarks/real_texts.py FILE.jsonl [--limit N] [--identify] [--json]

Each line: `text`, `intent` or `intents` (first = main), optional `accept` (labels counted right)
and `lang`. Every text comes from a patient of its own by a signed webhook. A product is started
unless --product, --sandbox and --home name a running one. Exit code 1 when any text ended in an
error: no reply, a reply not sent, or a webhook answered by a 5xx.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.carrier import Sent, carrier_of
from benchmarks.homes import fresh_home
from benchmarks.patients import BORN, MOST, NUMBER, accounts, open_practice
from benchmarks.product import Product, running, stop_politely_when_told
from benchmarks.verdicts import Heard, Verdict, verdicts

BATCH = 40
AT_ONCE = 8
SHOWN = 40
BIRTH_DATE = f"{BORN:%m/%d/%Y}"


@dataclass(frozen=True)
class Line:
    """`right`: the labels that count as understood; empty when the line has no label."""

    text: str
    right: frozenset[str]
    language: str


@dataclass(frozen=True)
class Played:
    """One text's end; `later` is what followed once the birth date was told."""

    line: Line
    sent: Sent
    heard: Heard
    later: Heard | None = None

    @property
    def is_error(self) -> bool:
        ended = self.later or self.heard
        return self.sent.status != 200 or Verdict.ERROR in (self.heard.verdict, ended.verdict)


def main() -> None:
    asked = _arguments()
    stop_politely_when_told()
    lines = read_lines(asked.file, asked.limit)
    with ExitStack() as stack:
        product = _product(asked, stack)
        people = accounts([line.language for line in lines])
        open_practice(product, people)
        numbers = [person.phone for person in people]
        played = list(play(product, lines, numbers, asked.identify))
    report = summary(played)
    sys.stdout.write(json.dumps(report, indent=None if asked.json else 2, ensure_ascii=False))
    sys.stdout.write("\n")
    sys.exit(1 if report["errors"] else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="real_texts.py", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, default=MOST, help=f"at most {MOST}, spread evenly")
    parser.add_argument("--identify", action="store_true", help="answer who-are-you questions")
    parser.add_argument("--json", action="store_true", help="on one line")
    parser.add_argument("--product", default="", help="http://127.0.0.1:8000")
    parser.add_argument("--sandbox", default="", help="http://127.0.0.1:8001")
    parser.add_argument("--home", type=Path, default=Path(".tender"), help="its state folder")
    return parser.parse_args()


def _product(asked: argparse.Namespace, stack: ExitStack) -> Product:
    if asked.product and asked.sandbox:
        return Product(asked.home.resolve(), asked.product.rstrip("/"), asked.sandbox.rstrip("/"))
    home = stack.enter_context(fresh_home())
    return stack.enter_context(running(home, {"SETTLE_SECONDS": "0"}))


def read_lines(file: Path, limit: int) -> list[Line]:
    """Spread over the whole file, so that a small limit still sees every kind."""
    rows = [json.loads(row) for row in file.read_text().splitlines() if row.strip()]
    count = min(limit, len(rows), MOST)
    chosen = [rows[place * len(rows) // count] for place in range(count)]
    return [_line(row) for row in chosen]


def _line(row: dict[str, object]) -> Line:
    labels = row.get("intents") or [row.get("intent")]
    assert isinstance(labels, list)
    right = row.get("accept") or labels[:1]
    assert isinstance(right, list)
    return Line(str(row["text"]), frozenset(right) - {None}, str(row.get("lang") or "en"))


def play(
    product: Product, lines: Sequence[Line], numbers: Sequence[str], identify: bool
) -> Iterator[Played]:
    """A batch at a time; each batch is over when the product has nothing left to do."""
    pairs = list(zip(lines, numbers, strict=True))
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        first = _said(product, [(number, line.text) for line, number in batch])
        asked = [n for n, (_, heard) in enumerate(first) if _is_identity(heard)] if identify else []
        told = _said(product, [(batch[n][1], BIRTH_DATE) for n in asked])
        later = {place: heard for place, (_, heard) in zip(asked, told, strict=True)}
        for place, (sent, heard) in enumerate(first):
            yield Played(batch[place][0], sent, heard, later.get(place))


def _is_identity(heard: Heard) -> bool:
    return heard.verdict is Verdict.IDENTITY_QUESTION


def _said(product: Product, texts: Sequence[tuple[str, str]]) -> list[tuple[Sent, Heard]]:
    if not texts:
        return []
    sent = carrier_of(product).send_all([(n, NUMBER, body) for n, body in texts], AT_ONCE)
    product.idle(120)
    found = verdicts(product, [each.sid for each in sent])
    return [(each, found[each.sid]) for each in sent]


def summary(played: Sequence[Played]) -> dict[str, object]:
    firsts = Counter(each.heard.verdict.value for each in played)
    labelled = [each for each in played if each.line.right]
    right = [each for each in labelled if each.heard.main in each.line.right]
    told = [each.later for each in played if each.later]
    return {
        "texts": len(played),
        "shares": {kind.value: _share(firsts[kind.value], len(played)) for kind in Verdict},
        "after_birth_date": {
            "texts": len(told),
            **Counter(heard.verdict.value for heard in told),
        },
        "webhooks_5xx": sum(each.sent.status >= 500 for each in played),
        "errors": sum(each.is_error for each in played),
        "understood_share": _share(len(right), len(labelled)),
        "errors_shown": [_shown(each) for each in played if each.is_error][:SHOWN],
        "misunderstood_shown": [
            _shown(each) for each in labelled if each.heard.main not in each.line.right
        ][:SHOWN],
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _shown(each: Played) -> dict[str, object]:
    ended = each.later or each.heard
    return {
        "text": each.line.text,
        "label": sorted(each.line.right),
        "understood": each.heard.main,
        "decision": each.heard.decision,
        "reply": ended.reply,
        "status": each.sent.status,
        "problem": each.heard.problem or ended.problem,
    }
