"""A correction of a plan on offer: what it does not name stays as it was asked for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from actions._plans import Terms, proposal_of, proposed, terms_of
from bot.action import Context
from bot.rules.due_dates import Frequency
from bot.rules.plans import Refusal
from nlu.counts import names_only_weekday

_BY_WEEKS = (Frequency.WEEKLY, Frequency.BIWEEKLY)


def kept_over(context: Context, wished: Terms, before: Terms) -> Terms:
    """ "3 payments fridays" after "every other friday from the 20th" changes the number alone."""
    names_weekday = names_only_weekday(context.text, context.language)
    is_of_rhythm = names_weekday or wished.first_on == context.understanding.entities.first_on
    days = context.understanding.entities.dates
    names_day = any(letter.isdigit() for day in days if day.on for letter in day.word)
    if wished.first_on is None or not is_of_rhythm or names_day:
        return wished.over(before)
    if names_weekday:
        every = before.frequency if before.frequency in _BY_WEEKS else Frequency.WEEKLY
        wished = replace(wished, frequency=every)
    if before.first_on is not None and wished.first_on is not None:
        ahead = (wished.first_on.weekday() - before.first_on.weekday()) % 7
        wished = replace(wished, first_on=before.first_on + timedelta(days=ahead))
    return wished.over(before)


def shown_terms(context: Context, about: Mapping[str, object]) -> Terms:
    """What was asked for; where that could not be, the plan that stands there instead of it."""
    asked_for, shown = terms_of(about), proposal_of(about)
    if not isinstance(proposed(context, asked_for), Refusal):
        return asked_for
    return replace(
        asked_for,
        count=len(shown.installments),
        each_cents=None,
        least_cents=None,
        most_cents=None,
        frequency=shown.frequency if asked_for.frequency else None,
        first_on=shown.installments[0].due_on if asked_for.first_on else None,
    )
