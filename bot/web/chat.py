"""The web chat: the same assistant in a browser. Works as plain forms; a script makes it live."""

import re
import secrets

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot import visits
from bot.models import Practice
from bot.visits import Browser, Ended, Look
from bot.web import limits
from bot.web.chat_view import chat_view
from bot.web.chat_visit import browser, client_key, forget, practice_of
from bot.web.here import runtime
from bot.web.page_words import LANGUAGES, words

MOST_LETTERS = 1000
KEPT_LETTERS = 2000
OVER = 410
_NONCE = re.compile(r"[A-Za-z0-9-]{8,64}")
pages = Blueprint("chat", __name__, url_prefix="/chat")


@pages.get("/<slug>")
def page(slug: str) -> ResponseReturnValue:
    practice = practice_of(slug)
    here = browser(practice, _language())
    try:
        found = visits.look(runtime(), practice.id, here.key)
    except Ended:
        return _over(practice)
    return _page(practice, here, found)


@pages.post("/<slug>")
def write(slug: str) -> ResponseReturnValue:
    practice = practice_of(slug)
    here = browser(practice, _language())
    body = request.form.get("body", "").replace("\r\n", "\n").strip()
    problem, code = _problem(practice, here, body)
    try:
        if problem:
            found = visits.look(runtime(), practice.id, here.key)
            return _page(practice, here, found, body[:KEPT_LETTERS], problem), code
        visits.write(runtime(), practice.id, here, _nonce(), body)
    except Ended:
        return _over(practice)
    return redirect(url_for("chat.page", slug=slug, _anchor="end"), 303)


@pages.get("/<slug>/since/<int:message_id>")
def since(slug: str, message_id: int) -> ResponseReturnValue:
    """What an open page asks for: all after that message, and what may be answered now."""
    practice = practice_of(slug)
    here = browser(practice, _language())
    try:
        found = visits.look(runtime(), practice.id, here.key, message_id)
    except Ended:
        return "", OVER
    t = words(found.language if found else here.language)
    chat = chat_view(t, practice, found, runtime().clock.now())
    fragment = render_template(
        "chat/news.html", practice=practice, t=t, chat=chat, nonce=secrets.token_hex
    )
    return fragment, 200, {"X-Settled": str(chat.settled_id), "X-Language": t.language}


@pages.post("/<slug>/close")
def close(slug: str) -> ResponseReturnValue:
    """For a browser that others use too."""
    practice = practice_of(slug)
    forget(practice)
    flash(words(_language())("chat_closed"))
    return redirect(url_for("chat.page", slug=slug), 303)


def _page(
    practice: Practice, here: Browser, found: Look | None, body: str = "", problem: str = ""
) -> str:
    t = words(found.language if found else here.language)
    return render_template(
        "chat/page.html",
        practice=practice,
        t=t,
        chat=chat_view(t, practice, found, runtime().clock.now()),
        body=body,
        problem=problem,
        most=MOST_LETTERS,
        nonce=secrets.token_hex,
        other=next(language for language in LANGUAGES if language != t.language),
    )


def _over(practice: Practice) -> ResponseReturnValue:
    """Whoever looks now may be somebody else: a new chat begins, and says why."""
    forget(practice)
    flash(words(_language())("chat_over"))
    return redirect(url_for("chat.page", slug=practice.slug), 303)


def _problem(practice: Practice, here: Browser, body: str) -> tuple[str, int]:
    t = words(here.language)
    if not body:
        return t("chat_empty"), 422
    if len(body) > MOST_LETTERS:
        return t("chat_too_long", most=MOST_LETTERS), 422
    return ("", 200) if _may_write(practice, here) else (t("chat_too_fast"), 429)


def _may_write(practice: Practice, here: Browser) -> bool:
    url, client = runtime().settings.redis_url, client_key()
    tries = [
        (limits.CHAT_BY_VISIT, here.key),
        (limits.CHAT_BY_CLIENT, client),
        (limits.CHAT_BY_PRACTICE, str(practice.id)),
    ]
    if not visits.is_begun(runtime(), practice.id, here.key):
        tries.append((limits.NEW_CHATS_BY_CLIENT, f"new {client}"))
    return all(limits.allows(url, limit, "chat", who) for limit, who in tries)


def _nonce() -> str:
    given = request.form.get("nonce", "")
    return given if _NONCE.fullmatch(given) else secrets.token_hex()


def _language() -> str:
    """Chosen on the page, or the browser's; what is written decides once something is."""
    chosen = request.args.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
