"""Who writes, that it is automated, how we have the number, and how to check that we are real."""

import re

from actions import explain_charge
from actions._aspects import Aspect, aspect_of
from actions._words import plain
from bot.action import Context, Outcome, Say
from nlu.speaker import doubts

_NUMBER = re.compile(
    r"\b(?:my|this|mi|este) (?:number|phone|cell|numero|telefono|celular)\b|\bwhere .*\bnumber\b"
)
_ROBOT = re.compile(
    r"\b(?:ro)?bots?\b|\bmachine\b|\bautomated\b|\bcomputer\b|\ba\.?i\.?\b|\bmaquina\b|"
    r"\b(?:real|actual|live) (?:person|human)\b|\bhuman\b|\b(?:es|eres) (?:usted )?(?:una persona|"
    r"humano|real)\b|\bautomatic[oa]\b|\bautomatizad[oa]\b|\bcomputadora\b"
)


def respond(context: Context) -> Outcome:
    """ "Who was the doctor" asks about a bill, to somebody who was told of one."""
    if context.person is not None and aspect_of(context.text) is Aspect.WHO:
        return explain_charge.respond(context)
    said = plain(context.text)
    if _NUMBER.search(said):
        return Outcome(says=(Say("who_has_number"),))
    if _ROBOT.search(said):
        return Outcome(says=(Say("who_is_robot"),))
    return Outcome(says=(Say("who_is_real" if doubts(said) else "who_is_this"),))
