"""An open question about a bill, kept aside while who writes is asked again (R16: 30 minutes)."""

from dataclasses import replace

from bot.action import Context, Memory, Outcome, Question, Registry, Verified, Wish
from bot.told import tells, tells_a_name
from nlu.decide import OPT_OUT
from nlu.taking_back import takes_back
from nlu.too_much import says_too_much
from nlu.understanding import Decision, Intent

ANSWER = "answer"
"""The wish of a text that may answer the question; what else it was understood to say follows."""
LINK_SENT = "pay_other_amount"
PLAN_TOLD = "plan_told"
OF_A_BILL = frozenset({
    "agree_plan", PLAN_TOLD, "pay_amount", "pay_amount_of_bill", LINK_SENT, "which_bill",
    "bill_told", "dispute_which", "dispute_why", "agree_change", "plan_change_day",
    "plan_change_what", "insurance_told", "insurance_same", "which_insured", "refund_told",
    "hold_off", "statement_address",
})  # fmt: skip
MAY_ANSWER = frozenset({"affirm", "out_of_scope", "promise_to_pay"})
_TERMS = frozenset({"set_up_plan", "change_plan", "pay_now"})
LEAVES_IT = frozenset({
    "affirm", "greet", "thank", "help", "who_is_this", "change_language", "repeat", "out_of_scope",
    "payment_methods", "ask_balance", "ask_due_date", "explain_charge", "request_receipt",
    "request_statement", "insurance_question", "update_contact",
})  # fmt: skip


def waits(context: Context, question: Question) -> bool:
    """It speaks of a bill, and we no longer know whose."""
    return context.person is None and question.name in OF_A_BILL


def question_of(memory: Memory) -> Question | None:
    """The open question about a bill, also while it is aside for the identity check."""
    question = memory.question
    if question is None or question.name in OF_A_BILL:
        return question
    name, action, about = (question.about.get(key) for key in ("name", "action", "about"))
    return Question(str(name), str(action), about) if isinstance(about, dict) else None


def is_taken_back(context: Context) -> bool:
    """ "Cancel that", "esta alto" while something of a bill is open: that is meant, no texts."""
    is_open = question_of(context.memory) is not None
    is_of_it = takes_back(context.text, context.language) or says_too_much(context.text)
    return is_open and is_of_it


def without_false_stop(context: Context) -> Context:
    """No model makes an opt-out of it; what the guards are sure of is obeyed all the same."""
    heard = context.understanding
    if heard.main != OPT_OUT or not is_taken_back(context):
        return context
    intents = tuple(intent for intent in heard.intents if intent.name != OPT_OUT)
    ranking = tuple(intent for intent in heard.ranking if intent.name != OPT_OUT)
    left = intents or ranking[:1] or (Intent("out_of_scope", 0.0),)
    unsure = replace(heard, intents=left, ranking=ranking, decision=Decision.CLARIFY)
    return replace(context, understanding=unsure)


def is_called_off(context: Context) -> bool:
    """The plan that was just agreed or changed: its own reader shows what that would do."""
    question = context.memory.question
    is_just_told = question is not None and question.name == PLAN_TOLD
    is_back = takes_back(context.text, context.language)
    return is_just_told and (context.understanding.main == "cancel" or is_back)


def as_json(question: Question | None) -> dict[str, object]:
    """As kept in the identity question; empty where nothing is aside."""
    if question is None or question.name not in OF_A_BILL:
        return {}
    return {"name": question.name, "action": question.action, "about": dict(question.about)}


def without_anothers(context: Context) -> Context:
    """Several may share a number: what was asked of one is not answered by another."""
    memory, person = context.memory, context.person
    is_own = person is None or memory.owner_id in (None, person.id)
    if is_own or question_of(memory) is None:
        return context
    wishes = without_answers(memory.wishes)
    return replace(context, memory=replace(memory, question=None, wishes=wishes))


def without_answers(waiting: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """The wishes alone, and nothing of what was said to an open question."""
    return tuple(wish for wish in waiting if wish.text not in answers(waiting))


def may_answer(registry: Registry, context: Context, question: Question) -> bool:
    """Small talk and a plain no need no check; whatever may need the bill does."""
    heard = context.understanding
    names = {intent.name for intent in heard.intents}
    if question.name in (LINK_SENT, PLAN_TOLD):  # asks nothing: small talk after it is no answer
        is_back = question.name == PLAN_TOLD and takes_back(context.text, context.language)
        has_sum = any(letter.isdigit() for letter in context.text)
        return is_back or has_sum or any(registry[name].needs_identity for name in names)
    if heard.decision is not Decision.ACT or heard.main in MAY_ANSWER | {question.action}:
        return True
    has_figures = any(letter.isdigit() for letter in context.text)
    return has_figures or any(registry[name].needs_identity for name in names)


def is_newer(context: Context, question: Question) -> bool:
    """Other terms than the answer that waits: only the last word counts."""
    names = {intent.name for intent in context.understanding.intents}
    return bool(names & (_TERMS | {question.action}))


def wishes(context: Context) -> tuple[Wish, ...]:
    """The text as an answer, and as what it was understood to say where it answers nothing."""
    heard = context.understanding
    names = [i.name for i in heard.intents] if heard.decision is Decision.ACT else []
    return tuple(Wish(name, context.text) for name in (ANSWER, *(names or ["out_of_scope"])))


def together(waiting: tuple[Wish, ...], newer: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """A wish said anew replaces the older one, and so does an answer with all that it said."""
    names = {wish.intent for wish in newer}
    gone = answers(waiting) if ANSWER in names else frozenset()
    kept = (w for w in waiting if w.intent not in names and w.text not in gone)
    return (*kept, *newer)


def answers(waiting: tuple[Wish, ...]) -> frozenset[str]:
    """The texts that were kept as answers."""
    return frozenset(wish.text for wish in waiting if wish.intent == ANSWER)


def with_wish(registry: Registry, context: Context, told: Outcome, wish: Wish | None) -> Outcome:
    """How to be texted, beside who they are: with the rest once that is known, else at once."""
    if wish is None:
        return told
    is_known = any(isinstance(fact, Verified) for fact in told.facts)
    if is_known or not context.people:
        return replace(told, wishes=(wish, *told.wishes))
    return registry[wish.intent].respond(replace(context, text=wish.text)).then(told)


def unparked(context: Context) -> Context:
    """The question open again, as if it had just been asked."""
    question = question_of(context.memory)
    return replace(context, memory=replace(context.memory, question=question))


def reconsidered(context: Context) -> Context:
    """An answer that waits for the check is taken back by whatever may mean another mind.

    Who agreed to a plan and then would pay on Friday has agreed to nothing.
    """
    waiting = context.memory.wishes
    if not answers(waiting) or not _is_another_mind(context):
        return context
    left = without_answers(waiting)
    return replace(context, memory=replace(context.memory, wishes=left))


def without_taken_back(outcome: Outcome, context: Context, before: Context) -> Outcome:
    """What keeps the open question keeps the other wishes alone."""
    if context is before or not outcome.kept:
        return outcome
    wishes = outcome.wishes or context.memory.wishes
    question = outcome.question or context.memory.question
    return replace(outcome, kept=False, question=question, wishes=wishes)


def _is_another_mind(context: Context) -> bool:
    """Also where it is only suspected: a yes is asked for again sooner than assumed."""
    heard = context.understanding
    names = {intent.name for intent in (*heard.intents, *heard.ranking[:1])}
    if names - LEAVES_IT:
        return not tells(context) or tells_a_name(context)
    has_terms = bool(heard.entities.dates or heard.entities.amounts)
    return has_terms and not tells(context)
