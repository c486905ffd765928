"""How long the language model takes over one text, asked one after another and two at once."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import requests

from benchmarks.figures import in_ms
from benchmarks.processes import tree
from benchmarks.product import Product

PATIENCE_SECONDS = 10.0
WARM_UP = 5


def latency(product: Product, texts: Sequence[str], at_once: int) -> dict[str, float]:
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {product.secret('NLU_TOKEN')}"
    ask = partial(_seconds, session, f"{address(product)}/parse")
    for text in texts[:WARM_UP]:
        ask(text)
    began = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        seconds = list(pool.map(ask, texts))
    rate = len(texts) / (time.perf_counter() - began)
    return {"at_once": at_once, **in_ms(seconds), "texts_per_second": round(rate, 1)}


def address(product: Product) -> str:
    """The model's port is chosen at the start: its process knows it."""
    ports = [p.setting("NLU_PORT") for p in tree(product.pid) if p.part == "language_model"]
    return f"http://127.0.0.1:{ports[0]}"


def _seconds(session: requests.Session, url: str, text: str) -> float:
    began = time.perf_counter()
    answer = session.post(url, json={"text": text, "context": None}, timeout=PATIENCE_SECONDS)
    answer.raise_for_status()
    return time.perf_counter() - began
