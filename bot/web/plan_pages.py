"""A payment plan on the page: proposed by the practice's policy, agreed to by a button."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot import checkout
from bot.rules.plans import Refusal, propose
from bot.store import plans
from bot.web.here import runtime
from bot.web.page_view import page_view
from bot.web.patient import may_act, shown
from bot.web.visit import Visit, visit

pages = Blueprint("plan_pages", __name__, url_prefix="/p")


@pages.post("/<token>/plan")
def look(token: str) -> ResponseReturnValue:
    """Keeps the proposal, so that what is agreed to is what was shown."""
    here = may_act(visit(token))
    count = request.form.get("count", "")
    proposal = propose(
        here.bill.payable_cents,
        here.today,
        here.settings.plan_policy,
        count=int(count) if count in "23456789" and count else None,
    )
    if isinstance(proposal, Refusal) or here.bill.plan is not None:
        return shown(here, notice=here.words("plan_none", phone=here.practice.phone)), 422
    with runtime().database.transaction(here.practice.id) as rows:
        plans.propose(rows, here.practice.id, here.patient.id, proposal, here.now)
    return _to_plan(here)


@pages.post("/<token>/plan/agree")
def agree(token: str) -> ResponseReturnValue:
    """Only to the very plan that was shown, while it still fits what is owed."""
    here = may_act(visit(token))
    if here.bill.plan is not None or _agreed(here):
        return _to_plan(here)
    return shown(here, notice=here.words("plan_changed")), 409


def _agreed(here: Visit) -> bool:
    if page_view(here).proposal is None:
        return False
    shown_id = here.proposal[0].plan_id
    if request.form.get("plan") != str(shown_id):
        return False
    ip = request.remote_addr or ""
    return checkout.agree_plan(runtime(), here.practice.id, here.token, ip, shown_id)


def _to_plan(here: Visit) -> ResponseReturnValue:
    return redirect(url_for("patient.show", token=here.token, _anchor="plan"), 303)
