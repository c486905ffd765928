"""Who wrote is known now: what waited for it is done, and what was open is open again."""

from dataclasses import replace

from bot import identity, parked
from bot.action import Context, FetchPerson, Outcome, Registry, Say, Verified, Wish
from bot.besides import with_besides
from bot.parts import each, knowing, placed_dispute, told_once, wishes_again
from bot.whose import told_whose

NOT_ASKED_AGAIN = parked.OF_A_BILL | {identity.QUESTION, "which_choice"}
"""A bill's may be of another mind by now; what was meant is better said anew than chosen."""
OF_SUMS = frozenset({"set_up_plan", "change_plan", "pay_now", "promise_to_pay"})
DISPUTE = "dispute_charge"
HELD = frozenset({"dispute_noted"})


def resume(registry: Registry, context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """The wishes that waited, read again for a person who is now known."""
    own = parked.without_anothers(context)
    wishes = wishes if own is context else _own_wishes(registry, wishes)
    placed = placed_dispute(registry, own)
    wishes = _dispute_last(wishes, is_placed=bool(placed.says))
    if not wishes:
        known = told_whose(own, _known(registry, own), ())
        return replace(placed, question=known.question) if placed.says else known
    context = knowing(parked.unparked(own), placed)
    outcome, question = placed, context.memory.question
    answers = parked.answers(wishes)
    for again, names in wishes_again(context, tuple(w for w in wishes if w.intent in registry)):
        answered = _answered(registry, again) if again.text in answers else None
        if answered and not answered.kept:
            question = None
        outcome = outcome.then(answered or each(registry, again, names))
    outcome = told_once(replace(outcome, question=outcome.question or question))
    if not answers and any(wish.intent == DISPUTE for wish in wishes):
        outcome = _said_once(outcome)
    return told_whose(context, never_silent(registry, context, outcome), wishes)


def _own_wishes(registry: Registry, wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """What was asked of another is not answered, nor is a sum that may be of it paid."""
    told = parked.answers(wishes)
    known = (wish for wish in wishes if wish.intent in registry and wish.intent not in OF_SUMS)
    is_of_bill = tuple(w for w in known if registry[w.intent].needs_identity)
    return tuple(w for w in wishes if w.text not in told or w in is_of_bill)


def _dispute_last(wishes: tuple[Wish, ...], *, is_placed: bool) -> tuple[Wish, ...]:
    """What it asks is asked last; it is no wish any more where it was placed or taken back."""
    others = tuple(wish for wish in wishes if wish.intent != DISPUTE)
    if is_placed or any(wish.intent == "cancel" for wish in others):
        return others
    return (*others, *(wish for wish in wishes if wish.intent == DISPUTE))


def _said_once(outcome: Outcome) -> Outcome:
    """That it is held was said before the check: the answer to the rest is enough."""
    others = tuple(say for say in outcome.says if say.key not in HELD)
    is_all = all(say.key in (*HELD, "dispute_why") for say in outcome.says)
    return outcome if is_all else replace(outcome, says=others)


def _known(registry: Registry, context: Context) -> Outcome:
    """Told unasked: what was open is asked again, where it still may be what is wanted."""
    asked = context.memory.question
    if asked is None or asked.name in NOT_ASKED_AGAIN:
        return Outcome(says=(Say("verified"),), question=parked.question_of(context.memory))
    known = Outcome(says=(Say("verified_briefly"),), question=asked)
    return known.then(registry["repeat"].respond(context))


def never_silent(registry: Registry, context: Context, outcome: Outcome) -> Outcome:
    """Whoever writes is answered, save by text those who asked for no more texts."""
    speaks_next = any(isinstance(fact, Verified) for fact in outcome.facts)
    wants_silence = context.opted_out and context.visitor is None
    if outcome.says or speaks_next or wants_silence:
        return outcome
    return outcome.then(registry["out_of_scope"].respond(context))


def never_unseen(context: Context, outcome: Outcome) -> Outcome:
    """Nobody can be answered who wants no texts: after a death a person sees what they write."""
    if not (context.opted_out and context.stopped) or context.visitor is not None:
        return outcome
    if any(isinstance(fact, FetchPerson) for fact in outcome.facts):
        return outcome
    reason = min(context.stopped).value
    seen = FetchPerson(reason, "account", note=" ".join(context.text.split()))
    return replace(outcome, facts=(*outcome.facts, seen))


def _answered(registry: Registry, context: Context) -> Outcome | None:
    """What the open question's own parser makes of the text."""
    question = context.memory.question
    answer = registry[question.action].answer if question else None
    found = answer(context, question) if answer and question else None
    return found and with_besides(registry, context, found)
