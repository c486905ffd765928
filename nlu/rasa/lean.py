"""Lets Rasa be imported without the libraries that Tender leaves out (docs/decisions/0001).

Rasa imports TensorFlow and every chat channel at start, even for a pipeline that uses none.
A module named in ABSENT imports as a hollow one: its names may be subclassed, annotated with
and used as decorators, which is all that importing Rasa does. A package that is installed wins.
"""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

_NAMES = """
tensorflow tensorflow_hub tensorflow_text tensorflow_addons keras matplotlib aiogram
mattermostwrapper rocketchat_API webexteamssdk slack slack_sdk fbmessenger pymongo boto3
botocore confluent_kafka aio_pika aiormq psycopg2 sentry_sdk twilio
"""
ABSENT = frozenset(_NAMES.split())


class _Hollow(type):
    """A class whose every attribute is again hollow, so that deep paths resolve."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _hollow(name)

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        """As a decorator, gives the decorated thing back; otherwise something hollow."""
        return arguments[0] if len(arguments) == 1 and callable(arguments[0]) else cls


def _hollow(name: str) -> _Hollow:
    # BaseException is the one base that both `except X` and subclassing accept.
    return _Hollow(name, (Exception,), {})


class _HollowModule(ModuleType):
    __path__: Sequence[str] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _hollow(name)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Any, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] not in ABSENT:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _HollowModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def install() -> None:
    """Call before the first import of rasa. Last in line: a real package is found first."""
    sys.meta_path.append(_Finder())
