"""The same measures apart: by intent, language, writer and length, and for STOP alone."""

from collections.abc import Callable, Sequence

from nlu.results import Result, Share, accuracy, recall, wrong_action_rate
from nlu.scores import f1, share
from nlu.understanding import Decision

OPT_OUT = "opt_out"
_LENGTHS = ((4, "1-4"), (15, "5-15"))  # words
_LONGER = "16+"

Scores = dict[str, Share]


def by_intent(results: Sequence[Result]) -> dict[str, dict[str, float]]:
    """A right answer by an accepted label counts for the label of the text."""
    pairs = [(each.main, each.main if each.is_right else each.understood.main) for each in results]
    names = sorted({name for pair in pairs for name in pair})
    return {name: f1(pairs, name) for name in names}


def by_language(results: Sequence[Result]) -> dict[str, Scores]:
    apart = _apart(results, lambda each: each.example.lang)
    return {
        lang: {
            **_scores(own),
            "language_right": share([each.understood.language == lang for each in own]),
        }
        for lang, own in apart.items()
    }


def by_writer(results: Sequence[Result]) -> dict[str, Scores]:
    apart = _apart(results, lambda each: each.example.writer)
    return {writer: _scores(own) for writer, own in apart.items()}


def by_length(results: Sequence[Result]) -> dict[str, Scores]:
    """In words."""
    apart = _apart(results, lambda each: length(each.example.text))
    names = [*(name for _, name in _LENGTHS), _LONGER]
    return {name: _scores(apart[name]) for name in names if name in apart}


def length(text: str) -> str:
    words = len(text.split())
    return next((name for most, name in _LENGTHS if words <= most), _LONGER)


def opt_outs(results: Sequence[Result]) -> Scores:
    """`false`: heard where nobody said it; obeyed: acted on, not asked about."""
    said = [each for each in results if OPT_OUT in each.example.intents]
    others = [
        each for each in results if OPT_OUT not in {*each.example.intents, *each.example.accept}
    ]
    false = [each for each in others if _heard(each)]
    return {
        "n": float(len(said)),
        "recall": share([_heard(each) for each in said]),
        "obeyed": share([_heard(each) and _acts(each) for each in said]),
        "others": float(len(others)),
        "false": float(len(false)),
        "false_share": len(false) / len(others) if others else None,
        "false_obeyed": float(sum(_acts(each) for each in false)),
    }


def _heard(result: Result) -> bool:
    return OPT_OUT in {intent.name for intent in result.understood.intents}


def _acts(result: Result) -> bool:
    return result.understood.decision is Decision.ACT


def _apart(
    results: Sequence[Result], kind: Callable[[Result], str | None]
) -> dict[str, list[Result]]:
    """Texts that carry no such mark are left out."""
    apart: dict[str, list[Result]] = {}
    for each in results:
        if named := kind(each):
            apart.setdefault(named, []).append(each)
    return dict(sorted(apart.items()))


def _scores(own: Sequence[Result]) -> Scores:
    return {
        "n": float(len(own)),
        "accuracy": accuracy(own),
        "any_intent_recall": recall(own),
        "wrong_action_rate": wrong_action_rate(own),
    }
