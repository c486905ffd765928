"""Not understood: asked back in words of what it may have been; twice at most, then a person."""

import re
from collections.abc import Callable

from actions import (
    _awaited,
    already_paid,
    ask_due_date,
    explain_charge,
    opt_out,
    pay_now,
    request_receipt,
    request_statement,
    set_up_plan,
)
from actions._choices import CHOICES, PERSON, USUAL, likely, phrase
from actions._likeliest import likeliest
from actions._much import struck
from actions._next import NEXT_STEP, taken_up
from actions._of_the_bill import guessed, of_the_bill
from actions._payments import asks_whether
from actions._people import fetch
from actions._promises import all_of_it
from actions._what_comes import asks_what_comes
from actions._words import is_our_yes, is_yes, plain
from actions.who_is_this import doubted
from bot import identity
from bot.action import Context, Outcome, Question, Respond, Say, Wish
from nlu.paying_words import says_send_it
from nlu.plan_wish import asks_for_plan
from nlu.small_words import finds_odd, muses
from nlu.sure_asks import asks_what_if
from nlu.understanding import Decision

MOST_CLARIFICATIONS = 2
FIRST, SECOND = 3, 2
LEAST_CHANCE = 0.1  # of a guess that is offered as a choice
LIKELY_CHOICE = 0.3  # of the likeliest guess, once it was offered
WHICH, LATE = "which_choice", "late_answer"
FEW_WORDS = 6
_VALUE = re.compile(r"[$#]?\d[\d.,/ -]{0,11}%?")
_WHERE = re.compile(
    r"\bwhere (?:do|can|would|should|is|s|d)\b.{0,20}\b(?:find|see|get|open|go|click|it|that|link)"
    r"\b|\b(?:what|which) link\b|"
    r"\bdonde (?:lo |la |los |le )?(?:veo|encuentro|esta|abro|miro|pico|entro|hago|puedo)\b|"
    r"\b(?:que|cual) (?:link|enlace|liga)\b"
)
_PAGES: tuple[tuple[str, Respond], ...] = (
    ("receipt_", request_receipt.respond),
    ("statement_", request_statement.respond),
    ("pay_link", pay_now.again),
    ("explain_", explain_charge.respond),
)
_PLACES = tuple(
    re.compile(rf"\W*(?:(?:the|el|la|lo|number|option|numero|opcion) )*(?:{words})"
               r"(?: (?:one|option|please|thanks|opcion|por favor|gracias))*\W*")
    for words in ("first|1|one|primer[oa]?", "second|2|two|segund[oa]",
                  "third|last|3|three|tercer[oa]?|ultim[oa]")
)  # fmt: skip


def respond(context: Context) -> Outcome:
    known = (told for look in _LOOKS if (told := look(context)) is not None)
    return next(known, None) or _not_understood(context)


def _not_understood(context: Context) -> Outcome:
    if context.handed_off:
        return _awaited.told(context)
    tried = context.memory.clarifications
    if tried >= MOST_CLARIFICATIONS or _is_lost(context):
        return fetch(context, "not_understood_person", "not_understood", "unclear")
    return _asked(context, FIRST if tried == 0 else SECOND)


def _is_lost(context: Context) -> bool:
    """Everybody is asked once, however odd the text; without a model no guess is there to offer."""
    heard = context.understanding
    return heard.decision is Decision.PERSON and (
        context.memory.clarifications > 0 or not heard.ranking
    )


def _of_the_check(context: Context) -> Outcome | None:
    """The birth date of who is known already, or of another on the same number."""
    if context.person is None or not identity.is_told_unasked(context):
        return None
    if identity.is_known_again(context):
        return Outcome(says=(Say("verified"),), question=context.memory.question)
    return identity.ask(context, ()) if len(context.people) > 1 else None


def _of_what_comes(context: Context) -> Outcome | None:
    """ "Does it hurt my credit": only a person may tell."""
    is_asked = asks_what_comes(context.text) or asks_what_if(context.text)
    return _once_known(context, "ask_due_date", ask_due_date.respond) if is_asked else None


def _of_a_payment(context: Context) -> Outcome | None:
    """ "Did you get my payment": plain enough, though the model was at a loss."""
    is_asked = asks_whether(context)
    return _once_known(context, "already_paid", already_paid.respond) if is_asked else None


def _of_a_plan(context: Context) -> Outcome | None:
    """ "My bill is too big, can i break it up"."""
    is_unsure = context.understanding.decision is not Decision.ACT
    if not is_unsure or context.bill.plan or not asks_for_plan(context.text, context.language):
        return None
    return _once_known(context, "set_up_plan", set_up_plan.respond)


def _of_a_link(context: Context) -> Outcome | None:
    """ "Where do I find it": whatever page was just sent is sent again."""
    if context.person is None or not _WHERE.search(plain(context.text)):
        return None
    keys = context.memory.last_keys
    sent = (tell for start, tell in _PAGES if any(key.startswith(start) for key in keys))
    return next((tell(context) for tell in sent), None)


def _thinking(context: Context) -> Outcome | None:
    """ "Hmm let me think about it": nothing is asked for, and what is open stays so."""
    return Outcome(says=(Say("all_right"),), kept=True) if muses(context.text) else None


def _found_odd(context: Context) -> Outcome | None:
    """ "Seems off": how the sum came to be is told; what is wrong can be said then."""
    is_told = finds_odd(context.text)
    return _once_known(context, "explain_charge", explain_charge.respond) if is_told else None


def _sent_on_asking(context: Context) -> Outcome | None:
    """ "Ok send it": the link to pay with, to somebody who was told what is owed."""
    asked = context.memory.question
    is_free = asked is None or asked.name == NEXT_STEP.name or asked.action == pay_now.ACTION
    if context.person is None or not is_free or not says_send_it(context.text):
        return None
    return pay_now.again(context)


def _of_a_sum(context: Context) -> Outcome | None:
    """ "70 bucks", "a third today": of somebody who knows what is owed, a sum to pay."""
    amounts = context.understanding.entities.amounts
    is_short = len(context.text.split()) <= FEW_WORDS and "?" not in context.text
    if context.person is None or context.bill.payable_cents <= 0 or not amounts or not is_short:
        return None
    return set_up_plan.respond(context) if amounts[0].per else pay_now.respond(context)


def _once_known(context: Context, name: str, respond: Respond) -> Outcome:
    if context.person is None:
        return identity.ask(context, (Wish(name, context.text),))
    return respond(context)


def answer(context: Context, question: Question) -> Outcome | None:
    """ "The first one": a choice by its place; or in words that tell which of them is meant."""
    if question.name == LATE:
        return _confirmed_late(context, question)
    if identity.is_told_unasked(context):
        return None
    offered = question.about.get("choices")
    assert isinstance(offered, list | tuple)
    said = plain(context.text)
    for intent, words in zip(offered, _PLACES, strict=False):
        if words.fullmatch(said):
            return Outcome(wishes=(Wish(str(intent), str(question.about.get("text", ""))),))
    return _told(context, [str(intent) for intent in offered], str(question.about.get("text", "")))


def _told(context: Context, offered: list[str], before: str) -> Outcome | None:
    """Unsure by itself, the text is sure enough between the few things that were offered."""
    heard = context.understanding
    if heard.decision is Decision.ACT or not heard.ranking:
        return None
    likeliest = heard.ranking[0]
    if likeliest.name not in offered or likeliest.confidence < LIKELY_CHOICE:
        return None
    has_more = bool(heard.entities.amounts or heard.entities.dates)
    return Outcome(wishes=(Wish(likeliest.name, context.text if has_more else before),))


def _late(context: Context) -> Outcome | None:
    """A bare value or a yes, days after it was asked for: never acted on, asked about kindly."""
    if context.memory.let_go is None or not (
        _VALUE.fullmatch(context.text.strip()) or _is_yes(context)
    ):
        return None
    if context.memory.let_go.name == opt_out.SURE.name:
        return opt_out.answer(context, context.memory.let_go)
    question = Question(LATE, "out_of_scope", {"text": context.text})
    return Outcome(says=(Say("late_answer"),), question=question)


def _is_yes(context: Context) -> bool:
    return is_yes(context.text) or is_our_yes(context.text)


def _confirmed_late(context: Context, question: Question) -> Outcome | None:
    """PAY, PLAN or PERSON: what they wrote before is the sum."""
    intent = taken_up(context)
    if intent is None:
        return None
    value = str(question.about.get("text", ""))
    text = value if intent in ("pay_now", "set_up_plan") and not _is_word(value) else context.text
    return Outcome(wishes=(Wish(intent, text),))


def _is_word(value: str) -> bool:
    return not any(letter.isdecimal() for letter in value)


def _asked(context: Context, most: int) -> Outcome:
    choices = _likeliest(context, most)
    names = dict(zip("abc", (phrase(intent) for intent in choices), strict=False))
    key = "clarify" if most == FIRST else "clarify_again"
    about = {"choices": choices, "text": context.text}
    return Outcome(
        says=(Say(key, names),), question=Question(WHICH, "out_of_scope", about), clarifies=True
    )


def _likeliest(context: Context, most: int) -> list[str]:
    """The model's guesses, filled up with what is asked most there; each in other words.

    The last choice is always a person.
    """
    ranking = context.understanding.ranking
    guesses = [g.name for g in ranking if g.confidence >= LEAST_CHANCE and g.name in CHOICES]
    likeliest: list[str] = []
    for intent in (*guesses[: most - 1], *likely(context.memory.last_keys), *USUAL):
        is_new = CHOICES[intent] not in {CHOICES[name] for name in (*likeliest, PERSON)}
        if is_new and len(likeliest) < most - 1:
            likeliest.append(intent)
    return [*likeliest, PERSON]


_LOOKS: tuple[Callable[[Context], Outcome | None], ...] = (
    _late,
    _thinking,
    _found_odd,
    struck,
    _of_a_link,
    all_of_it,
    of_the_bill,
    doubted,
    _of_a_payment,
    _of_the_check,
    _of_what_comes,
    _of_a_plan,
    guessed,
    _sent_on_asking,
    _of_a_sum,
    likeliest,
)
