"""Several wishes in one text: in which order, each seeing what the one before made true."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.action import (
    Context,
    FetchPerson,
    ForgetNumber,
    OpenHold,
    Outcome,
    Question,
    Registry,
    RequestPayment,
    Say,
    Wish,
)
from bot.bill import disputing, narrowed, released
from bot.bill_facts import NarrowHold, TakeBackHold
from bot.rules.holds import HoldKind
from nlu.entities import find_entities
from nlu.essentials import essentials
from nlu.sentences import rest_of, sentences
from nlu.understanding import Decision, Intent, Understanding

ALONE = frozenset({"crisis", "opt_out", "wrong_person", "deceased", "legal", "identity_theft"})
ORDER = (
    "crisis", "opt_out", "wrong_person", "deceased", "legal", "identity_theft",
    "complaint", "dispute_charge", "already_paid", "request_human",
    "change_language", "financial_hardship", "pay_now",
)  # fmt: skip
SMALL_TALK = frozenset({"greet", "thank", "affirm", "deny", "out_of_scope", "help"})
ASKS_OF_PAYMENTS = frozenset({"request_receipt", "request_refund"})
"""That something was paid is their reason, and looked up with them."""
ASKS_AGREEMENT = ("set_up_plan", "change_plan")
"""Said last, so that their offer is what stays open."""
MAX_PARTS = 3
_OF_INSURANCE = frozenset(
    {"insurance_part", "insurance_left", "insurance_enough", "insurance_paid_on"}
)
_FINE = re.compile(r"\b(?:(?<!not )(?:fine|ok|okay|correct)|(?<!no )esta bien)\b")
_RANK = {name: place for place, name in enumerate(ORDER)}


def ordered(intents: tuple[Intent, ...]) -> list[str]:
    """By the contract's priority; small talk only counts where nothing else is said."""
    serious = [i.name for i in intents if i.name not in SMALL_TALK] or [intents[0].name]
    if ASKS_OF_PAYMENTS & set(serious):
        serious = [name for name in serious if name != "already_paid"]
    if "set_up_plan" in serious:  # its offer says the total
        serious = [name for name in serious if name != "ask_balance"]
    if len(serious) > 1:  # "what was the other one" asks for one thing, and not once more
        serious = [name for name in serious if name != "repeat"] or serious[:1]
    by_rank = sorted(dict.fromkeys(serious), key=_place)
    return by_rank[:MAX_PARTS]


def _place(name: str) -> int:
    return len(_RANK) + 1 if name in ASKS_AGREEMENT else _RANK.get(name, len(_RANK))


def each(registry: Registry, context: Context, names: Iterable[str]) -> Outcome:
    outcome = Outcome()
    for name in _bearable(list(names), context):
        part = registry[name].respond(context)
        if _asks_payment(outcome) and _asks_payment(part):
            continue  # one text has one link: whoever comes first has it
        context = knowing(context, part)
        outcome = outcome.then(part)
    return outcome


def _bearable(names: list[str], context: Context) -> list[str]:
    """ "I cannot pay all of it" is heard as paying, and asks for no link to all of it."""
    has_sum = any(amount.cents for amount in context.understanding.entities.amounts)
    is_hard = "financial_hardship" in names and not has_sum
    return [name for name in names if not (is_hard and name == "pay_now")]


def wishes_again(context: Context, wishes: tuple[Wish, ...]) -> Iterator[tuple[Context, list[str]]]:
    """Text by text, with all that each was understood to say, as if it had just come."""
    for text in dict.fromkeys(wish.text for wish in wishes):
        intents = tuple(Intent(wish.intent, 1.0) for wish in wishes if wish.text == text)
        entities = find_entities(text, context.today, context.language)
        heard = Understanding(intents, entities, context.language, Decision.ACT)
        yield replace(context, text=text, understanding=heard), ordered(intents)


def wishes_apart(context: Context) -> tuple[Wish, ...]:
    """What single sentences want, in their own words; the rest of the text is for a person."""
    heard = context.understanding
    taken = {name for part in heard.parts for name in part.intents}
    rest = rest_of(context.text, heard.parts)
    first = tuple(Wish(i.name, rest) for i in heard.intents if i.name not in taken)
    return first + tuple(Wish(name, part.text) for part in heard.parts for name in part.intents)


def placed_dispute(registry: Registry, context: Context) -> Outcome:
    """What was disputed before anybody was known: held in the part that was named, and no more."""
    words = context.bill.disputed_words.splitlines() if context.bill.all_disputed else []
    for text in reversed(words):
        if whole := _placed(registry, context, text):
            return whole
        found = _placed_apart(registry, context, text)
        if len({_held(placed) for placed in found}) == 1:
            return found[0]
    return Outcome()


def _placed_apart(registry: Registry, context: Context, text: str) -> list[Outcome]:
    """Sentence by sentence: a sum or a number names a bill more surely than a word does."""
    told = [each for each in sentences(text) if not _FINE.search(each.casefold())]
    found = [(each, _placed(registry, context, each)) for each in reversed(told)]
    placed = [(each, outcome) for each, outcome in found if outcome is not None]
    by_number = [outcome for each, outcome in placed if re.search(r"\d", each)]
    return by_number or [outcome for _, outcome in placed]


def _placed(registry: Registry, context: Context, text: str) -> Outcome | None:
    answer = registry["dispute_charge"].answer
    for again, _ in wishes_again(context, (Wish("dispute_charge", text),)):
        return answer(again, Question("dispute_part", "dispute_charge")) if answer else None
    return None


def _held(placed: Outcome) -> frozenset[int | None]:
    return frozenset(f.statement_id for f in placed.facts if isinstance(f, OpenHold))


def told_once(outcome: Outcome) -> Outcome:
    """A bill that is explained tells what insurance left of it: not both."""
    if not any(say.key == "explain_charged" for say in outcome.says):
        return outcome
    return replace(outcome, says=tuple(s for s in outcome.says if s.key not in _OF_INSURANCE))


def wishes_besides(registry: Registry, context: Context, rest: str) -> tuple[Wish, ...]:
    """What `rest` of the text wants; where that is unsure, only what it says in plain words."""
    heard = context.understanding
    sure = heard.intents if rest and heard.decision is Decision.ACT else ()
    names = [intent.name for intent in sure if intent.name not in SMALL_TALK]
    plain = (intent.name for intent in essentials(rest).intents)
    names = names or [name for name in plain if registry[name].needs_identity]
    return tuple(Wish(name, context.text) for name in names)


def _asks_payment(outcome: Outcome) -> bool:
    return any(isinstance(fact, RequestPayment) for fact in outcome.facts)


def knowing(context: Context, part: Outcome) -> Context:
    """What is being checked from now on is not asked for in the same breath (I07)."""
    bill = context.bill
    for fact in part.facts:
        if isinstance(fact, OpenHold) and _is_checked(fact):
            bill = disputing(bill, fact.statement_id, fact.line_id)
        if isinstance(fact, NarrowHold):
            bill = narrowed(bill, fact.statement_id)
        if isinstance(fact, TakeBackHold):
            bill = released(bill, fact.kind)
    return replace(context, bill=bill)


def _is_checked(hold: OpenHold) -> bool:
    """A bill said to be wrong, or the one bill said to be paid."""
    is_one = hold.statement_id is not None
    return hold.kind is HoldKind.DISPUTE or (hold.kind is HoldKind.PAYMENT_CHECK and is_one)


def alone(registry: Registry, context: Context, main: str, others: tuple[str, ...]) -> Outcome:
    """Only the gravest is spoken of; what else was said is noted for a person, not forgotten."""
    sure = replace(context.understanding, decision=Decision.ACT)
    outcome = registry[main].respond(replace(context, understanding=sure))
    notes = [
        fact
        for name in dict.fromkeys(others)
        if name != main and (context.person is not None or not registry[name].needs_identity)
        for fact in registry[name].respond(context).facts
        if isinstance(fact, OpenHold | FetchPerson | ForgetNumber)
    ]
    says = (Say("opted_out_loss"),) if _is_mourned(outcome, others) else outcome.says
    return replace(outcome, says=says, facts=(*outcome.facts, *notes))


def _is_mourned(outcome: Outcome, others: tuple[str, ...]) -> bool:
    """The one confirmation of an opt-out is all that may still be said to them."""
    return "deceased" in others and any(say.key == "opted_out" for say in outcome.says)
