"""How a phone number or an e-mail address is said back: enough to know it, not to read it."""

_ENDING = 4


def masked_email(email: str) -> str:
    user, _, domain = email.partition("@")
    return f"{user[:1]}***@{domain}"


def ending(phone: str) -> str:
    return phone[-_ENDING:]


def us_number(phone: str) -> str:
    """For colleagues, who are to dial it."""
    digits = phone.removeprefix("+1")
    if len(digits) != 10 or not phone.startswith("+1"):
        return phone
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
