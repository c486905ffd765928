"""Phone numbers and e-mail addresses in a text."""

import re

import phonenumbers

from nlu.normal import Mention, Normal, fold

_PHONE = re.compile(
    r"(?<![\d$+])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?![\d-])|\+\d[\d .-]{8,16}\d"
)
_CONTACT = re.compile(
    r"\b(?:number|phone|cell|e-?mail\w*|mail\w*|address|addr|contact\w*|text\w*|call\w*|moved?|"
    r"spell\w*|name\w*|paper|language|spanish|english|numero|tel\w*|cel\w*|correo|direccion|"
    r"domicilio|llam\w*|mensaj\w*|escrib\w*|nombre|ingles|espanol|papel|mud\w+)\b"
)
_USER = r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}"
_EMAIL = re.compile(rf"{_USER}@(?:[a-z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,24}}")
_SAID_EMAIL = re.compile(
    rf"({_USER}) ?(?:@| at | arroba )\s?(gmail|yahoo|hotmail|outlook|icloud|aol)"
    r"(?: ?(?:\.| dot | punto )\s?|)(com)\b"
)
_LINK = re.compile(r"(?:https?://|www\.)\S{1,400}")


def find_phones(said: Normal) -> list[Mention[str]]:
    """In E.164; US numbers need no country code."""
    found = []
    for match in _PHONE.finditer(said.text):
        number = _number(match.group())
        if number:
            found.append(Mention(match.start(), match.end(), number))
    return found


def find_emails(said: Normal) -> list[Mention[str]]:
    found = [Mention(m.start(), m.end(), m.group()) for m in _EMAIL.finditer(said.text)]
    if found:
        return found
    said_aloud = _SAID_EMAIL.finditer(said.text)
    return [Mention(m.start(), m.end(), f"{m[1]}@{m[2]}.{m[3]}") for m in said_aloud]


def find_links(said: Normal) -> list[Mention[str]]:
    return [Mention(m.start(), m.end(), m.group()) for m in _LINK.finditer(said.text)]


def names_contact(text: str) -> bool:
    """A number, an address or how to be written to is spoken of."""
    said = fold(text)
    return bool(_CONTACT.search(said.text) or find_phones(said) or find_emails(said))


def parse_phone(text: str) -> str | None:
    """E.164, or None where no possible number is named."""
    found = find_phones(fold(text))
    return found[0].value if found else None


def parse_email(text: str) -> str | None:
    found = find_emails(fold(text))
    return found[0].value if found else None


def _number(digits: str) -> str | None:
    try:
        number = phonenumbers.parse(digits, "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    if number.country_code == 1 and str(number.national_number)[0] in "01":
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
