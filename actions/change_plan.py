"""A running plan: what comes next on it, what it would be after a change, and the change made."""

from actions import set_up_plan
from actions._just_agreed import TOLD, after_agreeing, just_changed
from actions._next import NEXT_STEP
from actions._plan_answers import how_plans_work, no_plan, schedule, which_card
from actions._plan_changing import (
    AGREE_CHANGE,
    after_of,
    before_of,
    change_say,
    say_agree,
    unchanged,
)
from actions._plan_requests import (
    beside_plan,
    changed_again,
    day_told,
    has_terms,
    what_to_change,
)
from actions._plan_yes import besides_yes
from actions._running import running
from actions._words import agrees_to_offer, is_no, is_thinking, is_yes
from bot.action import Context, Money, Outcome, Phrase, Question, Say, Value
from bot.bill import PlanView
from bot.plan_facts import ChangePlan
from bot.rules.money import money
from bot.rules.plan_changes import ChangeKind, Parts
from nlu.agreement import is_reserved
from nlu.keeping import keeps_it
from nlu.plan_ask import PlanAsk, asks_effect, asks_state, find_plan_ask
from nlu.understanding import Decision
from nlu.which_card import asks_which_card

NEEDS_IDENTITY = True
_OF_ITS_END = (PlanAsk.END, PlanAsk.STOP_CARD)


def respond(context: Context) -> Outcome:
    plan = context.bill.plan
    if asks_which_card(context.text, context.language):
        return Outcome(says=(which_card(context),), kept=True)
    stands = schedule(context) if context.bill.balance_cents > 0 else None
    if stands is not None:
        return Outcome(says=(stands,), kept=True)
    if plan is None and find_plan_ask(context.text, context.language) in _OF_ITS_END:
        return Outcome(says=(no_plan(context),), question=NEXT_STEP)
    if plan is None or context.bill.balance_cents <= 0:
        return set_up_plan.respond(context)
    return beside_plan(context)


def answer(context: Context, question: Question) -> Outcome | None:
    """A day, another wish, our yes, or a no. None: the text is about something else."""
    plan = context.bill.plan
    if plan is None:
        return None
    if question.name == TOLD:
        return after_agreeing(context, plan, question)
    if question.name != AGREE_CHANGE:
        return day_told(context, plan, question) or what_to_change(context, question)
    if is_reserved(context.text) or asks_state(context.text):
        return say_agree(question)
    if asks_effect(context.text) and not context.understanding.entities.dates:
        return restate(context, question)
    if keeps_it(context.text) and not has_terms(context):
        return unchanged(plan)
    if agrees_to_offer(context):
        return _changed(context, plan, question)
    told = how_plans_work(context)
    if told is not None and "?" in context.text:
        return Outcome(says=(told,), kept=True)
    return changed_again(context, plan, question) or _yes_or_no(context, plan, question)


def restate(context: Context, question: Question) -> Outcome:
    """The change on offer once more."""
    plan = context.bill.plan
    if plan is None:
        return Outcome(says=(Say("anything_else"),))
    kind = ChangeKind(str(question.about["kind"]))
    say = change_say(kind, before_of(question), after_of(question), plan)
    return Outcome(says=(say,), kept=True)


def _yes_or_no(context: Context, plan: PlanView, question: Question) -> Outcome | None:
    text, heard = context.text, context.understanding
    is_clear = heard.decision is Decision.ACT
    if is_thinking(text):
        return Outcome(says=(Say("plan_take_time"),), kept=True)
    if is_yes(text) or (is_clear and heard.main == "affirm" and not is_no(text)):
        return say_agree(question)
    if is_no(text) or (is_clear and heard.main == "deny"):
        return unchanged(plan)
    return None


def _changed(context: Context, plan: PlanView, question: Question) -> Outcome:
    """Only what was shown, and only while the open payments are still those (I14)."""
    kind, before, after = (
        ChangeKind(str(question.about["kind"])),
        before_of(question),
        after_of(question),
    )
    if plan.id != question.about.get("plan") or running(plan).open != before:
        return changed_again(context, plan, question) or beside_plan(context)
    consent = _consent(context, kind, after)
    fact = ChangePlan(plan.id, kind, before, after, consent)
    if kind is ChangeKind.END:
        return Outcome(says=(Say("plan_ended"),), facts=(fact,)).then(besides_yes(context))
    values: dict[str, Value] = {"amount": Money(after[0].cents), "day": after[0].due_on}
    said = Say("plan_changed", values)
    if plan.autopay:
        said = Say("plan_changed_card", {**values, "card": plan.card or Phrase("phrase_card")})
    changed = Outcome(says=(said,), facts=(fact,), question=just_changed(before))
    return changed.then(besides_yes(context))


def _consent(context: Context, kind: ChangeKind, after: Parts) -> str:
    """What was shown and said yes to, beside the patient's own words."""
    rows = "; ".join(f"{part.due_on.isoformat()} {money(part.cents)}" for part in after)
    return f"{context.text!r}: {kind.value}: {rows or 'no more payments'}"
