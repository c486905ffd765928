"""Error pages: what happened, in words, and the next step. In both languages: we may not know."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from bot.web.page_words import words

KNOWN = (400, 403, 404, 405, 413, 429)


def register(app: Flask) -> None:
    @app.errorhandler(CSRFError)
    def stale_form(_error: CSRFError) -> ResponseReturnValue:
        return page(400)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> ResponseReturnValue:
        if error.code is None or error.code < 400:
            return error.get_response()
        return page(error.code)

    @app.errorhandler(500)
    def broken(_error: Exception) -> ResponseReturnValue:
        return page(500)


def page(code: int) -> tuple[str, int]:
    """The same page for what is not there and for what is not yours."""
    known = code if code in KNOWN else 500 if code >= 500 else 400
    said = [(words(language), f"error_{known}") for language in ("en", "es")]
    texts = [(t(f"{key}_title"), t(key), t.language) for t, key in said]
    return render_template("error.html", code=code, texts=texts), code
