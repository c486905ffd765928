"""The rules of each state where a patient cannot pay, as data/states.yml has them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from bot.rules.state_help import StateHelp, by_state

STATES = Path(__file__).resolve().parent.parent / "data" / "states.yml"


def help_of(state: str | None) -> StateHelp | None:
    """None for a practice without a state, and for a state without a rule that we know of."""
    return _rules().get(state or "")


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, StateHelp]:
    return by_state(yaml.safe_load(STATES.read_text()))
