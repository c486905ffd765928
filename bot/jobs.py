"""The queue: every task says "look at row X", so that running it twice does nothing.

Procrastinate lives in the same PostgreSQL; jobs are deferred in the transaction of their row.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import procrastinate
from procrastinate import PsycopgConnector, RetryStrategy

from bot import (
    asked_texts,
    inbound,
    installments,
    outbox,
    payment_check,
    receipts,
    renewals,
    visits,
)
from bot.gateways.payments import PaymentsLater
from bot.mailing import send_mail
from bot.plan_notices import mail_plan_notice
from bot.reminders import remind
from bot.runtime import Runtime
from bot.store import handoffs, heartbeats, messages, payments, practices, queue
from bot.tell_staff import alarm_staff, tell_staff

HEARTBEAT_SECONDS = 2
STALLED_AFTER_SECONDS = 8
SWEEP_AFTER = timedelta(minutes=10)
STUCK_AFTER = timedelta(seconds=45)
PATIENCE = timedelta(minutes=2)
PERSON_AFTER = timedelta(minutes=15)
AGAIN = RetryStrategy(max_attempts=8, exponential_wait=2)


def queue_app(runtime: Runtime) -> procrastinate.App:
    """The tasks, bound to this runtime. Lost for a moment, the database is waited for."""
    app = procrastinate.App(
        connector=PsycopgConnector(conninfo=runtime.database.url, min_size=2, max_size=8),
        worker_defaults={
            "update_heartbeat_interval": HEARTBEAT_SECONDS,
            "stalled_worker_timeout": STALLED_AFTER_SECONDS,
            "fetch_job_polling_interval": 1.0,
        },
    )
    for name, work in tasks(runtime).items():
        app.task(name=name, retry=AGAIN)(work)
    _periodic(app, runtime)
    return app


WORK: dict[str, Callable[[Runtime, int, int], object]] = {
    "take_turn": inbound.take_turn,
    "send_text": outbox.send_text,
    "look_up_text": outbox.look_up,
    "text_instead": outbox.text_instead,
    "text_code": visits.text_code,
    "take_event": receipts.take_event,
    "charge_installment": installments.charge,
    "look_for_payment": payment_check.look_for_payment,
    "send_mail": send_mail,
    "mail_plan_notice": mail_plan_notice,
    "tell_staff": tell_staff,
    "alarm_staff": alarm_staff,
}
"""By the names under which jobs are deferred; each is about one row of one practice."""


def tasks(runtime: Runtime) -> dict[str, Callable[..., None]]:
    return {name: _bound(runtime, work) for name, work in WORK.items()}


def _bound(runtime: Runtime, work: Callable[[Runtime, int, int], object]) -> Callable[..., None]:
    def job(practice_id: int, **about: int) -> None:
        [row_id] = about.values()
        work(runtime, practice_id, row_id)

    return job


def _periodic(app: procrastinate.App, runtime: Runtime) -> None:
    @app.periodic(cron="* * * * *")
    @app.task(name="tick", queueing_lock="tick", pass_context=False)
    def every_minute(timestamp: int) -> None:
        tick(runtime)

    @app.periodic(cron="*/10 * * * *")
    @app.task(name="sweep", queueing_lock="sweep")
    def every_ten_minutes(timestamp: int) -> None:
        sweep(runtime)

    @app.periodic(cron="* * * * * */5")
    @app.task(name="rescue", queueing_lock="rescue", pass_context=True)
    async def every_five_seconds(context: procrastinate.JobContext, timestamp: int) -> None:
        manager = context.app.job_manager
        stalled = await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS)
        for job in stalled:
            await manager.retry_job(job, retry_at=datetime.now(UTC))


def tick(runtime: Runtime) -> None:
    """Due things become jobs. Two ticks at once do each thing once."""
    now = runtime.clock.now()
    for practice_id in practice_ids(runtime):
        renewals.renew(runtime, practice_id, now)
        asked_texts.send_due(runtime, practice_id, now)
        for _ in remind(runtime, practice_id, now):
            pass
        installments.fall_due(runtime, practice_id, now)
        _rescue_texts(runtime, practice_id, now)
        _rescue_turns(runtime, practice_id, now)
    with runtime.database.directory() as session:
        heartbeats.beat(session, "scheduler", datetime.now(UTC))


def sweep(runtime: Runtime) -> None:
    """Money needs no webhook: what is not settled is asked for at Stripe (lost events)."""
    now = runtime.clock.now()
    for practice_id in practice_ids(runtime):
        with runtime.database.transaction(practice_id) as session:
            unsettled = payments.unsettled(session, practice_id, now - SWEEP_AFTER)
        for attempt in unsettled:
            try:
                installments.resume(runtime, practice_id, attempt)
                receipts.look(runtime, practice_id, attempt)
            except PaymentsLater:
                return


def practice_ids(runtime: Runtime) -> list[int]:
    with runtime.database.directory() as session:
        return [practice.id for practice in practices.everyone(session)]


def _rescue_texts(runtime: Runtime, practice_id: int, now: datetime) -> None:
    """Texts whose sender died are looked up; queued ones nobody looks after are sent."""
    with runtime.database.transaction(practice_id) as session:
        for message_id in messages.stuck(session, practice_id, now - STUCK_AFTER):
            queue.defer(session, "look_up_text", practice_id=practice_id, message_id=message_id)
        for message_id in messages.left_queued(session, practice_id, now):
            queue.defer(session, "send_text", practice_id=practice_id, message_id=message_id)


def _rescue_turns(runtime: Runtime, practice_id: int, now: datetime) -> None:
    """No text stays unanswered: its turn is tried again, and after a while a person sees it."""
    with runtime.database.transaction(practice_id) as session:
        for conversation_id, since in messages.left_unanswered(
            session, practice_id, now - PATIENCE
        ):
            queue.defer(
                session, "take_turn", practice_id=practice_id, conversation_id=conversation_id
            )
            if since < now - PERSON_AFTER:
                handoffs.fetch_person(
                    session, practice_id, conversation_id, "turn_failed", "assistant", now, now
                )
