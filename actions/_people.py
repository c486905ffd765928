"""A person is fetched, and when they will answer is said."""

from bot.action import ClockTime, Context, Fact, FetchPerson, Outcome, Say, Value


def fetch(
    context: Context,
    key: str,
    reason: str,
    topic: str,
    *facts: Fact,
    asks: str = "",
    **values: Value,
) -> Outcome:
    """`key` may say {time}: a real one, counted in the desk's hours. `asks` is for the staff."""
    return Outcome(
        says=(Say(key, {"time": ClockTime(context.person_answers_at), **values}),),
        facts=(*facts, FetchPerson(reason, topic, asks=asks)),
    )


def fetch_or_add(
    context: Context, key: str, reason: str, topic: str, *facts: Fact, asks: str = ""
) -> Outcome:
    """Who waits for a person already hears the same time again: the words are added."""
    said = fetch(context, key, reason, topic, *facts, asks=asks)
    return Outcome(says=(added(context),), facts=said.facts) if context.handed_off else said


def added(context: Context) -> Say:
    """Noted for the person they wait for, and by when that person was promised."""
    return Say("added_for_person", {"time": ClockTime(context.person_answers_at)})
