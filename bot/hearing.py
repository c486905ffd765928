"""What a text is heard to say: by the model, corrected by plain words, as a whole and apart."""

from datetime import date

from bot.weighing import sobered
from bot.wishing import with_wish
from nlu.sentences import with_parts
from nlu.understanding import Ear, Understanding
from nlu.wordless import without_words


def heard_by(ear: Ear, text: str, today: date, question: str | None) -> Understanding:
    """`text` without the marks of what was taken out of it; `question`: the one that is open."""
    heard = sobered(
        text, without_words(ear.understand(text, today, question), text, question, today)
    )
    heard = with_wish(heard, text, today, question)
    return with_parts(
        heard, text, lambda said: sobered(said, ear.understand(said, today, question))
    )
