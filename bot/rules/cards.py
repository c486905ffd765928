"""What is kept and said of a card: its maker and its last four digits, never more (PCI DSS)."""

from dataclasses import dataclass

BANK = "us_bank_account"
_NAMES = {
    "amex": "American Express", "diners": "Diners Club", "discover": "Discover", "jcb": "JCB",
    "mastercard": "Mastercard", "unionpay": "UnionPay", "visa": "Visa",
}  # fmt: skip


@dataclass(frozen=True)
class Card:
    """`brand` as Stripe has it; BANK: a bank account. Raises ValueError on more than four digits.

    >>> Card("visa", "4242").name
    'Visa'
    """

    brand: str
    last4: str

    def __post_init__(self) -> None:
        if len(self.last4) != 4 or not (self.last4.isascii() and self.last4.isdecimal()):
            raise ValueError("of a card only its last four digits are kept")

    @property
    def name(self) -> str:
        """ "" where the maker is not known, or where it is no card."""
        return _NAMES.get(self.brand, "")

    @property
    def kind(self) -> str:
        """Of its wording: "bank", "brand" where the maker is known, else "card"."""
        if self.brand == BANK:
            return "bank"
        return "brand" if self.name else "card"
