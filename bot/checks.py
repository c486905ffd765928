"""What a turn makes true of who writes: known, not known, known no more, none of ours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ForgetNumber:
    """This number never hears of these people again; no ids: of nobody on it."""

    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verified:
    person_id: int


@dataclass(frozen=True)
class IdentityFailed:
    pass


@dataclass(frozen=True)
class CheckEnded:
    """Somebody else holds the phone: whoever was known is not known any more."""
