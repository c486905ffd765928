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
    HOW = "how"
    VISIT = "visit"
    MORE = "more"


_SIGNS = (  # the first that is found counts
    (
        Aspect.WHICH_IS_WHICH,
        r"which is which|which one is (?:which|what|for what)|what'?s the difference|"
        r"(?:which|what) (?:visits|dates|days) (?:are|were)|what are (?:those|"
        r"they)(?: two)?\b|"
        r"cual es cual|que diferencia hay|(?:y )?(?:esas|esos|estas|estos|las dos|los dos)"
        r"(?: dos)? (?:de|para) que\b|que visitas",
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
        r"\b(?:who|whom)\b.{0,30}\b(?:saw|see|seen|treat\w*|did|was|order\w*|doctor|dr|provider|nurse)\b|"
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
        r"when (?:was|were|did|is) (?:i|this|that|it|the (?:visit|one)|these)\b(?!.*\bdue)|"
        r"(?:que|cual) (?:fecha|dia)|(?:de|en) que (?:fecha|dia)|"
        r"cuando (?:fue|fui|era|me|paso)|de cuando es",
    ),
    (
        Aspect.NEXT_ITEMS,
        r"^\W*(?:next|more|the rest|go on|continue|keep going|sig[ua]e?|siguientes?|continue|"
        r"mas|los demas|otros|the (?:next|other) (?:ones|items))\W*(?:please|por favor)?\W*$",
    ),
    (
        Aspect.HOW,
        r"\bhow (?:did|do|does|u|you|they|ya)(?: (?:you|u|they|it|ya|all|guys|this|that))*"
        r"(?: even)? (?:get|got|come|came|arrive\w*|calculat\w*|comput\w*|figur\w*|reach\w*)\b"
        r"(?! (?:it|this|that|paid|the money|my (?:number|phone|info))\b(?! (?:to|at|number)))|"
        r"\bhow (?:is|was|are|were) (?:it|this|that|the (?:\w+ )?(?:amount|total|sum|balance)|"
        r"\$?\d+)\b.{0,12}(?:calculat\w*|comput\w*|figur\w*|made up|added|reached)|"
        r"show (?:me )?(?:the|your) math|do the math|the math\b|add(?:s)? up to|"
        r"where (?:did|does|do|is|are) (?:the |that |this |those )?\$?\d[\d.,]* (?:dollars )?"
        r"(?:com\w+|from)|where (?:you|u|they) (?:got|get) (?:the |that )?(?:\$?\d|number|amount|"
        r"total|sum)|"
        r"\bcomo (?:le |les |se |es que )?(?:sac\w+|lleg\w+|calcul\w+|salen?|salio|salieron|"
        r"hicieron la cuenta|hacen la cuenta)|"
        r"de donde (?:salen?|salieron|sac\w+|vienen?)\b.{0,8}(?:\d|es[oa]s? (?:\d|cantidad|monto|"
        r"numero|total|cuenta)|(?:la|el) (?:cantidad|monto|total|numero))|la suma no\b|"
        r"\b(?:the|my|a|any|that|much|what) (?:\w+ )?discounts?\b|"
        r"\b(?:taken|knocked|came|come|take|took) off\b|\bfrom what to what\b|"
        r"\bbefore (?:the |my )?insurance\b|\bto (?:start|begin) with\b|"
        r"\b(?:original|full|total) (?:charge|price|cost)\b|"
        r"\b(?:el|mi|que|algun|un|cuanto) (?:\w+ )?descuento\b|\brebaj\w+|"
        r"\bantes del? (?:el )?seguro\b|\bprecio (?:original|completo|total)\b",
    ),
    (
        Aspect.VISIT,
        r"\b(?:what|which) (?:visit|appointment|appt|service|treatment|procedure)\b|"
        r"what (?:is|was|'?s) (?:this|that|it|the visit|all this) (?:even |really )?for\b|"
        r"what (?:did|do) (?:i|you|they|we) (?:have done|do(?: to me)?|get done)\b|what was done|"
        r"(?:que|cual)(?: fue| es)?(?: la)? (?:visita|cita|consulta)\b|de que (?:es|fue|son)\b|"
        r"que (?:me|le) hicieron|(?:por|de) que (?:concepto|servicio)",
    ),
    (
        Aspect.WHY,
        r"\bwhy\b|how come|so (?:high|much|expensive|big|steep)|(?:that|too|very) "
        r"(?:high|expensive|steep)|that much|where (?:does|did) (?:this|that|it) come from|"
        r"\bpor ?que\b|\bxq\b|\bpq\b|tan (?:car[oa]|alt[oa]|elevad[oa])|tanto\b|de donde sale",
    ),
    (
        Aspect.MORE,
        r"\bwhat else\b|\btell me more|more (?:info\w*|details?)|anything else (?:on|about|to)|"
        r"explain (?:it|that|this)? ?(?:again|more|better)|\bque mas\b|\balgo mas\b|"
        r"(?:cuenteme|digame|expliqueme) mas|mas (?:informacion|detalles?)|"
        r"explic\w+ (?:otra vez|mejor|bien)",
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
OF_A_BILL = frozenset(
    {Aspect.ITEMS, Aspect.WHEN, Aspect.WHO, Aspect.WENT_UP, Aspect.WHICH_IS_WHICH, Aspect.WHY,
     Aspect.HOW, Aspect.VISIT}
)  # fmt: skip
"""What makes sense of a bill alone."""
_EACH_BILL = re.compile(r"\b(?:both|all of (?:them|it)|each of them|all|ambas|todas|las dos)\b")


def aspect_of(text: str) -> Aspect | None:
    said = plain(text)
    return next((aspect for aspect, words in _COMPILED if words.search(said)), None)


def means_each_bill(text: str) -> bool:
    return _EACH_BILL.search(plain(text)) is not None
