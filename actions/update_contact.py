"""How, when and where to reach somebody: wishes are kept, numbers are changed by a person."""

from actions import _contact_changes as changes
from actions import _texting_wishes as wishes
from actions._people import fetch, fetch_or_add
from bot.action import Context, Outcome, Question
from nlu.people import names_wrong_birth


def respond(context: Context) -> Outcome:
    if names_wrong_birth(context.text):
        return fetch(
            context, "contact_birth", "birth_date_wrong", "identity",
            note="Check the birth date on file",
        )  # fmt: skip
    wished = wishes.noted(context)
    if wished is not None and context.understanding.entities.email:
        return wished
    changed = changes.noted(context)
    if changed and wished:
        return wished.then(changed)
    return changed or wished or fetch_or_add(context, "contact_noted", "update_contact", "contact")


def answer(context: Context, question: Question) -> Outcome | None:
    """A number, an address or hours; anything else is about something else."""
    if question.name == wishes.WHEN:
        return wishes.answered(context)
    return changes.answered(context, question)
