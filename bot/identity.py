"""Who are you? Asked before any amount or detail; nobody is named, no failed factor is told.

45 CFR 164.514(h): identity is verified before disclosure. R16: three tries, then a person.
"""

from dataclasses import replace

from bot import halves, parked, told, web_identity
from bot.action import (
    ClockTime,
    Context,
    FetchPerson,
    IdentityFailed,
    Outcome,
    Person,
    Question,
    Say,
    Verified,
    Wish,
)
from bot.contact_facts import KeepWish
from bot.rules.identity import tries_left
from bot.rules.names import Likeness
from bot.told import POLICY, Asks
from nlu.kin import names_kin_of
from nlu.understanding import Decision
from nlu.wishes import find_wish

__all__ = [
    "ASKED", "POLICY", "QUESTION", "answer", "answers_it", "ask", "ask_along", "ask_for_another",
    "besides", "check_another", "is_asked", "is_bare_answer", "is_known_again",
    "is_known_to_be_other", "is_of_the_check", "is_told_unasked", "only_themselves",
    "person_instead", "still_asked", "tells_it", "tells_what_was_asked", "texting_wish", "unread",
]  # fmt: skip

QUESTION = "identity"
ASKED = Question(QUESTION, QUESTION)
MOST_UNREAD = 2
MOST_OF_A_NAME = 2  # words
MOST_ROUNDS = 3  # the question, for one wish after another; then a person
ROUNDS, BY_NAME, NOT_FOR, OTHER = "rounds", "by_name", "not_for", "other"
"""Kept in the question: how often it was asked, whether a name is needed, who is meant not, and
that somebody else writes."""


def ask(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Asks for a birth date or a ZIP; with several people on the number, for the name as well.

    A birth date or a ZIP that came unasked with the wish is an answer already.
    """
    if web_identity.is_stranger(context):
        return web_identity.ask(context, wishes)
    waiting = parked.together(context.memory.wishes, wishes)
    asks = told.asks_of(context)
    if asks is Asks.NOTHING:
        return person_instead(context, "number_unknown", "number_unknown")
    is_others = bool(_about(context, BY_NAME, 0)) or told.asks_for_kin(context)
    if tries_left(context.memory.identity_failures, context.now, POLICY) == 0:
        return person_instead(context, "identity_closed", "identity_failed")
    if told.tells_unasked(context):
        return _checked(context, waiting)
    if is_known_to_be_other(context) and context.memory.clarifications >= MOST_UNREAD:
        return person_instead(context, "identity_other_person", "somebody_else")
    rounds = _about(context, ROUNDS, 0) + 1
    more = {BY_NAME: True, **_named_already(context)} if is_others else {}
    question = _asked(context, {ROUNDS: rounds, **more})
    asks = Asks.PATIENT if is_others and asks is not Asks.ZIP else asks
    if rounds > MOST_ROUNDS:
        return replace(_wearied(context), question=question, wishes=waiting)
    key = "identity_again" if rounds == MOST_ROUNDS else "identity_ask"
    return Outcome(says=(Say(f"{key}{asks}"),), question=question, wishes=waiting)


def ask_along(context: Context, wishes: tuple[Wish, ...]) -> Outcome | None:
    """As `ask`, beside what was taken already. None: nobody could be checked, and that stands."""
    asked = ask(context, wishes)
    is_over = any(isinstance(fact, FetchPerson) for fact in asked.facts)
    is_over = is_over or any(say.key == "added_for_person" for say in asked.says)
    is_failed = any(isinstance(fact, IdentityFailed) for fact in asked.facts)
    return None if is_over and not is_failed else asked


def is_known_again(context: Context) -> bool:
    """Whether what the text tells is right for whoever is known, and for nobody else here."""
    chosen = _chosen(context, list(context.people))
    return context.person is not None and [p.id for p in chosen] == [context.person.id]


def ask_for_another(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Whoever is known asks about somebody else's: that one is checked by name and birth date."""
    assert context.person is not None
    about: dict[str, object] = {NOT_FOR: context.person.id, BY_NAME: True}
    about |= _named_already(context)
    question = replace(ASKED, about=about)
    return Outcome(says=(Say("identity_ask_kin"),), question=question, wishes=wishes)


def _named_already(context: Context) -> dict[str, object]:
    """ "This is Ruth's daughter": then Ruth's birth date is enough; never for a neighbor."""
    known = context.person.id if context.person else None
    others = [person for person in context.people if person.id != known]
    is_named = told.those_named(context, others)[0] is Likeness.SAME
    if known is None:
        is_named = is_named and names_kin_of(context.text, [p.first_name for p in others])
    return {halves.HALF: context.text} if is_named else {}


def check_another(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """ "And Ava, shes 12/1/2018": the question and its answer in one text."""
    asked = ask_for_another(context, wishes)
    memory = replace(context.memory, question=asked.question, wishes=wishes)
    return _checked(replace(context, memory=memory), wishes)


def only_themselves(context: Context) -> Question | None:
    """Somebody else wrote: from now on the name is needed too. None: nobody could be checked."""
    if told.asks_of(context) is Asks.NOTHING:
        return None
    return replace(ASKED, about={BY_NAME: True, OTHER: True, **_named_already(context)})


def is_known_to_be_other(context: Context) -> bool:
    """Whoever writes has said before that they are somebody else."""
    return bool(_about(context, OTHER, 0))


def answer(context: Context) -> Outcome | None:
    """None when the text gives nothing that can be checked: it was about something else."""
    if web_identity.is_stranger(context):
        return web_identity.answer(context)
    context = halves.joined(context)
    if not told.tells(context):
        return None
    return _checked(context, context.memory.wishes)


def is_asked(context: Context) -> bool:
    question = context.memory.question
    return question is not None and question.name == QUESTION


def tells_it(context: Context) -> bool:
    if web_identity.is_stranger(context):
        return web_identity.is_bare_answer(context)
    return told.tells(context)


def is_of_the_check(context: Context) -> bool:
    """From whoever is known, while another is checked: a name alone, or a question about it."""
    is_unsure = context.understanding.decision is not Decision.ACT
    is_name = halves.is_name(context) and len(context.text.split()) <= MOST_OF_A_NAME
    return is_name or (is_unsure and halves.is_question(context.text))


def is_bare_answer(context: Context) -> bool:
    """A birth date or a ZIP and hardly a word besides."""
    if web_identity.is_stranger(context):
        return web_identity.is_bare_answer(context)
    return told.is_bare(context)


def is_told_unasked(context: Context) -> bool:
    """A birth date before anybody asked: called so, or with hardly a word besides."""
    if web_identity.is_stranger(context):
        return web_identity.is_told_unasked(context)
    return told.is_told_plainly(context)


def besides(context: Context) -> str:
    """What the text says apart from who writes it."""
    if web_identity.is_stranger(context):
        return web_identity.besides(context)
    return told.besides(context)


def answers_it(context: Context) -> bool:
    """Who they are, as it was asked: "march 14 1980 and stop asking" asks for no stop."""
    return is_asked(context) and context.person is None and tells_it(context)


def tells_what_was_asked(context: Context) -> bool:
    """A name beside the birth date, or where a bill may be mailed to: no new wish."""
    if is_asked(context):
        return is_told_unasked(context)
    return context.understanding.entities.email is not None


def texting_wish(context: Context) -> Wish | None:
    """How to be texted, said in the same breath as who they are."""
    rest = besides(context) if tells_it(context) else ""
    found = find_wish(rest, context.today, context.language) if rest else None
    return Wish("update_contact", rest) if found and found.names_texting else None


def still_asked(context: Context, outcome: Outcome) -> Outcome:
    """A wish of how to be texted is kept before the check; what waits for it is not forgotten."""
    is_kept = any(isinstance(fact, KeepWish) for fact in outcome.facts)
    if not (is_kept and is_asked(context) and context.memory.wishes):
        return outcome
    return replace(outcome, says=(*outcome.says, Say("identity_still")))


def unread(context: Context) -> Outcome:
    """Nothing to check could be read; asked in other words, then a person."""
    if web_identity.is_stranger(context):
        return web_identity.unread(context)
    asks = Asks.PATIENT if _about(context, BY_NAME, 0) else told.asks_of(context)
    if context.memory.clarifications >= MOST_UNREAD or asks is Asks.NOTHING:
        return person_instead(context, "identity_closed", "identity_failed")
    if asks in (Asks.PATIENT, Asks.FAMILY) and halves.is_name(context):
        return _asked_back(context, "identity_date", context.memory.wishes)
    key = "identity_ask" if halves.is_question(context.text) else "identity_unread"
    return Outcome(says=(Say(f"{key}{asks}"),), kept=True, clarifies=True)


def person_instead(context: Context, key: str, reason: str) -> Outcome:
    says = Say(key, {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson(reason, "identity"),))


def _checked(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    if _is_the_one_before(context):
        return Outcome(facts=(Verified(_about(context, NOT_FOR, 0)),), wishes=wishes)
    people = [p for p in context.people if p.id != _about(context, NOT_FOR, 0)]
    if not people:
        return person_instead(context, "identity_person", "somebody_else")
    must_name = _about(context, BY_NAME, 0) and not told.tells_a_name(context)
    chosen = [] if must_name else _chosen(context, people)
    if len(chosen) == 1:
        return Outcome(facts=(Verified(chosen[0].id),), wishes=wishes)
    if chosen or must_name:
        return _asked_back(context, "identity_which", wishes)
    if told.tells_only_of_a_child(context):
        return _asked_back(context, "identity_child", wishes)
    return _failed(context, wishes)


def _is_the_one_before(context: Context) -> bool:
    """Their own once more, where another's name and date were asked for: no failed try."""
    before = _about(context, NOT_FOR, 0)
    return bool(before) and [p.id for p in _chosen(context, list(context.people))] == [before]


def _chosen(context: Context, people: list[Person]) -> list[Person]:
    """Whom all that was told fits. A name that is somebody else's fits nobody."""
    fitting = told.those_who_fit(context, people)
    how, named = told.those_named(context, people)
    both = [person for person in fitting if person in named]
    if both or _about(context, BY_NAME, 0):
        return both
    is_sure = how is not None and how is not Likeness.SLIP
    if (is_sure and named) or told.claims_another_name(context, fitting):
        return []
    return fitting


def _asked_back(context: Context, key: str, wishes: tuple[Wish, ...]) -> Outcome:
    """The same whether it fits anybody or not, so nothing can be learned from it."""
    if context.memory.clarifications >= MOST_UNREAD:
        return person_instead(context, "identity_closed", "identity_failed")
    question = _asked(context, {halves.HALF: context.text})
    return Outcome(says=(Say(key),), question=question, wishes=wishes, clarifies=True)


def _failed(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Where several share the number and nobody was named, the name is asked for, right or not."""
    if tries_left(context.memory.identity_failures, context.now, POLICY) <= 1:
        closed = person_instead(context, "identity_closed", "identity_failed")
        return Outcome(facts=(IdentityFailed(),)).then(closed)
    is_nameless = told.asks_of(context) is Asks.FAMILY and not told.tells_a_name(context)
    return Outcome(
        says=(Say("identity_which" if is_nameless else "identity_retry"),),
        facts=(IdentityFailed(),),
        question=_asked(context),
        wishes=wishes,
    )


def _wearied(context: Context) -> Outcome:
    """Wish after wish, and never an answer: a person is easier."""
    if context.handed_off:
        time = ClockTime(context.person_answers_at)
        return Outcome(says=(Say("added_for_person", {"time": time}),))
    return person_instead(context, "identity_person", "identity_unanswered")


def _asked(context: Context, more: dict[str, object] | None = None) -> Question:
    """With what was kept in it before, and the question about a bill that waits for it."""
    question = context.memory.question
    before = dict(question.about) if question is not None and question.name == QUESTION else {}
    aside = parked.as_json(parked.question_of(context.memory))
    return replace(ASKED, about={**before, **aside, **(more or {})})


def _about(context: Context, name: str, default: int) -> int:
    question = context.memory.question
    kept = question.about.get(name) if question is not None and question.name == QUESTION else None
    return kept if isinstance(kept, int) else default
