"""What is dealt with before any wish: who holds the phone, whose bill is meant, what was too much.

Read from plain words, for the language model has no intent for them.
"""

from collections.abc import Callable
from dataclasses import replace

from bot import anothers_texts, identity
from bot.acknowledging import acknowledged
from bot.action import (
    CheckEnded,
    ClockTime,
    Context,
    FetchPerson,
    Outcome,
    Person,
    Question,
    Registry,
    Say,
    Wish,
)
from bot.bill_facts import TakeBackHold
from bot.bystanders import bystander_said
from bot.calling_off import called_off
from bot.confirming import confirmed
from bot.general import GENERAL, SAYS_LITTLE, is_sure, sure_names
from bot.owners import bills_meant
from bot.parts import ALONE, SMALL_TALK, each, knowing
from bot.plan_trouble import too_heavy
from bot.rules.holds import newest_doubt
from bot.rules.texting_wishes import was_noted
from bot.shares import shared
from bot.sorrow import after_danger, in_hard_times, left_to, left_to_a_person
from bot.whose import kin_part, speaks_of
from nlu import kin, speaker
from nlu.awaiting import asks_when_answered, asks_when_barely
from nlu.bystander import is_absent_one
from nlu.owners import names_own
from nlu.reproach import asks_for_person
from nlu.wishes import find_correction
from nlu.withdrawing import narrows, taken_back

FORGOTTEN = frozenset({"forgotten", "forgotten_still"})
GRAVE = ALONE - {"wrong_person"}
_PAYING = frozenset({"pay_now", "set_up_plan"})

_OF_WAITING = SMALL_TALK | {
    "request_call", "request_human", "complaint", "ask_due_date", "who_is_this", "repeat",
}  # fmt: skip
_PROMISED = frozenset(
    {
        "person_promised", "person_when", "call_promised", "call_promised_when",
        "added_for_person", "complaint", "dispute_noted", "dispute_line_noted", "dispute_taken",
        "dispute_who", "identity_closed", "identity_refused", "identity_person",
        "identity_other_person", "medical_question", "plan_person",
        "not_understood_person", "hardship_person",
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
    if found := anothers_texts.ended(registry, context) or too_heavy(registry, context):
        return found
    if is_sure(context) and context.understanding.main in GRAVE:
        return None
    for look in _LOOKS:
        found = look(registry, context)
        if found is not None:
            return found
    return None


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
        left = left_to(context, "left_to_person", min(context.stopped).value, "account")
        return Outcome(facts=ended).then(left)
    question = identity.only_themselves(context)
    is_again = identity.is_known_to_be_other(context)
    if is_again or "request_human" in sure_names(context):
        fetched = left_to(context, "identity_other_person", "somebody_else", "identity")
        return Outcome(facts=ended, question=question).then(fetched)
    return Outcome(says=(Say("identity_other"),), facts=ended, question=question)


def _is_somebody_else(context: Context) -> bool:
    text = context.text
    is_known = context.person is not None and len(context.people) == 1  # "his bill" is that one's
    if speaker.says_who_else(text) if is_known else speaker.is_another(text):
        return True
    question = context.memory.question
    is_answering = question is not None and not identity.is_asked(context)
    if context.person is None and not is_answering and speaker.is_handled_by_another(text):
        return True
    if context.person is None and is_absent_one(text):
        return True
    says_little = not is_sure(context) or context.understanding.main in SAYS_LITTLE
    return says_little and speaker.is_absent(text)


def _checked_again(registry: Registry, context: Context) -> Outcome | None:
    """Who is known and says who they are once more, or names another, whatever a model hears."""
    is_open = context.person is None or identity.is_asked(context)
    if is_open or not (identity.is_told_unasked(context) and identity.is_bare_answer(context)):
        return None
    if any(registry[name].needs_identity for name in sure_names(context)):
        return None
    return registry["out_of_scope"].respond(context)


def _about_the_check(registry: Registry, context: Context) -> Outcome | None:
    """Why it is asked, whether we are real, and that a no is fine."""
    if not identity.is_asked(context) or context.person or identity.tells_it(context):
        return None
    if speaker.asks_who(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    if speaker.will_not_say(context.text):
        return left_to(context, "identity_refused", "identity_refused", "identity")
    if not is_sure(context) and asks_for_person(context.text):
        return replace(registry["request_human"].respond(context), kept=True)
    if speaker.asks_why(context.text):
        return Outcome(says=(Say("identity_why"),), kept=True)
    if speaker.doubts(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    return None


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
    is_told = {"dispute_taken", "dispute_who"} & set(context.memory.last_keys)
    is_held = bool(context.bill.disputed_words) or bool(is_told)
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
    if known is None:
        return None
    if own := _of_own_alone(registry, context, known):
        return own
    if parted := shared(registry, context):
        return parted
    wanted = [name for name in names if registry[name].needs_identity]
    if identity.tells_it(context):
        others = tuple(p.first_name for p in context.people if p.id != known.id)
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        is_told = speaks_of(context.text, others) and not identity.is_known_again(context)
        return identity.check_another(context, wishes) if is_told else None
    if not wanted and is_sure(context) and context.understanding.main not in SMALL_TALK:
        return None
    whose = kin.kin_whose(context.text)
    is_own = speaks_of(context.text, known.dependents, r"(?:\w+ ){0,2}")
    if is_own and set(wanted) <= {"ask_balance"} and (part := kin_part(context)):
        return part
    others = tuple(p.first_name for p in context.people if p.id != known.id)
    if is_own or (whose and kin.is_child(whose) and known.dependents):
        return _of_own_kin(registry, context, wanted)
    if others and kin.asks_both(context.text) and _owes_one(context):
        told = _named(known, each(registry, context, wanted or ["ask_balance"]))
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        return replace(told, question=None).then(identity.ask_for_another(context, wishes))
    if whose or speaks_of(context.text, others) or (others and kin.asks_own(context.text)):
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        return identity.ask_for_another(context, wishes)
    return None


def _of_own_kin(registry: Registry, context: Context, wanted: list[str]) -> Outcome | None:
    """What is paid, at once or over time, may be the child's part alone."""
    question = context.memory.question
    is_part = bills_meant(context) is not None
    if is_part and question is not None and question.action in _PAYING:
        return None
    answered = each(registry, context, wanted or ["ask_balance"])
    if is_part and _PAYING.intersection(wanted):
        return answered
    return Outcome(says=(Say("kin_included"),)).then(answered)


def _of_own_alone(registry: Registry, context: Context, known: Person) -> Outcome | None:
    """ "Plan for mine", where several were checked in turn: for whoever was the last."""
    is_plan = "plan" in context.text.casefold().split() and names_own(context.text)
    if not is_plan or not context.people[1:]:
        return None
    return _named(known, each(registry, context, ["set_up_plan"]))


def _named(known: Person, told: Outcome) -> Outcome:
    """Several are on the number: of whom it speaks is said."""
    named = Say("whose_sum", {"name": known.first_name})
    return replace(told, says=(named, *told.says)) if told.says else told


def _owes_one(context: Context) -> bool:
    """So that "both" can only be both people's."""
    return sum(statement.balance_cents > 0 for statement in context.bill.statements) == 1


_LOOKS: tuple[Callable[[Registry, Context], Outcome | None], ...] = (
    _somebody_else,
    _checked_again,
    bystander_said,
    called_off,
    after_danger,
    left_to_a_person,
    _about_the_check,
    in_hard_times,
    _of_wishes,
    _awaited,
    _taken_back,
    _narrowed,
    _of_kin,
    *GENERAL,
    confirmed,
    acknowledged,
)
