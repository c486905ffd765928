"""What became of a payment: told from our rows, looked for where only the partner knows."""

import re
from datetime import timedelta

from actions._links import link_sent, pay_again
from actions._owed import nothing_owed
from actions._people import fetch
from actions._sums import names_sum, said_sums
from actions._words import plain
from bot.action import Context, LookForPayment, Money, Outcome, Question, Say, Value
from bot.bill import AttemptView, Bill, PaymentView
from bot.rules.attempts import Story
from nlu.dates import parse_past_date

HOW = "already_paid_how"
LOOKED = Question(HOW, "already_paid", {"looked": True})
MOST_CLAIM_WORDS = 9
_THING = (
    r"(?:it|that|this|(?:my|the) (?:payment|money|che(?:ck|que))|"
    r"(?:mi|el|ese) (?:pago|dinero|cheque))"
)
_ASKED = re.compile(
    r"(?<!how )\b(?:did|has|have|was|is|didn'?t|hasn'?t) "
    rf"(?:{_THING}|(?:u|you|y'?all)(?: (?:guys|people|folks|all))?|they|the office|everything)"
    rf"(?: (?:all|already|not|ever|even))* (?:go(?:ne)?|got|gotten|receiv\w+|come|came|work|"
    rf"get(?! (?:to|that|this|my (?:name|number))\b)|arrive\w*|clear\w*|post\w*|process\w*|paid|"
    rf"there|see|through|land|in(?! (?:the |my |your )?(?:network|mail|full|plan)))\b"
    rf"|\b(?:can|could) (?:u|you) (?:see|confirm|check|tell) (?:if )?{_THING}"
    rf"|\b(?:se hizo|se proceso|llego|entro|paso|se fue|salio|recibio|recibieron|se ve|ven|vieron)"
    rf" (?:ya )?(?:mi|el|ese) (?:pago|dinero|cheque)\b"
    rf"|\b(?:lo|la) (?:recibieron|recibio|ven|vieron)\b"
    rf"|\bles (?:llego|entro|cayo)\b|\b(?:si|ya) (?:paso|entro|llego|se hizo|se proceso)\b"
    rf"|\b(?:paso|entro|llego|se hizo|se proceso) ?\?"
    r"|\b(?:was|is|were|did) (?:that|it|this|the copay|my copay)(?: \w+)? (?:counted?|applied|"
    r"included|credited|in there|come off|taken off)\b"
    r"|\bpaid\b.{0,30}\b(?:came|come|was taken|been taken|went) off\b"
    r"|\b(?:lo|la|eso|ese) (?:ya )?(?:contaron|aplicaron|descontaron|restaron|tomaron en cuenta)\b"
)
_CLAIMED = re.compile(
    r"(?:(?:ok|okay|okey|k|yes|yeah|yep|si|alright|all right|bueno|bien|well|there|so|hey|and|y|i|"
    r"i'?ve|ive|we|just|it'?s|its|is|that'?s|all|already|now|have|ya|eso|lo|la|le|les|esta|quedo|"
    r"acabo de|me|listo|hecho)\W+)*"
    r"(?:done|paid|payed|pay(?:ed)? it|paid it|sent it|finished|submitted|complete[d]?|"
    r"made (?:the|my|a) payment|payment (?:made|sent|done|complete[d]?)|"
    r"took care of (?:it|that)|pagad[oa]|listo|hecho|pague|pagu[eo]|pagar(?:lo|la)?|pago hecho|"
    r"hice el pago|mande el pago)"
    r"(?:\W+(?:it|that|now|today|just now|ok|thanks?|thank you|ty|by|with|through|on|in|the|"
    r"your|link|online|page|card|all|of|gracias|ahora|hoy|ahorita|con|por|en|el|la|lo|su|enlace|"
    r"tarjeta|todo|ya|senorita|\$?\d+(?:\.\d\d)?))*\W*"
)
_OTHER_WAY = re.compile(
    r"\b(?:che(?:ck|que)s?|cash|money order|in person|front desk|desk|office|mail\w*|phone|called|"
    r"portal|zelle|venmo|cash ?app|paypal|bank|insurance|hospital|counter|window|receptionist|"
    r"lady|girl|efectivo|oficina|ventanilla|recepcion|correo|telefono|llame|persona|banco|seguro|"
    r"caja|muchacha|senora|giro)\b"
)


def asks_whether(context: Context) -> bool:
    """ "Did it go through?" """
    return _ASKED.search(plain(context.text)) is not None


def claims_link(context: Context) -> bool:
    """ "Done", "ok paid it", soon after a link: by that link, unless another way is named."""
    said = plain(context.text)
    if names_way(context) or past_day(context) or len(said.split()) > MOST_CLAIM_WORDS:
        return False
    is_open = link_sent(context) is not None
    return is_open and _CLAIMED.fullmatch(said) is not None


def names_way(context: Context) -> bool:
    return _OTHER_WAY.search(plain(context.text)) is not None


def past_day(context: Context) -> bool:
    day = parse_past_date(context.text, context.today)
    return day is not None and day < context.today


def newest(bill: Bill) -> PaymentView | None:
    return next(iter(bill.payments), None)


def latest_try(bill: Bill) -> AttemptView | None:
    """The newest, unless a payment from elsewhere came after it."""
    latest, paid = next(iter(bill.attempts), None), newest(bill)
    is_older = latest is not None and paid is not None and paid.paid_on > latest.began_on
    return None if is_older and latest and latest.story is not Story.PAID else latest


def told(key: str, payment: PaymentView, **values: Value) -> Say:
    """A payment in the ledger; its day only where one is known."""
    values = {"amount": Money(payment.cents), **values}
    if not payment.is_dated:
        return Say(f"{key}_undated", values)
    return Say(key, {**values, "day": payment.paid_on})


def thanked(context: Context, payment: PaymentView) -> Outcome:
    """A payment in the ledger, and what is left."""
    left = context.bill.balance_cents
    if left <= 0:
        return Outcome(says=(told("paid_found", payment),))
    return Outcome(says=(told("paid_found_left", payment, left=Money(left)),))


def whereabouts(context: Context) -> Outcome:
    """Paid, on its way, failed, unfinished, or not seen yet: never guessed."""
    bill, paid, latest = context.bill, newest(context.bill), latest_try(context.bill)
    if bill.pending_cents > 0:
        return Outcome(says=(Say("pay_pending", {"amount": Money(bill.pending_cents)}),))
    if latest is not None and latest.story is Story.UNCLEAR:
        return looking()
    if latest is not None and latest.story in _UNDONE and bill.payable_cents > 0:
        return pay_again(context, _UNDONE[latest.story])
    if paid is not None:
        return thanked(context, paid)
    if bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(bill),))
    if bill.payable_cents <= 0:
        return fetch(context, "paid_check", "payment_check", "payment")
    return pay_again(context, "paid_not_seen")


def looking() -> Outcome:
    """The finding is texted, or books and tells itself."""
    return Outcome(says=(Say("paid_looking"),), facts=(LookForPayment(),), question=LOOKED)


_UNDONE = {Story.FAILED: "try_failed", Story.UNFINISHED: "try_unfinished"}
_SAME, _FARTHEST = timedelta(days=3), timedelta(days=60)


def two_of_same(context: Context) -> tuple[PaymentView, PaymentView] | None:
    """Two payments of one sum, the newer first: of the sum they name, else not long apart."""
    is_named = bool(said_sums(context))
    return next((p for p in _pairs(context) if is_named or _apart(p) <= _FARTHEST), None)


def pair_of_same(context: Context) -> tuple[PaymentView, PaymentView] | None:
    """Two payments of one sum within days, the newer first."""
    return next((pair for pair in _pairs(context) if _apart(pair) <= _SAME), None)


def of_the_sum(context: Context) -> PaymentView | None:
    """The newest payment of the sum they name; without one the newest of all."""
    payments = context.bill.payments
    if not said_sums(context):
        return next(iter(payments), None)
    return next((payment for payment in payments if names_sum(context, payment.cents)), None)


def _pairs(context: Context) -> list[tuple[PaymentView, PaymentView]]:
    """Of the sum they name, where they name one; the newest pair first."""
    dated = [payment for payment in context.bill.payments if payment.is_dated]
    pairs = [(newer, older) for n, newer in enumerate(dated) for older in dated[n + 1 :]]
    same = [(a, b) for a, b in pairs if a.cents == b.cents]
    is_named = bool(said_sums(context))
    return [pair for pair in same if not is_named or names_sum(context, pair[0].cents)]


def _apart(pair: tuple[PaymentView, PaymentView]) -> timedelta:
    newer, older = pair
    return newer.paid_on - older.paid_on
