"""Runs migrations as the owner of the tables, over the connection it is handed."""

from alembic import context

from bot.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_name=lambda name, kind, _: kind != "table" or not str(name).startswith("procrastinate"),
)
with context.begin_transaction():
    context.run_migrations()
