"""What must be understood even when the language model is away: the essentials, by keyword."""

import re
import unicodedata

from nlu.understanding import Decision, Intent, Understanding

# A guess by keyword is worth acting on only where acting is harmless or the law asks for it.
_CONFIDENCE = 0.5

# First match is the main intent. English and Spanish, as typed: lower case, accents dropped.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "crisis",
        r"suicid|kill (?:my|him|her)self|want to die|end (?:my|it all)|hurt myself|overdos|"
        r"can'?t breathe|chest pain|call 911|\b911\b|matarme|quiero morir|quitarme la vida|"
        r"no puedo respirar|dolor de pecho|me quiero morir",
    ),
    (
        "opt_out",
        r"^\W*(?:stop|stopall|unsubscribe|end|quit|revoke|optout|opt out|cancel|alto|parar|basta)"
        r"\W*$|\bstop (?:text|messag|contact|send|bother)|"
        r"\b(?:quit|don'?t) (?:text|messag|contact)|"
        r"\bunsubscribe|\bopt(?:ing)? (?:me )?out|remove me|take me off|leave me alone|lose this "
        r"number|no mas (?:mensajes|textos)|ya no me (?:mand|text|escrib|molest)|dejen? de "
        r"(?:mandar|escribir|molestar|enviar)|no me (?:mande|escriba|moleste|envie)|dejeme en paz",
    ),
    (
        "wrong_person",
        r"wrong (?:number|person)|not (?:my|this) (?:number|name)|not (?:him|her)\b|don'?t know "
        r"(?:that|this|any|who)|numero equivocado|persona equivocada|no (?:soy|conozco)\b",
    ),
    ("deceased", r"passed away|\b(?:he|she|is) (?:died|dead)\b|deceased|fallecio|murio|difunt"),
    ("legal", r"attorney|lawyer|bankrupt|chapter (?:7|13)|cease and desist|abogad|bancarrota"),
    (
        "already_paid",
        r"\balready (?:paid|sent)|\b(?:i|we) paid\b|paid (?:it|this|that|in full)|sent (?:a|the|my)"
        r" check|ya (?:lo |la |les )?pag|ya esta pagad",
    ),
    (
        "request_human",
        r"\b(?:human|person|agent|representative|operator|manager|someone|somebody)\b|"
        r"speak (?:to|with)|talk (?:to|with)|una persona|alguien|representante|hablar con|agente",
    ),
    (
        "set_up_plan",
        r"payment plan|installment|(?:pay|split) (?:it )?(?:over|in)\b|(?:a|per|each|every) month|"
        r"plan de pago|en pagos|a plazos|(?:al|por|cada) mes|quincena",
    ),
    (
        "ask_balance",
        r"how much|what (?:do|did) i owe|what'?s (?:my|the) (?:balance|total)|\bbalance\b|"
        r"cuanto (?:debo|es|tengo|me falta)|\bsaldo\b|mi cuenta",
    ),
    (
        "pay_now",
        r"\b(?:want|like|ready|need) to pay|\bpay (?:now|it|my|the|today|in full)|^\W*pay\W*$|"
        r"\bsend (?:me )?(?:the |a )?link|quiero pagar|pagar (?:ahora|hoy)|^\W*pagar\W*$|el enlace",
    ),
    ("help", r"^\W*(?:help|info|ayuda)\W*$"),
    (
        "affirm",
        r"^\W*(?:yes|yeah|yep|yup|y|ok|okay|sure|sounds good|si|claro|bueno|dale|de acuerdo)"
        r"(?: please| por favor)?\W*$",
    ),
    ("deny", r"^\W*(?:no|nope|nah|n|no thanks?|no thank you|no gracias)\W*$"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)


def essentials(text: str) -> Understanding:
    """Low confidence throughout; what no keyword explains goes to a person."""
    plain = _plain(text)
    found = tuple(Intent(name, _CONFIDENCE) for name, words in _COMPILED if words.search(plain))
    if not found:
        nothing = (Intent("out_of_scope", 0.0),)
        return Understanding(nothing, decision=Decision.PERSON, ranking=nothing)
    return Understanding(found[:3], decision=Decision.ACT, ranking=found)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(c for c in apart if not unicodedata.combining(c)).strip()
