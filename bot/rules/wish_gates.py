"""Where, from which day, at which hours and how often somebody asked to be texted."""

from dataclasses import replace
from datetime import datetime

from bot.rules.quiet_hours import HARD
from bot.rules.send_facts import SendFacts
from bot.rules.texting_wishes import Calls, Channel, TextingWish, free_at, in_words, is_wished
from bot.rules.verdicts import Verdict, no, polite


def not_elsewhere(facts: SendFacts) -> Verdict | None:
    """Who asked for e-mail, calls or letters is not reminded by text."""
    if facts.wish is None:
        return no("P06", "how the patient likes to be texted is not known")
    if facts.wish.channel is Channel.TEXT:
        return None
    return no("P06", f"the patient asked for {in_words(TextingWish(channel=facts.wish.channel))}")


def not_paused(facts: SendFacts) -> Verdict | None:
    wish = facts.wish
    day = wish.not_before if wish else None
    if wish is None or day is None or facts.today >= day:
        return None
    if wish.pause_from is not None and facts.today < wish.pause_from:
        return None
    retry_at = polite(datetime.combine(day, HARD.opens, facts.now.tzinfo), facts)
    return no("P06", f"the patient asked for no texts before {day:%b} {day.day}", retry_at)


def wished_hour(facts: SendFacts) -> Verdict | None:
    """Their own days and hours, besides the law's and the practice's."""
    if facts.wish is None:
        return no("P06", "how the patient likes to be texted is not known")
    if is_wished(facts.now, facts.zones, facts.wish):
        return None
    asked = replace(
        facts.wish,
        channel=Channel.TEXT,
        gap_days=0,
        not_before=None,
        pause_from=None,
        calls=Calls.ANY,
    )
    return no("P06", f"the patient asked for texts {in_words(asked)}", polite(facts.now, facts))


def wished_gap(facts: SendFacts) -> Verdict | None:
    if facts.wish is None or facts.sent_at is None:
        return None
    free = free_at(facts.sent_at, facts.now, facts.wish)
    if free is None:
        return None
    reason = f"the patient asked for {in_words(TextingWish(gap_days=facts.wish.gap_days))}"
    return no("P06", reason, polite(free, facts))
