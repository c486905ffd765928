"""Of all that one person answers for, the bills of the one they speak of."""

from bot.action import Context
from bot.bill import StatementView
from nlu.kin import is_child, kin_whose
from nlu.owners import names_own, names_owner

OWN = ""  # the child of a statement that is their own


def bills_meant(context: Context) -> tuple[StatementView, ...] | None:
    """What may be asked for of it, empty where nothing is; None: nobody's alone is meant."""
    owners = _owners(context)
    if owners is None:
        return None
    return tuple(s for s in context.bill.statements if s.open_cents > 0 and s.child in owners)


def _owners(context: Context) -> frozenset[str] | None:
    known = context.person
    children = frozenset(known.dependents) if known else frozenset()
    if not children:
        return None
    told = {name: names_owner(context.text, name) for name in children}
    meant = {name for name, is_meant in told.items() if is_meant}
    if names_own(context.text):
        meant.add(OWN)
    whose = kin_whose(context.text)
    if not meant and whose and is_child(whose) and len(children) == 1:
        meant = set(children)
    left_out = {name for name, is_meant in told.items() if is_meant is False}
    if not meant and left_out:
        meant = {OWN, *children} - left_out
    return frozenset(meant) if meant and meant != {OWN, *children} else None
