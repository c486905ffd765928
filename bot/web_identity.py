"""Who is it in the web chat, where no phone vouches for anybody? Pure, like the check by text.

A full name and a birth date earn a code, texted to the phone on file; only that code proves it.
Whether they were anybody's is never told: the same words follow, and the right phone alone knows.
"""

import re
from dataclasses import replace
from datetime import date

from bot import parked
from bot.action import (
    Action,
    ClockTime,
    Context,
    FetchPerson,
    IdentityFailed,
    Outcome,
    Question,
    Registry,
    Say,
    Verified,
    Wish,
)
from bot.rules.codes import MOST_CHECKS, code_in
from bot.rules.identity import STANDARD, tries_left
from bot.visitor import CheckVisitor
from nlu.birth import parse_birth_date, without_birth_date
from nlu.code_words import AboutCode, about_code
from nlu.understanding import Decision

ASKED = Question("identity", "identity")
NAME, CODE = "name", "code"
SENT = "sent"
FEWEST_NAMES = 2
MOST_NAMES = 5
MOST_UNREAD = 2
BARE_WORDS = 8
MOST_KEPT_LETTERS = 200
BY_NUMBER = ("opt_out", "opt_in", "wrong_person")
_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019.-]*")
_LEAD = re.compile(
    r"^(?:(?:hi|hello|hola)[,!. ]+)?(?:my name is|i am|i'm|this is|it's|name|me llamo|soy|"
    r"mi nombre es)\b[: ]*",
    re.IGNORECASE,
)
NOTHING_MORE = ("crisis", "deceased")  # reasons after which not another word is said


def is_stranger(context: Context) -> bool:
    visitor = context.visitor
    return visitor is not None and visitor.is_stranger and context.person is None


def doable(registry: Registry, context: Context) -> Registry:
    """What changes the texts of a number cannot be done for a stranger, who has none here."""
    if not is_stranger(context):
        return registry
    return {**registry, **{name: Action(name, _by_number) for name in BY_NUMBER}}


def where_to_answer(context: Context, outcome: Outcome) -> Outcome:
    """Nobody can text a stranger: a person's answer waits here, or they leave a number."""
    if not is_stranger(context):
        return outcome
    fetched = [fact for fact in outcome.facts if isinstance(fact, FetchPerson)]
    if context.handed_off or not fetched or any(f.reason in NOTHING_MORE for f in fetched):
        return outcome
    return replace(outcome, says=(*outcome.says, Say("leave_number")))


def counted(context: Context, outcome: Outcome) -> Outcome:
    """A wrong code is a try whatever else the text says, and whatever was asked last."""
    is_counted = any(isinstance(fact, IdentityFailed) for fact in outcome.facts)
    if is_counted or context.visitor is None or not context.visitor.guessed:
        return outcome
    return replace(outcome, facts=(IdentityFailed(), *outcome.facts))


def ask(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    waiting = parked.together(context.memory.wishes, wishes)
    if _is_phone_lost(context):
        return _person_instead(context, "identity_phone_lost")
    if _proved_id(context) is not None:
        return _checked(context, waiting)
    if _is_closed(context):
        return _person_instead(context)
    if about := _about_code(context):
        return _of_code(context, about, context.memory.wishes)
    if _born(context) is not None and _has_name(context):
        return _checking(context, waiting)
    if _is_awaited(context):
        return Outcome(
            says=(Say("identity_code_first"),), question=_code_asked(context), wishes=waiting
        )
    return Outcome(says=(Say("identity_ask_web"),), question=_asked(NAME), wishes=waiting)


def answer(context: Context) -> Outcome | None:
    """None when the text gives nothing that can be checked: it was about something else."""
    wishes = context.memory.wishes
    if _is_phone_lost(context):
        return _person_instead(context, "identity_phone_lost")
    if _proved_id(context) is not None:
        return _checked(context, wishes)
    if about := _about_code(context):
        return _of_code(context, about, wishes)
    born, has_name = _born(context), _has_name(context)
    if born is not None and has_name:
        return _checking(context, wishes)
    if _step(context) == CODE and code_in(context.text):
        return _failed(context, wishes)
    if born is not None:
        return _half(context, "identity_name_web", wishes)
    if _step(context) == NAME and _is_bare_name(context):
        return _half(context, "identity_birth_web", wishes)
    return None


def is_bare_answer(context: Context) -> bool:
    """It says who they are, or speaks of the code, and hardly a word besides."""
    if _about_code(context) is not None:
        return True
    return _tells(context) and len(context.text.split()) <= BARE_WORDS


def is_told_unasked(context: Context) -> bool:
    tells_both = parse_birth_date(context.text, context.today) is not None and _has_name(context)
    shows_code = _proved_id(context) is not None or _is_phone_lost(context)
    return (
        shows_code or _about_code(context) is not None or (tells_both and is_bare_answer(context))
    )


def besides(context: Context) -> str:
    """What else the text says; a short one is all name."""
    if is_bare_answer(context):
        return ""
    return without_birth_date(context.text, context.today)


def unread(context: Context) -> Outcome:
    """Asked in other words, then a person."""
    if context.memory.clarifications >= MOST_UNREAD:
        return _person_instead(context)
    key = "identity_code_unread" if _step(context) == CODE else "identity_unread_web"
    return Outcome(says=(Say(key),), kept=True, clarifies=True)


def _by_number(context: Context) -> Outcome:
    says = Say("texts_by_number", {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson("change_texts", "texts"),))


def _checked(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    proved_id = _proved_id(context)
    assert proved_id is not None
    return Outcome(facts=(Verified(proved_id),), wishes=wishes)


def _of_code(context: Context, about: AboutCode, wishes: tuple[Wish, ...]) -> Outcome:
    """Texted anew to who was told, by the same limits; explained where that is asked."""
    if _is_closed(context):
        return _person_instead(context)
    question = _code_asked(context)
    sent = str(question.about.get(SENT, ""))
    born = parse_birth_date(sent, context.today)
    if about is AboutCode.WHAT or born is None:
        key = "identity_code_what" if about is AboutCode.WHAT else "identity_code_unread"
        return Outcome(says=(Say(key),), question=question, wishes=wishes)
    facts = (CheckVisitor(sent, born),)
    return Outcome(
        says=(Say("identity_code_again"),), facts=facts, question=question, wishes=wishes
    )


def _checking(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    if _is_closed(context):
        return _person_instead(context)
    born = _born(context)
    assert born is not None
    return Outcome(
        says=(Say("identity_code"),),
        facts=(CheckVisitor(_told(context), born),),
        question=_code_asked(context, _told(context)),
        wishes=wishes,
    )


def _half(context: Context, key: str, wishes: tuple[Wish, ...]) -> Outcome:
    """A name without a birth date, or the other way round: the other half is asked for."""
    kept = _told(context)[-MOST_KEPT_LETTERS:]
    return Outcome(says=(Say(key),), question=_asked(NAME, kept), wishes=wishes)


def _failed(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    if tries_left(context.memory.identity_failures, context.now, STANDARD) <= 1:
        return Outcome(facts=(IdentityFailed(),)).then(_person_instead(context))
    return Outcome(
        says=(Say("identity_code_wrong"),),
        facts=(IdentityFailed(),),
        question=_code_asked(context),
        wishes=wishes,
    )


def _is_closed(context: Context) -> bool:
    checks = context.visitor.checks if context.visitor else 0
    failures = context.memory.identity_failures
    return checks >= MOST_CHECKS or not tries_left(failures, context.now, STANDARD)


def _proved_id(context: Context) -> int | None:
    return context.visitor.proved_id if context.visitor else None


def _is_phone_lost(context: Context) -> bool:
    return context.visitor is not None and context.visitor.phone_lost


def _asked(step: str, told: str = "") -> Question:
    return replace(ASKED, about={"step": step, "told": told})


def _is_awaited(context: Context) -> bool:
    return context.visitor is not None and context.visitor.awaited


def _about_code(context: Context) -> AboutCode | None:
    return about_code(context.text) if _is_awaited(context) and is_stranger(context) else None


def is_of_code(context: Context) -> bool:
    """It speaks of the code that is awaited."""
    return _about_code(context) is not None


def _code_asked(context: Context, told: str = "") -> Question:
    """With what was told, for one more code should the first not come."""
    question = context.memory.question
    known = question.about.get(SENT, "") if question and _step(context) == CODE else ""
    return replace(ASKED, about={"step": CODE, SENT: told[-MOST_KEPT_LETTERS:] or known})


def _step(context: Context) -> str:
    question = context.memory.question
    is_asked = question is not None and question.name == ASKED.name
    return str(question.about.get("step", NAME)) if question and is_asked else ""


def _told(context: Context) -> str:
    """With the half that was told before."""
    question = context.memory.question
    before = str(question.about.get("told", "")) if question and _step(context) else ""
    return f"{before}\n{context.text}".strip()


def _born(context: Context) -> date | None:
    return parse_birth_date(_told(context), context.today)


def _has_name(context: Context) -> bool:
    return len(_names(context, _told(context))) >= FEWEST_NAMES


def _is_bare_name(context: Context) -> bool:
    """ "Sam Lee", not "how much is it": of a text that means something else the name is none."""
    words = _names(context, context.text)
    heard = context.understanding
    means_more = heard.decision is Decision.ACT and heard.main not in ("out_of_scope", "greet")
    is_name = FEWEST_NAMES <= len(words) <= MOST_NAMES and "?" not in context.text
    return is_name and not any(letter.isdigit() for letter in context.text) and not means_more


def _names(context: Context, text: str) -> list[str]:
    return _NAME_WORD.findall(_LEAD.sub("", without_birth_date(text, context.today)))


def _tells(context: Context) -> bool:
    has_birth = parse_birth_date(context.text, context.today) is not None
    return has_birth or code_in(context.text) is not None or _is_bare_name(context)


def _person_instead(context: Context, key: str = "identity_closed_web") -> Outcome:
    says = Say(key, {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson("identity_failed", "identity"),))
