"""The wiring: settings to running parts; nothing else.

Each part imports only what it uses, inside its function: a start is mostly imports.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from bot.runtime import Runtime
    from bot.settings import Settings

DATA = Path(__file__).parent / "data"


def wire(settings: "Settings") -> "Runtime":
    """Real vendors, real database: the sandbox is only another address."""
    import yaml

    from actions import registry
    from bot.clock import Clock
    from bot.gateways.smtp import SmtpMail
    from bot.gateways.stripe import StripePayments
    from bot.gateways.twilio import TwilioSms
    from bot.models.crypto import use_key
    from bot.rules.cadence import cadences_from
    from bot.rules.table import RuleTable
    from bot.runtime import Runtime
    from bot.store.session import Database
    from bot.wording import load_wording
    from nlu.client import RasaEar

    use_key(settings.field_key)
    return Runtime(
        settings=settings,
        clock=Clock(settings.clock_file),
        database=Database(settings.database_url),
        registry=registry(),
        wording=load_wording(),
        rules=RuleTable.from_parsed(yaml.safe_load((DATA / "rules.yml").read_text())),
        cadences=cadences_from(yaml.safe_load((DATA / "cadences.yml").read_text())),
        ear=RasaEar(settings.nlu_url, settings.nlu_token),
        sms=TwilioSms(
            settings.twilio_account_sid,
            settings.twilio_auth_token,
            settings.twilio_api_base,
            settings.public_base_url,
        ),
        payments=StripePayments(
            settings.stripe_api_key, settings.stripe_webhook_secret, settings.stripe_api_base
        ),
        mail=SmtpMail(settings.smtp_url, "assistant@tender.invalid"),
    )


def web() -> "Flask":
    """For the web server: `gunicorn "server:web()"`."""
    from bot.settings import load_settings
    from bot.web.app import create_app

    return create_app(wire(load_settings(dotenv=Path(".env"))))


def main() -> None:
    from bot.cli import tender

    tender(obj=wire)


if __name__ == "__main__":
    main()
