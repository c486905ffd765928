"""The ways to pay, and what people ask about them. Only what we really offer is claimed."""

import re

from actions import pay_now
from actions._choosing import chosen
from actions._people import fetch
from actions._words import plain, wants
from bot import identity
from bot.action import Context, Outcome, Say, Wish
from bot.other_ways import other_ways
from nlu.other_ways import asks_other_ways
from nlu.paying_words import wants_link_too

_APPS = re.compile(
    r"\b(?:zelle|venmo|cash ?app|pay ?pal|crypto|bitcoin|binance|pago movil|remesa)\b"
)
_BY_MAIL = re.compile(
    r"\b(?:checks?|che(?:que|ke)s?|mail\w*|money order|correo|what "
    r"address|address do i (?:send|mail)|que direccion)\b"
)
_MAIL = re.compile(
    r"\b(?:mail|address|send (?:it|a check|the check|you a check)|make (?:it|the check) out|"
    r"to (?:whom|who)|payable to|direccion|correo|a (?:que|ke) (?:nombre|direccion|direksion)|"
    r"donde (?:mando|envio|lo mando|lo envio))\b"
)
_ASKED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:fees?|surcharge|extra charge|convenience|cost (?:more|extra)|charge (?:me )?"
            r"(?:more|extra)|recargo|comision|cobran (?:algo|mas|extra)|cargo extra)\b"
        ),
        "methods_no_fee",
    ),
    (
        re.compile(
            r"\b(?:safe|secure|scam|trust|legit|real|hack\w*|steal|stolen|seguro hacerlo|es seguro|"
            r"segura|confiable|estafa|robar|roban|robo|confio|fraude)\b"
        ),
        "methods_safe",
    ),
    (
        re.compile(
            r"\b(?:for me|on my behalf|pay (?:it )?(?:instead|this for)|"
            r"(?:can|could|may) (?:my|some)\w* ?\w* (?:just )?pay|"
            r"(?:let|have) my \w+ pay|forward|pass (?:it|the link) on|"
            r"share the link|por mi|(?:puede|podria) (?:mi|otra) ?\w+ pagar|pagar? mi "
            r"(?:hij[oa]|espos[oa]|mama|papa|herman[oa])|"
            r"que (?:pague|lo pague) mi|"
            r"(?:reenviar|pasar\w*|mandar\w*) (?:el|este|ese) (?:enlace|link))\b"
        ),
        "methods_someone_else",
    ),
    (
        re.compile(
            r"\b(?:(?:wife|husband|spouse|mom|mother|dad|father|daughter|son|sister|brother|"
            r"boyfriend|girlfriend|friend|someone|somebody)(?:'?s| else'?s)? card|"
            r"not my (?:own )?card|"
            r"(?:different|another) (?:name|person)|card (?:of|in) (?:my|another|a different)|"
            r"tarjeta de (?:mi|otra)|a nombre de)\b"
        ),
        "methods_other_card",
    ),
    (
        re.compile(r"\b(?:apple ?pay|google ?pay|g ?pay|samsung pay|wallet|tap)\b"),
        "methods_wallet",
    ),
    (
        re.compile(
            r"\b(?:cash|bills|coins|money order|checks?|cheques?|efectivo|billetes?|monedas|giro|"
            r"resiben|kash|in person|front desk|window|en persona|ventanilla)\b"
        ),
        "methods_office",
    ),
)


def respond(context: Context) -> Outcome:
    if to_pay := chosen(context):
        return pay_now.respond(context) if context.person else to_pay
    if asks_other_ways(context.text) and (others := other_ways(context)):
        return others
    said = plain(context.text)
    if _APPS.search(said):
        return Outcome(says=(Say("methods_no_apps"),))
    if _MAIL.search(said) and _BY_MAIL.search(said):
        return fetch(context, "methods_mail_person", "check_address", "payment", note=context.text)
    key = next((key for words, key in _ASKED if words.search(said)), "payment_methods")
    wants_link = wants_link_too(context.text)
    if key == "payment_methods" and (wants_link or _has_link(context)):
        key = "methods_else"
    said_so = Outcome(says=(Say(key),))
    return said_so.then(_link(context)) if wants_link else said_so


def _link(context: Context) -> Outcome:
    """ "A debit card works right? send it": the link is wanted as well, and not heard besides."""
    if wants(context, "pay_now"):
        return Outcome()
    if context.person is not None:
        return pay_now.respond(context)
    return identity.ask_along(context, (Wish("pay_now", context.text),)) or Outcome()


def _has_link(context: Context) -> bool:
    """The same text asks for the link as well, and gets it."""
    is_payable = context.person is not None and context.bill.payable_cents > 0
    return is_payable and wants(context, "pay_now")
