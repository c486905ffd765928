"""A plan inside the practice's policy: every amount and day said before it is agreed."""

from dataclasses import replace

from actions import ask_balance
from actions._at_limit import is_at_limit, of_less_than_ours
from actions._bills import listed, payable, picked
from actions._down import linked_part
from actions._kept_terms import kept_over, shown_terms
from actions._offer_days import days_of_offer
from actions._plan_answers import how_plans_work
from actions._plan_offers import AGREE, offer_say, offered
from actions._plan_part import (
    for_part,
    is_mere_part,
    is_of_hardship,
    is_unplannable,
    once_on_a_day,
    pays_part_today,
    rather_once,
    rest_on_a_day,
)
from actions._plan_person import hand_over, said_so_far
from actions._plan_requests import beside_plan
from actions._plan_yes import agreed
from actions._plans import (
    Terms,
    asked,
    countered,
    is_smallest,
    offers_of,
    owed_of,
    proposal_of,
    proposed,
    terms_of,
)
from actions._words import (
    agrees,
    agrees_to_offer,
    is_no,
    is_our_yes,
    is_thinking,
    is_too_much,
    is_yes,
    wants,
)
from bot.action import (
    Context,
    Money,
    Outcome,
    Question,
    Say,
    Value,
)
from bot.owners import bills_meant
from bot.rules.plans import PlanProposal, Refusal, RefusalReason, most_payments
from nlu.agreement import is_reserved, says_our_yes
from nlu.countering import counters_with_sum
from nlu.plan_ask import PlanAsk, find_plan_ask
from nlu.plan_wish import find_plan_wish, starts_otherwise
from nlu.understanding import Decision

NEEDS_IDENTITY = True
REFUSED_BEFORE = "refused"
WHICH_BILL = "which"
MOST_COUNTER_OFFERS = 2


def respond(context: Context) -> Outcome:
    if context.bill.payable_cents > 0 and context.bill.plan is not None:
        return beside_plan(context)
    if wants(context, "financial_hardship") and is_of_hardship(context):
        return Outcome()  # the hardship's own answer is enough
    told = how_plans_work(context)
    terms = asked(context)
    if told is not None and terms.are_open:
        return Outcome(says=(told,), kept=True)
    offer = context.memory.question
    if terms.are_open and offer is not None and offer.name == AGREE:
        return restate(context, offer)  # "and if one month i can't": no other terms were named
    if is_unplannable(context):
        return hand_over(context, terms, [context.text])
    if offer is not None and offer.name == AGREE:
        terms = kept_over(context, terms, terms_of(offer.about))
    if on_a_day := once_on_a_day(context) or rest_on_a_day(context, terms):
        return on_a_day
    terms = _of_one_bill(context, terms)
    terms = replace(terms, now_cents=terms.now_cents or linked_part(context))
    if is_mere_part(context, terms):
        return Outcome()
    is_refused = terms.resizes and isinstance(proposed(context, terms), Refusal)
    return for_part(context, offered(context, terms, int(is_refused), [context.text]))


def answer(context: Context, question: Question) -> Outcome | None:
    """A question, a counter-offer, our yes, or a no. None: the text is about something else."""
    text = context.text
    if context.bill.plan is not None:
        return _agreed_elsewhere(context)
    if first := _before_terms(context, question):
        return first
    if is_unplannable(context):
        return hand_over(context, terms_of(question.about), said_so_far(context, question.about))
    told = how_plans_work(context)
    wished = _of_one_bill(context, countered(context, _owed(context, question)), question)
    if wished.are_open:
        wished = Terms(each_cents=counters_with_sum(text))
    if not wished.are_open and not _is_elsewhere(context):
        countering = _countered(context, question, wished)
        return Outcome(says=(told,)).then(countering) if told else countering
    if told is not None:
        return Outcome(says=(told,), kept=True)
    is_otherwise = agrees(text) or starts_otherwise(text, context.language)
    if not is_otherwise and (days := days_of_offer(context, question)):
        return days
    if _means_one_bill(context) and not _is_elsewhere(context):
        return _ask_which_bill(context, question)
    if is_at_limit(context):
        return of_less_than_ours(context, question) or _too_much(context, question)
    return _of_no_day(context, question) or _yes_or_no(context, question)


def _before_terms(context: Context, question: Question) -> Outcome | None:
    is_held = is_reserved(context.text) and not _is_refused(question)
    says = (Say("plan_say_agree"),)
    return Outcome(says=says, kept=True) if is_held else rather_once(context)


def _agreed_elsewhere(context: Context) -> Outcome | None:
    """On the page, say, while our offer stood: a yes is to the plan that runs."""
    yes = agrees(context.text) or is_yes(context.text)
    return ask_balance.respond(context) if yes else None


def _yes_or_no(context: Context, question: Question) -> Outcome | None:
    text = context.text
    if _is_refused(question):
        return _after_refusal(context, question)
    if is_thinking(text):
        return Outcome(says=(Say("plan_take_time"),), kept=True)
    if agrees_to_offer(context):
        return agreed(context, question)
    if is_yes(text) or _affirms(context) or says_our_yes(text):
        return Outcome(says=(Say("plan_say_agree"),), kept=True)
    if is_too_much(text):
        return _too_much(context, question)
    if is_no(text) or context.understanding.main == "deny":
        return _unwanted(context, question)
    return None


def restate(context: Context, question: Question) -> Outcome:
    """The last proposal once more, and open, even where it was refused before."""
    about = {**question.about, REFUSED_BEFORE: False}
    says = (offer_say(proposal_of(question.about), terms_of(question.about).now_cents),)
    return Outcome(says=says, question=Question(AGREE, "set_up_plan", about))


def _countered(context: Context, question: Question, wished: Terms) -> Outcome:
    """Another day or rhythm is no haggling; another size counts. Insisted on, a person decides."""
    about = question.about
    before = terms_of(about) if wished.resizes else shown_terms(context, about)
    terms, said = kept_over(context, wished, before), said_so_far(context, question.about)
    found = proposed(context, terms)
    is_told = _is_refused(question) and not isinstance(found, Refusal)  # what we had asked for
    offers = offers_of(question.about) + (wished.resizes and not is_told)
    if found == proposal_of(question.about) and agrees(context.text) and not _is_refused(question):
        return agreed(context, question)
    is_insisting = wished.over(terms_of(about)) == terms_of(about) and isinstance(found, Refusal)
    if is_insisting or offers > MOST_COUNTER_OFFERS:
        return hand_over(context, terms, said)
    if same := _same_again(context, question, wished, found):
        return same
    return for_part(context, offered(context, terms, offers, said))


def _same_again(
    context: Context, question: Question, wished: Terms, found: PlanProposal | Refusal
) -> Outcome | None:
    """Smaller or more payments than the offer's, which is all that goes by text: said, once."""
    near = found.nearest if isinstance(found, Refusal) else found
    is_less = wished.resizes and wished.each_cents is None and wished.most_cents is None
    was_said = bool({"plan_up_to", "plan_smallest"} & set(context.memory.last_keys))
    if _is_refused(question) or near != proposal_of(question.about) or not is_less or was_said:
        return None
    if isinstance(found, Refusal) and found.reason is RefusalReason.TOO_MANY:
        said = Say("plan_up_to", {"most": context.practice.plan_policy.max_count})
    elif isinstance(found, Refusal) or is_smallest(context):
        said = Say("plan_smallest", {"amount": Money(near.installments[-1].cents)})
    else:
        return None
    about = {**question.about, "offers": offers_of(question.about) + 1}
    return Outcome(says=(said,), question=Question(AGREE, "set_up_plan", about))


def _too_much(context: Context, question: Question) -> Outcome:
    """The smallest payments that the policy knows, or what they could pay; then a person."""
    terms, said = terms_of(question.about), said_so_far(context, question.about)
    if _is_refused(question):
        return hand_over(context, terms, said)
    spread = _owed(context, question) - terms.now_cents
    most = most_payments(spread, context.practice.plan_policy)
    is_smallest = most <= len(proposal_of(question.about).installments)
    if is_smallest or offers_of(question.about) >= MOST_COUNTER_OFFERS:
        return _unwanted(context, question)
    return offered(context, Terms(count=most).over(terms), offers_of(question.about) + 1, said)


def _of_no_day(context: Context, question: Question) -> Outcome | None:
    """ "Can the first one be later", "skip the first": from the next day on, or which day?"""
    if _is_elsewhere(context) or not starts_otherwise(context.text, context.language):
        return None
    later = proposal_of(question.about).installments[1:2]
    if find_plan_ask(context.text, context.language) is PlanAsk.SKIP and later:
        return _countered(context, question, Terms(first_on=later[0].due_on))
    about = {**question.about, REFUSED_BEFORE: True}
    says = (Say("plan_which_day"),)
    return Outcome(says=says, question=Question(AGREE, "set_up_plan", about))


def _owed(context: Context, question: Question) -> int:
    return owed_of(context.bill, terms_of(question.about).statement_id)


def _of_one_bill(context: Context, terms: Terms, question: Question | None = None) -> Terms:
    """ "The other bill only": which one, by its words, or the one the plan was not for."""
    if part := bills_meant(context):
        return replace(terms, statement_id=part[0].id)
    is_asked = question is not None and question.about.get(WHICH_BILL) is True
    if not (_means_one_bill(context) or is_asked):
        return terms
    bills = payable(context.bill)
    planned = terms_of(question.about).statement_id if question else None
    others = tuple(bill for bill in bills if bill.id != planned)
    one = picked(bills, context) or (others[0] if planned and len(others) == 1 else None)
    return Terms(statement_id=one.id) if one else terms


def _means_one_bill(context: Context) -> bool:
    entities = context.understanding.entities
    wish = find_plan_wish(context.text, entities, context.today, context.language)
    return wish.one_bill and len(payable(context.bill)) > 1


def _ask_which_bill(context: Context, question: Question) -> Outcome:
    bills = payable(context.bill)
    about = {**question.about, WHICH_BILL: True, REFUSED_BEFORE: True}
    values: dict[str, Value] = {
        "bills": listed(bills),
        "amount": Money(sum(bill.balance_cents for bill in bills)),
    }
    says = (Say("plan_which_bill", values),)
    return Outcome(says=says, question=Question(AGREE, "set_up_plan", about))


def _is_elsewhere(context: Context) -> bool:
    """ "I sent 50 last week" names a sum and is no counter-offer."""
    heard = context.understanding
    if counters_with_sum(context.text):
        return False
    if pays_part_today(context):
        return True
    about_plans = {"set_up_plan", "change_plan", "affirm", "deny", "pay_now", "out_of_scope"}
    about_plans |= {"promise_to_pay", "financial_hardship"}
    if starts_otherwise(context.text, context.language):
        about_plans |= {"cancel", "remind_later", "ask_due_date"}
    return heard.decision is Decision.ACT and heard.main not in about_plans


def _affirms(context: Context) -> bool:
    heard = context.understanding
    is_clear = heard.decision is Decision.ACT and heard.main == "affirm"
    return is_clear and "?" not in context.text and not is_no(context.text)


def _is_refused(question: Question) -> bool:
    return question.about.get(REFUSED_BEFORE) is True


def _after_refusal(context: Context, question: Question) -> Outcome | None:
    """Only a new offer may be agreed to: a yes here says to what we asked, not to the old one."""
    if is_our_yes(context.text):
        return restate(context, question)
    if is_too_much(context.text):
        return _too_much(context, question)
    text, main = context.text, context.understanding.main
    says_no_sum = is_yes(text) or is_no(text) or is_thinking(text) or is_reserved(text)
    if says_no_sum or main in ("affirm", "deny"):
        return _unwanted(context, question)
    return None


def _unwanted(context: Context, question: Question) -> Outcome:
    offers = offers_of(question.about) + 1
    if offers > MOST_COUNTER_OFFERS:
        said = said_so_far(context, question.about)
        return hand_over(context, terms_of(question.about), said)
    about = {**question.about, "offers": offers, REFUSED_BEFORE: True}
    return Outcome(says=(Say("plan_what_works"),), question=Question(AGREE, "set_up_plan", about))
