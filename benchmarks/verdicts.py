"""What became of one text, from the rows it left: an answer, a question back, a person, silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from benchmarks.product import Product

FAILED = frozenset({"failed", "unknown", "undelivered"})
CLARIFIES = frozenset({"clarify", "clarify_again", "opt_out_sure", "choose_again"})
ROWS = """
    select heard.twilio_sid, heard.conversation_id, heard.taken_at is not null, heard.understood,
           said.body, said.status, said.reason, coalesce(said.says, '[]'::jsonb),
           exists (select 1 from handoffs h where h.conversation_id = heard.conversation_id)
    from messages heard left join messages said on said.answers_id = heard.id
    where heard.twilio_sid = any(%s) order by said.id
"""


class Verdict(StrEnum):
    ANSWER = "answer"
    CLARIFICATION = "clarification"
    IDENTITY_QUESTION = "identity_question"
    HAND_OFF = "hand_off"
    OPT_OUT = "opt_out_confirmation"
    ERROR = "error"


@dataclass(frozen=True)
class Heard:
    """`main` is "" when the product noted no intent. `problem` is "" unless it is an error."""

    sid: str
    verdict: Verdict
    main: str = ""
    decision: str = ""
    reply: str = ""
    problem: str = ""


def verdicts(product: Product, sids: Sequence[str]) -> dict[str, Heard]:
    """By the text's sid; a text that left no row at all is an error too."""
    rows = {row[0]: row for row in product.rows(ROWS, list(sids))}
    return {sid: _verdict(rows[sid]) if sid in rows else _lost(sid) for sid in sids}


def _lost(sid: str) -> Heard:
    return Heard(sid, Verdict.ERROR, problem="the text was not stored")


def _verdict(row: tuple[Any, ...]) -> Heard:
    sid, _, is_taken, understood, body, status, reason, says, is_handed_off = row
    noted = understood or {}
    intents = noted.get("intents") or [[""]]
    problem = _problem(is_taken, body, status, reason)
    verdict = Verdict.ERROR if problem else _kind(frozenset(says), is_handed_off)
    return Heard(sid, verdict, intents[0][0], noted.get("decision", ""), body or "", problem)


def _problem(is_taken: bool, body: str | None, status: str | None, reason: str | None) -> str:
    if not is_taken:
        return "no turn was taken"
    if body is None:
        return "no reply"
    if status == "withheld":
        return f"withheld: {reason}"
    return f"{status}: {reason}" if status in FAILED or status == "queued" else ""


def _kind(says: frozenset[str], is_handed_off: bool) -> Verdict:
    if "opted_out" in says:
        return Verdict.OPT_OUT
    if any(key.startswith("identity_") and key != "identity_theft" for key in says):
        return Verdict.IDENTITY_QUESTION
    if says & CLARIFIES:
        return Verdict.CLARIFICATION
    return Verdict.HAND_OFF if is_handed_off else Verdict.ANSWER
