"""One scripted patient's dialogue with the product, from the first text to the last."""

import re
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.persona_people import Payer
from benchmarks.persona_stage import Stage
from benchmarks.persona_state import State, meets
from benchmarks.persona_sums import sayable, scheduled, told, typed, wholes
from benchmarks.personas import QUESTIONS, Persona, is_like
from bot.models import Message

TELLS_OF_DEBT = re.compile(r"\b(?:owe|due|balance|debe|saldo)\b|\$", re.IGNORECASE)
LAST_WORDS = frozenset({"confirmation", "keyword", "crisis"})
LINK = re.compile(r"/p/([\w-]+)")


@dataclass
class Dialogue:
    """`faults` are what was wrong; `script` alternates "patient: ..." and "practice: ..."."""

    persona: Persona
    stage: Stage
    script: list[str] = field(default_factory=list)
    replies: list[Message] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    links: dict[str, int | None] = field(default_factory=dict)
    said: set[int] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    paid: list[int] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)
    clarified: int = 0
    silences: int = 0
    is_resolved: bool = False
    _used: Counter[int] = field(default_factory=Counter)

    @property
    def bodies(self) -> list[str]:
        return [row.body for row in self.replies if row.status != "withheld"]

    @property
    def repeats(self) -> bool:
        """The same words twice running."""
        bodies = self.bodies
        return any(one == two for one, two in zip(bodies, bodies[1:], strict=False))

    def run(self) -> None:
        says: tuple[str, ...] | None = self.persona.says
        while says and len(self.texts) < self.persona.patience:
            self.exchange(says)
            if self._is_done():
                break
            says = self._next()
        self.is_resolved = self._is_done()
        if self.is_resolved:
            self._pay()
            for text in self.persona.afterwards:
                self.exchange((text,))
            self.is_resolved = self._is_done()

    def state(self) -> State:
        return State.of(self)

    def exchange(self, says: tuple[str, ...]) -> None:
        """Texts written at once, and what comes back."""
        self.texts += says
        self.script += [f"patient: {text}" for text in says]
        before = self.state().opted_out
        fresh = self.stage.text(says)
        self.hear(fresh, before)
        if not fresh and not before:
            self.silences += 1

    def hear(self, fresh: list[Message], was_opted_out: bool) -> None:
        self.replies += fresh
        for row in fresh:
            is_sent = row.status != "withheld"
            mark = "practice" if is_sent else f"withheld, {row.reason}"
            keys = [key for key in row.says if key != "tells"]
            self.script.append(f"{mark}: {row.body}  [{' '.join(keys)}]")
            if is_sent:
                self.keys += keys
                self.clarified += any(is_like(key, QUESTIONS["clarify"]) for key in keys)
                self._check(row, was_opted_out)

    def _check(self, row: Message, was_opted_out: bool) -> None:
        """Wrong for good: a sum not of the ledger, a word too early, a text too late."""
        if was_opted_out and row.kind not in LAST_WORDS:
            self.faults.append(f"a text after the opt-out: {row.body!r}")
        payer = self._known()
        if payer is None:
            if TELLS_OF_DEBT.search(row.body) and row.kind != "receipt":
                self.faults.append(f"told before the identity check: {row.body!r}")
            return
        allowed = self._allowed(payer, row.body)
        self.faults += [
            f"${cents / 100:.2f} is not of the ledger: {row.body!r}"
            for cents in told(row.body)
            if cents not in allowed
        ]
        self.said |= set(told(row.body)) & allowed
        for token in LINK.findall(row.body):
            self.links[token] = None

    def _known(self) -> Payer | None:
        thread = self.stage.conversation()
        if thread.verified_at is None or thread.patient_id is None:
            return None
        return self.stage.payers.get(thread.patient_id)

    def _allowed(self, payer: Payer, body: str) -> frozenset[int]:
        """The parts of a plan as well, if they come to what is owed to the cent."""
        own = typed(self.texts) | set(self.persona.sums)
        allowed = sayable(payer, own, self.paid, self.persona.practice.plan_min_cents)
        whole = wholes(payer, self.paid)
        rests = whole | {each - cents for each in whole for cents in allowed if each > cents}
        parts = scheduled(body)
        if sum(parts) in rests:
            self.parts.update(parts)
        return allowed | self.parts

    def _next(self) -> tuple[str, ...] | None:
        """What the patient says now; None: nothing more."""
        last = self.replies[-1] if self.replies else None
        keys = [key for key in last.says if key != "tells"] if last else []
        for place, rule in enumerate(self.persona.answers):
            if self._used[place] < rule.times and rule.fits(keys, last.body if last else ""):
                self._used[place] += 1
                return rule.says
        spare = self._used[-1]
        if spare < len(self.persona.otherwise) and self.state().handoff is None:
            self._used[-1] += 1
            return (self.persona.otherwise[spare],)
        return None

    def _is_done(self) -> bool:
        state = self.state()
        return any(meets(self, state, ends) for ends in self.persona.resolved)

    def newest_link_cents(self) -> int | None:
        """What the checkout behind the newest link asks for; pressed once."""
        if not self.links:
            return None
        token = list(self.links)[-1]
        if self.links[token] is None:
            self.links[token] = self.stage.pay(token)
        return self.links[token]

    def _pay(self) -> None:
        """Who came to pay, pays: the ledger falls by that sum and a receipt is written."""
        cents = self.newest_link_cents() if any(e.link for e in self.persona.resolved) else None
        if not cents:
            return
        self.stage.settle()
        self.paid.append(cents)
        self.script.append(f"(paid ${cents / 100:.2f})")
        self.hear(self.stage.read(), was_opted_out=False)
