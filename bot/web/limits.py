"""How often a page may be tried. Over Redis; in this process's memory while Redis is away."""

from functools import lru_cache

from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from bot.store.live import storage_url

SIGN_IN_BY_ADDRESS = parse("5 per 15 minutes")
SIGN_IN_BY_CLIENT = parse("60 per 15 minutes")
FRESH_LINK = parse("5 per hour")
CHAT_BY_VISIT = parse("12 per minute")
CHAT_BY_CLIENT = parse("120 per minute")
CHAT_BY_PRACTICE = parse("600 per minute")
NEW_CHATS_BY_CLIENT = parse("60 per hour")


def allows(redis_url: str, limit: RateLimitItem, *who: str) -> bool:
    """Counts this try. Redis is never the record: without it we count alone."""
    try:
        return _over_redis(redis_url).hit(limit, *who)
    except StorageError:
        return _in_memory().hit(limit, *who)


def forget(redis_url: str, limit: RateLimitItem, *who: str) -> None:
    """The tries before a success are no longer held against anybody."""
    try:
        _over_redis(redis_url).clear(limit, *who)
    except StorageError:
        _in_memory().clear(limit, *who)


@lru_cache(maxsize=4)
def _over_redis(redis_url: str) -> MovingWindowRateLimiter:
    storage = storage_from_string(
        storage_url(redis_url), wrap_exceptions=True, socket_timeout=1, socket_connect_timeout=1
    )
    return MovingWindowRateLimiter(storage)


@lru_cache(maxsize=1)
def _in_memory() -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(MemoryStorage())
