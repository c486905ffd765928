"""A new address, number or e-mail: said back, and confirmed by a person where it must be.

An e-mail is kept at once, of a verified person. A number or a street is changed by a colleague;
somebody else is texted only after a colleague has their own yes.
"""

from actions._contact_words import ending, masked_email, us_number
from actions._people import fetch
from actions._wishes import current
from bot import identity
from bot.action import Context, Outcome, Question, Say, Wish
from bot.contact_facts import KeepEmail
from bot.rules.texting_wishes import Channel
from nlu.people import find_address, find_kin, names_address, names_new_number

ACTION = "update_contact"
PHONE, ADDRESS, EMAIL, OTHER = (
    "contact_phone", "contact_address", "contact_email", "contact_other",
)  # fmt: skip
_ASKING = {
    PHONE: "contact_phone_which",
    ADDRESS: "contact_address_which",
    EMAIL: "contact_email_which",
    OTHER: "contact_other_which",
}


def noted(context: Context) -> Outcome | None:
    """None where the text names nothing of the kind."""
    kind = _kind(context)
    if kind is None:
        return None
    if context.person is None:
        return identity.ask(context, (Wish(ACTION, context.text),))
    return _told(context, kind, find_kin(context.text) or "")


def answered(context: Context, question: Question) -> Outcome | None:
    """The number or the address that was asked for."""
    kind, kin = question.name, str(question.about.get("kin", ""))
    if not _names(context, kind):
        return None
    if context.person is None:
        whole = f"text my {kin} instead: {context.text}" if kin else context.text
        return identity.ask(context, (Wish(ACTION, whole),))
    return _told(context, kind, kin)


def _kind(context: Context) -> str | None:
    said = context.understanding.entities
    if find_kin(context.text):
        return OTHER
    if said.email:
        return EMAIL
    if said.phone:
        return PHONE
    if names_address(context.text):
        return ADDRESS
    return PHONE if names_new_number(context.text) else _bare_address(context)


def _bare_address(context: Context) -> str | None:
    """ "2290 Harding, apartment 6", once it was asked for."""
    asked = context.memory.question
    is_asked = asked is not None and asked.name == ADDRESS
    return ADDRESS if is_asked and find_address(context.text) else None


def _names(context: Context, kind: str) -> bool:
    said = context.understanding.entities
    if kind == ADDRESS:
        return find_address(context.text) is not None
    return said.email is not None if kind == EMAIL else said.phone is not None


def _told(context: Context, kind: str, kin: str) -> Outcome:
    if not _names(context, kind):
        about = {"kin": kin} if kin else {}
        question = Question(kind, ACTION, about)
        return Outcome(says=(Say(_ASKING[kind]),), question=question)
    return {PHONE: _phone, ADDRESS: _address, EMAIL: _email, OTHER: _other}[kind](context, kin)


def _email(context: Context, kin: str) -> Outcome:
    email = context.understanding.entities.email or ""
    keep, shown = KeepEmail(email), masked_email(email)
    if current(context).channel is Channel.EMAIL:
        return fetch(
            context, "wish_email", "update_contact", "contact", keep,
            note="E-mail instead of texts", email=shown,
        )  # fmt: skip
    return Outcome(says=(Say("contact_email_noted", {"email": shown}),), facts=(keep,))


def _phone(context: Context, kin: str) -> Outcome:
    phone = context.understanding.entities.phone or ""
    return fetch(
        context, "contact_phone_noted", "update_contact", "contact",
        note=f"New phone number to confirm: {us_number(phone)}", ending=ending(phone),
    )  # fmt: skip


def _address(context: Context, kin: str) -> Outcome:
    address = find_address(context.text) or ""
    return fetch(
        context, "contact_address_noted", "update_contact", "contact",
        note=f"New postal address to confirm: {address}", address=address,
    )  # fmt: skip


def _other(context: Context, kin: str) -> Outcome:
    """Never a text to a new number on one word alone: they are asked by a person first."""
    phone = us_number(context.understanding.entities.phone or "")
    who = kin or "other person"
    return fetch(
        context, "contact_other_noted", "text_somebody_else", "contact",
        note=f"Text their {who} at {phone}: ask that person for a yes first",
    )  # fmt: skip
