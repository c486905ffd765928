"""The bill itself: on the patient's page, to keep or to print; by e-mail as a link; on paper."""

from actions import request_receipt
from actions._mailing import is_of_receipt, veiled, wants_email, wants_file, wants_paper
from actions._people import fetch_or_add
from actions._words import is_no
from bot.action import Context, Link, Outcome, Question, Say, ShowPage
from bot.bill_facts import MailPage
from bot.rules.mails import MailKind
from nlu.understanding import Decision

NEEDS_IDENTITY = True
ADDRESS = "statement_address"
_MAY_FOLLOW = frozenset({"request_statement", "update_contact", "out_of_scope", "affirm", "deny"})


def respond(context: Context) -> Outcome:
    if is_of_receipt(context):
        return Outcome() if _is_heard_beside(context) else request_receipt.respond(context)
    if not (context.bill.statements or context.bill.earlier) or wants_paper(context):
        return fetch_or_add(context, "statement_person", "statement", "bill", note=context.text)
    if wants_email(context):
        return _mailed(context)
    key = "statement_file" if wants_file(context) else "statement_link"
    return Outcome(says=(Say(key, {"link": Link()}),), facts=(ShowPage(),))


def _is_heard_beside(context: Context) -> bool:
    """The receipt is answered as a wish of its own."""
    return any(i.name == "request_receipt" for i in context.understanding.intents)


def answer(context: Context, question: Question) -> Outcome | None:
    """An address, or another one than we had; without one the page has to do."""
    heard = context.understanding
    if heard.entities.email is not None:
        return _mailed(context)
    if heard.decision is Decision.ACT and heard.main not in _MAY_FOLLOW:
        return None
    if question.about.get("is_asked"):
        return _on_page(context)
    return _asked() if is_no(context.text) or heard.main == "update_contact" else None


def _mailed(context: Context) -> Outcome:
    """To the address in the text, else to the one on file; else it is asked for."""
    told = context.understanding.entities.email
    on_file = context.person.email if context.person else None
    address = told or on_file
    if address is None:
        return _asked()
    sent = Outcome(
        says=(Say("statement_mailed", {"address": veiled(address)}),),
        facts=(MailPage(MailKind.STATEMENT, told, wants_file(context)),),
    )
    return sent if told else sent.then(Outcome(question=Question(ADDRESS, "request_statement")))


def _asked() -> Outcome:
    question = Question(ADDRESS, "request_statement", {"is_asked": True})
    return Outcome(says=(Say("statement_which_address"),), question=question)


def _on_page(context: Context) -> Outcome:
    return Outcome(says=(Say("statement_link", {"link": Link()}),), facts=(ShowPage(),))
