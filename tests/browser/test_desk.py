"""The staff's pages in a real browser: nobody is pulled away from what they read or write."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.handset import Handset
from benchmarks.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.nlu, pytest.mark.xdist_group("product")]

NORA, OMAR = "+15125550107", "+15125550108"
LOOKED = "**/since/*"


@pytest.fixture
def small_page(browser: Browser) -> Iterator[Page]:
    """A phone."""
    with browser.new_context(viewport={"width": 390, "height": 660}) as context:
        context.set_default_timeout(15_000)
        yield context.new_page()


def sign_in(page: Page, product: Product, path: str = "/staff/?tab=all") -> Page:
    page.goto(f"{product.web_url}{path}")
    page.get_by_label("E-mail").fill("maria@cedar.example")
    page.get_by_label("Password").fill("maria-demo")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Inbox").first.wait_for()
    return page


def text(product: Product, page: Page, body: str, number: str = NORA) -> Handset:
    """From a phone, on a page of its own."""
    page.goto(f"{product.sandbox_url}/phone?numbers={number}")
    handset = Handset(product, page, number)
    handset.write(body)
    return handset


def open_nora(product: Product, page: Page) -> None:
    sign_in(page, product)
    page.locator(".rows a").filter(has_text="hello nora here").first.click()
    page.get_by_role("log").wait_for()


def test_whoever_reads_earlier_texts_is_left_there(
    product: Product, page: Page, small_page: Page
) -> None:
    handset = text(product, page, "hello nora here")
    for body in ("how much do i owe", "what do i owe", "hello nora here"):
        handset.write(body)
    open_nora(product, small_page)
    small_page.evaluate("scrollTo(0, 0)")
    handset.write("are you there")
    expect(small_page.get_by_role("log")).to_contain_text("are you there")
    with small_page.expect_response(LOOKED):
        pass
    assert small_page.evaluate("scrollY") == 0


def test_whoever_is_at_the_end_sees_the_new_text(
    product: Product, page: Page, small_page: Page
) -> None:
    handset = text(product, page, "hello nora here")
    open_nora(product, small_page)
    handset.write("one more thing")
    mine = small_page.get_by_role("log").get_by_text("one more thing")
    expect(mine).to_be_in_viewport()


def test_on_a_phone_settings_are_previewed_and_saved_without_a_search(
    product: Product, small_page: Page
) -> None:
    desk = sign_in(small_page, product, "/practice/settings")
    preview = desk.get_by_role("button", name="Preview")
    expect(preview).to_be_in_viewport()
    desk.get_by_label("Smallest payment").fill("30.00")
    preview.click()
    expect(desk.get_by_label("What changes")).to_be_in_viewport()
    expect(desk.get_by_role("button", name="Save these settings")).to_be_in_viewport()


def test_a_wrong_setting_is_where_the_page_opens(product: Product, small_page: Page) -> None:
    desk = sign_in(small_page, product, "/practice/settings")
    desk.get_by_label("Smallest payment").fill("a lot")
    desk.get_by_role("button", name="Preview").click()
    expect(desk.get_by_label("Smallest payment")).to_be_focused()
    expect(desk.get_by_label("Smallest payment")).to_be_in_viewport()


def test_whoever_takes_over_may_write_at_once_and_go_on(product: Product, page: Page) -> None:
    text(product, page, "hello nora here")
    open_nora(product, page)
    page.get_by_role("button", name="Take over").press("Enter")
    field = page.get_by_label("Your text to the patient")
    expect(field).to_be_focused()
    page.keyboard.type("Hello Nora, one moment please.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("log")).to_contain_text("one moment please")
    expect(field).to_be_focused()
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("link", name="See who is waiting")).to_be_visible()


def test_on_a_phone_whoever_takes_over_still_sees_what_was_said(
    product: Product, page: Page, small_page: Page
) -> None:
    text(product, page, "hello nora here")
    open_nora(product, small_page)
    small_page.get_by_role("button", name="Take over").click()
    expect(small_page.get_by_label("Your text to the patient")).to_be_focused()
    expect(small_page.get_by_role("log").get_by_role("listitem").last).to_be_in_viewport()
    small_page.get_by_role("button", name="Return to assistant").click()


def test_by_keyboard_a_long_thread_is_passed_over_at_once(product: Product, page: Page) -> None:
    text(product, page, "hello nora here")
    open_nora(product, page)
    page.get_by_role("link", name="Skip to who answers").press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Who answers").locator(":focus")).to_be_visible()


def test_an_open_inbox_tells_of_whoever_comes_to_wait(
    product: Product, page: Page, small_page: Page
) -> None:
    handset = text(product, page, "hello omar here", OMAR)
    desk = sign_in(small_page, product)
    row = desk.locator(".rows a").filter(has_text="hello omar here")
    row.focus()
    where = row.get_attribute("href")
    handset.write("can i talk to a person please")
    moved = desk.locator(f'.rows .waiting a[href="{where}"]')
    expect(moved).to_contain_text("Asked for a person", timeout=20_000)
    expect(moved).to_be_focused()
    expect(desk).to_have_title(re.compile(r"\(\d+\) Inbox"))
