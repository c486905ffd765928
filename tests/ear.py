"""An ear that was told what texts mean: dialogues test the conversation, not the model."""

from dataclasses import dataclass, field
from datetime import date

from nlu.entities import find_entities
from nlu.language import language_of
from nlu.understanding import Decision, Intent, Understanding


@dataclass
class ScriptedEar:
    """`meanings`: text -> intents joined by "+", main first.

    "?a+b" is a guess to be asked; "?a!+b" one in which `a` is all but sure, "?a+b~" one in which
    `b` is hardly likely.
    """

    meanings: dict[str, str] = field(default_factory=dict)

    def understand(self, text: str, today: date, open_question: str | None) -> Understanding:
        meaning = self.meanings.get(text, "out_of_scope")
        language = language_of(text)
        entities = find_entities(text, today, language)
        unsure = meaning.startswith("?")
        names = meaning.removeprefix("?").split("+")
        intents = tuple(_guess(name, 0.4 if unsure else 0.9) for name in names)
        decision = Decision.CLARIFY if unsure else Decision.ACT
        return Understanding(intents, entities, language, decision, intents)


def _guess(name: str, confidence: float) -> Intent:
    if name.endswith("~"):
        return Intent(name.removesuffix("~"), 0.2)
    return Intent(name.removesuffix("!"), 0.99 if name.endswith("!") else confidence)
