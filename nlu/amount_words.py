"""The words around money: what makes a bare number an amount, and what forbids it."""

import re

from nlu.normal import MONEY


def any_of(words: str) -> str:
    """A pattern of the words; `_` stands for a space within one."""
    return f"(?:{'|'.join(word.replace('_', ' ') for word in words.split())})"


NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)(?![\d%]|e\d)"
DOTTED_DAY = (
    r"(?:(?<=\bon )|(?<=\bel )|(?<=\bby ))(?:0?[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
NAMED = re.compile(
    rf"(?<!\s-)\$ ?(?P<a>{NUMBER})(?: ?-? ?\$? ?(?=dollars))?(?: dollars)?"
    rf"|(?<![\d.,/:$#])(?<!\s-)(?P<b>{NUMBER}) ?"
    r"(?:\$|dollars?|dolares|pesos|usd|bucks|dl?ls)(?![a-z])"
    r"(?: (?:and|con|y) (?P<c>\d{1,2})(?: cents| centavos)?)?"
    rf"|(?<![\d.,/:$#-])(?!{DOTTED_DAY})(?P<d>\d{{1,6}}\.\d{{2}})(?![\d.%])"
    r"|\b(?P<cents>\d{1,2}) (?:cents|centavos)\b"
)
SHARED = re.compile(rf"(?<![\d.,/:$#-])(?P<n>{NUMBER})(?= ?(?:or|to|-|and|y|o|a|/) ?{MONEY})")
_LEADERS = """pay pays paying paid put send do doing afford spare manage swing give give_you
give_u get_you have got only just about around like maybe at_least least most up_to charge
charged_me take owe owed drop throw start_with down_to toward towards accept for of with than
over pagar pago pague pagare pagarles? abonar abono dar darles? doy poner mandar mando enviar
puedo podria tengo unos unas como solo nomas con de_a de cobr\\w+ debo depositar deposito maximo
hasta bill balance was is be es son era say lab visit deductible
does would make_it make_that change_it_to rather sea sean mejor hazlo dejemoslo_en dejelo_en"""
_LEAD = any_of(_LEADERS)
_FOLLOWERS = """on today tonight now right to toward towards and for this that a per every each
at if by until till then or down but max tops please plz pls when next is was will monthly
weekly biweekly hoy ahora ahorita al cada por para y pero o si cuando mensual(?:es)?
semanal(?:es)? quincenal(?:es)? la el en ok bc because since as maybe off i more extra first
instead nomas nada no rn asap lol from with not only just so would works? balance bill payment
copay fee charge through thru over later luego despues
already ya work be enough good fine not mejor"""
_THEN = rf"(?=\s*(?:$|[.,!?;)¤§¶·\n]|(?:{'|'.join(_FOLLOWERS.split())})\b|x ?\d|/ ?[a-z]))"
PLACE = r"(?<![\d.,/:$#-])"
LED = re.compile(rf"\b{_LEAD} (?:(?:you|u|like|about|the|only|just|another|a|maybe|it|unos|de|"
                  rf"at least|up to|hasta|como|solo|me|him|them|an extra|extra) ){{0,2}}"
                  rf"{PLACE}(?P<n>{NUMBER}){_THEN}")  # fmt: skip
FOLLOWED = re.compile(
    rf"{PLACE}\b(?P<n>{NUMBER})(?= ?(?:on it|on this|on that|on my (?:bill|balance|account)|"
    rf"down\b|toward|now\b|"
    rf"today\b|tonight\b|right now|ahora|hoy\b|ahorita|a la cuenta|§|¶|on §|by §|"
    rf"(?:and|y) (?:then |luego )?·|and (?:the )?(?:rest|remain)|"
    rf"y (?:el )?(?:resto|lo demas)|then\b|y luego|total\b|(?:in|en|over) ·|"
    rf"(?:is|es) (?:all|what|lo|todo)|·F|"
    rf"will (?:do|work)|tops|max\b|"
    rf"to start|first\b|x ?\d|later\b|luego\b|despues\b|up front|upfront|extra|is the (?:best|"
    rf"most)|para empezar|de inicio|"
    rf"de enganche))"
)
RANGE = re.compile(
    rf"(?:\b(?:between|entre|from) |^){PLACE}(?P<n>{NUMBER}) ?(?:and|to|or|-|y|a|"
    rf"o) ?(?P<m>{NUMBER}){_THEN}"
)
LINKED = re.compile(
    rf"(?<=¤) ?(?:or|and|to|-|y|o|then|,|/) ?(?:maybe |then )?(?P<n>{NUMBER}){_THEN}"
)
_FILLERS = """um+ uh+ maybe about just like ok okay yes yeah yea si only around how_about
what_about can_i_do let'?s_do i_can_do say probably unos como solo i_think a well ill_do i'll_do
do try sure hmm+ claro perhaps exactly make_it go_with tal_vez creo_que bueno pues lets_say
the_most_is max up_to hasta"""
_TAILS = """please pls plz ok max tops maybe is_all_i_(?:can|have|got)(?:_(?:do|afford))?
i_guess por_favor nada_mas nomas is_fine works for_now thanks ty sounds_good or_so ish total
today now if_thats_ok esta_bien"""
_FILL, _TAIL = any_of(_FILLERS), any_of(_TAILS)
ONLY = re.compile(rf"\W*(?:{_FILL}[ ,.]+)*(?P<n>{NUMBER})(?:[ ,.]+{_TAIL})*\W*")
UNIT = re.compile(
    r" ?(?:payments?|installments?|months?|weeks?|days?|years?|times?|kids?|hours?|minutes?|"
    r"people|visits?|"
    r"am\b|pm\b|x\b(?! ?\d)|st\b|nd\b|rd\b|th\b|%|percent|por ?ciento|ways|weeks|bills|"
    r"of (?:them|us|"
    r"those))"
)
NOT_AFTER = re.compile(r"\b(?:zip is|zip|option|opcion|number|numero|apt|room|suite|line|ext|"
    r"code|press|"
    r"call|after|since|"
                        r"in|age|am|im|i'm|turned|born|#) $")  # fmt: skip
