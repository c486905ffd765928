"""What happens at Stripe as time passes: transfers arrive or come back, sessions expire."""

from __future__ import annotations

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.cards import BANK_OK
from sandbox.stripe_api.charging import bank_return, succeed
from sandbox.stripe_api.sessions import close
from sandbox.world import World


def run_due(world: World) -> None:
    with world.store.lock:
        now = world.clock.timestamp()
        for transfer in world.store.every("settlement"):
            if transfer["due"] <= now:
                world.store.remove("settlement", transfer["id"])
                _settle(Account(world, transfer["account"]), transfer["id"])
        for account_id in _accounts(world):
            _expire_due(Account(world, account_id), now)


def _settle(account: Account, intent_id: str) -> None:
    intent = account.find("payment_intent", intent_id)
    method = account.find("payment_method", intent["_method"])
    is_fine = intent["_behaviour"] == BANK_OK
    after = (succeed if is_fine else bank_return)(account, intent, method)
    session_id = after.get("_session")
    if session_id is None:
        return
    session = account.find("session", session_id)
    session["payment_status"] = "paid" if is_fine else "unpaid"
    account.save("session", session, "complete")
    result = "succeeded" if is_fine else "failed"
    account.emit(f"checkout.session.async_payment_{result}", session)


def _expire_due(account: Account, now: int) -> None:
    for session in _open_sessions(account):
        if session["expires_at"] <= now:
            close(account, session)


def _open_sessions(account: Account) -> list[Doc]:
    return account.world.store.every("session", account.id, "open")


def _accounts(world: World) -> list[str]:
    return world.store.accounts("session", "open")
