"""The language asked for, from the very next word; another one is for a person."""

from actions._people import fetch
from bot.action import Context, Outcome, Say, SpeakLanguage

SPOKEN = ("en", "es")


def respond(context: Context) -> Outcome:
    heard = context.understanding
    asked = heard.entities.language or heard.language
    if asked not in SPOKEN or (asked == context.language and not heard.entities.language):
        return fetch(context, "language_unsupported", "other_language", "language")
    return Outcome(says=(Say("language_changed"),), facts=(SpeakLanguage(asked),), kept=True)
