"""A correction of a plan on offer: what it does not name stays as it was asked for."""

from dataclasses import replace
from datetime import timedelta

from actions._plans import Terms
from bot.action import Context
from bot.rules.due_dates import Frequency
from nlu.counts import names_only_weekday

_BY_WEEKS = (Frequency.WEEKLY, Frequency.BIWEEKLY)


def kept_over(context: Context, wished: Terms, before: Terms) -> Terms:
    """ "3 payments fridays" after "every other friday from the 20th" changes the number alone."""
    names_weekday = names_only_weekday(context.text, context.language)
    is_of_rhythm = names_weekday or wished.first_on == context.understanding.entities.first_on
    if wished.first_on is None or not is_of_rhythm:
        return wished.over(before)
    if names_weekday:
        every = before.frequency if before.frequency in _BY_WEEKS else Frequency.WEEKLY
        wished = replace(wished, frequency=every)
    if before.first_on is not None and wished.first_on is not None:
        ahead = (wished.first_on.weekday() - before.first_on.weekday()) % 7
        wished = replace(wished, first_on=before.first_on + timedelta(days=ahead))
    return wished.over(before)
