"""Everything that may stop a text, in order; asked when it is queued and again as it is sent."""

from datetime import datetime, timedelta

from bot.rules.caps import cap_in_force
from bot.rules.codes import CODE_LIVES
from bot.rules.holds import blocks_reminder, needs_human_release
from bot.rules.quiet_hours import HARD_ONLY, may_text_at
from bot.rules.send_facts import SendFacts, TextKind
from bot.rules.states import State
from bot.rules.verdicts import Gate, Verdict, no, polite
from bot.rules.wish_gates import not_elsewhere, not_paused, wished_gap, wished_hour

_NIGHT = "before 8:00 or after 21:00 where the patient may be"
PASSED = Verdict(True, "all", "every rule allows it")


def judge(facts: SendFacts) -> Verdict:
    """The first refusal, or PASSED. What passes time alone can mend comes last."""
    return next((refusal for refusal in _refusals(facts)), PASSED)


def explain(facts: SendFacts) -> tuple[Verdict, ...]:
    """Every refusal, for the page that says why; just PASSED when there is none."""
    return tuple(_refusals(facts)) or (PASSED,)


def _refusals(facts: SendFacts) -> list[Verdict]:
    gates = WEB_GATES if facts.is_web and facts.kind in WEB_GATES else GATES
    return [refusal for gate in gates[facts.kind] if (refusal := gate(facts)) is not None]


def first_party(facts: SendFacts) -> Verdict | None:
    return None if facts.is_first_party else no("P01", "the debt is not the practice's own")


def sending_on(facts: SendFacts) -> Verdict | None:
    return None if facts.is_sending_on else no("P02", "the practice has paused its texts")


def optout_confirmation(facts: SendFacts) -> Verdict | None:
    """One, within minutes, and none when the carrier has confirmed already (I02)."""
    if facts.opted_out_at is None:
        return no("R14", "there is no opt-out to confirm")
    if facts.is_optout_confirmed:
        return no("R14", "the opt-out has been confirmed already")
    if facts.now - facts.opted_out_at > facts.limits.confirm_within:
        return no("R14", "too late to confirm the opt-out")
    return None


def not_opted_out(facts: SendFacts) -> Verdict | None:
    return no("R13", "the patient asked us to stop texting") if facts.opted_out_at else None


def patients_number(facts: SendFacts) -> Verdict | None:
    if facts.is_patients_number:
        return None
    return no("P05", "the number is wrong, unreachable or somebody else's")


def consented(facts: SendFacts) -> Verdict | None:
    return None if facts.has_consent else no("R01", "no consent to billing texts on this number")


def consented_or_asked(facts: SendFacts) -> Verdict | None:
    """A colleague may answer whoever wrote, but begins only where there is consent."""
    return None if facts.acted_at is not None else consented(facts)


def assistants_turn(facts: SendFacts) -> Verdict | None:
    """I12: read under the conversation's lock, so that it never talks over a colleague."""
    if facts.state is not State.STAFF:
        return None
    return no("P03", "a colleague has the conversation")


def nobody_answers_yet(facts: SendFacts) -> Verdict | None:
    """That a person comes is said while nobody has come."""
    return None if facts.owner_id is None else no("P03", "a colleague has the conversation")


def answers_once(facts: SendFacts) -> Verdict | None:
    return no("R15", "this text has been answered already") if facts.is_answered else None


def wording_approved(facts: SendFacts) -> Verdict | None:
    return None if facts.is_wording_approved else no("R27", "this wording is not approved")


def told_of_risk(facts: SendFacts) -> Verdict | None:
    if not facts.discloses or facts.is_unencrypted_ok:
        return None
    return no("R02", "the patient has not accepted details in plain texts")


def identified(facts: SendFacts) -> Verdict | None:
    if not facts.discloses or facts.is_verified:
        return None
    return no("R16", "the patient has not been identified")


def not_held(facts: SendFacts) -> Verdict | None:
    if facts.holds is None:
        return no("R17", "holds are not known")
    kind = blocks_reminder(facts.holds, facts.statement_id, facts.today)
    return no("R17", f"on hold: {kind.replace('_', ' ')}") if kind else None


def not_gravely_held(facts: SendFacts) -> Verdict | None:
    """A plan, a promise or a pause does not stop what the patient agreed to hear of."""
    if facts.holds is None:
        return no("R17", "holds are not known")
    grave = tuple(hold for hold in facts.holds if needs_human_release(hold.kind))
    kind = blocks_reminder(grave, facts.statement_id, facts.today)
    return no("R17", f"on hold: {kind.replace('_', ' ')}") if kind else None


def still_owed(facts: SendFacts) -> Verdict | None:
    """I06: the balance of this very moment."""
    if facts.balance_cents is None or facts.balance_cents <= 0:
        return no("P04", "nothing is owed any more")
    if facts.balance_cents <= facts.disputed_cents:
        return no("R17", "on hold: dispute")
    if facts.is_payment_pending:
        return no("P04", "a payment is on its way")
    if facts.told_cents not in (None, facts.balance_cents):
        return no("P04", "the balance has changed since this was written")
    return None


def bill_old_enough(facts: SendFacts) -> Verdict | None:
    if facts.statement_on is not None:
        age = (facts.today - facts.statement_on).days
        if age >= facts.limits.min_bill_age_days:
            return None
    return no("R19", "the statement is too recent")


def fresh(facts: SendFacts) -> Verdict | None:
    if facts.now - facts.due_at <= facts.limits.stale_after:
        return None
    return no("R32", "too late to be sent")


def code_is_good(facts: SendFacts) -> Verdict | None:
    if facts.now - facts.due_at <= CODE_LIVES:
        return None
    return no("R32", "the code has run out")


def quiet_after_talk(facts: SendFacts) -> Verdict | None:
    limits = facts.limits
    talks = (
        (facts.last_conversation_at, limits.quiet_after_reply),
        (facts.last_call_at, limits.quiet_after_call),
    )
    free_at = max((at + quiet for at, quiet in talks if at is not None), default=facts.now)
    if free_at <= facts.now:
        return None
    return no("R12", "we have talked with the patient just now", polite(free_at, facts))


def under_caps(facts: SendFacts) -> Verdict | None:
    if facts.sent_at is None:
        return no("R08", "earlier texts are not known")
    reached = cap_in_force(
        facts.sent_at, facts.now, facts.limits.caps, sent_for_balance=facts.sent_for_balance
    )
    if reached is None:
        return None
    retry_at = polite(reached.free_at, facts) if reached.free_at else None
    return no(reached.rule, reached.reason, retry_at)


def polite_hour(facts: SendFacts) -> Verdict | None:
    """The practice's and the states' hours inside the hard window; a retry fits them all."""
    if may_text_at(facts.now, facts.zones, facts.hours):
        return None
    retry_at = polite(facts.now, facts)
    if may_text_at(facts.now, facts.zones, HARD_ONLY):
        return no("R04", "outside the hours for texting this patient", retry_at)
    return no("R03", _NIGHT, retry_at)


def hard_hour(facts: SendFacts) -> Verdict | None:
    if may_text_at(facts.now, facts.zones, HARD_ONLY):
        return None
    return no("R03", _NIGHT, polite(facts.now, facts, HARD_ONLY))


def hard_hour_or_answer(facts: SendFacts) -> Verdict | None:
    """Any hour for what answers the patient's own act of the last hour (R15)."""
    if facts.acted_at is not None and _just_now(facts.acted_at, facts):
        return None
    return hard_hour(facts)


def reply_hour(facts: SendFacts) -> Verdict | None:
    return None if facts.limits.reply_any_hour else hard_hour(facts)


def _just_now(acted_at: datetime, facts: SendFacts) -> bool:
    return timedelta() <= facts.now - acted_at <= facts.limits.answer_within


_PROTECTED = (first_party, not_opted_out, patients_number, consented, assistants_turn)
_PRIVATE = (wording_approved, told_of_risk, identified)

GATES: dict[TextKind, tuple[Gate, ...]] = {
    TextKind.REMINDER: (
        *(sending_on, *_PROTECTED, *_PRIVATE, not_held, still_owed, bill_old_enough, fresh),
        *(not_elsewhere, not_paused, quiet_after_talk, wished_gap, under_caps),
        *(wished_hour, polite_hour),
    ),
    TextKind.NOTICE: (
        *(sending_on, *_PROTECTED, *_PRIVATE, not_gravely_held, fresh),
        *(not_paused, wished_hour, polite_hour),
    ),
    TextKind.ASKED: (
        *(sending_on, first_party, not_opted_out, patients_number, consented_or_asked),
        *(assistants_turn, *_PRIVATE, not_gravely_held, still_owed, fresh, hard_hour),
    ),
    TextKind.RENEWAL: (first_party, not_opted_out, nobody_answers_yet, fresh, hard_hour),
    TextKind.RECEIPT: (*_PROTECTED, *_PRIVATE, fresh, hard_hour_or_answer),
    TextKind.REPLY: (
        *(first_party, not_opted_out, assistants_turn, answers_once),
        *(told_of_risk, identified, fresh, reply_hour),
    ),
    TextKind.HANDOFF: (not_opted_out, nobody_answers_yet, answers_once, fresh),
    TextKind.STAFF: (
        *(first_party, not_opted_out, patients_number, consented_or_asked),
        *(fresh, hard_hour_or_answer),
    ),
    TextKind.CONFIRMATION: (optout_confirmation,),
    TextKind.KEYWORD: (not_opted_out, answers_once),
    TextKind.CRISIS: (not_opted_out,),
    TextKind.CODE: (first_party, not_opted_out, patients_number, consented, code_is_good),
}
# Opt-outs, hours and caps are about texts; the web chat answers whoever looks at it.
WEB_GATES: dict[TextKind, tuple[Gate, ...]] = {
    TextKind.REPLY: (first_party, assistants_turn, answers_once, identified, fresh),
    TextKind.HANDOFF: (nobody_answers_yet, answers_once, fresh),
    TextKind.STAFF: (first_party,),
    TextKind.CONFIRMATION: (),
    TextKind.KEYWORD: (answers_once,),
    TextKind.CRISIS: (),
}
