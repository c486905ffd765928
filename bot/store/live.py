"""Redis: the only module that speaks to it. Never the record; losing it loses only liveness."""

from functools import lru_cache

import redis


@lru_cache(maxsize=4)
def connection(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)


def publish(url: str, practice_id: int, conversation_id: int) -> None:
    """Says to whoever watches that this thread has changed."""
    try:
        connection(url).publish(f"practice:{practice_id}", str(conversation_id))
    except redis.RedisError:
        return


def answers(url: str) -> bool:
    try:
        return bool(connection(url).ping())
    except redis.RedisError:
        return False


def storage_url(url: str) -> str:
    """The same server, as the rate limiter wants it named."""
    if url.startswith("unix://"):
        return url.replace("unix://", "redis+unix://", 1)
    return url
