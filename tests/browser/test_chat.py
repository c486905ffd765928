"""The web chat in a real browser: by keyboard, without a reload, and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.nlu, pytest.mark.xdist_group("product")]

DENISE, DENISE_IS = "+15125550103", "Denise Walker 7/21/1958"
CODE = re.compile(r"\b\d{6}\b")


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A browser without scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        context.set_default_timeout(15_000)
        yield context.new_page()


def code_of(product: Product, phone: str) -> str:
    product.idle()
    return CODE.findall(product.handset(phone)[-1]["body"])[-1]


def write(page: Page, text: str) -> None:
    """By keyboard alone."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_by_keyboard_from_a_question_to_the_link(product: Product, page: Page) -> None:
    page.goto(f"{product.web_url}/chat/cedar")
    log, field = page.get_by_role("log"), page.get_by_label("Your message")
    field.focus()
    write(page, "how much do i owe")
    expect(log).to_contain_text("first and last name and birth date")
    expect(field).to_be_focused()
    write(page, DENISE_IS)
    expect(log).to_contain_text("6-digit code")
    write(page, code_of(product, DENISE))
    expect(log).to_contain_text("$520.50")
    page.get_by_role("button", name="Pay", exact=True).press("Enter")
    expect(log.get_by_role("link", name="Open your page")).to_be_visible()
    expect(field).to_be_focused()
    expect(page.get_by_text("We know it is you, Denise.")).to_be_visible()


def test_in_another_language_whoever_writes_goes_on_writing(product: Product, page: Page) -> None:
    page.goto(f"{product.web_url}/chat/cedar")
    page.get_by_label("Your message").focus()
    write(page, "español por favor")
    field = page.get_by_label("Su mensaje")
    expect(field).to_be_focused()
    write(page, "gracias")
    expect(page.get_by_role("log")).to_contain_text("gracias")


def test_shift_and_enter_begin_a_new_line(product: Product, page: Page) -> None:
    page.goto(f"{product.web_url}/chat/cedar")
    field = page.get_by_label("Your message")
    field.focus()
    page.keyboard.type("hello")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("there")
    expect(field).to_have_value("hello\nthere")
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    expect(page.get_by_role("listitem").first).to_contain_text("hello\nthere", use_inner_text=True)


def test_without_scripts_a_form_and_a_reload_do_it(product: Product, plain_page: Page) -> None:
    plain_page.goto(f"{product.web_url}/chat/cedar")
    plain_page.get_by_label("Your message").fill("can i talk to a person")
    plain_page.get_by_role("button", name="Send").click()
    product.idle()
    plain_page.reload()
    expect(plain_page.get_by_role("log")).to_contain_text("phone number")
