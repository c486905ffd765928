"""The letters of GSM-7, for the counter in the composer: asked of the rule, not written twice."""

from bot.rules.segments import is_gsm7, segments

LAST_LETTER = 0x2100
PAIRS_PER_SEGMENT = 80
_KNOWN = [letter for letter in map(chr, range(LAST_LETTER)) if is_gsm7(letter)]

DOUBLE = "".join(letter for letter in _KNOWN if segments(letter * (PAIRS_PER_SEGMENT + 1)) > 1)
"""Letters that take two places."""
BASIC = "".join(letter for letter in _KNOWN if letter not in DOUBLE)
