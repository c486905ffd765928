"""The card page: what the patient sees at Checkout, and its buttons."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from sandbox.clock import ClockRefused, parse_span
from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.cards import is_known
from sandbox.stripe_api.charging import BANK_SECONDS
from sandbox.stripe_api.outcomes import LEAVE, WAYS, take
from sandbox.world import World


class PayRefused(Exception):
    """`status` is the HTTP status that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True)
class Result:
    """`redirect` is where the browser goes; None stays on the page."""

    session: Doc
    outcome: str
    redirect: str | None


def pay_pages(world: World) -> Blueprint:
    pages = Blueprint("pay", __name__)

    @pages.get("/pay/<session_id>")
    def show(session_id: str) -> ResponseReturnValue:
        return _page(_session(world, session_id)[1])

    @pages.post("/pay/<session_id>")
    def press(session_id: str) -> ResponseReturnValue:
        result = _choose(world, session_id, {"outcome": request.form.get("outcome", "")})
        if result.redirect is not None:
            return redirect(result.redirect, 303)
        return _page(result.session, "Your card was declined. Try another card.", 402)

    @pages.post("/_sandbox/pay/<session_id>")
    def decide(session_id: str) -> ResponseReturnValue:
        result = _choose(world, session_id, request.get_json())
        fields = ("id", "status", "payment_status", "payment_intent", "setup_intent")
        shown = {name: result.session[name] for name in fields}
        return {**shown, "outcome": result.outcome, "redirect": result.redirect}

    @pages.errorhandler(PayRefused)
    def refuse(refused: PayRefused) -> ResponseReturnValue:
        if request.path.startswith("/_sandbox"):
            return {"error": str(refused)}, refused.status
        return render_template("pay_gone.html", reason=str(refused)), refused.status

    return pages


def _choose(world: World, session_id: str, asked: Doc) -> Result:
    """`asked`: outcome, and optionally later (how the saved card behaves) and after ("2d")."""
    with world.store.lock:
        account, session = _session(world, session_id)
        if session["status"] != "open":
            raise PayRefused(
                410, f"This checkout is {session['status']}: nothing more to pay here."
            )
        outcome = str(asked.get("outcome", ""))
        if outcome == LEAVE:
            return Result(session, outcome, session["cancel_url"] or session["success_url"])
        if outcome not in WAYS:
            raise PayRefused(400, f"outcome must be one of {', '.join([*WAYS, LEAVE])}")
        after = take(account, session, WAYS[outcome], _later(asked), _bank_seconds(asked))
    done = after["status"] == "complete"
    return Result(after, outcome, _success_url(after) if done else None)


def _session(world: World, session_id: str) -> tuple[Account, Doc]:
    owner = world.store.owner("session", session_id)
    if owner is None:
        raise PayRefused(404, "There is no such checkout.")
    account = Account(world, owner)
    return account, account.find("session", session_id)


def _page(session: Doc, problem: str = "", status: int = 200) -> ResponseReturnValue:
    if session["status"] != "open":
        raise PayRefused(410, f"This checkout is {session['status']}: nothing more to pay here.")
    buttons = [(name, way.label) for name, way in WAYS.items()]
    page = render_template("pay.html", session=session, buttons=buttons, problem=problem)
    return page, status


def _success_url(session: Doc) -> str:
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def _later(asked: Doc) -> str | None:
    later = asked.get("later")
    if later is not None and not is_known(str(later)):
        raise PayRefused(400, f"{later!r} is no way for a card to behave")
    return None if later is None else str(later)


def _bank_seconds(asked: Doc) -> int:
    if "after" not in asked:
        return BANK_SECONDS
    try:
        return int(parse_span(str(asked["after"])).total_seconds())
    except ClockRefused as refused:
        raise PayRefused(400, str(refused)) from refused
