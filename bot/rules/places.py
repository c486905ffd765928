"""Where a patient may be, from a ZIP code or an area code, as far as a rule asks (R05, R06)."""

from bisect import bisect_right

US_ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
)
"""A moment polite in all of these is polite in all fifty states."""

_EAST, _CENTRAL, _MOUNTAIN, _ARIZONA, _PACIFIC, _ALASKA, _HAWAII = US_ZONES

# First three ZIP digits from which a state's range begins (USPS Publication 65); "" is no state.
_ZIP_RANGES = (
    "0: 5:NY 6:PR 10:MA 28:RI 30:NH 39:ME 50:VT 55:MA 56:VT 60:CT 70:NJ 90: 100:NY 150:PA "
    "197:DE 200:DC 201:VA 202:DC 206:MD 220:VA 247:WV 269: 270:NC 290:SC 300:GA 320:FL 340: "
    "341:FL 350:AL 370:TN 386:MS 398:GA 400:KY 428: 430:OH 460:IN 480:MI 500:IA 529: 530:WI "
    "550:MN 568: 569:DC 570:SD 578: 580:ND 589: 590:MT 600:IL 630:MO 659: 660:KS 680:NE 694: "
    "700:LA 715: 716:AR 730:OK 733:TX 734:OK 750:TX 800:CO 817: 820:WY 832:ID 839: 840:UT 848: "
    "850:AZ 866: 870:NM 885:TX 886: 889:NV 899: 900:CA 962: 967:HI 969: 970:OR 980:WA 995:AK "
    "1000:"
)
_ZIP_STARTS = tuple(
    (int(start), state) for start, state in (entry.split(":") for entry in _ZIP_RANGES.split())
)
_STARTS = tuple(start for start, _ in _ZIP_STARTS)

_STATES_OF_ZONES = {
    (_EAST,): "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV FL MI",
    (_CENTRAL,): "AL AR IA IL LA MN MO MS OK WI TX KS NE",
    (_MOUNTAIN,): "CO MT NM UT WY ID",
    (_PACIFIC,): "CA WA OR NV",
    (_HAWAII,): "HI",
    (_MOUNTAIN, _ARIZONA): "AZ",
    (_ALASKA, _HAWAII): "AK",
    (_EAST, _CENTRAL): "IN KY TN",
    (_CENTRAL, _MOUNTAIN): "ND SD",
    ("America/Puerto_Rico",): "PR",
}
_ZONES_OF_STATE = {
    state: zones for zones, states in _STATES_OF_ZONES.items() for state in states.split()
}
ALL_STATES = tuple(sorted(_ZONES_OF_STATE))  # with DC and PR
# ZIP regions where a state of mostly one zone keeps another one too.
_SPLIT_ZIPS = {
    (_EAST, _CENTRAL): "323 324 325 498 499",
    (_CENTRAL, _MOUNTAIN): "677 678 679 690 691 692 693 797 798 799 885",
    (_MOUNTAIN, _PACIFIC): "835 838 898 979",
}
_ZONES_OF_ZIP = {prefix: zones for zones, text in _SPLIT_ZIPS.items() for prefix in text.split()}

# Area codes of the states with texting windows of their own (numbering plan, November 2026).
_AREA_CODES = {
    "CT": "203 475 860 959",
    "FL": "239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 "
    "941 954",
    "MD": "227 240 301 410 443 667",
    "MS": "228 601 662 769",
    "NJ": "201 551 609 640 732 848 856 862 908 973",
    "OK": "405 539 572 580 918",
    "RI": "401",
    "TX": "210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 "
    "915 936 940 945 956 972 979",
    "WA": "206 253 360 425 509 564",
}
_STATE_OF_AREA = {area: state for state, text in _AREA_CODES.items() for area in text.split()}


def state_of_zip(zip_code: str) -> str | None:
    """ "TX"; None for military mail, Guam, or what is no ZIP code."""
    prefix = zip_code.strip()[:3]
    if len(prefix) < 3 or not prefix.isdecimal():
        return None
    return _ZIP_STARTS[bisect_right(_STARTS, int(prefix)) - 1][1] or None


def zones_of_zip(zip_code: str) -> tuple[str, ...]:
    """Every zone the ZIP code may lie in; () when it tells nothing."""
    prefix = zip_code.strip()[:3]
    return _ZONES_OF_ZIP.get(prefix) or _ZONES_OF_STATE.get(state_of_zip(zip_code) or "", ())


def state_of_number(e164: str) -> str | None:
    """The state of a US area code, only if that state has a window of its own."""
    return _STATE_OF_AREA.get(e164[2:5]) if e164.startswith("+1") else None


def states_of(e164: str, zip_code: str | None) -> tuple[str, ...]:
    """The candidate states whose windows bind: of the area code and of the ZIP code."""
    found = (state_of_number(e164), state_of_zip(zip_code or ""))
    return tuple(dict.fromkeys(state for state in found if state))
