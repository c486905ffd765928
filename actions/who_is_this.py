"""Who writes, that it is automated, how we have the number, and how to check that we are real."""

import re

from actions import explain_charge, insurance_question
from actions._aspects import Aspect, aspect_of
from actions._insured import asks_who_checks
from actions._people import fetch_or_add
from actions._words import plain
from bot import identity
from bot.action import Context, Outcome, Say, Wish
from nlu.insurance import insurers
from nlu.openings import asks_about
from nlu.speaker import doubts

_NUMBER = re.compile(
    r"\b(?:my|this|mi|este) (?:number|phone|cell|numero|telefono|celular)\b|\bwhere .*\bnumber\b"
)
_ROBOT = re.compile(
    r"\b(?:ro)?bots?\b|\bmachine\b|\bautomated\b|\bcomputer\b|\ba\.?i\.?\b|\bmaquina\b|"
    r"\b(?:real|actual|live) (?:person|human)\b|\bhuman\b|"
    r"\b(?:are|r) (?:you|u) (?:even )?an? (?:person|human)\b|\bpersona o (?:robot|maquina)\b|"
    r"\b(?:es|eres) (?:usted )?(?:una persona|"
    r"humano|real)\b|\bautomatic[oa]\b|\bautomatizad[oa]\b|\bcomputadora\b"
)

_PROOF = re.compile(
    r"\bprove (?:it|that|this|you)|\bproof\b|how (?:do|can|would) i (?:know|tell|trust|be sure)|"
    r"\b(?:trust|believe) (?:this|you|it|u)\b|sketchy|suspicious|\breal(?:ly)?\b|"
    r"\bcomo (?:se|puedo saber|voy a saber|compruebo|confio|se yo)\b|\bprueb\w+|demuestr\w+|"
    r"\bcompruebe\w*|\b(?:no )?(?:les|le) creo\b|confiar|desconf\w+|de verdad|\bengano\b"
)
_INSURED = re.compile(rf"\b(?:insurance|seguro|aseguranza|{insurers()})\b")
_WHAT_IS = re.compile(
    r"\W*(?:um+ |hey |ok |hola )?(?:w[hu]?[au]t+|what|que|k)(?:'?s| ?is| es| the \w+ is)?"
    r"(?: (?:this|dis|that|dat|it|esto|eso))?(?: about| for| please)?\W*"
)
MORE = "who_is_real_more"


def respond(context: Context) -> Outcome:
    """ "Who was the doctor" asks about a bill, to somebody who was told of one."""
    if context.person is not None and aspect_of(context.text) is Aspect.WHO:
        return explain_charge.respond(context)
    if asks_who_checks(context.text):
        return _who_checks(context)
    key = _key(plain(context.text))
    told = context.memory.last_keys
    if MORE in told:
        return fetch_or_add(context, "who_is_real_person", "doubts_us", "identity")
    said = Outcome(says=(Say(MORE if key in told or "who_is_real" in told else key),))
    return _with_what_it_is(context, said) if key == "who_is_this" else said


def _with_what_it_is(context: Context, said: Outcome) -> Outcome:
    """ "What is this about", to whoever it is for: asked along who that is, then told."""
    is_asked = context.memory.question is not None or not context.people
    if context.person is not None or is_asked or not asks_about(context.text):
        return said
    asked = identity.ask_along(context, (Wish("explain_charge", context.text),))
    return said.then(asked) if asked is not None else said


def doubted(context: Context) -> Outcome | None:
    """ "But how do i know", or "wat is dis" before anything was said to them."""
    said = plain(context.text)
    told = any(key.startswith("who_is") for key in context.memory.last_keys)
    if told and (doubts(said) or _PROOF.search(said)):
        return respond(context)
    is_first = not context.memory.introduced
    return respond(context) if is_first and _WHAT_IS.fullmatch(said) else None


def _who_checks(context: Context) -> Outcome:
    """ "Who looks at the insurance": somebody at the desk, by when they wait for them."""
    if _INSURED.search(plain(context.text)):
        return insurance_question.respond(context)
    return fetch_or_add(context, "person_promised", "asked_for_person", "billing")


def _key(said: str) -> str:
    if _NUMBER.search(said):
        return "who_has_number"
    if _ROBOT.search(said) and not doubts(said):
        return "who_is_robot"
    return "who_is_real" if doubts(said) or _PROOF.search(said) else "who_is_this"
