"""The time zones a phone number's owner may be in: every one of them has to be awake (R06)."""

from collections.abc import Iterable
from functools import lru_cache

import phonenumbers
from phonenumbers.timezone import time_zones_for_number
from phonenumbers.tzdata import TIMEZONE_DATA

from bot.rules.places import US_ZONES, zones_of_zip

_UNKNOWN = "Etc/Unknown"
_MOST_ZONES_OF_ONE_AREA = 6

# Overlays whose libphonenumber data lost the split of the area they cover (measured, 9.0.43).
_OVERLAY_OF = {"448": "850", "364": "270", "930": "812", "458": "541"}


def zones_of_number(e164: str) -> tuple[str, ...]:
    """All zones of the area code, for numbers move; all US zones for toll-free and unknown."""
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return US_ZONES
    if number.country_code == 1:
        return _zones_of_area(str(number.national_number)[:3])
    return _known(time_zones_for_number(number))


def candidate_zones(
    e164: str, zip_code: str | None = None, stated: str | None = None
) -> tuple[str, ...]:
    """The number's zones, the ZIP code's, and the one the patient told us of."""
    zones = (*zones_of_number(e164), *zones_of_zip(zip_code or ""), *((stated,) if stated else ()))
    return tuple(dict.fromkeys(zones))


@lru_cache(maxsize=1024)
def _zones_of_area(area: str) -> tuple[str, ...]:
    prefixes = tuple(f"1{code}" for code in (area, _OVERLAY_OF.get(area)) if code)
    found = {
        zone
        for prefix, zones in TIMEZONE_DATA.items()
        if prefix.startswith(prefixes)
        for zone in zones
    }
    return _known(sorted(found))


def _known(zones: Iterable[str]) -> tuple[str, ...]:
    found = tuple(zones)
    if not found or _UNKNOWN in found or len(found) > _MOST_ZONES_OF_ONE_AREA:
        return US_ZONES
    return found
