"""Rules of the house that a reader should be able to rely on."""

import ast
import re
import sys
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
OURS = ("bot", "actions", "nlu", "sandbox", "server", "tests")
SOURCES = sorted(
    path
    for room in ("bot", "actions", "nlu", "sandbox", "server.py", "tests", "benchmarks", "tools")
    for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    if ".venv" not in path.parts
)
PRODUCT = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in ("bot", "actions")]

# Which of our rooms a room may import; "bot" stands for bot/*.py themselves. Longest prefix wins.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "bot.rules": ("bot.rules",),
    "bot.models": ("bot.models", "bot.rules"),
    "bot.store": (
        "bot.store", "bot.models", "bot.rules", "bot.action", "bot.bill", "bot.clock",
        "bot.gateways", "bot.practice_settings",
    ),
    "bot.gateways": ("bot.gateways", "bot.rules"),
    "bot.bill": ("bot.rules",),
    "bot.bill_facts": ("bot.rules",),
    "bot.parts": ("bot.action", "bot.bill", "bot.bill_facts", "bot.rules", "nlu"),
    "bot.action": (
        "bot.bill", "bot.bill_facts", "bot.checks", "bot.contact_facts", "bot.plan_facts",
        "bot.rules", "bot.sayings", "bot.visitor", "nlu",
    ),
    "bot.sayings": ("bot.rules",),
    "bot.checks": (),
    "bot.plan_facts": ("bot.rules",),
    "bot.contact_facts": ("bot.rules",),
    "bot.stuck": ("bot.action",),
    "bot.wording": ("bot.action", "bot.rules"),
    "bot.told": ("bot.action", "bot.rules", "nlu"),
    "bot.parked": ("bot.action", "bot.told", "nlu"),
    "bot.visitor": (),
    "bot.web_identity": ("bot.action", "bot.parked", "bot.rules", "bot.visitor", "nlu"),
    "bot.halves": ("bot.action", "bot.rules", "bot.told", "nlu"),
    "bot.owners": ("bot.action", "bot.bill", "nlu"),
    "bot.whose": ("bot.action", "bot.identity", "nlu"),
    "bot.identity": (
        "bot.action", "bot.contact_facts", "bot.halves", "bot.parked", "bot.rules", "bot.told",
        "bot.web_identity", "nlu",
    ),
    "bot.introduction": ("bot.action",),
    "bot.anothers_texts": ("bot.action", "bot.identity", "bot.parts", "bot.rules", "nlu"),
    "bot.asides": (
        "bot.acknowledging",
        "bot.action", "bot.anothers_texts", "bot.bill_facts", "bot.bystanders", "bot.calling_off",
        "bot.confirming", "bot.general", "bot.identity",
        "bot.owners", "bot.parked", "bot.parts", "bot.plan_trouble", "bot.rules",
        "bot.shares", "bot.sorrow", "bot.whose", "nlu",
    ),
    "bot.other_ways": ("bot.action", "bot.identity", "bot.parked", "nlu"),
    "bot.noting": ("bot.action", "nlu"),
    "bot.plan_trouble": ("bot.action", "bot.parked", "bot.parts", "bot.sorrow", "nlu"),
    "bot.calling_off": ("bot.action", "bot.contact_facts", "nlu"),
    "bot.bystanders": ("bot.action", "bot.general", "bot.identity", "nlu"),
    "bot.confirming": ("bot.action", "bot.bill", "bot.parked", "nlu"),
    "bot.reassuring": ("bot.action", "bot.parts", "nlu"),
    "bot.sorrow": (
        "bot.action", "bot.general", "bot.identity", "bot.parked", "bot.parts", "bot.rules", "nlu",
    ),
    "bot.shares": ("bot.action", "bot.identity", "bot.parts", "bot.whose"),
    "bot.acknowledging": ("bot.action", "bot.general", "bot.parts", "nlu"),
    "bot.all_done": ("bot.action", "bot.parts", "nlu"),
    "bot.general": (
        "bot.action", "bot.all_done", "bot.identity", "bot.noting", "bot.other_ways", "bot.parts",
        "bot.reassuring", "bot.rules", "nlu",
    ),
    "bot.besides": ("bot.action", "bot.parts", "nlu"),
    "bot.promised_days": ("bot.action", "nlu"),
    "bot.named_bill": ("bot.action", "nlu"),
    "bot.engine": (
        "bot.action", "bot.anothers_texts", "bot.asides", "bot.besides", "bot.guards",
        "bot.identity", "bot.introduction", "bot.named_bill", "bot.parked", "bot.parts",
        "bot.promised_days", "bot.resuming", "bot.rules", "bot.stuck", "bot.suspecting",
        "bot.web_identity", "nlu",
    ),
    "bot.suspecting": ("bot.action", "bot.parked", "nlu"),
    "bot.resuming": (
        "bot.action", "bot.besides", "bot.identity", "bot.parked", "bot.parts", "bot.whose",
    ),
    "bot.guards": ("bot.cleaning", "bot.keywords", "bot.redaction", "bot.split_numbers"),
    "bot.migrations": ("bot.migrations", "bot.models"),
    "bot.web": ("bot", "nlu"),
    "bot": ("bot", "nlu"),
    "actions": (
        "actions", "bot.action", "bot.bill", "bot.bill_facts", "bot.contact_facts",
        "bot.identity", "bot.other_ways", "bot.owners", "bot.parked", "bot.plan_facts",
        "bot.rules", "bot.suspecting", "nlu",
    ),
    "nlu": ("nlu",),
    "sandbox": ("sandbox",),
    "server": ("actions", "bot", "nlu"),
}  # fmt: skip
VENDORS = {
    "flask": ("bot.web", "sandbox", "server"),
    "sqlalchemy": ("bot",),
    "twilio": ("bot.gateways.twilio", "sandbox"),
    "stripe": ("bot.gateways.stripe", "sandbox"),
    "dateparser": ("nlu.dates",),
    "fpdf": ("bot.paper",),
    "redis": ("bot.store.live", "bot.web.limits"),
    "procrastinate": ("bot.jobs", "bot.migrations"),
    "rasa": (),
}


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def is_within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_imports_point_down_only(path: Path) -> None:
    module = module_of(path)
    if is_within(module, "nlu.rasa"):
        return
    room = max((r for r in MAY_IMPORT if is_within(module, r)), key=len, default=None)
    if room is None:
        return
    ours = {name for name in imports_of(path) if name.split(".")[0] in OURS}
    wrong = {n for n in ours if not any(is_within(n, allowed) for allowed in MAY_IMPORT[room])}
    assert not wrong, f"{module} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", PRODUCT + [ROOT / "server.py"], ids=module_of)
def test_a_vendor_has_one_room(path: Path) -> None:
    module = module_of(path)
    for name in imports_of(path):
        vendor = name.split(".")[0]
        if vendor in VENDORS:
            assert any(is_within(module, room) for room in VENDORS[vendor]), f"{module}: {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "bot" / "rules").glob("*.py")), ids=module_of)
def test_rules_are_pure(path: Path) -> None:
    outside = {n.split(".")[0] for n in imports_of(path)} - set(sys.stdlib_module_names) - {"bot"}
    assert not outside, f"{path.name} imports {outside}"


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= 300, f"{path.name} is too long"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and not _is_wiring(node, path):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{path.name}: {node.name} has {length} lines"


def _is_wiring(node: ast.FunctionDef, path: Path) -> bool:
    """Blueprints hold their views; migrations hold their tables."""
    if "migrations" in path.parts:
        return True
    return any(isinstance(inner, ast.FunctionDef) for inner in node.body)


@pytest.mark.parametrize("path", PRODUCT, ids=module_of)
def test_only_the_clock_asks_for_the_time(path: Path) -> None:
    """Wall-clock seconds are for machines: queues, heartbeats, supervision."""
    machines = {"bot.clock", "bot.inbound", "bot.outbox", "bot.jobs", "bot.web.health"}
    if module_of(path) in machines:
        return
    assert not re.search(r"\b(datetime\.now|utcnow|date\.today|time\.time)\(", path.read_text())


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    if path.read_text().strip():
        assert ast.get_docstring(ast.parse(path.read_text())), f"{path} has no docstring"


@pytest.mark.parametrize("path", PRODUCT, ids=module_of)
def test_names_are_of_the_field(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ClassDef):
            assert not re.search(
                r"(Manager|Helper|Util|Service|Handler|Processor|Data|Info)$", node.name
            ), node.name


def test_every_setting_is_documented() -> None:
    """By its variable's name, in the README."""
    readme = (ROOT / "README.md").read_text()
    derived = {"env", "home", "database_password", "internal_token", "clock_file", "nlu_token"}
    for name in set(Settings.__dataclass_fields__) - derived:
        assert name.upper() in readme, f"{name.upper()} is not in the README"


def test_the_wiring_stays_small() -> None:
    assert len((ROOT / "server.py").read_text().splitlines()) <= 80
