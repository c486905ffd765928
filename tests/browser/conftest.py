"""The whole product and a real browser, once for all tests here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium
from benchmarks.homes import fresh_home
from benchmarks.product import Product, running


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    with fresh_home() as home, running(home, {"SETTLE_SECONDS": "0"}) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own: other cookies, and errors on the page fail the test."""
    faults: list[str] = []
    with browser.new_context() as context:
        context.set_default_timeout(15_000)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        yield context.new_page()
    assert not faults
