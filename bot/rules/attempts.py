"""What became of one try to pay, as far as our own rows know."""

from enum import StrEnum


class Story(StrEnum):
    """`unclear`: the checkout was opened, and only the payment partner knows more."""

    PAID = "paid"
    ON_ITS_WAY = "on_its_way"
    FAILED = "failed"
    UNFINISHED = "unfinished"
    UNCLEAR = "unclear"


_BY_STATUS = {
    "paid": Story.PAID,
    "processing": Story.ON_ITS_WAY,
    "failed": Story.FAILED,
    "expired": Story.UNFINISHED,
}


def story_of(status: str) -> Story:
    return _BY_STATUS.get(status, Story.UNCLEAR)
