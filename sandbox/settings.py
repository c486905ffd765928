"""What the sandbox is told by its environment, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Ports of 0 mean: any free port (HTTP), no mail server (SMTP)."""

    port: int
    product_url: str
    home: Path
    account_sid: str
    auth_token: str
    stripe_key: str
    webhook_secret: str
    internal_token: str
    smtp_port: int
    record: Path | None = None

    @property
    def state_dir(self) -> Path:
        return self.home / "sandbox"


def from_environment(env: Mapping[str, str]) -> Settings:
    record = env.get("SANDBOX_RECORD", "")
    return Settings(
        port=int(env.get("SANDBOX_PORT") or 8001),
        product_url=(env.get("PUBLIC_BASE_URL") or "http://127.0.0.1:8000").rstrip("/"),
        home=Path(env.get("TENDER_HOME") or ".tender"),
        account_sid=env.get("TWILIO_ACCOUNT_SID", ""),
        auth_token=env.get("TWILIO_AUTH_TOKEN", ""),
        stripe_key=env.get("STRIPE_API_KEY", ""),
        webhook_secret=env.get("STRIPE_WEBHOOK_SECRET", ""),
        internal_token=env.get("INTERNAL_TOKEN", ""),
        smtp_port=int(env.get("SMTP_PORT") or 0),
        record=Path(record) if record else None,
    )
