"""A person is fetched, and when they will answer is said."""

from bot.action import ClockTime, Context, Fact, FetchPerson, Outcome, Say, Value


def fetch(
    context: Context,
    key: str,
    reason: str,
    topic: str,
    *facts: Fact,
    note: str = "",
    **values: Value,
) -> Outcome:
    """`key` may say {time}: a real one, in the desk's hours. `note`: their words, or what to do."""
    return Outcome(
        says=(Say(key, {"time": ClockTime(context.person_answers_at), **values}),),
        facts=(*facts, FetchPerson(reason, topic, note=note)),
    )


def fetch_or_add(
    context: Context,
    key: str,
    reason: str,
    topic: str,
    *facts: Fact,
    note: str = "",
    **values: Value,
) -> Outcome:
    """Who waits for a person already hears the same time again: the words are added."""
    said = fetch(context, key, reason, topic, *facts, note=note, **values)
    return Outcome(says=(added(context),), facts=said.facts) if context.handed_off else said


def added(context: Context) -> Say:
    """Noted for the person they wait for, and by when that person was promised."""
    return Say("added_for_person", {"time": ClockTime(context.person_answers_at)})
