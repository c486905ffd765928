"""What a page is handed: the runtime of the app that serves it."""

from typing import cast

from flask import current_app

from bot.runtime import Runtime

EXTENSION = "tender"


def runtime() -> Runtime:
    return cast(Runtime, current_app.extensions[EXTENSION])
