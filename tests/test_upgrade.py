"""A database of an older release comes along, with what waits in it."""

from alembic import command
from sqlalchemy import create_engine, make_url, text

from bot.migrate import config, migrate, sqlalchemy_url
from bot.settings import Settings

WAITING = """
insert into procrastinate_jobs (queue_name, task_name, args)
values ('default', 'mail_statement', '{"practice_id": 1, "mailing_id": 1}')
"""


def test_a_mail_that_waits_is_sent_by_the_job_of_today(settings: Settings) -> None:
    server = create_engine(sqlalchemy_url(settings.database_url), isolation_level="AUTOCOMMIT")
    url = make_url(settings.database_url).set(database="older")
    with server.connect() as connection:
        connection.execute(text("create database older"))
    older = create_engine(sqlalchemy_url(url.render_as_string(hide_password=False)))
    try:
        with older.connect() as connection:
            command.upgrade(config(connection), "0014")
            connection.execute(text(WAITING))
            connection.commit()
        migrate(url.render_as_string(hide_password=False))
        with older.connect() as connection:
            names = connection.scalars(text("select task_name from procrastinate_jobs")).all()
    finally:
        older.dispose()
        with server.connect() as connection:
            connection.execute(text("drop database older with (force)"))
        server.dispose()
    assert names == ["send_mail"]
