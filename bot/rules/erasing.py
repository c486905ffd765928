"""What may stay, once a patient is erased, of words on a number that others use as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.names import Likeness, likeness, words_of

SURE = (Likeness.SAME, Likeness.SHORT)


@dataclass(frozen=True)
class Erased:
    """Who goes; `others` are the first names of those who stay, `said` their texts that go."""

    patient_id: int
    first_name: str
    others: Sequence[str] = ()
    said: Sequence[str] = ()


def may_stay(words: str, owner_id: int | None, erased: Erased) -> bool:
    """Theirs go, another's stay. Of those that are nobody's we know of, theirs and of them go."""
    if owner_id is not None:
        return owner_id != erased.patient_id
    if not words.strip():
        return True
    return not any(words in said for said in erased.said if said) and not names(words, erased)


def names(words: str, erased: Erased) -> bool:
    """Are they the one who is named, and no namesake of theirs on the number?"""
    found = likeness(erased.first_name, words_of(words))
    rivals = [likeness(erased.first_name, words_of(other)) for other in erased.others]
    return found in SURE and not any(rival in SURE for rival in rivals)


def lines_left(
    note: str, owners: Sequence[int | None], erased: Erased
) -> tuple[str, list[int | None]]:
    """A note's lines and whose each is; lines from before that was written down are nobody's."""
    lines = note.splitlines()
    whose = [*owners, *[None] * len(lines)][: len(lines)]
    left = [
        (line, owner)
        for line, owner in zip(lines, whose, strict=True)
        if may_stay(line, owner, erased)
    ]
    return "\n".join(line for line, _ in left), [owner for _, owner in left]
