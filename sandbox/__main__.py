"""`python -m sandbox`: runs until told to stop."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

from sandbox.serving import serving
from sandbox.settings import from_environment


def main() -> None:
    with serving(from_environment(os.environ)) as server:

        def stop(_signal: int, _frame: FrameType | None) -> None:
            # shutdown() waits for the serving loop, which this thread is.
            threading.Thread(target=server.shutdown).start()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        sys.stdout.write(f"SANDBOX on http://127.0.0.1:{server.server_port}/phone\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
