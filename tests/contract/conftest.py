"""A sandbox with every kind of object in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import stripe

from tests.sandbox.product import standing_in
from tests.sandbox.running import payments_at, running, settings_for


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("contract")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with standing_in() as product, running(settings_for(product.url, folder)) as address:
        yield address


@pytest.fixture(scope="module")
def client(address: str) -> stripe.StripeClient:
    return payments_at(address)
