"""The web application: every page and webhook, and what they all share."""

import hashlib
from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from bot.runtime import Runtime
from bot.settings import Settings
from bot.web import (
    chat,
    corrections,
    errors,
    headers,
    health,
    internal,
    paper_pages,
    patient,
    plan_pages,
    practice,
    sign_in,
    staff,
    statement_page,
    stripe,
    twilio,
)
from bot.web.here import EXTENSION
from bot.web.staff_words import e164

SIGNED_ELSEWHERE = (twilio, stripe, internal)
STATIC_LIVES = timedelta(days=30)
MOST_BYTES = 256 * 1024


def create_app(runtime: Runtime) -> Flask:
    app = Flask(__name__)
    app.config.update(_config(runtime.settings))
    app.extensions[EXTENSION] = runtime
    csrf = CSRFProtect(app)
    for module in SIGNED_ELSEWHERE:
        pages = module.blueprint(runtime)
        csrf.exempt(pages)
        app.register_blueprint(pages)
    app.register_blueprint(health.blueprint(runtime))
    for module in (
        sign_in, patient, plan_pages, statement_page, paper_pages,
        chat, staff, corrections, practice,
    ):  # fmt: skip
        app.register_blueprint(module.pages)
    _trust_proxies(app, runtime.settings.trusted_proxies)
    errors.register(app)
    headers.register(app, runtime.settings)
    app.jinja_env.filters["e164"] = e164
    app.jinja_env.globals["static_version"] = _static_version(Path(app.static_folder or ""))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app


def _config(settings: Settings) -> dict[str, object]:
    """The session outlives a slow reader; idle colleagues are signed out by auth.py instead.

    With `no-referrer` there is no referrer to compare: the token alone guards our forms.
    """
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "tender",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.public_base_url.startswith("https://"),
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "MAX_CONTENT_LENGTH": MOST_BYTES,
        "SEND_FILE_MAX_AGE_DEFAULT": STATIC_LIVES,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
    }


def _trust_proxies(app: Flask, count: int) -> None:
    """Whom the outermost of ours heard from is the client; scheme and host are PUBLIC_BASE_URL's.

    What a client writes into the header itself stands further left, and is not reached.
    """
    if count:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=0, x_host=0, x_port=0, x_prefix=0
        )


def _static_version(folder: Path) -> str:
    """Changes with any file: browsers may keep them for long."""
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]
