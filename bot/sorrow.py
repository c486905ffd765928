"""After a death, danger or hard times: no quiz and no cheer, only who will be in touch."""

from dataclasses import replace

from bot import identity, parked
from bot.action import ClockTime, Context, FetchPerson, Outcome, Question, Registry, Say
from bot.general import is_sure, sure_names
from bot.parts import SMALL_TALK
from bot.rules.holds import HoldKind
from nlu import speaker
from nlu.small_words import small_words

DANGER = "crisis"
_OF_DANGER = frozenset({DANGER, "crisis_after"})
_PROMISES = frozenset({"promise_to_pay", "remind_later", "set_up_plan", "payment_methods"})
HARD = "financial_hardship"
_OF_HARD_TIMES = SMALL_TALK | {HARD, "remind_later", "promise_to_pay", "request_human"}
_DOUBTS = frozenset({"dispute_charge", "already_paid"})
_QUIET = frozenset({"affirm", "deny", "greet"})
_OWN_WAY = frozenset({"request_human", "opt_out", "opt_in", DANGER, "change_language"})


def left_to_a_person(registry: Registry, context: Context) -> Outcome | None:
    """After a death, a bankruptcy or a stolen name nothing of money is spoken of by us."""
    if not context.stopped:
        return None
    if HoldKind.DECEASED in context.stopped and _says_little(context, _QUIET):
        return _quiet(context)
    question, names = context.memory.question, sure_names(context)
    if names & _DOUBTS:
        return _held_already(context)
    is_open = question is not None and question.name in parked.OF_A_BILL | {identity.QUESTION}
    is_of_money = bool(names & _PROMISES) or any(registry[n].needs_identity for n in names)
    if (
        is_of_money
        or _may_be_of_money(registry, context)
        or (is_open and "request_human" not in names)
    ):
        if HoldKind.DECEASED in context.stopped and context.handed_off:
            noted = FetchPerson(HoldKind.DECEASED.value, "family", note=context.text)
            return replace(_quiet(context), facts=(noted,))
        return left_to(context, "left_to_person", min(context.stopped).value, "account")
    return None


def after_danger(_: Registry, context: Context) -> Outcome | None:
    """Whoever takes it back is met kindly, and so is a mere no; who was called still writes."""
    is_after = DANGER in (context.handoff_reason, *context.memory.last_keys)
    is_just_after = bool(_OF_DANGER & set(context.memory.last_keys))
    is_little = is_just_after and _says_little(context, _QUIET | {"thank", "out_of_scope"})
    if not is_little and not (is_after and speaker.takes_it_back(context.text)):
        return None
    return Outcome(says=(Say("crisis_after"),), kept=True)


def in_hard_times(registry: Registry, context: Context) -> Outcome | None:
    """PAUSE, APPLY or a person is had without the check that the rest of it waits for."""
    is_hard = any(wish.intent == HARD for wish in context.memory.wishes)
    if not is_hard or not identity.is_asked(context) or identity.tells_it(context):
        return None
    answer = registry[HARD].answer
    is_choice = not is_sure(context) or context.understanding.main in _OF_HARD_TIMES
    found = answer(context, Question("hardship_choice", HARD)) if answer and is_choice else None
    return found if found and found.says else None


def left_to(context: Context, key: str, reason: str, topic: str) -> Outcome:
    """Who waits for a person already hears the same time again."""
    said = "added_for_person" if context.handed_off else key
    says = (Say(said, {"time": ClockTime(context.person_answers_at)}),)
    return Outcome(says=says, facts=(FetchPerson(reason, topic),))


def _held_already(context: Context) -> Outcome:
    """A doubt about a bill, where all is on hold for a graver reason."""
    says = (Say("held_already", {"time": ClockTime(context.person_answers_at)}),)
    reason = min(context.stopped).value
    return Outcome(says=says, facts=(FetchPerson(reason, "account", note=context.text),))


def _quiet(context: Context) -> Outcome:
    return Outcome(says=(Say("left_quiet", {"time": ClockTime(context.person_answers_at)}),))


def _says_little(context: Context, names: frozenset[str]) -> bool:
    heard = {intent.name for intent in context.understanding.intents}
    return small_words(context.text) == "affirm" or (is_sure(context) and heard <= names)


def _may_be_of_money(registry: Registry, context: Context) -> bool:
    """Unsure, and most likely of a bill: who mourns is not asked what they mean."""
    if is_sure(context) or not context.understanding.ranking:
        return False
    likeliest = context.understanding.ranking[0].name
    is_of_bill = likeliest in _PROMISES or registry[likeliest].needs_identity
    return likeliest not in _OWN_WAY and (is_of_bill or HoldKind.DECEASED in context.stopped)
