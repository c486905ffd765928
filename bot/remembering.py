"""What is kept in mind between two texts of one thread."""

from dataclasses import replace
from datetime import datetime

from bot.action import Context, IdentityFailed, Memory, Outcome, Question, Verified
from bot.identity import QUESTION
from bot.stuck import counted
from nlu.understanding import Decision


def remembered(memory: Memory, outcome: Outcome, context: Context) -> Memory:
    """What is kept in mind for the next text."""
    question = memory.question if outcome.kept and not outcome.question else outcome.question
    keys = tuple(say.key for say in outcome.says)
    return replace(
        counted(memory, outcome),
        question=question,
        let_go=None,
        wishes=outcome.wishes if not outcome.kept else outcome.wishes or memory.wishes,
        clarifications=memory.clarifications + 1 if outcome.clarifies else 0,
        introduced=memory.introduced or bool(keys),
        last_keys=keys or memory.last_keys,
        identity_failures=_failures(memory, outcome, context),
        complaints=memory.complaints + ("complaint_heard" in keys),
        repeats=memory.repeats + 1 if _is_said_again(context, question) else 0,
        owner_id=context.person.id if context.person and outcome.question else memory.owner_id,
    )


def _is_said_again(context: Context, question: Question | None) -> bool:
    """While it is asked who writes nothing has been said again yet."""
    heard = context.understanding
    is_asked = heard.decision is Decision.ACT and heard.main == "repeat"
    return is_asked and (question is None or question.name != QUESTION)


def _failures(memory: Memory, outcome: Outcome, context: Context) -> tuple[datetime, ...]:
    """Who is known already clears no tries at another's date by telling their own once more."""
    known_id = context.person.id if context.person else 0
    if any(isinstance(f, Verified) and f.person_id != known_id for f in outcome.facts):
        return ()
    failed = any(isinstance(fact, IdentityFailed) for fact in outcome.facts)
    return (*memory.identity_failures, context.now) if failed else memory.identity_failures
