"""Not the patient's number: forgotten at once, one apology, no name and no amount (I17)."""

from bot.action import Context, FetchPerson, ForgetNumber, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(
        says=(Say("forgotten"),),
        facts=(ForgetNumber(), FetchPerson("wrong_number", "contact")),
    )
