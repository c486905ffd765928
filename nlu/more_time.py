"""A week or a month more, asked for: "give me another week", "necesito otra semana".

The whole text is read: "another week of this" and "another week went by" ask for nothing.
"""

import re
from datetime import date, timedelta

from nlu.days import add_months
from nlu.reading import read

_LEAD = (
    r"(?:(?:hi|hey|hello|ok|okay|so|no|and|but|sorry|actually|please|pls|yeah|well|hmm|um|hola|"
    r"pues|bueno|mejor|perdon|disculpe|oiga|mire|y|pero|entonces|ill|i will|por favor)\s)*"
)
_ASKS = (
    r"(?:(?:(?:can|could|may|might|would|cant) (?:i|we|you|u|yall) "
    r"(?:(?:please|pls|maybe|just|possibly|at least|still|all)\s)*"
    r"(?:get|have|give(?: me| us)?|do|take|ask for|wait|push it|push it back|move it|extend it|"
    r"add|hold off|hold it)|"
    r"(?:give|gimme|allow|grant|spare)(?: me| us)?|"
    r"(?:(?:i|we) )?(?:(?:will|ll|do|really|just|still|might|may|would|id|am going to|gonna)\s)*"
    r"(?:need|want|like|have to wait|could use|be needing|ask for|require|take)|"
    r"(?:is it|would it be|is there) (?:ok|okay|possible|fine|any way)"
    r" (?:to (?:get|have|wait|take)|if i (?:take|get|have|wait)|i can (?:get|have))|"
    r"any chance (?:of|for|i (?:can|could) (?:get|have))|"
    r"how about|what about|make it|lets do|let me have|in|for|wait|push it|move it|extend it|"
    r"(?:me |nos )?(?:puede|podria|pueden|podrian)(?: (?:dar(?:me|nos)?|esperar(?:me|nos)?))?|"
    r"(?:me|nos) (?:da|the|dan|daria|darian|regala|permite|espera|esperan)|"
    r"(?:deme|dame|denme|denos|espereme|espere|esperen|esperenme|aguanteme|regaleme)|"
    r"(?:yo )?(?:necesito|quiero|quisiera|ocupo|pido|le pido|me gustaria|voy a necesitar|"
    r"necesitaria)(?: (?:que me den|tener))?|"
    r"(?:puedo|podria|se puede|seria posible|es posible) (?:tener|esperar|pedir(?:le)?|pagar en|"
    r"en)|en|que sea(?: en)?|paselo|muevalo)"
    r"(?: (?:by|for|just|only|like|about|at least|solo|nomas))*\s)?"
)
_MORE = (
    r"(?:(?:another|1 more|one more|an extra|an additional|otr[ao]) (?P<unit>week|month)|"
    r"(?:a|an|1|one|un|una) (?P<unit2>week|month) (?:more|longer|extra|mas))"
)
_TAIL = (
    r"(?: (?:to pay(?: (?:it|this|that))?|please|pls|plz|thanks|thank you|ok|okay|instead|then|"
    r"more|mas|extra|if (?:possible|i can|thats (?:ok|okay|fine|possible))|"
    r"is that (?:ok|okay|fine|possible|alright|cool)|(?:for|on) (?:it|that|this)|"
    r"before i (?:can )?pay|to (?:get|come up with|find) (?:it|the money)(?: together)?|"
    r"till i get paid|para pagar(?:lo|la|les)?|por favor|porfa|gracias|si (?:se puede|es posible)|"
    r"de plazo|esta bien|se puede))*"
)
_ASKED = re.compile(rf"{_LEAD}{_ASKS}{_MORE}{_TAIL}")


def asks_more_time(text: str, language: str | None = None) -> bool:
    return _found(text, language) is not None


def after_more_time(text: str, stands: date, language: str | None = None) -> date | None:
    """The day that `stands`, a week or a month on; None where no time is asked for."""
    found = _found(text, language)
    if found is None:
        return None
    is_month = "month" in (found["unit"], found["unit2"])
    return add_months(stands, 1) if is_month else stands + timedelta(days=7)


def _found(text: str, language: str | None) -> re.Match[str] | None:
    said = read(text, language).text.replace("'", "")
    return _ASKED.fullmatch(" ".join(re.sub(r"[^\w]+", " ", said).split()))
