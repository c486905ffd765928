"""Entities found against entities labelled, by kind, as a set each text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nlu.understanding import Amount, Entities

Values = frozenset[str]


@dataclass(frozen=True)
class Found:
    """`labelled` None: this text says nothing about entities and does not count."""

    labelled: dict[str, Any] | None
    found: Entities


def _amounts(found: Entities) -> list[object]:
    return [_amount(amount) for amount in found.amounts if amount.per is None]


def _per_period(found: Entities) -> list[object]:
    return [_amount(amount) for amount in found.amounts if amount.per is not None]


def _amount(amount: Amount) -> object:
    return amount.cents if amount.cents is not None else amount.relative


def _dates(found: Entities) -> list[object]:
    return [mention.on.isoformat() if mention.on else mention.word for mention in found.dates]


# As the contract names them (intents.yml, `entities`).
_KINDS: dict[str, Callable[[Entities], list[object]]] = {
    "amount": _amounts,
    "per_period": _per_period,
    "date": _dates,
    "frequency": lambda found: [found.frequency],
    "count": lambda found: [found.count],
    "time_of_day": lambda found: [found.time_of_day],
    "phone": lambda found: [found.phone],
    "email": lambda found: [found.email],
    "line_item": lambda found: [found.line_item],
    "language": lambda found: [found.language],
}


def entity_f1(texts: Sequence[Found]) -> dict[str, float]:
    """Kinds that no text labels are left out: nobody looked for them."""
    judged = [text for text in texts if text.labelled is not None]
    scores = {kind: _f1(judged, kind) for kind in _KINDS}
    return {kind: score for kind, score in scores.items() if score is not None}


def _f1(texts: Sequence[Found], kind: str) -> float | None:
    pairs = [(_labelled(text.labelled or {}, kind), _said(text.found, kind)) for text in texts]
    if not any(labelled for labelled, _ in pairs):
        return None
    size = sum(len(labelled) + len(said) for labelled, said in pairs)
    return 2 * sum(len(labelled & said) for labelled, said in pairs) / size


def _said(found: Entities, kind: str) -> Values:
    return frozenset(_plain(value) for value in _KINDS[kind](found) if value is not None)


def _labelled(labelled: dict[str, Any], kind: str) -> Values:
    value = labelled.get(kind)
    values = value if isinstance(value, list) else [value]
    return frozenset(_plain(each) for each in values if each is not None)


def _plain(value: object) -> str:
    """Labels may give an entity as its value or as an object with one."""
    if isinstance(value, dict):
        value = next(
            (value[key] for key in ("cents", "relative", "on", "value") if key in value), ""
        )
    return str(value).strip().casefold()
