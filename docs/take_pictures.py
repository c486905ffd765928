"""Plays a conversation through the whole product and takes the pictures in docs/pictures.

Run from the project's folder: `.venv/bin/python docs/take_pictures.py`
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page  # noqa: E402

from benchmarks.browser import chromium  # noqa: E402
from benchmarks.handset import Handset, next_weekday_at_ten, open_handset  # noqa: E402
from benchmarks.homes import fresh_home  # noqa: E402
from benchmarks.product import Product, running, stop_politely_when_told  # noqa: E402

PICTURES = Path(__file__).parent / "pictures"
ALICE, KAREN = "+15125550101", "+15125550105"
WIDE, HEIGHT = 1440, 900
NARROWER = (768, 390)
MOST_BYTES = 200_000
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main() -> None:
    stop_politely_when_told()
    PICTURES.mkdir(exist_ok=True)
    with (
        fresh_home() as home,
        running(home, {"SETTLE_SECONDS": "0"}) as product,
        chromium() as browser,
    ):
        link = play(product, browser)
        take_handset(product, browser)
        take_patient(browser, link)
        take_chat(product, browser)
        take_staff(product, browser)
    for file in sorted(PICTURES.glob("*.png")):
        size = file.stat().st_size
        sys.stdout.write(f"{file.name} {size // 1000} kB{' TOO LARGE' * (size > MOST_BYTES)}\n")


def play(product: Product, browser: Browser) -> str:
    """A day at the practice; the link that the patient was sent."""
    with window(browser, WIDE, "light") as page:
        alice = open_handset(product, page, ALICE)
        product.move_clock("set", next_weekday_at_ten(product))
        product.idle()
        alice.write("how much do i owe")
        alice.write("3/14/1980")
        alice.write("ok ill pay 40 now and can i do the rest in 3 payments")
        alice.write("AGREE")
        karen = open_handset(product, page, KAREN)
        karen.write("why is this so high? my insurance should have paid")
        karen.write("5/9/1985 Karen")
        karen.write("can someone call me about it")
        return _link_of(alice)


def _link_of(handset: Handset) -> str:
    words = " ".join(handset.read()).split()
    return next(word for word in reversed(words) if "/p/" in word)


def take_handset(product: Product, browser: Browser) -> None:
    """The first row of phones, with the one that was written on."""
    with window(browser, WIDE, "light") as page:
        page.goto(f"{product.sandbox_url}/phone")
        page.locator(f'[data-number="{ALICE}"] .text.out').first.wait_for()
        take(page, "handset")


def take_patient(browser: Browser, link: str) -> None:
    for width, scheme, suffix in looks():
        with window(browser, width, scheme) as page:
            page.goto(link)
            take(page, f"patient{suffix}", whole=True)


def take_chat(product: Product, browser: Browser) -> None:
    for width, scheme, suffix in looks():
        with window(browser, width, scheme) as page:
            page.goto(f"{product.web_url}/chat/cedar")
            page.get_by_label("Your message").fill("how much do i owe")
            page.keyboard.press("Enter")
            page.locator("li.assistant").wait_for()
            take(page, f"chat{suffix}")


def take_staff(product: Product, browser: Browser) -> None:
    for width, scheme, suffix in looks():
        with window(browser, width, scheme) as page:
            sign_in(page, product)
            page.locator(".rows a").filter(has_text="Karen").click()
            page.locator("#texts").wait_for()
            take(page, f"staff{suffix}")
    with window(browser, WIDE, "light") as page:
        sign_in(page, product)
        take(page, "inbox")
        page.get_by_role("link", name="Settings").click()
        take(page, "settings")


def sign_in(page: Page, product: Product) -> None:
    page.goto(f"{product.web_url}/staff/")
    page.get_by_label("E-mail").fill("maria@cedar.example")
    page.get_by_label("Password").fill("maria-demo")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Inbox").first.wait_for()


def looks() -> Iterator[tuple[int, Scheme, str]]:
    """Every width in both schemes, and what its picture's name ends with."""
    for width in (WIDE, *NARROWER):
        for scheme in SCHEMES:
            parts = ["", *([str(width)] if width != WIDE else []), *_dark(scheme)]
            yield width, scheme, "-".join(parts)


def _dark(scheme: Scheme) -> Sequence[str]:
    return ["dark"] if scheme == "dark" else []


@contextmanager
def window(browser: Browser, width: int, scheme: Scheme) -> Iterator[Page]:
    with browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        context.set_default_timeout(15_000)
        yield context.new_page()


def take(page: Page, name: str, whole: bool = False) -> None:
    page.screenshot(path=PICTURES / f"{name}.png", full_page=whole, animations="disabled")


if __name__ == "__main__":
    main()
