"""Steps of random dialogues: what a patient may do next, and what the ear was told it means."""

from dataclasses import dataclass
from datetime import timedelta

from benchmarks.persona_dialogue import Dialogue
from bot.reminders import remind
from tests.ear import ScriptedEar

YESES = frozenset({"AGREE", "ok that works for me", "yes", "acepto", "si esta bien"})
CRISES = frozenset({"i want to kill myself", "me quiero morir"})
CLARIFIES = ("clarify", "clarify_again", "choose_again", "identity_unread*")


@dataclass(frozen=True)
class Says:
    body: str
    means: str = "out_of_scope"

    def do(self, dialogue: Dialogue) -> None:
        ear = dialogue.stage.runtime.ear
        assert isinstance(ear, ScriptedEar)
        ear.meanings[self.body] = self.means
        dialogue.exchange((self.body,))


@dataclass(frozen=True)
class Waits:
    hours: int

    def do(self, dialogue: Dialogue) -> None:
        dialogue.script.append(f"({self.hours} hours later)")
        dialogue.stage.runtime.clock.advance(timedelta(hours=self.hours))  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Reminders:
    """The scheduler's tick, some days later."""

    days: int = 9

    def do(self, dialogue: Dialogue) -> None:
        stage = dialogue.stage
        stage.runtime.clock.advance(timedelta(days=self.days))  # type: ignore[attr-defined]
        dialogue.script.append(f"({self.days} days later, reminders)")
        was_opted_out = dialogue.state().opted_out
        list(remind(stage.runtime, stage.practice_id, stage.runtime.clock.now()))
        dialogue.hear(stage.read(), was_opted_out)


Step = Says | Waits | Reminders

KNOWN = (Says("3/14/80"), Says("78701"), Says("14 de marzo de 1980"))
STRANGE = (
    Says("5/5/1955"), Says("asdf qwer"), Says("?"), Says("the blue one", "?ask_balance+pay_now"),
    Says("cosa rara", "?insurance_question+request_human"), Says("purple monkey"),
)  # fmt: skip
BILL = (
    Says("how much do i owe", "ask_balance"), Says("cuanto debo", "ask_balance"),
    Says("when is it due", "ask_due_date"), Says("what is this for", "explain_charge"),
    Says("the feb 10 one", "explain_charge"), Says("send me the bill", "request_statement"),
    Says("did insurance pay", "insurance_question"), Says("QUESTION"),
)  # fmt: skip
MONEY = (
    Says("pay", "pay_now"), Says("PAY"), Says("pay 50 now", "pay_now"), Says("half", "pay_now"),
    Says("999999", "pay_now"), Says("pagar 40", "pay_now"), Says("0.50", "pay_now"),
    Says("40 now and the rest in 3 payments", "pay_now+set_up_plan"),
    Says("20 today and the rest friday", "pay_now+promise_to_pay"),
    Says("PLAN"), Says("plan please", "set_up_plan"), Says("60 a month", "set_up_plan"),
    Says("1 a month", "set_up_plan"), Says("in 12 payments", "set_up_plan"),
    Says("every two weeks", "set_up_plan"), Says("starting april 1", "set_up_plan"),
    Says("move it to the 25th", "change_plan"), Says("pay it off early", "change_plan"),
    Says("friday", "promise_to_pay"), Says("when i get paid", "promise_to_pay"),
    Says("el viernes le pago 30", "promise_to_pay"), Says("later", "remind_later"),
    Says("i already paid 55", "already_paid"), Says("receipt please", "request_receipt"),
    Says("link broken", "payment_problem"), Says("money back", "request_refund"),
)  # fmt: skip
ANSWERS = (
    *(Says(yes, "affirm") for yes in sorted(YESES)), Says("no", "deny"), Says("no gracias", "deny"),
    Says("never mind", "cancel"), Says("say that again", "repeat"), Says("thanks", "thank"),
    Says("hi", "greet"), Says("the first one"), Says("the second one"), Says("55"),
    Says("the 20th"),
)  # fmt: skip
TROUBLE = (
    Says("this bill is wrong", "dispute_charge"), Says("the lab is wrong", "dispute_charge"),
    Says("i lost my job", "financial_hardship"), Says("you are awful", "complaint"),
    Says("wrong number", "wrong_person"), Says("PERSON"), Says("a human", "request_human"),
    Says("call me after 5", "request_call"), Says("new address", "update_contact"),
    Says("who is this", "who_is_this"), Says("my back hurts", "medical_question"),
    Says("en espanol por favor", "change_language"), Says("english please", "change_language"),
    Says("HELP"), Says("START"), Says("STOP"), Says("no more texts", "opt_out"),
    Says("maybe stop", "?opt_out+ask_balance"), *(Says(body, "crisis") for body in sorted(CRISES)),
    Says("4242 4242 4242 4242"), Says(""),
)  # fmt: skip
TIME = (Waits(1), Waits(30), Waits(100), Reminders(), Reminders(days=20))
STEPS: tuple[Step, ...] = KNOWN * 4 + STRANGE + BILL * 2 + MONEY + ANSWERS + TROUBLE + TIME
