"""Consents of a batch. A yes belongs to its number, and never outlives a later no."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.imports.gathering import Person
from bot.models.crypto import blind_index
from bot.store import imported_people
from bot.store.imported_people import KnownConsent, KnownPerson

UNTOLD = "balances file"


def book_consents(
    session: Session,
    practice_id: int,
    people: Sequence[Person],
    ids: Mapping[str, int],
    known: Mapping[str, KnownPerson],
    now: datetime,
) -> int:
    """How many were given. Only who answers for a bill of their own gives one."""
    told = [p for p in people if p.answers_for_self and "sms_consent_at" in p.told]
    keys = {ids[p.external_id]: _phone_key(p, known.get(p.external_id)) for p in told}
    off_limits = imported_people.suppressed(session, practice_id, keys)
    refusals = imported_people.opted_out(session, practice_id, filter(None, keys.values()))
    on_record: defaultdict[int, list[KnownConsent]] = defaultdict(list)
    for consent in imported_people.consents(session, practice_id, keys):
        on_record[consent.patient_id].append(consent)
    given, ended = [], []
    for person in told:
        patient_id = ids[person.external_id]
        key = keys[patient_id]
        if key is None or (patient_id, key) in off_limits:
            continue
        older = on_record[patient_id]
        if is_news(person.told, key, older, refusals.get(key)):
            given.append(_given(person, patient_id, key))
            ended += [consent.id for consent in _active(older, key)]
    imported_people.end_consents(session, practice_id, ended, now)
    imported_people.add_consents(session, practice_id, given)
    return len(given)


def is_news(
    told: Mapping[str, Any],
    phone_key: str,
    older: Sequence[KnownConsent],
    opted_out_at: datetime | None,
) -> bool:
    """Does the file tell of a yes for this number that is not on record and still holds?"""
    given_at: datetime = told["sms_consent_at"]
    for active in _active(older, phone_key):
        says_otherwise = told.get("unencrypted_ok", active.unencrypted_ok) != active.unencrypted_ok
        return says_otherwise and given_at >= active.given_at
    noes = [c.revoked_at for c in older if c.phone_key == phone_key and c.revoked_at]
    if opted_out_at is not None:
        noes.append(opted_out_at)
    is_another_numbers = any(c.given_at == given_at and c.phone_key != phone_key for c in older)
    return not is_another_numbers and all(given_at > no for no in noes)


def _active(consents: Iterable[KnownConsent], phone_key: str) -> list[KnownConsent]:
    return [c for c in consents if c.phone_key == phone_key and c.revoked_at is None]


def _given(person: Person, patient_id: int, phone_key: str) -> dict[str, Any]:
    return {
        "patient_id": patient_id,
        "phone_key": phone_key,
        "source": person.told.get("sms_consent_source", UNTOLD),
        "given_at": person.told["sms_consent_at"],
        "unencrypted_ok": person.told.get("unencrypted_ok", False),
    }


def _phone_key(person: Person, known: KnownPerson | None) -> str | None:
    if "phone" in person.told:
        return blind_index(person.told["phone"])
    return known.phone_key if known else None
