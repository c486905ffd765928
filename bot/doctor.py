"""`tender doctor`: looks at every part and says what is wrong, one line each."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import requests

from bot.gateways.payments import PaymentsLater, PaymentsRefused
from bot.runtime import Runtime
from bot.store import live, practices

Check = Callable[[Runtime], str]


def examine(runtime: Runtime, tell: Callable[[str], None]) -> int:
    """How many faults were found; each check says "" when all is well."""
    faults = 0
    for name, check in CHECKS.items():
        fault = check(runtime)
        faults += bool(fault)
        tell(f"{'FAULT' if fault else 'ok   '} {name}{': ' + fault if fault else ''}")
    return faults


def _database(runtime: Runtime) -> str:
    return "" if runtime.database.answers() else "PostgreSQL does not answer"


def _redis(runtime: Runtime) -> str:
    if live.answers(runtime.settings.redis_url):
        return ""
    return "Redis does not answer: live updates stop, nothing is lost"


def _nlu(runtime: Runtime) -> str:
    try:
        ok = requests.get(f"{runtime.settings.nlu_url}/healthz", timeout=2).ok
    except requests.RequestException:
        ok = False
    return "" if ok else "the language model does not answer: only the essentials are understood"


def _stripe(runtime: Runtime) -> str:
    since = runtime.clock.now() - timedelta(minutes=1)
    try:
        list(runtime.payments.events_since(since))
    except (PaymentsLater, PaymentsRefused) as fault:
        return f"Stripe does not answer as it should ({fault})"
    return ""


def _practices(runtime: Runtime) -> str:
    return "; ".join(_practice_faults(runtime))


def _practice_faults(runtime: Runtime) -> Iterator[str]:
    with runtime.database.directory() as session:
        rows = practices.everyone(session)
    if not rows:
        yield "there is no practice yet"
    for row in rows:
        if row.sending_paused_at is not None:
            yield f"{row.slug}: texts are paused since {row.sending_paused_at:%Y-%m-%d %H:%M} UTC"


CHECKS: dict[str, Check] = {
    "database": _database,
    "redis": _redis,
    "language model": _nlu,
    "stripe": _stripe,
    "practices": _practices,
}
