"""The courier: brings signed calls to the product until they are taken, also across restarts."""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import requests

from sandbox.delivery import GIVE_UP_AFTER_SECONDS, Delivery, is_taken, sign
from sandbox.faults import WEBHOOK_KINDS, strike
from sandbox.settings import Settings
from sandbox.state import Doc, Store

_REORDER_SECONDS = 1.5
_THREADS = 8
_SETTLE_SECONDS = 3.0


class Courier:
    """Eight threads, so webhooks overtake one another as they do in the world."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.log: deque[Doc] = deque(maxlen=500)
        self._store = store
        self._settings = settings
        self._waiting = [Delivery(**doc) for doc in store.every("delivery")]
        self._busy: dict[str, Delivery] = {}
        self._wake = threading.Condition()
        self._stopped = False
        self._local = threading.local()
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="courier")
        self._dispatcher = threading.Thread(target=self._dispatch, daemon=True)

    def start(self) -> None:
        self._dispatcher.start()

    def stop(self) -> None:
        """What has not been taken stays on disk for the next start."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()
            self._wake.wait_for(lambda: not self._busy, _SETTLE_SECONDS)
        if self._dispatcher.is_alive():
            self._dispatcher.join(2)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def post(self, delivery: Delivery, after_seconds: float = 0.0) -> None:
        now = time.time()
        timed = replace(delivery, made=now, due=now + after_seconds)
        fault = strike(self._store, ("webhook", delivery.vendor), WEBHOOK_KINDS, delivery.url)
        for each in _as_struck(timed, fault.kind if fault else ""):
            self._enqueue(each)

    def pending(self) -> int:
        with self._wake:
            return len(self._waiting) + len(self._busy)

    def wipe(self) -> None:
        """Also waits for what is being brought just now, so that nothing arrives afterwards."""
        # The store's lock is never taken inside this one: posting takes them the other way.
        self._store.wipe("delivery")
        with self._wake:
            self._waiting.clear()
            self.log.clear()
            self._wake.wait_for(lambda: not self._busy, _SETTLE_SECONDS)

    def _enqueue(self, delivery: Delivery) -> None:
        self._store.put("delivery", delivery.as_doc())
        with self._wake:
            self._waiting.append(delivery)
            self._wake.notify_all()

    def _dispatch(self) -> None:
        with self._wake:
            while not self._stopped:
                delivery = self._next_due()
                if delivery is None:
                    self._wake.wait(self._nap_seconds())
                    continue
                self._waiting.remove(delivery)
                self._busy[delivery.id] = delivery
                self._pool.submit(self._attempt, delivery)

    def _next_due(self) -> Delivery | None:
        now = time.time()
        taken = {each.lane for each in self._busy.values() if each.lane}
        ready = (each for each in self._waiting if each.due <= now and each.lane not in taken)
        return next(ready, None)

    def _nap_seconds(self) -> float:
        now = time.time()
        coming = [each.due - now for each in self._waiting if each.due > now]
        return min(coming, default=1.0)

    def _attempt(self, delivery: Delivery) -> None:
        status = self._call(delivery)
        tried = replace(delivery, attempts=delivery.attempts + 1)
        self._note(tried, status)
        is_over = is_taken(tried.vendor, status)
        if is_over:
            self._mark_event(tried)
        is_young = time.time() - tried.made < GIVE_UP_AFTER_SECONDS
        again = replace(tried, due=time.time() + tried.pause())
        if is_over or not is_young:
            self._store.remove("delivery", delivery.id)
            self._done(delivery, None)
            return
        self._done(delivery, again if self._keep(again) else None)

    def _keep(self, again: Delivery) -> bool:
        """On disk for the next attempt; not what was wiped meanwhile."""
        with self._store.lock:
            if self._store.get("delivery", again.id) is None:
                return False
            self._store.put("delivery", again.as_doc())
            return True

    def _call(self, delivery: Delivery) -> int:
        """The product's HTTP status; 599 when it could not be reached."""
        call = sign(delivery, self._settings)
        try:
            answer = self._session().post(
                delivery.url,
                data=call.body,
                headers=call.headers,
                timeout=call.timeout_seconds,
                allow_redirects=False,
            )
        except requests.RequestException:
            return 599
        return answer.status_code

    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
            # Loopback only: a proxy of this machine has no say.
            self._local.session.trust_env = False
            self._local.session.headers["Connection"] = "close"
        session: requests.Session = self._local.session
        return session

    def _done(self, delivery: Delivery, again: Delivery | None) -> None:
        with self._wake:
            del self._busy[delivery.id]
            if again is not None:
                self._waiting.append(again)
            self._wake.notify_all()

    def _note(self, tried: Delivery, status: int) -> None:
        self.log.append(
            {
                "url": tried.url,
                "subject": tried.subject,
                "attempts": tried.attempts,
                "status": status,
            }
        )

    def _mark_event(self, delivery: Delivery) -> None:
        """A taken Stripe event says so to whoever lists events by delivery_success."""
        account, _, event_id = delivery.subject.rpartition("/")
        with self._store.lock:
            event = self._store.get("event", event_id, account)
            if delivery.vendor == "stripe" and event is not None:
                self._store.put("event", {**event, "pending_webhooks": 0}, account)


def _as_struck(delivery: Delivery, kind: str) -> list[Delivery]:
    """What is really sent when the fault `kind` strikes; "" is no fault."""
    late = replace(delivery, lane="", due=delivery.due + _REORDER_SECONDS)
    twin = replace(delivery, lane="", id=f"{delivery.id}-twin")
    struck = {"drop": [], "reorder": [late], "duplicate_webhook": [delivery, twin]}
    return struck.get(kind, [delivery])
