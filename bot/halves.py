"""A name in one text and the birth date in the next: one answer to who it is."""

from dataclasses import replace

from bot.action import Context
from bot.rules.names import words_of
from bot.told import tells, tells_a_name
from nlu.understanding import Decision

HALF = "half"
"""Kept in the identity question: the text that told the one or the other."""
MOST_WORDS = 4
_NO_NAMES_WORDS = """
in en on at no not dont know what why who when how que quien cuando como por para se uh um idk nose
sabe this esto wait espere sure ok okay yes si yeah hola hello hi
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())


_ASKING_WORDS = """
is are was do does did can could will would who what when where why how which
es son era que quien cual cuanto cuantos cuando donde como por puedo puede
"""
_ASKING = frozenset(_ASKING_WORDS.split())


def is_question(text: str) -> bool:
    """ "Is that all of us": no try at a birth date, though nothing was understood."""
    if any(letter.isdigit() for letter in text):
        return False
    first = next(iter(words_of(text)), "")
    return text.rstrip().endswith("?") or first in _ASKING


def is_name(context: Context) -> bool:
    """A word or two that may be a name, and nothing that was understood; right or not."""
    heard, text = context.understanding, context.text
    is_known = heard.decision is Decision.ACT and heard.main != "out_of_scope"
    is_short = 0 < len(words_of(text)) <= MOST_WORDS and text.strip(" .!").count(" ") < MOST_WORDS
    has_signs = any(not (letter.isalpha() or letter in " .,'-!") for letter in text)
    is_plain = not has_signs and not _NO_NAMES & set(words_of(text))
    return is_short and not is_known and is_plain and tells_a_name(context)


def joined(context: Context) -> Context:
    """The half that was told before, and this one."""
    question = context.memory.question
    kept = question.about.get(HALF) if question is not None else None
    if not isinstance(kept, str):
        return context
    before = replace(context, text=kept)
    is_other_half = tells(context) != tells(before)
    if not is_other_half or (tells(context) and tells_a_name(context)):
        return context
    if not tells(context) and not is_name(context):
        return context
    return replace(context, text=f"{kept} {context.text}")
