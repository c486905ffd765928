"""No test is skipped but those named, with their reason, in allowed_skips.txt."""

from pathlib import Path

import pytest

ALLOWED = Path(__file__).parent / "allowed_skips.txt"


def allowed() -> dict[str, str]:
    """Node id -> reason; lines of "nodeid  # reason"."""
    lines = (line.partition("#") for line in ALLOWED.read_text().splitlines())
    return {name.strip(): reason.strip() for name, _, reason in lines if name.strip()}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    named = allowed()
    skipped = {report.nodeid for report in reporter.stats.get("skipped", [])}
    surprising = sorted(skipped - named.keys())
    if surprising:
        reporter.write_line(f"skipped without leave: {', '.join(surprising)}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
