"""What the assistant can do: one module an intent, found by its name."""

import pkgutil
from importlib import import_module
from types import ModuleType

from bot.action import Action, Registry


def registry() -> Registry:
    """Every public module of this package, by its stem: the intent that it deals with."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    return {name: _action(name) for name in names if not name.startswith("_")}


def _action(name: str) -> Action:
    module: ModuleType = import_module(f"{__name__}.{name}")
    return Action(
        name=name,
        respond=module.respond,
        answer=getattr(module, "answer", None),
        needs_identity=getattr(module, "NEEDS_IDENTITY", False),
    )
