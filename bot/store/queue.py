"""Jobs deferred in the transaction of the row they are about. A job only says "look at row X"."""

import json
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

DEFER = text(
    "select procrastinate_defer_jobs_v1(array[row('default', :task, :priority, null, null, "
    "cast(:args as jsonb), cast(:at as timestamptz))::procrastinate_job_to_defer_v1])"
)


def defer(
    session: Session, task: str, *, at: datetime | None = None, priority: int = 0, **args: int
) -> None:
    """`at` is wall-clock time, only ever seconds ahead: later things are due columns."""
    session.execute(DEFER, {"task": task, "priority": priority, "args": json.dumps(args), "at": at})


WORK = text(
    """
    select count(*) filter (where status = 'todo'
               and coalesce(scheduled_at, now()) <= now() + interval '12 seconds'),
           count(*) filter (where status = 'doing')
    from procrastinate_jobs where task_name not in ('tick', 'sweep', 'rescue')
    """
)


def work(session: Session) -> tuple[int, int]:
    """Jobs that are due (or will be within seconds), and jobs being done, housekeeping apart."""
    due, doing = session.execute(WORK).one()
    return int(due), int(doing)
