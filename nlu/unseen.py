"""Which texts the language model has read in training: these judge nothing."""

from collections.abc import Iterable

from nlu.lines import Line


def bare(text: str) -> str:
    """Letters and digits alone, in lower case: "Huh?" and "huh" are one text."""
    kept = (letter for letter in text.casefold() if letter.isalnum() or letter.isspace())
    return " ".join("".join(kept).split())


def read_before(texts: Iterable[str], lines: Iterable[Line]) -> list[str]:
    """Those of the texts that stand among the training lines."""
    known = {bare(line.text) for line in lines}
    return [text for text in texts if bare(text) in known]
