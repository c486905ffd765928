"""What a text about insurance is: another insurance, a question for a person, or for the ledger."""

import re
from enum import StrEnum

from actions._words import plain
from nlu.from_nothing import expects_cover
from nlu.insurance import Insurance, find_insurance, insurers

_COVER = (
    r"(?:insurances?|insured|coverage|polic(?:y|ies)|plan|card|seguros?|aseguranza|aseguransa|"
    rf"aseguradora|poliza|cobertura|tarjeta|{insurers()})"
)
_NEW = re.compile(
    r"\b(?:new|newer|other|another|second(?:ary)?|supplement\w*|different|wrong|old|outdated|"
    r"updated?|chang\w+|switch\w+|moved from|nuev[oa]|nueb[oa]|otr[oa]|segund[oa]|secundari[oa]|"
    r"viej[oa]|anterior|cambi\w+|actualiz\w+|equivocad[oa]|pasamos al?)\b.{0,40}\b" + _COVER
    + r"\b|\b" + _COVER + r"\b.{0,25}\b(?:changed|switched|is (?:new|old|different)|expired|ended|"
    r"started|no good|cambio|vencio|es (?:nuev\w|otr\w|viej\w))|\b" + _COVER
    + r" (?:medico |mio )?(?:nuev[oa]|nueb[oa]|viej[oa]|anterior|distint[oa]|diferente|"
    r"secundari[oa])"
)  # fmt: skip
_HAVE = re.compile(
    r"\b(?:i|we|he|she|my \w+|kids)(?:'ve| do)?(?: now| also| just)? (?:have|has|had|got|get|am on|"
    r"is on|are on|are with|was on|am with)\b.{0,25}\b" + _COVER
    + r"\b|\bi'm (?:on|with)\b.{0,20}\b" + _COVER
    + r"\b|\b(?:tengo|tenemos|tiene|traigo|trae|consegui|estoy con|estamos con|ando con)\b.{0,25}\b"
    + _COVER
)  # fmt: skip
_RUN = re.compile(
    r"^\W*(?:please |pls |plz |can you |could you |por favor |puede[n]? )?(?:re-?)?"
    r"(?:run|send|bill|submit|file|put|use|charge|pasen?|pasel[oa]|manden?|mandel[oa]|"
    r"cobren?l?e?|metan?|usen?)\b"
    r".{0,30}\b" + _COVER
)
_APPEAL = re.compile(r"\bappeal\w*|\bapel(?:ar|acion|o|e|amos|ando)\b")
_NOT_BILLED = re.compile(
    r"\b(?:did ?n'?t|not|have ?n'?t|never|nobody|no (?:les? )?(?:han?|lo|la|le|me)|nunca)\b.{0,30}"
    r"\b(?:bill|billed|file|filed|submit\w*|sent|send|run|mandado|mandaron|cobr\w+|enviad\w+|"
    r"enviaron|pasaron|metieron)\b"
)
_NAMED = re.compile(r"\b(?:insurance|insurer|seguro|aseguranza|aseguradora)\b")
_FOR_PERSON = re.compile(
    r"\bwhy\b|how come|\bpor ?que\b|\bxq\b|\bxk\b|den(?:y|ied|ial|egad\w+|egaron)|reject\w*|"
    r"refuse\w*|rechaz\w+|rebot\w+|not covered|(?:didn'?t|doesn'?t|won'?t|not) (?:it |they )?cover|"
    r"no (?:lo |la |me )?cubr\w+|network|de la red|prior auth\w*|autoriz\w+|out of pocket|"
    r"pocket max|\bcode[ds]?\b|codigo|\baccept\b|"
    r"\btake\b(?! (?:a|some|long|care|too|so|off|me|my time)\b)|acept\w+|agarran|primary|"
    r"coordinat\w+|responsib\w+|eob says|(?:count\w*|go\w*|appl\w+|met|meet|cuenta\w*|va|vale) "
    r".{0,20}deduc\w+|"
    r"explanation of benefits"
)
_STATUS = re.compile(
    r"\b(?:did|has|have they|what|how much|paid|pay|pays|cover\w*|bill(?:ed)?|process\w*|pag\w+|"
    r"cubri\w+|cuanto|que parte|cobraron|pasaron|mandaron|enviaron|ya)\b|\?"
)
_STATUS_OR_WHY = re.compile(
    rf"{_STATUS.pattern}|\bwhy\b|how come|\bpor ?que\b|\bxq\b|\bx q\b|\bxk\b|\bpq\b|cobrando|"
    r"doesn'?t|should"
)
_WHY_CHARGED = re.compile(
    r"(?:\bwhy\b|how come|\bpor ?que\b|\bxq\b|\bx q\b|\bxk\b|\bpq\b).{0,40}\b(?:charg\w+|bill\w*|"
    r"owe|"
    r"pay\w*|get(?:ting)? (?:a|this)|cobr\w+|debo|pag\w+|lleg\w+)"
)
_WHO_CHECKS = re.compile(
    r"\b(?:who|whos|who's|quien|quienes)\b.{0,14}\b(?:looks?|check\w*|handl\w*|review\w*|work\w*|"
    r"revis\w+|ve|checa\w*|atiende\w*|lleva|encarga|arregla)\b"
)
_BILLED_WHICH = re.compile(
    r"\b(?:bill\w*|sen[dt]|submit\w*|filed?|ran|run|charg\w+|cobr\w+|mand\w+|envi\w+|pas\w+)\b"
    rf".{{0,25}}\b(?:{insurers()}|(?:right|correct|wrong) (?:insurance|one|plan|company)|"
    r"(?:insurance|plan|company|seguro|aseguranza) (?:correct[oa]|equivocad[oa]))\b|"
    r"\b(?:which|what|cual|que) (?:insurance|plan|company|seguro|aseguranza)\b.{0,25}\b(?:bill\w*|"
    r"sen[dt]|us\w+|file|on file|have|ha[ns]|cobr\w+|mand\w+|envi\w+|tiene[n]?)\b"
)
_ASKS_PAID = re.compile(
    r"\b(?:did|has|have) (?:my |the |our )?(?:insurance|they|it) (?:\w+ )?(?:pay|paid|cover\w*)\b|"
    r"\b(?:pago|pagaron|cubrio|cubrieron) (?:algo |nada )?(?:mi |el |la )?(?:seguro|aseguranza)\b|"
    r"\b(?:mi |el |la )?(?:seguro|aseguranza|aseguransa) (?:si )?pago o no\b"
)
_FEW_WORDS = 4


class About(StrEnum):
    NEW_INSURANCE = "new_insurance"
    APPEAL = "appeal"
    NOT_BILLED = "not_billed"
    PERSON = "person"
    LEDGER = "ledger"
    MAYBE_NEW = "maybe_new"


def about(text: str, told: Insurance, *, is_insured: bool) -> About:
    """`is_insured`: the ledger shows that an insurance has dealt with a bill."""
    said = plain(text)
    if _APPEAL.search(said):
        return About.APPEAL
    if _ASKS_PAID.search(said) and not told.member_id:
        return About.LEDGER
    if told.member_id or _RUN.search(said) or (_NEW.search(said) and not _asks_for_list(said)):
        return About.NEW_INSURANCE
    if _NOT_BILLED.search(said):
        return About.NOT_BILLED
    asks = _STATUS_OR_WHY if told.name else _WHY_CHARGED
    if _HAVE.search(said) and asks.search(said):
        return About.MAYBE_NEW
    if expects_cover(text) and not told.name:
        return About.LEDGER
    if _FOR_PERSON.search(said) or _WHO_CHECKS.search(said):
        return About.PERSON
    if _offers(said, told, is_insured):
        return About.NEW_INSURANCE
    return About.LEDGER


def names_insurance(text: str) -> bool:
    return _NAMED.search(plain(text)) is not None or find_insurance(text).name is not None


def asks_who_checks(text: str) -> bool:
    return _WHO_CHECKS.search(plain(text)) is not None


def asks_which(text: str) -> bool:
    """ "Did you bill Aetna", "was it the right insurance": the ledger knows sums, and no names."""
    return _BILLED_WHICH.search(plain(text)) is not None


def _offers(said: str, told: Insurance, is_insured: bool) -> bool:
    """ "I have Medicaid" or a bare "blue cross": news, unless it asks what that one paid."""
    if _STATUS.search(said):
        return False
    has_one = _HAVE.search(said) is not None
    is_bare = told.name is not None and len(said.split()) <= _FEW_WORDS
    return has_one and (told.name is not None or not is_insured) or is_bare


def _asks_for_list(said: str) -> bool:
    """ "Do you take other plans" is no news of one."""
    return re.search(r"\b(?:take|accept|agarran|aceptan)\b", said) is not None
