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
    """`key` may say {time}: a real one, counted in the desk's hours. `note` is for staff."""
    return Outcome(
        says=(Say(key, {"time": ClockTime(context.person_answers_at), **values}),),
        facts=(*facts, FetchPerson(reason, topic, note=note)),
    )


def fetch_or_add(context: Context, key: str, reason: str, topic: str, *facts: Fact) -> Outcome:
    """Who waits for a person already is not promised another time: the words are added."""
    said = fetch(context, key, reason, topic, *facts)
    if not context.handed_off:
        return said
    return Outcome(says=(Say("added_for_person"),), facts=said.facts)
