"""The PDF files of a link, behind the check of the page that offers each."""

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.web.papers import Subject, receipts_pdf, statement_pdf
from bot.web.visit import LinkState, Visit, visit

pages = Blueprint("paper_pages", __name__, url_prefix="/p")


@pages.get("/<token>/statement.pdf")
def statement(token: str) -> ResponseReturnValue:
    here = visit(token)
    if here.has_run_out or not here.is_checked:
        return redirect(url_for("statement_page.show", token=token), 303)
    return _file(here, "statement", statement_pdf(_subject(here)))


@pages.get("/<token>/receipts.pdf")
def receipts(token: str) -> ResponseReturnValue:
    here = visit(token)
    if here.state is LinkState.EXPIRED or not here.is_checked:
        return redirect(url_for("patient.receipts", token=token), 303)
    return _file(here, "receipts", receipts_pdf(_subject(here)))


def _subject(here: Visit) -> Subject:
    return Subject(here.practice, here.settings, here.patient, here.bill, here.today, here.now)


def _file(here: Visit, name: str, content: bytes) -> Response:
    """Its name tells nobody who looks over a folder whose it is."""
    answer = Response(content, mimetype="application/pdf")
    file = here.words(f"{name}_file", day=here.today.isoformat())
    answer.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer
