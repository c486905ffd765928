"""What about a bill a text asks, or says of what was told of it."""

import re
from enum import StrEnum

from actions._words import plain


class Aspect(StrEnum):
    WHICH_IS_WHICH = "which_is_which"
    OTHER_BILL = "other_bill"
    UNCLEAR = "unclear"
    WENT_UP = "went_up"
    WHO = "who"
    WHEN = "when"
    ITEMS = "items"
    NEXT_ITEMS = "next_items"
    WHY = "why"
    CLEAR = "clear"


_SIGNS = (  # the first that is found counts
    (
        Aspect.WHICH_IS_WHICH,
        r"which is which|which one is (?:which|what|for what)|what'?s the difference|"
        r"cual es cual|que diferencia hay",
    ),
    (
        Aspect.OTHER_BILL,
        r"(?<!no )\b(?:the )?other (?:one|bill|visit|statement)s?\b|next bill|"
        r"\b(?:la otra|el otro)\b(?! (?:vez|dia))|otra factura|otra cuenta",
    ),
    (
        Aspect.UNCLEAR,
        r"\b(?:still|do ?n[o']?t|not|cant|can't|cannot|dont) (?:\w+ ){0,2}"
        r"(?:get (?:it|this|that)|understand|follow|clear|makes? sense|see (?:it|how|why))|"
        r"(?:makes no|no) sense|confus\w+|\blost me\b|^\W*(?:huh|what|como|que)\W*\?+\W*$|"
        r"\bno (?:\w+ ){0,2}(?:entiend\w+|entend\w+|comprend\w+)|"
        r"\bno (?:me |esta |queda |tiene )+(?:claro|clara|sentido)|sigo (?:sin|igual)|"
        r"\bno (?:get|understand)",
    ),
    (
        Aspect.WENT_UP,
        r"(?:went|go|goes|gone|going|shot|jump\w*) up|higher than|"
        r"(?:more|bigger) than (?:the |my )?"
        r"(?:last|before|usual|other|first|it was)|increase[ds]?\b|(?:last|other) "
        r"(?:time|year|month|visit|bill).{0,40}(?:less|cheaper|\bwas\b|paid|only)|used to be|"
        r"\bsubio|subieron|aumento|mas (?:alt\w|car\w)? ?que (?:la|el|antes|otras|las)|"
        r"(?:antes|la otra vez|la vez pasada|el mes pasado|el año pasado|el ano pasado).{0,40}"
        r"(?:menos|era|fue|salio|pague|pagaba|cobraron)",
    ),
    (
        Aspect.WHO,
        r"\b(?:who|whom)\b.{0,30}\b(?:saw|see|seen|treat\w*|did|was|doctor|dr|provider|nurse)\b|"
        r"\b(?:which|what)(?: was)?(?: the)? (?:doctor|dr|provider|office|clinic|location|place|"
        r"building|department)|doctor'?s? name|name of (?:the|my) (?:doctor|dr|provider)|"
        r"where (?:was|is) (?:this|it|that)\b|where did i go|"
        r"(?:quien|con quien|con que|que|cual)(?: fue)?(?: el| la)? ?(?:me )?"
        r"(?:vio|atendio|doctor\w*|medic[oa]|clinica|oficina|consultorio|sucursal|lugar)|"
        r"nombre del (?:doctor|medico)|(?:donde|en donde) (?:fue|fui|era)",
    ),
    (
        Aspect.ITEMS,
        r"break\w* (?:it|this|that|them|the bill|everything)?\s?(?:all )?down|breakdown|"
        r"itemi[sz]\w*|(?:line|item|one|thing) by (?:line|item|one|thing)|"
        r"(?:each|every|all the|what are the) (?:thing|item|one|charge|line|part|cost)s?|"
        r"in detail|details\b|one at a time|separately|"
        r"desglos\w*|detall\w*|(?:renglon|linea|cosa|punto) por (?:renglon|linea|cosa|punto)|"
        r"uno por uno|una por una|cada (?:cosa|cargo|cobro|uno|una|parte|renglon)|por separado",
    ),
    (
        Aspect.WHEN,
        r"what(?:'?s| was| is)?(?: the)? (?:date|day)|which (?:date|day)|dates? of (?:the )?"
        r"(?:service|visit)|"
        r"when (?:was|were|did|is) (?:i|this|that|it|the visit|these)\b(?!.*\bdue)|"
        r"(?:que|cual) (?:fecha|dia)|(?:de|en) que (?:fecha|dia)|"
        r"cuando (?:fue|fui|era|me|paso)|de cuando es",
    ),
    (
        Aspect.NEXT_ITEMS,
        r"^\W*(?:next|more|the rest|go on|continue|keep going|sig[ua]e?|siguientes?|continue|"
        r"mas|los demas|otros|the (?:next|other) (?:ones|items))\W*(?:please|por favor)?\W*$",
    ),
    (
        Aspect.WHY,
        r"\bwhy\b|how come|so (?:high|much|expensive|big|steep)|(?:that|too|very) "
        r"(?:high|expensive|steep)|that much|where (?:does|did) (?:this|that|it) come from|"
        r"\bpor ?que\b|\bxq\b|\bpq\b|tan (?:car[oa]|alt[oa]|elevad[oa])|tanto\b|de donde sale",
    ),
    (
        Aspect.CLEAR,
        r"(?:makes|that makes|all makes) (?:more )?sense|\bgot it\b|\bi see\b|understood|"
        r"i (?:get|understand) it|clear now|all clear|that(?:'?s| is)? (?:helps?|clear|fine|it)\b|"
        r"good to know|^\W*(?:ah+|oh+|ok|okay|k|kk|alright|cool|great|good|right|sure|bueno|vale|"
        r"perfecto|bien|ya|aja)(?:[ ,.!]+(?:ok|okay|thanks|thank you|thx|ty|bien|gracias))?\W*$|"
        r"(?:ya |si |ahora )(?:entiendo|entendi|veo|se|comprendo)|entendido|queda claro|"
        r"tiene sentido|\bya veo\b",
    ),
)  # fmt: skip
_COMPILED = tuple((aspect, re.compile(words)) for aspect, words in _SIGNS)
_EACH_BILL = re.compile(r"\b(?:both|all of (?:them|it)|each of them|all|ambas|todas|las dos)\b")


def aspect_of(text: str) -> Aspect | None:
    said = plain(text)
    return next((aspect for aspect, words in _COMPILED if words.search(said)), None)


def means_each_bill(text: str) -> bool:
    return _EACH_BILL.search(plain(text)) is not None
