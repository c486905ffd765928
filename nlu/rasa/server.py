"""Answers `POST /parse` over HTTP from the trained model, for the product on the same machine.

`python server.py --port 8002 --models FOLDER --workers 1`, or NLU_PORT, NLU_MODEL_DIR,
NLU_WORKERS; the bearer token comes from NLU_TOKEN alone. Workers share the port and the model's
memory. SIGTERM: what has been asked is answered, then exit 0.
"""

import argparse
import logging
import os
import signal
import sys
import threading
from pathlib import Path

# One text at a time a worker: threads inside numpy would only fight over the cores.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import structlog  # noqa: E402

import lean  # noqa: E402

# Before rasa is imported: at its default level it prints every text it parses.
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
lean.install()

from answers import Answers  # noqa: E402
from door import Door  # noqa: E402


def main() -> int:
    wanted = _arguments()
    token = os.environ.get("NLU_TOKEN", "")
    if not token:
        sys.exit("NLU_TOKEN is not set: without it the model answers nobody.")
    answers = Answers(wanted.models, token)
    if wanted.workers == 1:
        return _serve(wanted, answers)
    return _together([_worker(wanted, answers) for _ in range(wanted.workers)])


def _arguments() -> argparse.Namespace:
    environment = os.environ.get
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=int(environment("NLU_PORT", "8002")))
    parser.add_argument("--models", type=Path, default=Path(environment("NLU_MODEL_DIR", "models")))
    parser.add_argument("--workers", type=int, default=int(environment("NLU_WORKERS", "1")))
    return parser.parse_args()


def _serve(wanted: argparse.Namespace, answers: Answers) -> int:
    door = Door(wanted.host, wanted.port, answers)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        # From another thread: `shutdown` waits for the loop that this handler interrupts.
        signal.signal(number, lambda *_: threading.Thread(target=door.shutdown).start())
    threading.Thread(target=answers.follow_pointer, args=(stopped,), daemon=True).start()
    door.serve_forever(poll_interval=0.1)
    stopped.set()
    door.drain()
    return 0


def _worker(wanted: argparse.Namespace, answers: Answers) -> int:
    """The new process's id. Forked after loading, so that workers share the model's memory."""
    child = os.fork()
    if child == 0:
        os._exit(_serve(wanted, answers))
    return child


def _together(workers: list[int]) -> int:
    """Ends with the first worker that ends, so that whoever supervises starts all afresh."""

    def end(*_: object) -> None:
        for worker in workers:
            os.kill(worker, signal.SIGTERM)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    first, status = os.wait()
    workers.remove(first)
    end()
    rest = [os.waitpid(worker, 0)[1] for worker in list(workers)]
    return max(os.waitstatus_to_exitcode(each) != 0 for each in (status, *rest))


if __name__ == "__main__":
    sys.exit(main())
