"""Payments that cannot be kept up: "i cant do this plan anymore", "ya no puedo con los pagos".

The whole text is read: a word more than these may tell of danger, and then nothing is read here.
"""

import re

from nlu.illness import plain_words

_LEAD = (
    r"(?:(?:hi|hello|hey|ok|okay|no|so|well|look|listen|honestly|sorry|im sorry|i am sorry|"
    r"hola|bueno|pues|mire|oiga|perdon|disculpe|la verdad|es que|lo siento|fijese que)\s)*"
)
_CANT = (
    r"(?:(?:i|we) )?(?:really |honestly |just |simply )?"
    r"(?:cant|cannot|can not|wont be able to|am not able to) (?:just )?"
)
_LONGER = r"(?: (?:any ?more|any longer|no more))"
_ITS = r"(?:it|this|that)"
_PAID = (
    r"(?:(?:with )?(?:(?:the|this|that|these|those|my|your|our|all|all these|so many) )?"
    r"(?:(?:monthly|payment|big|high|weekly) )?"
    r"(?:plan|payments?|bills?|installments?|amount|autopay)|"
    r"paying(?: (?:it|this|so much|that much))?)"
)
_TAIL = (
    r"(?: (?:(?:because|bc|cuz|cause|since) )?(?:(?:its|it is|thats) )?too (?:much|high|expensive)"
    r"(?: (?:money|(?:a|each|every|per) (?:month|week)|to pay))"
    r"|(?: (?:because|bc|cuz|cause))? (?:money is tight|i lost my job|(?:im|we are|were) broke|"
    r"i dont have the money|they cut my hours)"
    r"|(?: porque)? (?:es|son|me sale|sale) (?:mucho|demasiado|muy caro)"
    r"(?: (?:dinero|(?:cada|al|por) mes|a la semana))"
    r"|(?: porque)? (?:no me alcanza|perdi (?:el|mi) trabajo|no tengo dinero)"
    r"|(?: (?:sorry|please|thanks|perdon|por favor|gracias|lo siento)))*"
)
_CON_PAGOS = (
    r"(?:(?:el|los|las|mi|mis|este|estos|ese|esos|tantos|la|sus) )?"
    r"(?:plan|pagos?|mensualidad(?:es)?|cuotas?|abonos?|factura|cuenta)(?: de pagos?)?"
)
_ESTO = r"(?:esto|eso)"
_OF_IT = re.compile(
    rf"{_LEAD}(?:{_CANT}(?:do {_ITS}{_LONGER}|do no more of (?:it|this)|"
    rf"(?:keep (?:on )?(?:doing|making|paying|up with)|keep|continue(?: with)?|pay|afford|swing) "
    rf"{_ITS}(?: (?:up|going))?{_LONGER}?)|"
    rf"(?:ya )?no (?:puedo|podemos) (?:mas |seguir )*con {_ESTO}|"
    rf"ya no (?:lo )?(?:puedo|podemos) (?:hacer(?:lo)?|pagar(?:lo|la)?|con el)(?: mas)?|"
    rf"(?:ya )?no (?:puedo|podemos) seguir (?:haciendo|pagando)(?:lo)?(?: {_ESTO})?){_TAIL}"
)
_OF_PAYMENTS = re.compile(
    rf"{_LEAD}(?:{_CANT}(?:(?:keep|go|carry) (?:on )?|do |keep doing |make |keep making |"
    rf"handle |take |manage |afford |keep up |continue |stay on |stick )?{_PAID}{_LONGER}?|"
    rf"(?:ya )?no (?:puedo|podemos) (?:mas |seguir )*"
    rf"(?:con |haciendo |pagando |hacer |pagar ){_CON_PAGOS}){_TAIL}"
)


def is_too_heavy(text: str) -> bool:
    """Of "it" and "this" alone: a payment, where one is spoken of."""
    return _OF_IT.fullmatch(plain_words(text)) is not None


def names_heavy_payments(text: str) -> bool:
    return _OF_PAYMENTS.fullmatch(plain_words(text)) is not None
