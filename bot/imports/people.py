"""People of a batch: new ones are added, known ones changed where the file tells otherwise."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.imports.gathering import Person
from bot.imports.report import Counts
from bot.models.crypto import blind_index
from bot.rules import told_fields
from bot.store import audit, imported_people
from bot.store.imported_people import KnownPerson

COLUMNS = {
    "first_name": "first_name",
    "last_name": "last_name",
    "date_of_birth": "birth_date",
    "zip": "zip",
    "phone": "phone",
    "email": "email",
    "language": "language",
}


def book_people(
    session: Session,
    practice_id: int,
    people: Sequence[Person],
    known: Mapping[str, KnownPerson],
    now: datetime,
) -> tuple[dict[str, int], Counts]:
    """External id -> id of everybody in the batch, also of guarantors only known from before."""
    fresh = [person for person in people if person.external_id not in known]
    ids = {external_id: person.id for external_id, person in known.items()}
    ids |= imported_people.add(session, practice_id, [_new(person) for person in fresh], now)
    off_limits = imported_people.suppressed(session, practice_id, ids.values())
    changes, suppressed, changed, kept = {}, 0, 0, 0
    for person in people:
        before = known.get(person.external_id)
        change = _changes(person, before) if before else {}
        kept += len(told_over(person, before)) if before else 0
        if is_off_limits(person, ids[person.external_id], off_limits):
            suppressed += 1
            change = {name: v for name, v in change.items() if not name.startswith("phone")}
        change |= _guarantor(person, before, ids)
        if change:
            changes[ids[person.external_id]] = change
            changed += before is not None
    imported_people.change(session, practice_id, changes)
    for patient_id in changes.keys() & {person.id for person in known.values()}:
        what = ",".join(sorted(changes[patient_id]))
        subject = f"patient:{patient_id}"
        audit.note(session, practice_id, "import", "patient changed", subject, now, columns=what)
    counts = Counts(
        patients_new=len(fresh),
        patients_changed=changed,
        numbers_suppressed=suppressed,
        kept_as_told=kept,
    )
    return ids, counts


def is_off_limits(person: Person, patient_id: int, off_limits: set[tuple[int, str]]) -> bool:
    """This number told us that it is not this person: a file does not bring it back (I17)."""
    phone = person.told.get("phone")
    return phone is not None and (patient_id, blind_index(phone)) in off_limits


def _new(person: Person) -> dict[str, Any]:
    phone = person.told.get("phone")
    told = {ours: person.told.get(theirs) for theirs, ours in COLUMNS.items()}
    return told | {
        "external_id": person.external_id,
        "phone_key": blind_index(phone) if phone else None,
        "language": person.told.get("language", "en"),
    }


def _changes(person: Person, before: KnownPerson) -> dict[str, Any]:
    """A blank cell tells nothing, so it changes nothing; nor does what the patient told over."""
    changes: dict[str, Any] = {
        ours: person.told[theirs]
        for theirs, ours in COLUMNS.items()
        if theirs in person.told
        and person.told[theirs] != getattr(before, ours)
        and ours not in told_over(person, before)
    }
    left = _still_told(person, before)
    if left != (before.told or {}):
        changes["told"] = left
    if "phone" in changes:
        changes["phone_key"] = blind_index(changes["phone"])
    return changes


def told_over(person: Person, before: KnownPerson) -> frozenset[str]:
    """Where the patient's word stands: the file says still what it said when they told us."""
    return frozenset(
        field
        for field in told_fields.FIELDS
        if field in person.told
        and told_fields.stands(before.told, field, blind_index(person.told[field]))
    )


def _still_told(person: Person, before: KnownPerson) -> dict[str, Any]:
    """The file changed a field after they had told us: from now on it is the file's again."""
    stand = told_over(person, before)
    told = dict(before.told or {})
    for field in told_fields.FIELDS:
        if field in person.told and field not in stand:
            told = told_fields.without(told, field)
    return told


def _guarantor(
    person: Person, before: KnownPerson | None, ids: Mapping[str, int]
) -> dict[str, int | None]:
    """Once everybody has an id. A guarantor who is not in this batch is left to theirs."""
    was = before.guarantor_id if before else None
    if person.guarantor is None:
        return {"guarantor_id": None} if was is not None and person.answers_for_self else {}
    told = ids.get(person.guarantor)
    return {"guarantor_id": told} if told is not None and told != was else {}
