"""Insurance: what the ledger shows is told; another insurance, and the rest, is for a person."""

import re
from dataclasses import replace

from actions import explain_charge
from actions._aspects import OF_A_BILL, Aspect, aspect_of
from actions._bills import listed_parts, meant, owed, picked
from actions._explaining import Sums
from actions._insured import About, about, asks_which
from actions._much import struck
from actions._next import NEXT_STEP, taken_up
from actions._people import fetch, fetch_or_add
from actions._terms import told_term
from actions._words import is_no, is_yes, plain, wants
from bot import identity
from bot.action import Context, Fact, FetchPerson, Money, OpenHold, Outcome, Question, Say, Wish
from bot.bill import Bill, StatementView
from bot.bill_facts import HideWords
from bot.rules.holds import HoldKind
from nlu.from_nothing import is_uninsured
from nlu.insurance import Insurance, find_insurance
from nlu.understanding import Decision

ACTION = "insurance_question"
CARD, SAME = "insurance_card", "insurance_same"
WHICH = Question("which_insured", "insurance_question")
TOLD = Question("insurance_told", "insurance_question")
WHAT = Question("insurance_what", "insurance_question")
IN_THE_NOTE = "another insurance was told: see the hand-off"
_MAY_FOLLOW = frozenset(
    {"insurance_question", "affirm", "deny", "thank", "out_of_scope", "explain_charge",
     "update_contact", "help"}
)  # fmt: skip
_HAS_NONE = re.compile(
    r"\b(?:don'?t|dont|do not|not (?:with|on) me|no card|later|lost|can'?t find|"
    r"no (?:lo |la )?tengo|luego|despues|mas tarde|perdi|no se)\b"
)
_NEW = re.compile(r"\b(?:new|another|other|different|nuev[oa]|otr[oa]|distint[oa]|diferente)\b")
_SAME = re.compile(r"\b(?:same|that one|that'?s it|mism[oa]|es[ea]|ese mero)\b")
_FEW_WORDS, _SOME_WORDS = 2, 7
_CHECKS = re.compile(
    r"\b(?:can|could|will|would) (?:you|u|someone|yall)\b.{0,12}\b(?:check|call|ask|verify|contact|"
    r"follow up|look into|find out)\b|"
    r"\b(?:puede|pueden|podria|podrian)\b.{0,12}\b(?:checar|revisar|llamar|preguntar|averiguar|hablar)"
)

_TOLD = ("insurance_", "explain_insurance")
_ASKS = re.compile(r"\b(?:why|how|what|which|did|does|who|por ?que|como|cuanto|cual|quien)\b")


def respond(context: Context) -> Outcome:
    if term := told_term(context):
        return term
    if _goes_on(context):
        return Outcome()
    told = find_insurance(context.text)
    if is_uninsured(context.text) and not told.name:
        return _uninsured(context)
    match about(context.text, told, is_insured=_is_insured(context.bill)):
        case About.NEW_INSURANCE:
            return _news(context, told)
        case About.APPEAL:
            return _for_person(context, OpenHold(HoldKind.APPEAL, note=context.text))
        case About.NOT_BILLED:
            return _for_person(context, OpenHold(HoldKind.INSURANCE_PENDING, note=context.text))
        case About.PERSON:
            return _for_person(context)
        case About.MAYBE_NEW:
            return _maybe_news(context, told)
        case About.LEDGER:
            return _from_ledger(context)


def _goes_on(context: Context) -> bool:
    """ "So thats the deductible, ill pay it friday", once it was told: what they will do counts."""
    was_told = any(key.startswith(_TOLD) for key in context.memory.last_keys)
    does = any(wants(context, name) for name in ("promise_to_pay", "pay_now", "set_up_plan"))
    return was_told and does and not _ASKS.search(plain(context.text))


def is_held(context: Context) -> bool:
    """What it says of insurance puts the bill on hold by itself."""
    if is_uninsured(context.text):
        return False
    told = find_insurance(context.text)
    found = about(context.text, told, is_insured=_is_insured(context.bill))
    return found in (About.NEW_INSURANCE, About.NOT_BILLED, About.APPEAL)


def answer(context: Context, question: Question) -> Outcome | None:
    if _is_elsewhere(context):
        return None
    if question.name == CARD:
        return _card(context)
    if question.name == WHICH.name:
        if aspect_of(context.text) in OF_A_BILL - {Aspect.WHY}:
            return Outcome(wishes=(Wish("explain_charge", context.text),))
        statement = picked(_shown(context.bill), context)
        return _status(context, statement) if statement else None
    if question.name == SAME:
        return _same_or_new(context, question)
    if question.name == WHAT.name:
        return _for_person(context)
    return _followed(context)


def _uninsured(context: Context) -> Outcome:
    """Nothing is held or asked; whether less is owed then is for the practice to say."""
    key = "insurance_none" if context.person is not None else "insurance_none_untold"
    return fetch_or_add(
        context, key, "insurance", "insurance", note=f"Self-pay: {context.text}"
    ).then(Outcome(question=NEXT_STEP))


def _is_elsewhere(context: Context) -> bool:
    heard = context.understanding
    return heard.decision is Decision.ACT and heard.main not in _MAY_FOLLOW


def _followed(context: Context) -> Outcome | None:
    """After what the ledger shows was told."""
    if heard := struck(context):
        return heard
    if intent := taken_up(context):
        return (
            Outcome(wishes=(Wish(intent, context.text),)) if intent != "explain_charge" else _ask()
        )
    if context.understanding.main == "explain_charge":
        return None
    if aspect_of(context.text) is Aspect.CLEAR or is_yes(context.text):
        return Outcome(says=(Say("explain_good"),), question=NEXT_STEP)
    if is_no(context.text) and len(context.text.split()) <= _FEW_WORDS:
        return _ask()
    if _CHECKS.search(plain(context.text)):
        return _for_person(context)
    if aspect_of(context.text) is Aspect.UNCLEAR or context.understanding.main == "out_of_scope":
        return _for_person(context)
    return None


def _ask() -> Outcome:
    return Outcome(says=(Say("insurance_what"),), question=WHAT)


def _news(context: Context, told: Insurance) -> Outcome:
    """Kept at once; at most one thing is asked, and nobody need answer it."""
    facts = _kept(context, told)
    if told.name and told.member_id:
        return _taken(context, *facts)
    key = "insurance_ask_card"
    if told.name or told.member_id:
        key = "insurance_ask_id" if told.name else "insurance_ask_name"
    return Outcome(says=(Say(key),), facts=facts, question=Question(CARD, "insurance_question"))


def _maybe_news(context: Context, told: Insurance) -> Outcome:
    """ "I have Medicaid, why do you charge me": what is known is told; whose it was is asked."""
    if context.person is None:
        return identity.ask(context, (Wish("insurance_question", context.text),))
    statements = _shown(context.bill)
    paid = sum(Sums(s).insurance for s in statements)
    if paid <= 0:
        key = "insurance_unheard" if statements else "insurance"
        hold = OpenHold(HoldKind.INSURANCE_PENDING, note=context.text)
        kept = fetch(context, key, "new_insurance", "insurance", hold, note=context.text)
        ask = "insurance_ask_id" if told.name else "insurance_help_us"
        return kept.then(Outcome(says=(Say(ask),), question=Question(CARD, ACTION)))
    part = sum(Sums(s).part for s in statements)
    return Outcome(
        says=(
            Say("explain_insurance", {"amount": Money(paid)}),
            Say("insurance_part", {"amount": Money(part)}),
            Say("insurance_same"),
        ),
        question=Question(SAME, ACTION, {"note": context.text}),
    )


def _same_or_new(context: Context, question: Question) -> Outcome | None:
    """Another one is kept as such; why the same did not pay more is for a person."""
    said, told = plain(context.text), find_insurance(context.text)
    note = f"{question.about.get('note', '')}\n{context.text}"
    again = replace(context, text=note)
    if told.member_id or _NEW.search(said) or (is_no(said) and not _SAME.search(said)):
        return _news(again, find_insurance(note))
    is_short = len(said.split()) <= _SOME_WORDS
    if is_short and (_SAME.search(said) or is_yes(said) or _HAS_NONE.search(said)):
        return _for_person(again)
    return None


def _card(context: Context) -> Outcome | None:
    if term := told_term(context):
        return term
    said, told = plain(context.text), find_insurance(context.text)
    is_short = len(said.split()) <= _SOME_WORDS
    is_none = is_short and (_HAS_NONE.search(said) is not None or is_no(said))
    if is_none and not (told.name or told.member_id):
        return fetch(context, "insurance_later", "new_insurance", "insurance", note=context.text)
    return _taken(context, *_kept(context, told))


def _taken(context: Context, *facts: Fact) -> Outcome:
    said = fetch(context, "insurance_taken", "new_insurance", "insurance", note=context.text)
    return Outcome(says=said.says, facts=facts)


def _kept(context: Context, told: Insurance) -> tuple[Fact, ...]:
    """In the hand-off's note, which is encrypted; a member id stands nowhere else."""
    hidden: tuple[Fact, ...] = (HideWords(told.member_id),) if told.member_id else ()
    return (
        OpenHold(HoldKind.INSURANCE_PENDING, note=IN_THE_NOTE),
        FetchPerson("new_insurance", "insurance", note=context.text),
        *hidden,
    )


def _for_person(context: Context, *facts: Fact, key: str = "insurance_paid") -> Outcome:
    paid = sum(Sums(s).insurance for s in _shown(context.bill))
    if paid <= 0:
        return fetch_or_add(
            context, "insurance", "insurance", "insurance", *facts, note=context.text
        )
    return fetch_or_add(
        context, key, "insurance", "insurance", *facts,
        note=context.text, amount=Money(paid),
    )  # fmt: skip


def _from_ledger(context: Context) -> Outcome:
    if context.person is None:
        return identity.ask(context, (Wish("insurance_question", context.text),))
    if aspect_of(context.text) is Aspect.HOW and owed(context.bill):
        return explain_charge.respond(context)
    statements = _shown(context.bill)
    is_told = "insurance_enough" in context.memory.last_keys
    if not statements or (is_told and context.memory.question == TOLD):
        return _for_person(context)
    if asks_which(context.text) and any(Sums(s).insurance > 0 for s in statements):
        return _for_person(context, key="insurance_which")
    statement = meant(statements, context)
    if statement is not None:
        return _status(context, statement)
    paid = sum(Sums(s).insurance for s in statements)
    says = Say("insurance_several", {"amount": Money(paid), "bills": listed_parts(statements)})
    return Outcome(says=(says,), question=WHICH)


def _status(context: Context, statement: StatementView) -> Outcome:
    """Paid, taken off, and what that made the patient's part; or that nothing was heard."""
    sums = Sums(statement)
    if not statement.lines or min(sums.insurance, sums.discount, sums.paid) < 0:
        return _for_person(context)
    if not (sums.insurance or sums.discount):
        return _unheard(context)
    off = (Say("explain_discount", {"amount": Money(sums.discount)}),) if sums.discount else ()
    left = Money(statement.balance_cents)
    paid = (Say("insurance_left", {"amount": left}),) if sums.paid else ()
    return Outcome(
        says=(
            _insurance_paid(statement, sums),
            *off,
            Say("insurance_part", {"amount": Money(sums.part)}),
            *paid,
            Say("insurance_enough"),
        ),
        question=TOLD,
    )


def _insurance_paid(statement: StatementView, sums: Sums) -> Say:
    if not sums.insurance:
        return Say("insurance_nothing_paid")
    amount = Money(sums.insurance)
    if statement.insurance_on is None:
        return Say("explain_insurance", {"amount": amount})
    return Say("insurance_paid_on", {"amount": amount, "day": statement.insurance_on})


def _unheard(context: Context) -> Outcome:
    """As far as the ledger shows no insurance was billed: nobody asks until a person has looked."""
    hold = OpenHold(HoldKind.INSURANCE_PENDING, note=context.text)
    unheard = fetch(context, "insurance_unheard", "insurance", "insurance", hold, note=context.text)
    card = Question(CARD, "insurance_question")
    return unheard.then(Outcome(says=(Say("insurance_help_us"),), question=card))


def _shown(bill: Bill) -> tuple[StatementView, ...]:
    """What is owed, else the last that was settled."""
    return owed(bill) or bill.earlier[-1:]


def _is_insured(bill: Bill) -> bool:
    return any(Sums(s).insurance or Sums(s).discount for s in _shown(bill))
