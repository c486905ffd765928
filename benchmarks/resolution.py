"""Scripted patients played against the product: how many get what they came for, and by whom.

    python -m benchmarks.resolution [FILES] [--show] [--topic T] [--name N] [--model FOLDER]

The engine, the words and the database are the product's own, and the ear is the trained model.
JSON goes to stdout; the table, and with --show the transcripts of those not resolved, to stderr.

resolved      what the patient came for is so (a person too, where a person is right)
handed over   a person was fetched where the ledger holds the answer
wrong         a sum not of the ledger, a word before the identity check, something not asked for,
              a text after an opt-out
looped        the same words twice running, more than two clarifications, or patience at an end

The files played by default are ours. Those in benchmarks/patients/others were written by others who
had seen nothing of the product; what they came to when first played stands at their top. Once read
they are ours as well: only a new file tells how strangers fare.

Exit code 1 when anything was wrong. How a file is written: benchmarks/personas.py.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.homes import MODELS
from benchmarks.persona_dialogue import Dialogue
from benchmarks.persona_fields import BadPatient
from benchmarks.persona_stage import own_servers, runtime_for, staged
from benchmarks.persona_state import End, judged
from benchmarks.personas import Persona, read_personas
from bot.listening import listening_by
from bot.rules.segments import segments
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store.session import Database
from nlu.train import train
from nlu.understanding import Ear

PATIENTS = Path(__file__).parent / "patients"
TARGET = 0.90


@dataclass(frozen=True)
class Played:
    """`why`: "" when resolved."""

    persona: Persona
    end: End
    why: str
    script: tuple[str, ...]
    bodies: tuple[str, ...]
    texts: int


def main() -> None:
    asked = _arguments()
    files = asked.files or sorted(PATIENTS.glob("*.yml"))
    try:
        personas = read_personas(files)
    except BadPatient as fault:
        sys.exit(str(fault))
    chosen = [p for p in personas if asked.topic in ("", p.topic) and asked.name in p.name]
    with own_servers() as settings, _ear(settings, asked.model) as ear:
        played = list(_play(settings, ear, chosen))
    sys.stderr.write(table(played))
    if asked.show:
        sys.stderr.write(transcripts(played))
    report = summary(played)
    sys.stdout.write(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    sys.exit(1 if report["wrong"] else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.resolution", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("files", type=Path, nargs="*", help="benchmarks/patients/*.yml")
    parser.add_argument("--show", action="store_true", help="the transcripts of the others")
    parser.add_argument("--topic", default="", help="only this one")
    parser.add_argument("--name", default="", help="only patients whose name holds this")
    parser.add_argument("--model", type=Path, help="a folder of .tender/models; else today's")
    return parser.parse_args()


@contextmanager
def _ear(settings: Settings, model: Path | None) -> Iterator[Ear]:
    """Patiently: a model that does not answer ends the measurement. Trained first if it must be."""
    folder = model or train(MODELS.parent, lambda line: None)
    with listening_by(settings, folder.resolve()) as ear:
        yield ear


def _play(settings: Settings, ear: Ear, personas: Sequence[Persona]) -> Iterator[Played]:
    database = Database(settings.database_url)
    try:
        runtime = runtime_for(settings, database, ear)
        for place, persona in enumerate(personas):
            yield play(runtime, persona, place)
    finally:
        database.close()


def play(runtime: Runtime, persona: Persona, place: int) -> Played:
    dialogue = Dialogue(persona, staged(runtime, persona, place))
    before = dialogue.state()
    dialogue.run()
    end, why = judged(dialogue, before)
    return Played(
        persona, end, why, tuple(dialogue.script), tuple(dialogue.bodies), len(dialogue.texts)
    )


# --- what is reported ---------------------------------------------------------------------------


def summary(played: Sequence[Played]) -> dict[str, object]:
    answerable = [each for each in played if not each.persona.is_for_person]
    resolved = sum(each.end is End.RESOLVED for each in answerable)
    bodies = [body for each in played for body in each.bodies]
    return {
        "patients": len(played),
        **_counts(played),
        "ledger_holds_the_answer": {
            "patients": len(answerable),
            "resolved_without_a_person": resolved,
            "share": _share(resolved, len(answerable)),
            "target": TARGET,
        },
        "a_person_is_right": _counts([each for each in played if each.persona.is_for_person]),
        "by_topic": {topic: _counts(group) for topic, group in _by_topic(played).items()},
        "by_language": {
            code: _counts([each for each in played if each.persona.language == code])
            for code in ("en", "es")
        },
        "outbound_texts": len(bodies),
        "outbound_segments_mean": round(mean(map(segments, bodies)), 3) if bodies else 0.0,
        "outbound_over_two_segments": sorted({body for body in bodies if segments(body) > 2}),
        "patients_texts_mean": round(mean(p.texts for p in played), 2) if played else 0.0,
        "not_resolved": [
            {"name": each.persona.name, "topic": each.persona.topic, "end": each.end,
             "why": each.why, "script": each.script}
            for each in played if each.end is not End.RESOLVED
        ],
    }  # fmt: skip


def _counts(played: Sequence[Played]) -> dict[str, int]:
    return {end.value.replace(" ", "_"): sum(p.end is end for p in played) for end in End}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _by_topic(played: Sequence[Played]) -> dict[str, list[Played]]:
    topics = sorted({each.persona.topic for each in played})
    return {topic: [p for p in played if p.persona.topic == topic] for topic in topics}


def table(played: Sequence[Played]) -> str:
    heads = ("topic", "patients", *End)
    rows = [(topic, len(group), *_counts(group).values()) for topic, group in
            _by_topic(played).items()]  # fmt: skip
    rows.append(("all", len(played), *_counts(played).values()))
    lines = [heads, *rows]
    return "".join(
        f"{line[0]:<24}" + "".join(f"{cell!s:>13}" for cell in line[1:]) + "\n" for line in lines
    )


def transcripts(played: Sequence[Played]) -> str:
    return "".join(
        f"\n--- {each.persona.name} ({each.persona.topic}): {each.end}, {each.why}\n"
        f"    wants: {each.persona.goal}\n" + "".join(f"    {line}\n" for line in each.script)
        for each in played
        if each.end is not End.RESOLVED
    )


if __name__ == "__main__":
    main()
