"""What is dealt with before any wish: who holds the phone, whose bill is meant, what was too much.

Read from plain words, for the language model has no intent for them.
"""

from collections.abc import Callable
from dataclasses import replace

from bot import identity, parked
from bot.action import (
    CheckEnded,
    ClockTime,
    Context,
    FetchPerson,
    Outcome,
    Question,
    Registry,
    Say,
    Wish,
)
from bot.bill_facts import TakeBackHold
from bot.bystanders import bystander_said
from bot.general import GENERAL, PLAN_OFFERS, SAYS_LITTLE, is_sure, sure_names
from bot.parts import ALONE, SMALL_TALK, each, knowing
from bot.rules.holds import newest_doubt
from bot.rules.texting_wishes import was_noted
from bot.whose import speaks_of
from nlu import kin, speaker
from nlu.awaiting import asks_when_answered, asks_when_barely
from nlu.bystander import is_absent_one
from nlu.reproach import asks_for_person
from nlu.small_words import small_words, takes_note
from nlu.wishes import find_correction
from nlu.withdrawing import narrows, taken_back

DANGER, HARD = "crisis", "financial_hardship"
TOLD = ("bill_told", "insurance_told")  # what was told is clear, and so what comes next is said
STOPS = "opt_out_sure"  # a mere "ah ok" may be a yes to it
FORGOTTEN = frozenset({"forgotten", "forgotten_still"})
GRAVE = ALONE - {"wrong_person"}
_DOUBTS = frozenset({"dispute_charge", "already_paid"})
_PROMISES = frozenset({"promise_to_pay", "remind_later", "set_up_plan", "payment_methods"})

_OF_HARD_TIMES = SMALL_TALK | {HARD, "remind_later", "promise_to_pay", "request_human"}
_OF_WAITING = SMALL_TALK | {
    "request_call", "request_human", "complaint", "ask_due_date", "who_is_this", "repeat",
}  # fmt: skip
_PROMISED = frozenset(
    {
        "person_promised", "person_when", "call_promised", "call_promised_when",
        "added_for_person", "complaint", "dispute_noted", "dispute_line_noted", "dispute_taken",
        "identity_closed", "identity_refused", "identity_person", "identity_other_person",
        "medical_question", "plan_person", "not_understood_person", "hardship_person",
        "payment_problem_person", "explain_person", "left_to_person", "promise_renewed",
        "promise_renewed_again", "language_unsupported", "number_unknown",
    }
)  # fmt: skip
_AFTER_IT = ("ask_balance", "ask_due_date", "pay_now", "promise_to_pay", "set_up_plan")
_OPEN_ENDS = ("next_step", "bill_told", "insurance_told")


def aside(registry: Registry, context: Context) -> Outcome | None:
    """None: the text is an answer or a wish like any other."""
    if forgotten := _after_forgetting(registry, context):
        return forgotten
    if is_sure(context) and context.understanding.main in GRAVE:
        return None
    for look in _LOOKS:
        found = look(registry, context)
        if found is not None:
            return found
    return None


def _left_to_a_person(registry: Registry, context: Context) -> Outcome | None:
    """After a death, a bankruptcy or a stolen name nothing of money is spoken of by us."""
    question, names = context.memory.question, sure_names(context)
    if context.stopped and names & _DOUBTS:
        return _person(context, "held_already", min(context.stopped).value, "account", context.text)
    is_open = question is not None and question.name in parked.OF_A_BILL | {identity.QUESTION}
    is_of_money = bool(names & _PROMISES) or any(registry[n].needs_identity for n in names)
    if not context.stopped or not (is_of_money or (is_open and not names & {"request_human"})):
        return None
    return _person(context, "left_to_person", min(context.stopped).value, "account")


def _after_forgetting(_: Registry, context: Context) -> Outcome | None:
    """Who says once more that it is not them hears no more than that; nobody is to write."""
    likeliest = next(iter(context.understanding.ranking or context.understanding.intents), None)
    is_again = speaker.is_another(context.text) or (
        likeliest is not None and likeliest.name == "wrong_person"
    )
    if not is_again or not FORGOTTEN & set(context.memory.last_keys):
        return None
    return Outcome(says=(Say("forgotten_still"),))


def _somebody_else(_: Registry, context: Context) -> Outcome | None:
    """Nothing is told; the one it is for may write, or a person sees what may be shared."""
    if not _is_somebody_else(context):
        return None
    ended = (CheckEnded(),) if context.person is not None else ()
    if context.stopped:  # after a death the one it is for cannot write to us
        left = _person(context, "left_to_person", min(context.stopped).value, "account")
        return Outcome(facts=ended).then(left)
    question = identity.only_themselves(context)
    is_again = identity.is_known_to_be_other(context)
    if is_again or "request_human" in sure_names(context):
        fetched = _person(context, "identity_other_person", "somebody_else", "identity")
        return Outcome(facts=ended, question=question).then(fetched)
    return Outcome(says=(Say("identity_other"),), facts=ended, question=question)


def _is_somebody_else(context: Context) -> bool:
    text = context.text
    if speaker.is_another(text):
        return True
    question = context.memory.question
    is_answering = question is not None and not identity.is_asked(context)
    if context.person is None and not is_answering and speaker.is_handled_by_another(text):
        return True
    if context.person is None and is_absent_one(text):
        return True
    says_little = not is_sure(context) or context.understanding.main in SAYS_LITTLE
    return says_little and speaker.is_absent(text)


def _after_danger(_: Registry, context: Context) -> Outcome | None:
    """Whoever takes it back is met kindly; the person who was called still writes."""
    is_after = DANGER in (context.handoff_reason, *context.memory.last_keys)
    if not is_after or not speaker.takes_it_back(context.text):
        return None
    return Outcome(says=(Say("crisis_after"),), kept=True)


def _about_the_check(registry: Registry, context: Context) -> Outcome | None:
    """Why it is asked, whether we are real, and that a no is fine."""
    if not identity.is_asked(context) or context.person or identity.tells_it(context):
        return None
    if speaker.asks_who(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    if speaker.will_not_say(context.text):
        return _person(context, "identity_refused", "identity_refused", "identity")
    if not is_sure(context) and asks_for_person(context.text):
        return replace(registry["request_human"].respond(context), kept=True)
    if speaker.asks_why(context.text):
        return Outcome(says=(Say("identity_why"),), kept=True)
    if speaker.doubts(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    return None


def _in_hard_times(registry: Registry, context: Context) -> Outcome | None:
    """PAUSE, APPLY or a person is had without the check that the rest of it waits for."""
    is_hard = any(wish.intent == HARD for wish in context.memory.wishes)
    if not is_hard or not identity.is_asked(context) or identity.tells_it(context):
        return None
    answer = registry[HARD].answer
    is_choice = not is_sure(context) or context.understanding.main in _OF_HARD_TIMES
    found = answer(context, Question("hardship_choice", HARD)) if answer and is_choice else None
    return found if found and found.says else None


def _of_wishes(registry: Registry, context: Context) -> Outcome | None:
    """ "No wait, after 7", just after "after 6" was noted."""
    if not was_noted(context.memory.last_keys):
        return None
    newer = find_correction(context.text, context.today, context.language)
    return replace(registry["update_contact"].respond(context), kept=True) if newer else None


def _taken_back(registry: Registry, context: Context) -> Outcome | None:
    """ "Never mind, i found it": let go, and what else the text wants is done with it."""
    said, question = taken_back(context.text), context.memory.question
    newest = newest_doubt(context.memory.last_keys, context.handoff_reason)
    is_open = question is not None and question.name not in _OPEN_ENDS and newest is None
    if said is None or is_open or (question is not None and question.name == "hold_off"):
        return None
    others = [name for name in sure_names(context) if name in _AFTER_IT]
    part = registry["cancel"].respond(context)
    is_done = any(isinstance(fact, TakeBackHold) for fact in part.facts)
    is_asked = part.question is not None and part.question.name in ("hold_off", identity.QUESTION)
    if not is_done:
        return part if is_asked else None
    return part.then(each(registry, knowing(context, part), others))


def _narrowed(registry: Registry, context: Context) -> Outcome | None:
    """ "Well, only the lab": what was disputed whole is held in that part alone."""
    is_held = bool(context.bill.disputed_words) or "dispute_taken" in context.memory.last_keys
    if not is_held or not narrows(context.text):
        return None
    answer = registry["dispute_charge"].answer
    return answer(context, Question("dispute_part", "dispute_charge")) if answer else None


def _awaited(_: Registry, context: Context) -> Outcome | None:
    """ "When will you call": the time that was promised, once more, and nobody new is fetched."""
    if not context.handed_off or not _asks_of_waiting(context):
        return None
    renewed = FetchPerson(context.handoff_reason, "billing")  # where its time has passed
    time = ClockTime(context.person_answers_at)
    return Outcome(says=(Say("person_when", {"time": time}),), facts=(renewed,), kept=True)


def _asks_of_waiting(context: Context) -> bool:
    is_of_it = not is_sure(context) or context.understanding.main in _OF_WAITING
    if is_of_it and asks_when_answered(context.text):
        return True
    is_told = bool(_PROMISED & set(context.memory.last_keys))
    is_at_a_loss = not is_sure(context) or context.understanding.main == "out_of_scope"
    return (is_told or is_at_a_loss) and asks_when_barely(context.text)


def _of_kin(registry: Registry, context: Context) -> Outcome | None:
    """ "And my daughter's?": one answer holds all that one person answers for, no more."""
    known, names = context.person, sure_names(context)
    if known is None or identity.tells_it(context):
        return None
    wanted = [name for name in names if registry[name].needs_identity]
    if not wanted and is_sure(context) and context.understanding.main not in SMALL_TALK:
        return None
    whose = kin.kin_whose(context.text)
    is_own = speaks_of(context.text, known.dependents)
    others = tuple(p.first_name for p in context.people if p.id != known.id)
    if is_own or (whose and kin.is_child(whose) and known.dependents):
        answered = each(registry, context, wanted or ["ask_balance"])
        return Outcome(says=(Say("kin_included"),)).then(answered)
    if others and kin.asks_both(context.text) and _owes_one(context):
        told = each(registry, context, wanted or ["ask_balance"])
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        return replace(told, question=None).then(identity.ask_for_another(context, wishes))
    if whose or speaks_of(context.text, others) or (others and kin.asks_own(context.text)):
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        return identity.ask_for_another(context, wishes)
    return None


def _owes_one(context: Context) -> bool:
    """So that "both" can only be both people's."""
    return sum(statement.balance_cents > 0 for statement in context.bill.statements) == 1


def _acknowledged(registry: Registry, context: Context) -> Outcome | None:
    """ "Ohh ok my bad" answers nothing: a kind word, and what was asked stays open."""
    small, question = small_words(context.text), context.memory.question
    asked = question.name if question is not None else ""
    if small is None or asked in TOLD or (asked == STOPS and not takes_note(context.text)):
        return None
    if asked in PLAN_OFFERS and is_sure(context) and context.understanding.main == "thank":
        return None  # the offer's own words: nothing is agreed by thanks
    return replace(registry[small].respond(context), kept=True)


def _person(context: Context, key: str, reason: str, topic: str, note: str = "") -> Outcome:
    """Who waits for a person already hears the same time again."""
    said = "added_for_person" if context.handed_off and key != "held_already" else key
    says = (Say(said, {"time": ClockTime(context.person_answers_at)}),)
    return Outcome(says=says, facts=(FetchPerson(reason, topic, note=note),))


_LOOKS: tuple[Callable[[Registry, Context], Outcome | None], ...] = (
    _somebody_else,
    bystander_said,
    _after_danger,
    _left_to_a_person,
    _about_the_check,
    _in_hard_times,
    _of_wishes,
    _awaited,
    _taken_back,
    _narrowed,
    _of_kin,
    *GENERAL,
    _acknowledged,
)
