"""A patient's phone on the handset page: writes as a patient does, reads as a patient reads."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page

from benchmarks.product import Product
from bot.closures import federal_holidays

ZONE = ZoneInfo("America/Chicago")


@dataclass(frozen=True)
class Handset:
    product: Product
    page: Page
    number: str

    @property
    def frame(self) -> Locator:
        return self.page.locator(f'[data-number="{self.number}"]')

    @property
    def last(self) -> Locator:
        """The practice's last text, as it is shown."""
        return self.frame.locator(".text.out").last

    def write(self, body: str) -> str:
        """Types and sends; the practice's last text once nothing is left to do."""
        self.frame.get_by_placeholder("Text message").fill(body)
        with self.page.expect_response("**/_sandbox/sms"):
            self.frame.get_by_role("button", name="Send", exact=True).click()
        self.product.idle()
        return self.read()[-1]

    def read(self) -> list[str]:
        """The practice's texts, oldest first."""
        texts = self.product.handset(self.number)
        return [str(text["body"]) for text in texts if text["direction"] == "out"]

    def follow_last_link(self) -> Page:
        with self.page.context.expect_page() as opened:
            self.last.get_by_role("link").last.click()
        return opened.value


def open_handset(product: Product, page: Page, number: str) -> Handset:
    page.goto(f"{product.sandbox_url}/phone")
    return Handset(product, page, number)


def next_weekday_at_ten(product: Product) -> str:
    """ISO, in Austin: when texts may go, whatever day the test runs on; never a day before."""
    now = datetime.fromisoformat(product.now()).astimezone(ZONE)
    ten = now.replace(hour=10, minute=0, second=0, microsecond=0)
    closed = federal_holidays("TX")
    days = [ten + timedelta(days=ahead) for ahead in range(15)]
    open_days = (day for day in days if day.weekday() < 5 and day.date() not in closed)
    return next(day for day in open_days if day > now).isoformat()
