"""The product's main job, start to end, in a real browser: remind, answer, agree, pay, receipt."""

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.handset import Handset, next_weekday_at_ten, open_handset
from benchmarks.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.nlu, pytest.mark.xdist_group("product")]

ALICE, ALICE_BORN = "+15125550101", "3/14/1980"
KAREN, WEI, LUIS = "+15125550105", "+15125550106", "+15125550102"
OWED = """
    select sum(e.cents) from ledger_entries e
    join statements s on s.id = e.statement_id join accounts a on a.id = s.account_id
    join patients p on p.id = a.guarantor_id where p.external_id = %s
"""
PAYMENTS = """
    select e.cents from ledger_entries e
    join statements s on s.id = e.statement_id join accounts a on a.id = s.account_id
    join patients p on p.id = a.guarantor_id where p.external_id = %s and e.kind = 'payment'
"""
INSTALLMENTS = """
    select i.cents from installments i join payment_plans n on n.id = i.plan_id
    join patients p on p.id = n.patient_id
    where p.external_id = %s and n.status = 'active' order by i.position
"""


def test_a_reminded_patient_asks_agrees_to_a_plan_and_pays(product: Product, page: Page) -> None:
    alice = open_handset(product, page, ALICE)
    product.move_clock("set", next_weekday_at_ten(product))
    product.idle()
    expect(alice.last).to_contain_text("Reply STOP to opt out")

    assert "birth date" in alice.write("how much do i owe")
    assert "$220.00" in alice.write(ALICE_BORN)
    offered = alice.write("ok ill pay 40 now and can i do the rest in 3 payments")
    assert "$40.00" in offered and "$180.00" in offered and offered.count("$60.00") == 3
    assert "$40.00" in alice.write("AGREE")
    _pay_by_link(alice)

    expect(alice.last).to_contain_text("We got $40.00")
    expect(alice.last).to_contain_text("$180.00 is left")
    assert product.rows(INSTALLMENTS, "C-101") == [(6000,), (6000,), (6000,)]
    assert product.rows(PAYMENTS, "C-101") == [(-4000,)]
    assert product.rows(OWED, "C-101") == [(18000,)]


def _pay_by_link(alice: Handset) -> None:
    """From the text to our page, to the card page, and back to our thank-you."""
    expect(alice.last).to_contain_text("Your plan is set")
    ours = alice.follow_last_link()
    ours.get_by_role("button", name="Pay $40.00 now").click()
    ours.get_by_role("button", name="Pay $40.00", exact=True).click()
    expect(ours.get_by_role("heading", level=1)).to_have_text("Thank you")
    alice.product.idle()
    ours.close()


def test_a_colleague_takes_over_writes_and_gives_back(product: Product, page: Page) -> None:
    handset = open_handset(product, page, KAREN)
    assert "person" in handset.write("can i talk to a real person please")
    with page.context.expect_page() as opened:
        page.evaluate("window.open('about:blank')")
    desk = opened.value
    _sign_in(desk, product)
    desk.get_by_role("link", name=re.compile("Karen")).click()
    expect(desk.get_by_role("log")).to_contain_text("can i talk to a real person please")

    desk.get_by_role("button", name="Take over").click()
    desk.get_by_label("Your text to the patient").fill("Hi Karen, Maria here. How can I help?")
    desk.get_by_role("button", name="Send as Maria").click()
    expect(desk.get_by_role("log")).to_contain_text("Maria here")
    product.idle()
    expect(handset.last).to_contain_text("Hi Karen, Maria here. How can I help?")
    heard_before = handset.read()
    handset.write("how much do i owe")
    assert handset.read() == heard_before
    expect(desk.get_by_role("log")).to_contain_text("how much do i owe")

    desk.get_by_role("button", name="Return to assistant").click()
    expect(desk.get_by_text("The assistant is answering.")).to_be_visible()
    assert "birth date" in handset.write("how much do i owe")


def test_another_tone_is_previewed_saved_and_used(product: Product, page: Page) -> None:
    handset = open_handset(product, page, WEI)
    with page.context.expect_page() as opened:
        page.evaluate("window.open('about:blank')")
    desk = opened.value
    _sign_in(desk, product)
    desk.get_by_role("link", name="Settings").click()
    plain = desk.get_by_label("English").locator(".bubble").first.inner_text()
    desk.get_by_role("radio", name="Warm").check()
    desk.get_by_role("button", name="Preview").click()
    expect(desk.get_by_label("What changes")).to_contain_text("Tone")
    expect(desk.get_by_label("English").locator(".bubble").first).not_to_have_text(plain)
    assert "You can pay by card" in handset.write("what cards do you take")

    desk.get_by_role("button", name="Save these settings").click()
    expect(desk.get_by_role("status")).to_contain_text("Saved")
    assert "Any way you like" in handset.write("what cards do you take")


def _sign_in(desk: Page, product: Product) -> None:
    desk.goto(f"{product.web_url}/staff/")
    desk.get_by_label("E-mail").fill("maria@cedar.example")
    desk.get_by_label("Password").fill("maria-demo")
    desk.get_by_role("button", name="Sign in").click()
    expect(desk.get_by_role("link", name="Inbox").first).to_be_visible()


def test_paying_first_and_agreeing_after(product: Product, page: Page) -> None:
    """The same in the other order: the link, the receipt, then the yes to the plan."""
    luis = open_handset(product, page, LUIS)
    luis.write("cuanto debo")
    assert "$185.50" in luis.write("2 de noviembre de 1972")
    offered = luis.write("pago 50 ahora y el resto en 2 pagos")
    assert "$50.00" in offered and "$67.75" in offered
    ours = luis.follow_last_link()
    ours.get_by_role("button", name=re.compile(r"\$50\.00")).first.click()
    ours.get_by_role("button", name="Pay $50.00", exact=True).click()
    expect(ours.get_by_role("heading", level=1)).to_have_text("Muchas gracias")
    product.idle()
    ours.close()
    expect(luis.last).to_contain_text("$50.00")
    luis.write("ACEPTO")
    assert product.rows(INSTALLMENTS, "C-102") == [(6775,), (6775,)]
    assert product.rows(OWED, "C-102") == [(13550,)]
