"""Bankruptcy (11 USC 362) or an attorney: everything stops, a person takes it from here."""

import re

from actions._people import fetch
from actions._words import plain
from bot.action import Context, OpenHold, Outcome
from bot.rules.holds import HoldKind
from nlu.counsel import contact_in

_BANKRUPT = re.compile(r"bankrupt|bankrup|chapter (?:7|13|11)|bancarrota|quiebra|capitulo (?:7|13)")


def respond(context: Context) -> Outcome:
    is_bankruptcy = _BANKRUPT.search(plain(context.text)) is not None
    kind = HoldKind.BANKRUPTCY if is_bankruptcy else HoldKind.ATTORNEY
    hold = OpenHold(kind, note=context.text)
    who = str(contact_in(context.text))
    return fetch(context, "legal", kind.value, "legal", hold, note=who)
