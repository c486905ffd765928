"""Many rows in one statement: one JSON array in, unpacked by the database."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    String,
    TableValuedAlias,
    TypeDecorator,
    any_,
    bindparam,
    column,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.models import Base

Rows = Sequence[Mapping[str, Any]]


def is_one_of(of: InstrumentedAttribute[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """As IN, but the statement stays the same however many there are."""
    kind = String() if isinstance(of.type, TypeDecorator) else of.type
    return of == any_(literal(list(values), ARRAY(kind)))


def add_all(session: Session, model: type[Base], rows: Rows) -> None:
    """All rows name the same columns."""
    if rows:
        session.execute(_insert(session, model, rows))


def add_returning(
    session: Session, model: type[Base], rows: Rows, *wanted: InstrumentedAttribute[Any]
) -> Sequence[Sequence[Any]]:
    """What is `wanted` of each new row, in any order."""
    if not rows:
        return []
    made = session.execute(_insert(session, model, rows).returning(*wanted))
    return [tuple(row) for row in made]


def change_all(
    session: Session, practice_id: int, model: type[Base], keys: Sequence[str], rows: Rows
) -> None:
    """Sets every column named beside the `keys` that a row is found by."""
    if not rows:
        return
    told = _recordset(session, model, rows)
    table = model.__table__
    found = [table.c[key] == told.c[key] for key in keys]
    session.execute(
        update(model)
        .where(table.c.practice_id == practice_id, *found)
        .values({name: told.c[name] for name in rows[0] if name not in keys})
    )


def _insert(session: Session, model: type[Base], rows: Rows) -> Any:
    names = list(rows[0])
    told = _recordset(session, model, rows)
    chosen = select(*(told.c[name] for name in names))
    return insert(model).from_select(names, chosen, include_defaults=False)


def _recordset(session: Session, model: type[Base], rows: Rows) -> TableValuedAlias:
    """Values as the columns' own types write them: contact fields leave here encrypted."""
    columns = {name: model.__table__.c[name] for name in rows[0]}
    dialect = session.get_bind().dialect
    writers = {
        name: c.type.process_bind_param
        for name, c in columns.items()
        if isinstance(c.type, TypeDecorator)
    }
    plain = [
        {name: writers[name](v, dialect) if name in writers else v for name, v in row.items()}
        for row in rows
    ]
    text = json.dumps(plain, default=lambda moment: moment.isoformat())
    unpacked = func.jsonb_to_recordset(bindparam("rows", text, type_=String).cast(JSONB))
    return unpacked.table_valued(
        *(column(name, c.type) for name, c in columns.items()), name="told"
    ).render_derived(with_types=True)
