"""The page behind our short link: see what is owed, prove who you are, pay. A GET only looks."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot import checkout
from bot.models import AttemptStatus
from bot.rules.money import money, parse_decimal
from bot.web import chat_visit, limits
from bot.web.details_view import details_view
from bot.web.done_view import confirmation, done_view, receipt_text, rest_of
from bot.web.here import runtime
from bot.web.page_check import passes, told
from bot.web.page_view import LEAST_CENTS, page_view
from bot.web.receipts_view import receipts_view
from bot.web.visit import LinkState, Visit, remember_check, visit

MOST_DIGITS = 20
RECEIPTS = "receipts"
READABLE = (LinkState.OPEN, LinkState.PAID)
pages = Blueprint("patient", __name__, url_prefix="/p")


@pages.get("/<token>")
def show(token: str) -> ResponseReturnValue:
    return shown(visit(token))


@pages.post("/<token>/check")
def check(token: str) -> ResponseReturnValue:
    """One answer to "who are you"; three wrong ones close the check for a day (R16)."""
    here, to_receipts = visit(token), request.form.get("to") == RECEIPTS
    may_read = here.state is not LinkState.EXPIRED if to_receipts else here.state in READABLE
    if not may_read:
        return redirect(url_for("patient.show", token=token), 303)
    problem = _check_problem(here)
    if problem and to_receipts:
        return _receipts(visit(token), problem), 422
    if problem:
        return shown(visit(token), check_problem=problem), 422
    remember_check(here)
    if to_receipts:
        return redirect(url_for("patient.receipts", token=token), 303)
    return redirect(url_for("patient.show", token=token, _anchor="details"), 303)


@pages.get("/<token>/receipts")
def receipts(token: str) -> ResponseReturnValue:
    """Payments outlive the link to pay by: a newer link does not close this page, its age does."""
    here = visit(token)
    if here.state is LinkState.EXPIRED:
        return redirect(url_for("patient.show", token=token), 303)
    return _receipts(here)


def _check_problem(here: Visit) -> str:
    """Empty where the answer is right."""
    answer = told(request.form.get("answer", ""), here.today)
    if answer is None and here.tries_left:
        return here.words("check_unreadable")
    return "" if answer is not None and passes(here, answer) else here.words("check_wrong")


@pages.post("/<token>/pay")
def pay(token: str) -> ResponseReturnValue:
    here = may_act(visit(token))
    choice = request.form.get("choice", "all")
    cents, problem = _chosen_cents(here, choice)
    if problem:
        return shown(here, typed=request.form.get("amount", ""), part_problem=problem), 422
    saves_card = choice == "card" or here.request.plan_id is not None
    begun = checkout.begin(runtime(), here.practice.id, token, cents, saves_card)
    if begun.outcome == "go":
        return redirect(begun.url, 303)
    if begun.outcome == "later":
        return shown(here, notice=here.words("later")), 503
    if begun.outcome == "bad_amount":
        return shown(here, part_problem=here.words("amount_unreadable")), 422
    return redirect(url_for("patient.show", token=token), 303)


@pages.post("/<token>/fresh")
def fresh(token: str) -> ResponseReturnValue:
    """A link that ran out is no dead end."""
    here = visit(token)
    if here.state is LinkState.OPEN:
        return redirect(url_for("patient.show", token=token), 303)
    if not limits.allows(
        runtime().settings.redis_url, limits.FRESH_LINK, "fresh", str(here.request.id)
    ):
        abort(429)
    newer = checkout.fresh_link(runtime(), here.practice.id, token)
    return redirect(url_for("patient.show", token=newer), 303)


@pages.post("/<token>/ask")
def ask(token: str) -> ResponseReturnValue:
    """The same thread in the web chat, by whoever this page knows as far as it knows them."""
    here = visit(token)
    if here.state not in (LinkState.OPEN, LinkState.PAID):
        return redirect(url_for("patient.show", token=token), 303)
    chat_visit.begin_with_link(here)
    return redirect(url_for("chat.page", slug=here.practice.slug, _anchor="body"), 303)


@pages.get("/<token>/done")
def done(token: str) -> ResponseReturnValue:
    here = visit(token)
    return render_template(
        "patient/done.html", visit=here, t=here.words, done=done_view(runtime(), here)
    )


def may_act(here: Visit) -> Visit:
    """Only who may see the amount may act on it, and only by a link that is open."""
    if here.state is not LinkState.OPEN or not here.shows_amounts:
        abort(redirect(url_for("patient.show", token=here.token), 303))
    return here


def shown(
    here: Visit,
    *,
    typed: str = "",
    part_problem: str = "",
    check_problem: str = "",
    notice: str = "",
) -> str:
    common = {"visit": here, "t": here.words, "check_problem": check_problem}
    if here.state is LinkState.PAID:
        return _receipt(here, check_problem)
    if here.state is not LinkState.OPEN:
        return render_template("patient/gone.html", **common)
    if not here.shows_amounts:
        return render_template("patient/check.html", **common)
    return render_template(
        "patient/pay.html",
        page=page_view(here, typed, part_problem),
        details=details_view(here) if here.is_checked else None,
        notice=notice,
        **common,
    )


def _receipts(here: Visit, problem: str = "") -> str:
    common = {"visit": here, "t": here.words}
    if not here.is_checked:
        return render_template("patient/check.html", check_problem=problem, to=RECEIPTS, **common)
    return render_template("patient/receipts.html", receipts=receipts_view(here), **common)


def _receipt(here: Visit, check_problem: str) -> str:
    paid = next((a for a in here.attempts if a.status == AttemptStatus.PAID), None)
    return render_template(
        "patient/receipt.html",
        visit=here,
        t=here.words,
        text=receipt_text(here),
        rest=rest_of(here),
        confirmation=confirmation(here, paid),
        check_problem=check_problem,
    )


def _chosen_cents(here: Visit, choice: str) -> tuple[int | None, str]:
    """What was on the button that was pressed, never more; or what is wrong with the amount."""
    if choice == "card":
        return 0, ""
    if choice == "part":
        return _part_cents(here, request.form.get("amount", ""))
    shown_cents = request.form.get("cents", "")
    if shown_cents.isdecimal() and len(shown_cents) < MOST_DIGITS:
        return max(1, int(shown_cents)), ""
    return None, ""


def _part_cents(here: Visit, typed: str) -> tuple[int | None, str]:
    due, t = here.bill.payable_cents, here.words
    try:
        cents = parse_decimal(typed)
    except ValueError:
        return None, t("amount_unreadable")
    if cents < min(LEAST_CENTS, due):
        return None, t("amount_small", least=money(min(LEAST_CENTS, due)))
    if cents > due:
        return None, t("amount_large", most=money(due))
    return cents, ""
