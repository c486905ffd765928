"""Several wishes in one text: in which order, each seeing what the one before made true."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.action import Context, OpenHold, Outcome, Question, Registry, RequestPayment, Wish
from bot.bill import disputing, narrowed, released
from bot.bill_facts import NarrowHold, TakeBackHold
from bot.rules.holds import HoldKind
from nlu.entities import find_entities
from nlu.essentials import essentials
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


def placed_dispute(registry: Registry, context: Context) -> Outcome:
    """What was disputed before anybody was known: held in the part that was named, and no more."""
    answer = registry["dispute_charge"].answer
    words = context.bill.disputed_words.splitlines() if context.bill.all_disputed else []
    for text in reversed(words):
        wish = Wish("dispute_charge", text)
        for again, _ in wishes_again(context, (wish,)):
            placed = answer(again, Question("dispute_part", "dispute_charge")) if answer else None
            if placed is not None:
                return placed
    return Outcome()


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
