"""Their own pay is no payment to us: "got paid today", "ya me pagaron", "hoy cobre"."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

PAID, PAY = "already_paid", "pay_now"
_WAGES = re.compile(
    r"(?:^(?:(?:yo|hey|ok|so|well|hi|just|finally) )*(?:got|getting)|"
    r"\b(?:i|we|ive|im|he|she|my husband|my wife)(?: (?:just|finally|already|only|dont|wont|will|"
    r"do|usually))* (?:got|get|gets|getting|was|am|been)) paid\b"
    r"(?! (?:by|in full|off|for|on|with|thru|through))|"
    r"\b(?:they|my (?:job|work|boss)|work|boss) (?:just |finally |already )*paid (?:me|us)\b|"
    r"\bpay ?day\b|\b(?:got|have|get|cashed) my (?:pay ?check|check|pay|wages|salary)\b|"
    r"\b(?:me|nos) (?:acaban de pagar|pagaron|depositaron)\b(?: la| el| mi)?"
    r"(?: (?:quincena|sueldo|cheque|nomina|pago))?|"
    r"\b(?:me|nos) (?:cayo|llego) (?:la|el|mi) (?:quincena|sueldo|cheque|nomina|pago)\b|\b(?:ya |"
    r"hoy |ayer |apenas |recien )*cobre\b|"
    r"\b(?:dia|day) de (?:pago|cobro)\b|\b(?:mi|la) quincena\b"
)
_TO_US = re.compile(
    r"\b(?:paid|payed|sent|mailed|gave|pague|pagado|pagada|pagamos|mande|deposite|hice el pago|"
    r"receipt|recibo|refund|reembols\w+|insurance|seguro|aseguranza|medicare|medicaid)\b"
)


def speaks_of_wages(text: str) -> bool:
    """And says nothing of a payment to us."""
    said = plain_words(text)
    left = _WAGES.sub(" ", said)
    return left != said and not _TO_US.search(left)


def without_wages(heard: Understanding, text: str) -> Understanding:
    """What was heard as a payment that we should have; alone it is money to pay with."""
    if PAID not in {intent.name for intent in heard.intents} or not speaks_of_wages(text):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != PAID)
    ranking = tuple(intent for intent in heard.ranking if intent.name != PAID)
    if intents:
        return replace(heard, intents=intents, ranking=ranking)
    return replace(heard, intents=(Intent(PAY, 1.0),), ranking=ranking, decision=Decision.ACT)
