""" "Wow", "thats a lot", "esta muy caro" after a sum was told: acknowledged, and a way offered."""

import re

from actions._next import NEXT_STEP
from actions._owed import all_held
from actions._words import plain
from bot.action import Context, Outcome, Say

_SUMS_TOLD = (
    "balance", "explain_", "due_", "pay_link", "item", "insurance_p", "insurance_left", "compare_",
    "paid_found_left", "much_", "hardship_heard", "see_page",
)  # fmt: skip
_STRUCK = re.compile(
    r"(?<![\w'])(?:(?:that'?s|that is|this is|it'?s|it is|is|son|es|esta|sale|se me hace) )?"
    r"(?:like |just |really |kinda |pretty |so |way |too |very |soo+ |super |such |muy |tan |bien |"
    r"mas |re ?)*"
    r"(?:w+o+w+|whoa+|omg|dang+|damn+|yikes|ouch|geez|jeez|jesus|oof|sheesh|holy (?:cow|crap|moly|"
    r"smokes)|my god|a lot(?: of money)?|that much|much(?: money)?|expensive|pricey|steep|high|"
    r"crazy|insane|big|mucho(?: dinero)?|mucha (?:lana|plata)|muchisimo|demasiado|car[oa]|"
    r"carisim[oa]|alt[oa]|altisim[oa]|un dineral|que (?:car[oa]|barbaridad)|"
    r"(?:ay )?dios(?: mio)?|no manches|guau|hijole|ala|caray|chale)(?![\w'])"
)
_FILLING = re.compile(
    r"(?<![\w'])(?:o+h+|a+h+|u+y+|hm+|man|girl|for (?:a |one )?visit|for (?:that|this|me|one time|"
    r"what)|all (?:that|this)|really|ok|okay|pues|ya|eso|que|para mi|por (?:eso|una visita)|lol|no|"
    r"yeah|well|but|pero|la verdad|honestly|verdad)(?![\w'])"
)


def is_struck(text: str) -> bool:
    """Nothing else is said; "why so much" asks, and is none of it."""
    said = plain(text)
    left, times = _STRUCK.subn(" ", said)
    return times > 0 and not any(letter.isalnum() for letter in _FILLING.sub(" ", left))


def struck(context: Context) -> Outcome | None:
    """A plan or an explanation, and no pressure. None where no sum was told just now."""
    keys, bill = context.memory.last_keys, context.bill
    is_told = any(key.startswith(_SUMS_TOLD) for key in keys)
    if context.person is None or not is_told or not is_struck(context.text):
        return None
    if bill.payable_cents <= 0 or all_held(bill) is not None:
        return Outcome(says=(Say("much_held"),), kept=True)
    if "hardship_heard" in keys:
        return Outcome(says=(Say("all_right"),), question=NEXT_STEP)
    if "much_heard" in keys or "much_on_plan" in keys:
        return Outcome(says=(Say("hardship_heard"),), question=NEXT_STEP)
    key = "much_heard" if bill.plan is None else "much_on_plan"
    return Outcome(says=(Say(key),), question=NEXT_STEP)
