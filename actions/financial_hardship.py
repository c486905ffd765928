"""Cannot afford it: acknowledged first, our texts pause, then what the practice has (R17, R24).

Where the practice's state wants help to be told of, it is; nobody is asked for their income.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from actions._bills import owed
from actions._days import later_day
from actions._income import is_beyond_income, monthly_income
from actions._people import fetch, fetch_or_add
from actions._plan_person import LONGEST, new_plan
from actions._plans import Terms, asked, too_small_for_plans
from actions._what_comes import asks_what_comes
from actions._words import is_no, plain, tells_income, wants
from bot import identity
from bot.action import Context, Fact, Money, OpenHold, Outcome, Question, Say, Verified, Wish
from bot.contact_facts import WithdrawPromise
from bot.plan_facts import AskOfPlan
from bot.rules.holds import HARDSHIP_PAUSE_DAYS, HoldKind
from nlu.assistance import asks_to_apply, asks_what_help, takes_help
from nlu.haggling import haggles, tells_hardship
from nlu.plan_wish import find_plan_wish
from nlu.understanding import Decision

CHOICE = "hardship_choice"
ACTION = "financial_hardship"
LONGER_PAUSE_DAYS = 30
FARTHEST_DAYS = 60
_LESS = re.compile(
    r"\b(?:lower|reduce|discount|settle|knock|forgive|waive|write off|less than (?:that|i owe)|"
    r"take (?:something|some) off|cut (?:it|the bill)|baj\w+|reduc\w+|descuento|rebaj\w+|"
    r"perdon\w+|condon\w+|quit\w+ (?:algo|una parte))\b"
)
_CHOICES = (
    ("person", r"\b(?:person|persona|someone|human|alguien)\b"),
    ("change_plan", r"\b(?:skip|saltar|smaller|lower|menores|move|mover)\b"),
    ("pause", r"\b(?:pause|pausa|more time|mas tiempo|later|wait|espera\w*|luego)\b"),
    ("set_up_plan", r"\b(?:plan|small|payments?|pagos?|steps?)\b"),
)  # fmt: skip
_TERMS = ("set_up_plan", "promise_to_pay", "change_plan")
_SILENT_OF_HELP = frozenset(
    {"hardship_no_form", "hardship_ways_no_form", "hardship_small", "hardship_less"}
)
_COMPILED = [(name, re.compile(words)) for name, words in _CHOICES]


def respond(context: Context) -> Outcome:
    return _help_told(context, _responded(context))


def _responded(context: Context) -> Outcome:
    until = context.today + timedelta(days=HARDSHIP_PAUSE_DAYS)
    if HoldKind.ASSISTANCE_PENDING in context.bill.holds:
        said = context.text[:LONGEST]
        return fetch_or_add(context, "hardship_person", "assistance", "hardship", note=said)
    if haggles(context.text) and not tells_hardship(context.text):
        return _deal_asked(context)
    if context.person is not None and asks_to_apply(context.text):
        return _applied(context)
    if too_small_for_plans(context) or is_beyond_income(context):
        return _below_policy(context, until)
    if _LESS.search(plain(context.text)) and not wants(context, "change_plan"):
        return _less_asked(context, until)
    others = [wish for wish in context.memory.wishes if wish.text != context.text]
    if context.person is not None and any(wish.intent in _TERMS for wish in others):
        return Outcome(facts=_paused_until(context, until))  # one of the ways was chosen meanwhile
    if any(wants(context, name) for name in _TERMS) and not tells_income(context.text):
        return Outcome(says=(Say("hardship_heard"),), facts=_paused_until(context, until))
    if context.person is None:
        return _before_the_check(context, until)
    return Outcome(
        says=(Say(_offer_key(context), {"day": until}),),
        facts=_paused_until(context, until),
        question=Question(CHOICE, ACTION),
    )


def answer(context: Context, question: Question) -> Outcome | None:
    """One of what was offered, a sum, a day, or a no. None: about something else."""
    if too_small_for_plans(context) or is_beyond_income(context):
        until = context.today + timedelta(days=HARDSHIP_PAUSE_DAYS)
        return _help_told(context, _below_policy(context, until))
    if asks_what_help(context.text) and context.person is not None:
        return Outcome(says=(Say(_key_of_ours(context, "hardship_help")),), kept=True)
    if takes_help(context.text):
        return _applied(context)
    choice = next((name for name, words in _COMPILED if words.search(plain(context.text))), None)
    if choice == "person":
        return for_person(context)
    if choice in ("set_up_plan", "change_plan") or _names_sum(context):
        return Outcome(wishes=(Wish(_plan_wish(context), context.text),))
    if asks_what_comes(context.text):
        return None  # "does it go on my credit if i wait"
    if choice == "pause" or later_day(context) is not None:
        return _paused(context)
    if context.person is not None and _tells_more(context):
        return Outcome(says=(Say("hardship_told"),), kept=True)
    return Outcome(says=(Say("all_right"),)) if is_no(context.text) else None


def _tells_more(context: Context) -> bool:
    """ "I lost my job", once the choices stand there: nothing new is asked or wished."""
    heard, said = context.understanding, plain(context.text)
    if HoldKind.ASSISTANCE_PENDING in context.bill.holds or "?" in said or _LESS.search(said):
        return False
    if heard.decision is Decision.ACT:
        return {intent.name for intent in heard.intents} == {ACTION}
    return bool(heard.ranking) and heard.ranking[0].name == ACTION


def for_person(context: Context, *facts: Fact) -> Outcome:
    return fetch(context, "hardship_person", "hardship", "hardship", *facts)


def _help_told(context: Context, outcome: Outcome) -> Outcome:
    """Where the practice's state wants it told of, and no word of it was said yet."""
    rule = context.practice.state_help
    is_due = rule is not None and rule.tells_of_help
    if not is_due or not any(say.key in _SILENT_OF_HELP for say in outcome.says):
        return outcome
    return replace(outcome, says=(*outcome.says, Say("help_may_be_asked")))


def _before_the_check(context: Context, until: date) -> Outcome:
    """The pause at once; what can be done speaks of a bill, so it waits for who it is."""
    is_again = any(wish.intent == ACTION for wish in context.memory.wishes)
    pause = Outcome(facts=_paused_until(context, until))
    asked = identity.ask(context, (Wish(ACTION, context.text),))
    if is_again or any(isinstance(fact, Verified) for fact in asked.facts):
        return pause.then(asked)
    sorry = Outcome(says=(Say("hardship_untold", {"day": until}),))
    return sorry.then(pause).then(asked)


def _offer_key(context: Context) -> str:
    """What this practice has; on a running plan, what can be done about that.

    Where the kind words were said before the check, only the ways are left to say.
    """
    start = "hardship_ways" if Wish(ACTION, context.text) in context.memory.wishes else "hardship"
    return _key_of_ours(context, start)


def _key_of_ours(context: Context, start: str) -> str:
    if context.bill.plan is not None:
        return f"{start}_plan"
    return start if context.practice.offers_assistance else f"{start}_no_form"


def _plan_wish(context: Context) -> str:
    return "change_plan" if context.bill.plan is not None else "set_up_plan"


def _names_sum(context: Context) -> bool:
    return any(amount.cents for amount in context.understanding.entities.amounts)


def _below_policy(context: Context, until: date) -> Outcome:
    """Nobody who can pay a little is pressed for more: a person has it in writing."""
    said = [context.text[:LONGEST]]
    terms = Terms() if monthly_income(context) is not None else asked(context)
    written = new_plan(context, terms, said) if context.person else _noted(context)
    return fetch(
        context, "hardship_small", "hardship", "hardship", *_paused_until(context, until), written
    )


def _less_asked(context: Context, until: date) -> Outcome:
    """Nothing is haggled here: a person decides about less."""
    written = AskOfPlan("less_to_pay", context.text[:LONGEST], context.bill.balance_cents or None)
    return fetch(
        context, "hardship_less", "discount", "hardship", *_paused_until(context, until), written
    )


def _deal_asked(context: Context) -> Outcome:
    """No hardship was said: nothing pauses, and nobody is sorry for them."""
    written = AskOfPlan("less_to_pay", context.text[:LONGEST], context.bill.balance_cents or None)
    asked = fetch_or_add(context, "less_asked", "discount", "billing", written)
    off = sum(e.adjustment_cents for s in owed(context.bill) for e in s.lines)
    if off <= 0 or context.handed_off:
        return asked
    return Outcome(says=(Say("less_off_already", {"amount": Money(off)}),)).then(asked)


def _noted(context: Context) -> AskOfPlan:
    return AskOfPlan("new_plan", context.text[:LONGEST])


def _applied(context: Context) -> Outcome:
    """While the application is open nothing is asked for; only a person ends that (R18)."""
    hold = OpenHold(HoldKind.ASSISTANCE_PENDING, note=context.text)
    key = "hardship_applied" if context.practice.offers_assistance else "hardship_person"
    return fetch(context, key, "assistance", "hardship", hold)


def _paused(context: Context) -> Outcome:
    day = _named_day(context) or context.today + timedelta(days=LONGER_PAUSE_DAYS)
    if day > context.today + timedelta(days=FARTHEST_DAYS):
        written = AskOfPlan("longer_pause", context.text[:LONGEST])
        return for_person(context, written)
    return Outcome(says=(Say("hardship_paused", {"day": day}),), facts=_paused_until(context, day))


def _named_day(context: Context) -> date | None:
    entities = context.understanding.entities
    wish = find_plan_wish(context.text, entities, context.today, context.language)
    return later_day(context) or wish.starts_on


def _paused_until(context: Context, until: date) -> tuple[Fact, ...]:
    """A day they had named for a payment does not stand any more."""
    pause = OpenHold(HoldKind.HARDSHIP_PAUSE, until=until, note=context.text)
    return (pause, WithdrawPromise()) if context.promised else (pause,)
