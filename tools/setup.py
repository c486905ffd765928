"""Sets both environments up from their locks, on a machine with nothing but python3 and a network.

Standard library only, for it runs before anything is installed. Run twice, it does nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
PRODUCT = ROOT / ".venv"
LANGUAGE = ROOT / "nlu" / "rasa" / ".venv"


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older python3 may well run this file
        sys.exit(f"Tender needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    uv = find_uv()
    sync(uv, PRODUCT, sys.executable, ROOT / "locks" / "product.txt", "the product's environment")
    install_self(uv)
    lock = ROOT / "locks" / "nlu.txt"
    if not is_current(LANGUAGE, lock):
        sync(uv, LANGUAGE, find_python310(uv), lock, "the language model's environment")


def find_uv() -> str:
    """The one on the PATH, or one of our own in .tools."""
    own = TOOLS / "bin" / "uv"
    found = shutil.which("uv") or (str(own) if own.exists() else None)
    if found:
        return found
    say("fetching uv into .tools")
    run(sys.executable, "-m", "venv", str(TOOLS))
    run(str(TOOLS / "bin" / "pip"), "install", "--quiet", "uv")
    return str(own)


def find_python310(uv: str) -> str:
    """Looked for by uv, then among pyenv's versions, then fetched by uv."""
    found = subprocess.run(
        [uv, "python", "find", "--no-python-downloads", "3.10"], capture_output=True, text=True
    )
    candidates = [found.stdout.strip()] if found.returncode == 0 else []
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates += [str(each) for each in sorted(pyenv.glob("3.10*/bin/python"), reverse=True)]
    for candidate in candidates:
        if works(candidate):
            return candidate
    say("fetching Python 3.10 for the language model")
    fetched = subprocess.run([uv, "python", "install", "3.10"])
    if fetched.returncode:
        sys.exit("There is no Python 3.10 here and none could be fetched: install Python 3.10.")
    return "3.10"


def works(python: str) -> bool:
    """pyenv's shims exist for versions that they refuse to run."""
    try:
        asked = subprocess.run([python, "-c", "import ssl, sqlite3"], capture_output=True)
    except OSError:
        return False
    return asked.returncode == 0


def sync(uv: str, venv: Path, python: str, lock: Path, name: str) -> None:
    if is_current(venv, lock):
        return
    say(f"installing {name} (once)")
    if not (venv / "bin" / "python").exists():
        run(uv, "venv", "--quiet", "--python", python, str(venv))
    interpreter = str(venv / "bin" / "python")
    run(uv, "pip", "sync", "--python", interpreter, "--require-hashes", str(lock))
    mark(venv).write_text(fingerprint(lock))


def install_self(uv: str) -> None:
    """Puts `tender` on the environment's path."""
    if (PRODUCT / "bin" / "tender").exists():
        return
    interpreter = str(PRODUCT / "bin" / "python")
    run(uv, "pip", "install", "--quiet", "--python", interpreter, "--no-deps", "-e", str(ROOT))


def is_current(venv: Path, lock: Path) -> bool:
    return mark(venv).exists() and mark(venv).read_text() == fingerprint(lock)


def mark(venv: Path) -> Path:
    return venv / "installed-from"


def fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def run(*command: str) -> None:
    done = subprocess.run(command)
    if done.returncode:
        sys.exit(f"This failed (see above): {' '.join(command)}")


def say(text: str) -> None:
    sys.stdout.write(f"setup: {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
