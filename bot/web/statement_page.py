"""The statement to keep or to print: every bill, also those that are settled, on one plain page."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.rules.money import money
from bot.web.details_view import details_view
from bot.web.page_check import passes, told
from bot.web.page_view import help_told
from bot.web.patient import shown
from bot.web.visit import Visit, remember_check, visit

pages = Blueprint("statement_page", __name__, url_prefix="/p")


@pages.get("/<token>/statement")
def show(token: str) -> ResponseReturnValue:
    """Only after the check: it says what was done. To read, a link lives on when others pay."""
    here = visit(token)
    return shown(here) if here.has_run_out else _page(here)


@pages.post("/<token>/statement")
def check(token: str) -> ResponseReturnValue:
    here = visit(token)
    if here.has_run_out:
        return redirect(url_for("statement_page.show", token=token), 303)
    answer = told(request.form.get("answer", ""), here.today)
    if answer is None and here.tries_left:
        return _page(here, here.words("check_unreadable")), 422
    if answer is None or not passes(here, answer):
        return _page(visit(token), here.words("check_wrong")), 422
    remember_check(here)
    return redirect(url_for("statement_page.show", token=token), 303)


def _page(here: Visit, check_problem: str = "") -> str:
    common = {"visit": here, "t": here.words, "check_problem": check_problem}
    if not here.is_checked:
        goes_to = url_for("statement_page.check", token=here.token)
        return render_template("patient/check.html", goes_to=goes_to, **common)
    every = replace(here.bill, statements=(*here.bill.statements, *here.bill.earlier))
    return render_template(
        "patient/statement.html",
        details=details_view(replace(here, bill=every)),
        name=f"{here.patient.first_name} {here.patient.last_name}",
        printed=here.words("printed_on", day=here.words.day(here.today)),
        total=money(here.bill.balance_cents),
        notes=help_told(here) if here.bill.balance_cents > 0 else [],
        **common,
    )
