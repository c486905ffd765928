"""What the facts about bills make true, in the turn's own transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.bill_facts import HideWords, MailPage, NarrowHold, TakeBackHold
from bot.store import holds, mailings, messages

if TYPE_CHECKING:
    from bot.effects import Scene

TOLD_LATELY, MOST_TOLD = timedelta(days=1), 5
HIDDEN = "[member id removed]"


def _narrow_hold(scene: Scene, fact: NarrowHold) -> None:
    holds.narrow(
        scene.session,
        scene.practice_id,
        scene.person_id,
        fact.kind,
        fact.statement_id,
        scene.context.now,
    )


def _take_back_hold(scene: Scene, fact: TakeBackHold) -> None:
    holds.take_back(scene.session, scene.practice_id, scene.person_id, fact.kind, scene.context.now)


def _mail_page(scene: Scene, fact: MailPage) -> None:
    mailings.ask_for(
        scene.session,
        scene.practice_id,
        scene.conversation.id,
        scene.person_id,
        fact.kind,
        fact.address,
        scene.context.now,
        as_file=fact.as_file,
    )


def _hide_words(scene: Scene, fact: HideWords) -> None:
    """Also in a text before, that waited for the identity check."""
    since = scene.context.now - TOLD_LATELY
    told = messages.last_inbound(
        scene.session, scene.practice_id, scene.conversation.id, since, MOST_TOLD
    )
    for text in told:
        text.body = text.body.replace(fact.words, HIDDEN)


BILL_WRITERS: dict[type, Callable[..., None]] = {
    NarrowHold: _narrow_hold,
    TakeBackHold: _take_back_hold,
    MailPage: _mail_page,
    HideWords: _hide_words,
}
