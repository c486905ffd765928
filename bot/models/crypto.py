"""Contact fields are encrypted at rest; numbers are found again by a keyed hash."""

import hashlib
import hmac
from datetime import date

from cryptography.fernet import Fernet
from sqlalchemy import Dialect, String, TypeDecorator

_key: bytes | None = None


def use_key(field_key: str) -> None:
    """`field_key` is a Fernet key: 32 bytes, URL-safe base64. Raises ValueError if it is not."""
    global _key
    Fernet(field_key)
    _key = field_key.encode()


def blind_index(value: str) -> str:
    """A keyed hash: equal values are found, the value itself cannot be read back."""
    return hmac.new(_required_key(), value.encode(), hashlib.sha256).hexdigest()


def encrypt(text: str) -> str:
    return Fernet(_required_key()).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    return Fernet(_required_key()).decrypt(token.encode()).decode()


def _required_key() -> bytes:
    if _key is None:
        raise RuntimeError("no field key: call use_key() before touching contact fields")
    return _key


class EncryptedText(TypeDecorator[str]):
    """Text that only this program can read."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else decrypt(value)


class EncryptedDay(TypeDecorator[date]):
    """A day that only this program can read."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else encrypt(value.isoformat())

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(decrypt(value))
