""" "Ok" or a thumb, in answer to a reminder or a note of ours, or days later: nothing is agreed."""

from dataclasses import replace

from bot.action import Context, Outcome, Registry, Say
from nlu.reactions import takes_notice
from nlu.small_words import small_words

THANK = "thank"
_MAY_BE_YES = "opt_out_sure"


def noted(registry: Registry, context: Context) -> Outcome | None:
    """A kind word; what was asked before stays open, and is not asked again for it."""
    memory = context.memory
    is_late = memory.let_go is not None and memory.question is None
    is_asked = memory.question is not None and memory.question.name == _MAY_BE_YES
    if is_asked or not (is_late or context.unprompted) or not takes_notice(context.text):
        return None
    if memory.let_go is not None and memory.let_go.name == _MAY_BE_YES:
        again = registry[memory.let_go.action].answer
        return again(context, memory.let_go) if again else None
    if small_words(context.text) == THANK or context.understanding.main == THANK:
        return replace(registry[THANK].respond(context), kept=True)
    return Outcome(says=(Say("all_right"),), kept=True)
