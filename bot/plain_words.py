"""What plain words say for certain, where a model is at a loss or takes them for something else."""

from nlu.all_of_it import asks_if_all
from nlu.assistance import asks_to_apply
from nlu.counts import is_so_many
from nlu.denied import COMPLAINT, is_praise
from nlu.from_nothing import (
    asks_if_covered,
    expects_cover,
    gives_insurance_card,
    is_uninsured,
    never_got_bill,
    tells_wait,
    waits_to_talk,
)
from nlu.link_words import asks_for_link, asks_how_to_pay, link_fails
from nlu.one_bill import narrows_to_bill, pays_misspelt
from nlu.small_words import small_words
from nlu.sued import asks_if_sued
from nlu.sure_asks import asks_if_unpaid, asks_of_credit
from nlu.too_much import asks_for_less, is_surprised, seeks_another_way
from nlu.understanding import Decision, Understanding

AFFIRM, THANK = "affirm", "thank"
INSURANCE = "insurance_question"
PLAN, HARDSHIP, BALANCE, DUE = "set_up_plan", "financial_hardship", "ask_balance", "ask_due_date"
_BARE_YES = frozenset({"y", "k", "kk", "ok"})  # too short for the model to be sure of
_OUR_WORDS = {"agree": AFFIRM, "acepto": AFFIRM, "plan": PLAN}  # those we ask for
_NOT_OF_LESS = frozenset(
    {HARDSHIP, AFFIRM, BALANCE, "help", "out_of_scope", "payment_methods", "deny"}
)
_OF_ONE_BILL = frozenset({BALANCE, "dispute_charge", "pay_now", "explain_charge", "deny"})
_NOT_OF_PAYING = frozenset({"deny", AFFIRM, "out_of_scope", "change_language", "help"})
_NOT_OF_LINK = _NOT_OF_PAYING | {"repeat", "payment_methods", "pay_now", "who_is_this", "thank"}
_NOT_OF_FAILING = _NOT_OF_LINK | {
    "already_paid",
    "payment_problem",
    "request_statement",
    "complaint",
}
_OF_NO_BILL = frozenset({"request_statement", "dispute_charge", "deny"})
_OF_SURPRISE = _OF_ONE_BILL | {"complaint", "out_of_scope", "pay_now"}
_OF_TAKING = frozenset({"complaint", "out_of_scope", PLAN, DUE, "remind_later", INSURANCE})
_OF_WAITING = frozenset({"request_call", "remind_later", "promise_to_pay"})
_OF_COVER = frozenset({INSURANCE, "already_paid"})
_NOT_OF_COVER = _OF_COVER | {"deny", "out_of_scope", "complaint", "explain_charge", "help"}


def said_plainly(text: str, heard: Understanding) -> str | None:
    """An intent; None where the words leave it to the model."""
    return (
        _in_few_words(text.strip(" .!").casefold(), heard)
        or _asked(text)
        or _corrected(text, heard)
        or _of_link(text, heard)
        or _of_less(text, heard)
    )


def _in_few_words(bare: str, heard: Understanding) -> str | None:
    """A word that we ask for, a small word, a count."""
    if bare in _OUR_WORDS:
        return _OUR_WORDS[bare]
    if small := small_words(bare):
        return small
    if is_so_many(bare):
        return PLAN
    return AFFIRM if heard.main == AFFIRM and bare in _BARE_YES else None


def _asked(text: str) -> str | None:
    """Of the sum, of a court, of the credit report, of what comes of not paying."""
    if asks_if_all(text):
        return BALANCE
    is_worry = asks_of_credit(text) or asks_if_sued(text) or asks_if_unpaid(text)
    return DUE if is_worry else None


def _corrected(text: str, heard: Understanding) -> str | None:
    """Where what was heard is one of the things that such words are taken for."""
    names = {intent.name for intent in heard.intents}
    if heard.main == COMPLAINT and is_praise(text):
        return THANK
    if heard.decision is not Decision.ACT and asks_to_apply(text):
        return HARDSHIP
    if heard.main in _OF_ONE_BILL and narrows_to_bill(text):
        return BALANCE
    if heard.main in _NOT_OF_PAYING and pays_misspelt(text):
        return "pay_now"
    if names <= _OF_NO_BILL and never_got_bill(text):
        return "request_statement"
    is_unsure = heard.decision is not Decision.ACT
    if (is_unsure or names <= _OF_SURPRISE) and is_surprised(text):
        return "explain_charge"
    if names <= _OF_TAKING and tells_wait(text):
        return "remind_later"
    return _of_cover(text, heard)


def _of_cover(text: str, heard: Understanding) -> str | None:
    """What is said of an insurance, which is easily taken for a payment."""
    names = {intent.name for intent in heard.intents}
    if INSURANCE in names and names <= _NOT_OF_COVER | _OF_WAITING and waits_to_talk(text):
        return "remind_later"
    is_unsure = heard.decision is not Decision.ACT
    is_likely = is_unsure or (names & _OF_COVER and names <= _NOT_OF_COVER)
    if is_likely and (expects_cover(text) or gives_insurance_card(text)):
        return INSURANCE
    is_of_cover = is_uninsured(text) or (names == _OF_COVER and asks_if_covered(text))
    return INSURANCE if is_of_cover and names & _OF_COVER else None


def _of_link(text: str, heard: Understanding) -> str | None:
    """ "Can you resend the link", "the old link doesnt work", "so how do i pay then"."""
    names = {intent.name for intent in heard.intents}
    is_unsure = heard.decision is not Decision.ACT
    if (is_unsure or names <= _NOT_OF_FAILING) and link_fails(text):
        return "payment_problem"
    if (is_unsure or names <= _NOT_OF_LINK) and asks_for_link(text):
        return "pay_now"
    return "pay_now" if is_unsure and asks_how_to_pay(text) else None


def _of_less(text: str, heard: Understanding) -> str | None:
    """ "Can i pay less", "i cant do it at once, what are my options"."""
    names = {intent.name for intent in heard.intents}
    if heard.decision is Decision.ACT and not names <= _NOT_OF_LESS:
        return None
    if asks_for_less(text):
        return "pay_now"
    return PLAN if seeks_another_way(text) else None
