"""Days on which nobody is texted of our own accord and most practices are closed."""

from collections.abc import Container
from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=64)
def federal_holidays(state: str | None = None) -> Container[date]:
    """`day in federal_holidays()`; with a state ("TX") its own public holidays too."""
    days: Container[date] = holidays.country_holidays("US", subdiv=state)
    return days
