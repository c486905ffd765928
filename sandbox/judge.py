"""Stripe bodies judged by the types that Stripe generates into its own Python library."""

from __future__ import annotations

import importlib
import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import typing_extensions
from stripe._request_options import RequestOptions
from stripe._stripe_object import UntypedStripeObject

from sandbox.forms import decode_mapping
from sandbox.routes import params_for

# Every request option travels in a header, never in a body.
_HEADERS = frozenset(RequestOptions.__annotations__)
_SCALARS = {
    int: re.compile(r"-?\d+"),
    float: re.compile(r"-?\d+(\.\d+)?"),
    bool: re.compile(r"true|false"),
}


@dataclass(frozen=True)
class Finding:
    """One thing Stripe would refuse; `param` as Stripe names it: `line_items[0][quantity]`."""

    param: str
    code: str
    message: str


def check(method: str, path: str, form: Mapping[str, Any]) -> list[str]:
    """What Stripe would refuse in this call, in words; empty when nothing. Wire names or nested."""
    return [finding.message for finding in findings(method, path, form)]


def findings(method: str, path: str, form: Mapping[str, Any]) -> list[Finding]:
    place = params_for(method, path)
    if place is None:
        message = f"Unrecognized request URL ({method}: {path})."
        return [Finding("", "url_invalid", message)]
    return _in_params(_load(place), decode_mapping(form), "")


def _load(place: str) -> type:
    module, name = place.split(":")
    return typing.cast(type, getattr(importlib.import_module(f"stripe.params.{module}"), name))


@cache
def _fields(params: type) -> dict[str, Any]:
    module = vars(importlib.import_module(params.__module__))
    names = {**vars(typing), **module, "StripeContext": object}
    hints = typing_extensions.get_type_hints(params, names)
    return {name: hint for name, hint in hints.items() if name not in _HEADERS}


def _in_params(params: type, value: Any, where: str) -> list[Finding]:
    if not isinstance(value, dict):
        return [_invalid(where, "Invalid object")]
    fields = _fields(params)
    found = [_unknown(_join(where, name)) for name in value if name not in fields]
    required: frozenset[str] = getattr(params, "__required_keys__", frozenset())
    missing = sorted((required & fields.keys()) - value.keys())
    found += [_missing(_join(where, name)) for name in missing]
    for name, inner in value.items():
        if name in fields:
            found += _in_value(fields[name], inner, _join(where, name))
    return found


def _in_value(hint: Any, value: Any, where: str) -> list[Finding]:
    origin = get_origin(hint)
    if origin is Literal:
        return _in_literal(hint, value, where)
    if origin in (list, dict):
        return _in_container(origin, get_args(hint), value, where)
    if _is_union(hint):
        return _in_union(get_args(hint), value, where)
    if typing_extensions.is_typeddict(hint):
        return _in_params(hint, value, where)
    return _in_scalar(hint, value, where)


def _in_literal(hint: Any, value: Any, where: str) -> list[Finding]:
    allowed = [str(each) for each in get_args(hint)]
    if value in allowed:
        return []
    return [_invalid(where, f"Invalid {where}: must be one of {', '.join(allowed)}")]


def _in_container(origin: Any, args: Any, value: Any, where: str) -> list[Finding]:
    if not isinstance(value, origin):
        return [_invalid(where, f"Invalid {'array' if origin is list else 'hash'}")]
    pairs = enumerate(value) if origin is list else value.items()
    return [one for key, each in pairs for one in _in_value(args[-1], each, _join(where, key))]


def _in_union(options: tuple[Any, ...], value: Any, where: str) -> list[Finding]:
    """The verdict of the option that comes nearest: same shape first, fewest findings next.

    The library writes an enum as `Literal[...] | str`: there the bare `str` is no way out.
    """
    enums = [set(get_args(each)) for each in options if get_origin(each) is Literal]
    is_enum = any(values - {""} for values in enums)
    usable = [each for each in options if not _is_way_out(each, is_enum)]
    verdicts = [(_differs(each, value), _in_value(each, value, where)) for each in usable]
    if any(not found for _, found in verdicts):
        return []
    return min(verdicts, key=lambda verdict: (verdict[0], len(verdict[1])))[1]


def _in_scalar(hint: Any, value: Any, where: str) -> list[Finding]:
    if isinstance(value, (dict, list)):
        return [_invalid(where, f"Invalid {getattr(hint, '__name__', 'value')}")]
    form = _SCALARS.get(hint)
    if form is None or form.fullmatch(str(value)):
        return []
    code = "parameter_invalid_integer" if hint is int else "parameter_invalid"
    return [Finding(where, code, f"Invalid {hint.__name__}: {value} ({where})")]


def _is_union(hint: Any) -> bool:
    return get_origin(hint) is Union or type(hint).__name__ == "UnionType"


def _is_way_out(hint: Any, is_enum: bool) -> bool:
    return (is_enum and hint is str) or get_origin(hint) is UntypedStripeObject


def _differs(hint: Any, value: Any) -> bool:
    """Whether `hint` wants another shape than `value` has."""
    origin = get_origin(hint)
    if isinstance(value, list):
        return origin is not list
    if isinstance(value, dict):
        return origin is not dict and not typing_extensions.is_typeddict(hint)
    return origin in (list, dict) or bool(typing_extensions.is_typeddict(hint))


def _join(where: str, name: object) -> str:
    return f"{where}[{name}]" if where else str(name)


def _invalid(where: str, message: str) -> Finding:
    return Finding(where, "parameter_invalid", f"{message} ({where})")


def _unknown(where: str) -> Finding:
    return Finding(where, "parameter_unknown", f"Received unknown parameter: {where}")


def _missing(where: str) -> Finding:
    return Finding(where, "parameter_missing", f"Missing required param: {where}.")
