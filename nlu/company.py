"""Who is with them: "my granddaughter lives with me", in which a model hears danger.

What is left once that is cut out is heard by itself; any word of danger in it still counts.
"""

import re

from nlu.kin import CHILD
from nlu.normal import fold

_KIN = (  # no partner: somebody may be held by one
    rf"(?:{CHILD}|mom|mother|mama|grandma|grandmother|abuelit?a|niet[oa]s?|"
    r"grand ?(?:kids?|son|daughter|children))"
)
_COMPANY = re.compile(
    r"\b(?:he|she|they|we)(?:'?s|'?re| is| are)? (?:sitting |standing |all )?(?:right )?here"
    r"(?: (?:with|beside|next to) (?:me|us))?(?: (?:right now|too))?|"
    rf"\b(?:my|mi|mis) (?:\w+ )?{_KIN}(?:'?s| is| are| esta| estan| vive| viven| lives?)? "
    r"(?:right )?(?:here )?(?:with (?:me|us)|conmigo|con nosotros)|"
    rf"\b(?:tengo|tenemos|vivo|vivimos|live|living|stay|staying) (?:a |con |with )?(?:my|mi|mis) "
    rf"(?:\w+ )?{_KIN}(?: (?:conmigo|with me))?"
)


def besides_company(text: str) -> str | None:
    """The rest of the text; None where nobody is said to be with them."""
    said = fold(text).text
    left = _COMPANY.sub(" ", said)
    return None if left == said else " ".join(left.split())
