"""One sandbox on a free port, wiped before each test, with the vendors' own SDKs to call it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import stripe
from twilio.rest import Client

from tests.sandbox.product import Product, standing_in
from tests.sandbox.running import payments_at, running, settings_for, texts_at


@pytest.fixture(scope="session")
def _product() -> Iterator[Product]:
    with standing_in() as product:
        yield product


@pytest.fixture(scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sandbox")


@pytest.fixture(scope="session")
def _address(_product: Product, _home: Path) -> Iterator[str]:
    with running(settings_for(_product.url, _home)) as address:
        yield address


@pytest.fixture
def sandbox(_address: str) -> str:
    requests.delete(f"{_address}/_sandbox/state", timeout=5)
    return _address


@pytest.fixture
def product(sandbox: str, _product: Product) -> Product:
    _product.calls.clear()
    _product.answers.clear()
    _product.work = {"due": 0, "running": 0}
    return _product


@pytest.fixture(scope="session")
def recorded(_home: Path) -> Path:
    return _home / "record.jsonl"


@pytest.fixture
def payments(product: Product, sandbox: str) -> stripe.StripeClient:
    return payments_at(sandbox)


@pytest.fixture
def texts(product: Product, sandbox: str) -> Client:
    return texts_at(sandbox)
