"""Brings a database to the current tables. Safe to run twice, and by two at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from bot.store.session import sqlalchemy_url

LOCK = 7_301_120


def migrate(url: str) -> None:
    """As the database's owner; takes an advisory lock so that two starts do not collide."""
    engine = create_engine(sqlalchemy_url(url))
    with engine.connect() as connection:
        connection.execute(text("select pg_advisory_lock(:id)"), {"id": LOCK})
        connection.commit()
        command.upgrade(config(connection), "head")
        connection.commit()
        connection.execute(text("select pg_advisory_unlock(:id)"), {"id": LOCK})
    engine.dispose()


def config(connection: object) -> Config:
    alembic = Config()
    alembic.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    alembic.attributes["connection"] = connection
    return alembic
