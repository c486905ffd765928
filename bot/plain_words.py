"""What plain words say for certain, where a model is at a loss or takes them for something else."""

from bot.guards import has_figure_of_speech
from nlu.all_of_it import asks_if_all
from nlu.assistance import asks_to_apply
from nlu.counts import is_so_many
from nlu.decide import may_be_grave
from nlu.denied import COMPLAINT, is_praise
from nlu.from_nothing import (
    asks_if_covered,
    expects_cover,
    expects_free,
    gives_insurance_card,
    is_uninsured,
    never_got_bill,
    tells_wait,
    waits_to_talk,
)
from nlu.one_bill import narrows_to_bill, pays_misspelt
from nlu.openings import asks_about
from nlu.overcharged import charged_unasked, same_sum_twice
from nlu.paying_words import (
    asks_for_link,
    asks_how_to_pay,
    commits_to_pay,
    gets_it_done,
    link_fails,
    names_paying,
    pays_by_link,
    says_cannot,
)
from nlu.small_words import small_words
from nlu.sued import asks_if_sued
from nlu.sure_asks import (
    asks_if_got,
    asks_if_unpaid,
    asks_of_credit,
    asks_right_place,
    asks_split,
    asks_what_if,
    asks_when_seen,
)
from nlu.too_much import asks_for_less, is_surprised, seeks_another_way
from nlu.understanding import Decision, Intent, Understanding

AFFIRM, THANK, PROMISE = "affirm", "thank", "promise_to_pay"
EVEN, LEANING = 0.5, 0.3  # chances
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
_OF_WHO = frozenset({"who_is_this", "repeat", "out_of_scope"})
_OF_UNPAID = _NOT_OF_PAYING | {DUE, HARDSHIP, "payment_problem", "payment_methods"}
_OF_FREE = frozenset({"thank", "out_of_scope", "explain_charge"})
_OF_SPLIT = frozenset({PLAN, "explain_charge", "request_statement", BALANCE})
_OF_DAYS = frozenset({DUE, "out_of_scope", "help", "who_is_this"})
_OF_SURPRISE = _OF_ONE_BILL | {"complaint", "out_of_scope", "pay_now"}
_OF_TWICE = frozenset({"request_refund", "dispute_charge", "payment_problem", "already_paid"})
_OF_TAKING = frozenset({"complaint", "out_of_scope", PLAN, DUE, "remind_later", INSURANCE})
_OF_WAITING = frozenset({"request_call", "remind_later", "promise_to_pay"})
_OF_COVER = frozenset({INSURANCE, "already_paid"})
_NOT_OF_COVER = _OF_COVER | {"deny", "out_of_scope", "complaint", "explain_charge", "help"}


def said_plainly(text: str, heard: Understanding) -> str | None:
    """An intent; None where the words leave it to the model."""
    return (
        _in_few_words(text.strip(" .!").casefold(), heard)
        or _asked(text, heard)
        or _corrected(text, heard)
        or _of_link(text, heard)
        or _of_less(text, heard)
        or _of_a_day(text, heard)
        or (COMPLAINT if _is_open(heard) and has_figure_of_speech(text) else None)
    )


def _names(heard: Understanding) -> set[str]:
    return {intent.name for intent in heard.intents}


def _is_open(heard: Understanding) -> bool:
    """Unsure, and neither danger nor a stop may be meant."""
    return heard.decision is not Decision.ACT and not may_be_grave(heard)


def _in_few_words(bare: str, heard: Understanding) -> str | None:
    """A word that we ask for, a small word, a count."""
    if bare in _OUR_WORDS:
        return _OUR_WORDS[bare]
    if small := small_words(bare):
        return small
    if is_so_many(bare):
        return PLAN
    return AFFIRM if heard.main == AFFIRM and bare in _BARE_YES else None


def _asked(text: str, heard: Understanding) -> str | None:
    """Of the sum, of a court, of the credit report, of what comes of not paying."""
    if asks_if_all(text):
        return BALANCE
    is_unsure = _is_open(heard)
    is_unpaid = (is_unsure or _names(heard) <= _OF_UNPAID) and asks_if_unpaid(text)
    is_what_if = is_unpaid or (is_unsure and asks_what_if(text))
    if is_what_if or asks_of_credit(text) or asks_if_sued(text):
        return DUE
    if _names(heard) <= _OF_WHO and asks_if_got(text):
        return "already_paid"
    if is_unsure and asks_right_place(text):
        return "who_is_this"
    if expects_free(text) and (is_unsure or _names(heard) <= _OF_FREE):
        return "explain_charge"
    if asks_split(text) and (is_unsure or _names(heard) <= _OF_SPLIT):
        return "explain_charge"
    is_of_visit = _names(heard) <= _OF_DAYS and asks_when_seen(text)
    return "explain_charge" if is_of_visit or (is_unsure and asks_about(text)) else None


def _corrected(text: str, heard: Understanding) -> str | None:
    """Where what was heard is one of the things that such words are taken for."""
    names = _names(heard)
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
    is_unsure = _is_open(heard)
    if (is_unsure or names <= _OF_SURPRISE) and is_surprised(text):
        return "explain_charge"
    if is_unsure and charged_unasked(text):
        return "dispute_charge"
    if names <= _OF_TWICE and same_sum_twice(text):
        return "payment_problem"
    if names <= _OF_TAKING and tells_wait(text):
        return "remind_later"
    return _of_cover(text, heard)


def _of_cover(text: str, heard: Understanding) -> str | None:
    """What is said of an insurance, which is easily taken for a payment."""
    names = _names(heard)
    if INSURANCE in names and names <= _NOT_OF_COVER | _OF_WAITING and waits_to_talk(text):
        return "remind_later"
    is_unsure = _is_open(heard)
    is_likely = is_unsure or (names & _OF_COVER and names <= _NOT_OF_COVER)
    if is_likely and (expects_cover(text) or gives_insurance_card(text)):
        return INSURANCE
    is_of_cover = is_uninsured(text) or (names == _OF_COVER and asks_if_covered(text))
    return INSURANCE if is_of_cover and names & _OF_COVER else None


def _of_link(text: str, heard: Understanding) -> str | None:
    """ "Can you resend the link", "the old link doesnt work", "so how do i pay then"."""
    names = _names(heard)
    is_unsure = _is_open(heard)
    if (is_unsure or names <= _NOT_OF_FAILING) and link_fails(text):
        return "payment_problem"
    if (is_unsure or names <= _NOT_OF_LINK) and asks_for_link(text):
        return "pay_now"
    if (is_unsure or names <= _NOT_OF_LINK | _OF_NO_BILL) and pays_by_link(text):
        return "pay_now"
    is_plain = asks_how_to_pay(text) or gets_it_done(text)
    return "pay_now" if is_unsure and is_plain else None


def _of_less(text: str, heard: Understanding) -> str | None:
    """ "Can i pay less", "i cant do it at once, what are my options"."""
    names = _names(heard)
    if heard.decision is Decision.ACT and not names <= _NOT_OF_LESS:
        return None
    if asks_for_less(text):
        return "pay_now"
    return PLAN if seeks_another_way(text) else None


def _of_a_day(text: str, heard: Understanding) -> str | None:
    """ "The 27th i can give it all": leaning to a promise, with the day for it."""
    likeliest = next(iter(heard.ranking), Intent("", 0.0))
    least = LEANING if names_paying(text) else EVEN
    is_likely = likeliest.name == PROMISE and likeliest.confidence >= least
    has_day = any(day.on for day in heard.entities.dates)
    is_said = "?" not in text and not says_cannot(text)
    is_plain = is_likely and is_said and commits_to_pay(text)
    return PROMISE if _is_open(heard) and is_plain and has_day else None
