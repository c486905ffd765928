"""The one way to the tables: a transaction that sees one practice and no other."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session

APP_ROLE = "tender_app"


class Database:
    """Transactions under the non-owner role. Row-level security reads `tender.practice_id`."""

    def __init__(self, url: str, pool_size: int = 20) -> None:
        self.url = url
        self._engine = _engine(url, pool_size)

    @contextmanager
    def transaction(self, practice_id: int) -> Iterator[Session]:
        """Commits at the end of the block, rolls back on any exception."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            _enter(session, practice_id)
            yield session

    @contextmanager
    def directory(self) -> Iterator[Session]:
        """Sees which practices exist and nothing of any of them."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            _enter(session, 0)
            yield session

    def answers(self) -> bool:
        with self._engine.connect() as connection:
            return bool(connection.scalar(text("select 1")))

    def close(self) -> None:
        self._engine.dispose()


def sqlalchemy_url(url: str) -> str:
    """The same address, naming the psycopg driver."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]


def _engine(url: str, pool_size: int) -> Engine:
    engine = create_engine(
        sqlalchemy_url(url),
        pool_size=pool_size,
        max_overflow=10,
        pool_pre_ping=True,
        hide_parameters=True,  # an error must not carry a patient into a log
    )

    @event.listens_for(engine, "connect")
    def become_app(connection, _record):  # type: ignore[no-untyped-def]
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {APP_ROLE}")
        connection.commit()

    return engine


def _enter(session: Session, practice_id: int) -> None:
    session.execute(
        text("select set_config('tender.practice_id', :id, true)"), {"id": str(practice_id)}
    )
