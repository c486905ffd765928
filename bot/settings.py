"""Settings: read from the environment once, frozen; every fault is listed in one message."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.fernet import Fernet
from dotenv import dotenv_values

SANDBOX_SECRETS: dict[str, Callable[[], str]] = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(32),
    "FIELD_KEY": lambda: Fernet.generate_key().decode(),
    "INTERNAL_TOKEN": lambda: secrets.token_urlsafe(24),
    "NLU_TOKEN": lambda: secrets.token_urlsafe(24),
    "DATABASE_PASSWORD": lambda: secrets.token_urlsafe(24),
    "STRIPE_API_KEY": lambda: f"sk_test_{secrets.token_hex(12)}",
    "STRIPE_WEBHOOK_SECRET": lambda: f"whsec_{secrets.token_hex(16)}",
    "TWILIO_ACCOUNT_SID": lambda: f"AC{secrets.token_hex(16)}",
    "TWILIO_AUTH_TOKEN": lambda: secrets.token_hex(16),
}
REQUIRED_IN_PRODUCTION = (
    "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "FIELD_KEY", "PUBLIC_BASE_URL", "NLU_URL",
    "NLU_TOKEN", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "STRIPE_API_KEY",
    "STRIPE_WEBHOOK_SECRET", "SMTP_URL",
)  # fmt: skip


class Environment(StrEnum):
    SANDBOX = "sandbox"
    PRODUCTION = "production"


class BadSettings(Exception):
    """All faults at once, one a line."""


@dataclass(frozen=True)
class Settings:
    """Addresses are URLs without a trailing slash; empty API bases mean the vendors' own.

    `trusted_proxies`: how many of ours stand before us, each adding whom it heard from to
    X-Forwarded-For. 0: that header is anybody's word, and is not read.
    """

    env: Environment
    home: Path
    database_url: str
    database_password: str
    redis_url: str
    secret_key: str
    field_key: str
    public_base_url: str
    nlu_url: str
    nlu_token: str
    twilio_account_sid: str
    twilio_auth_token: str
    twilio_api_base: str
    stripe_api_key: str
    stripe_webhook_secret: str
    stripe_api_base: str
    smtp_url: str
    internal_token: str
    clock_file: Path | None
    web_threads: int
    worker_concurrency: int
    nlu_workers: int
    trusted_proxies: int
    settle_seconds: float
    look_after_seconds: float

    @property
    def is_sandbox(self) -> bool:
        return self.env is Environment.SANDBOX


def load_settings(environ: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """The environment wins over `.env`. Raises BadSettings naming every fault."""
    values = {**_from_file(dotenv), **(os.environ if environ is None else environ)}
    faults: list[str] = []
    env = _environment(values, faults)
    home = Path(values.get("TENDER_HOME") or ".tender").resolve()
    if env is Environment.SANDBOX:
        values = {**_kept_secrets(home), **_present(values)}
    faults += _production_faults(values) if env is Environment.PRODUCTION else []
    settings = _built(values, env, home, faults)
    if faults:
        raise BadSettings("settings:\n" + "\n".join(f"  {fault}" for fault in faults))
    return settings


def _from_file(path: Path | None) -> dict[str, str]:
    if path is None or not path.exists():
        return {}
    return {name: value for name, value in dotenv_values(path).items() if value is not None}


def _present(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _environment(values: Mapping[str, str], faults: list[str]) -> Environment:
    name = values.get("TENDER_ENV") or "sandbox"
    if name in set(Environment):
        return Environment(name)
    faults.append(f"TENDER_ENV is {name!r}; expected sandbox or production")
    return Environment.SANDBOX


def _kept_secrets(home: Path) -> dict[str, str]:
    """Sandbox secrets are made once and kept, so that a restart still reads its own data."""
    file = home / "secrets.env"
    kept = _from_file(file)
    missing = {name: make() for name, make in SANDBOX_SECRETS.items() if name not in kept}
    if missing:
        home.mkdir(parents=True, exist_ok=True)
        kept |= missing
        file.touch(mode=0o600)
        file.write_text("".join(f"{name}={value}\n" for name, value in kept.items()))
    return kept


def _production_faults(values: Mapping[str, str]) -> list[str]:
    faults = [f"{name} is missing" for name in REQUIRED_IN_PRODUCTION if not values.get(name)]
    if values.get("PUBLIC_BASE_URL", "https://").startswith("http://"):
        faults.append("PUBLIC_BASE_URL must be https in production")
    if values.get("STRIPE_API_KEY", "").startswith(("sk_test_", "rk_test_")):
        faults.append("STRIPE_API_KEY is a test key; production needs a live one")
    for name in ("TWILIO_API_BASE", "STRIPE_API_BASE"):
        if values.get(name):
            faults.append(f"{name} points to a sandbox; production leaves it empty")
    if 0 < len(values.get("SECRET_KEY", "")) < 32:
        faults.append("SECRET_KEY is shorter than 32 characters")
    return faults


def _built(values: Mapping[str, str], env: Environment, home: Path, faults: list[str]) -> Settings:
    sandbox = env is Environment.SANDBOX
    sandbox_url = values.get("SANDBOX_URL") or "http://127.0.0.1:8001"
    return Settings(
        env=env,
        home=home,
        database_url=_database_url(values.get("DATABASE_URL", ""), faults),
        database_password=values.get("DATABASE_PASSWORD", ""),
        redis_url=values.get("REDIS_URL", ""),
        secret_key=values.get("SECRET_KEY", ""),
        field_key=_field_key(values.get("FIELD_KEY", ""), faults),
        public_base_url=_url(values, "PUBLIC_BASE_URL", "http://127.0.0.1:8000", faults),
        nlu_url=_url(values, "NLU_URL", "http://127.0.0.1:8002", faults),
        nlu_token=values.get("NLU_TOKEN", ""),
        twilio_account_sid=values.get("TWILIO_ACCOUNT_SID", ""),
        twilio_auth_token=values.get("TWILIO_AUTH_TOKEN", ""),
        twilio_api_base=values.get("TWILIO_API_BASE") or (sandbox_url if sandbox else ""),
        stripe_api_key=values.get("STRIPE_API_KEY", ""),
        stripe_webhook_secret=values.get("STRIPE_WEBHOOK_SECRET", ""),
        stripe_api_base=values.get("STRIPE_API_BASE") or (sandbox_url if sandbox else ""),
        smtp_url=values.get("SMTP_URL") or "smtp://127.0.0.1:8003",
        internal_token=values.get("INTERNAL_TOKEN", ""),
        clock_file=home / "clock.json" if sandbox else None,
        web_threads=_count(values, "WEB_THREADS", 16, faults),
        worker_concurrency=_count(values, "WORKER_CONCURRENCY", 8, faults),
        nlu_workers=_count(values, "NLU_WORKERS", 1, faults),
        trusted_proxies=_count(values, "TRUSTED_PROXIES", 0, faults, least=0, most=9),
        settle_seconds=_seconds(values, "SETTLE_SECONDS", 2.0, faults),
        look_after_seconds=_seconds(values, "LOOK_AFTER_SECONDS", 10.0, faults),
    )


def _database_url(url: str, faults: list[str]) -> str:
    if url and not url.startswith(("postgresql://", "postgres://")):
        faults.append("DATABASE_URL must begin with postgresql:// (PostgreSQL 15 or newer)")
    return url


def _field_key(key: str, faults: list[str]) -> str:
    try:
        Fernet(key)
    except ValueError:
        if key:
            faults.append("FIELD_KEY must be 32 bytes in URL-safe base64 (a Fernet key)")
    return key


def _url(values: Mapping[str, str], name: str, default: str, faults: list[str]) -> str:
    url = (values.get(name) or default).rstrip("/")
    if not url.startswith(("http://", "https://")):
        faults.append(f"{name} is {url!r}; expected an address like https://pay.example.org")
    return url


def _count(
    values: Mapping[str, str],
    name: str,
    default: int,
    faults: list[str],
    *,
    least: int = 1,
    most: int = 512,
) -> int:
    text = values.get(name) or str(default)
    if text.isdecimal() and least <= int(text) <= most:
        return int(text)
    faults.append(f"{name} is {text!r}; expected a whole number from {least} to {most}")
    return default


def _seconds(values: Mapping[str, str], name: str, default: float, faults: list[str]) -> float:
    text = values.get(name) or str(default)
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if 0 <= seconds <= 60:
        return seconds
    faults.append(f"{name} is {text!r}; expected seconds from 0 to 60")
    return default
