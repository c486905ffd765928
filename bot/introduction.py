"""The first text of a thread names the practice and says that it is automated."""

from dataclasses import replace

from bot.action import Context, Outcome, Say, Verified

INTRODUCE_THEMSELVES = frozenset(
    {
        "who_is_this", "who_is_robot", "who_is_real", "who_has_number", "help", "opted_out",
        "opted_out_loss", "crisis", "opted_in", "opted_in_unknown",
    }
)  # fmt: skip


def introduced(context: Context, outcome: Outcome) -> Outcome:
    speaks_next = any(isinstance(fact, Verified) for fact in outcome.facts)
    if context.memory.introduced or not (outcome.says or speaks_next):
        return outcome
    if outcome.says and outcome.says[0].key in INTRODUCE_THEMSELVES:
        return outcome
    return replace(outcome, says=(Say("introduction"), *outcome.says))
