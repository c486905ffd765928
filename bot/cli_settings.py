"""Settings for a command, or one message with every fault."""

from pathlib import Path

import click

from bot.settings import BadSettings, Settings, load_settings


def settings_or_exit() -> Settings:
    try:
        return load_settings(dotenv=Path(".env"))
    except BadSettings as faults:
        raise click.ClickException(str(faults)) from faults
