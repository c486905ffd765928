"""The words in which people say when and how they like to be texted: pieces of patterns.

All of them match a text that has been read (nlu.reading): lower case, no accents, Spanish
calendar words in English, "dont" for "don't".
"""

import re

from nlu.date_words import WEEKDAYS

EVERY_DAY = frozenset(range(7))
WORKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))
_SPANISH_PLURALS = {"sabados": 5, "domingos": 6}
NUMBER_OF = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{f"{name}s": number for number, name in enumerate(WEEKDAYS)},
    **_SPANISH_PLURALS,
}
DAY = rf"(?:{'|'.join(sorted(NUMBER_OF, key=len, reverse=True))})"
_AND = r"(?:,? (?:and|or|y|o|ni|&)(?: (?:on|los|el|the))?|,|/| &)"
DAYS = re.compile(rf"\b{DAY}(?:{_AND} ?{DAY}\b)*(?=\W|$)")
RANGE = re.compile(
    rf"\b({DAY}) ?(?:-|to|through|thru|till?|a|hasta(?: el)?) ?({DAY})\b|\bm ?- ?f\b"
)
WEEKDAYS_SAID = re.compile(r"\b(?:week ?days|work ?days|business days|entre week|days de work)\b")
WEEKENDS = re.compile(r"\b(?:week ?ends?|fin(?:es)? de weeks?|fines)\b")
HABITUAL = re.compile(
    rf"\b(?:(?:{'|'.join(WEEKDAYS)})s|sabados|domingos|weekdays|workdays|weekends|mornings|"
    r"afternoons|evenings|nights|fines de week|entre week)\b|"
    rf"\b(?:los|cada|every|each) (?:{'|'.join(WEEKDAYS)})\b|"
    r"\b(?:por|en) las (?:mananas?|tardes|noches)\b"
)
NOT = (
    r"\b(?:dont|not|no|never|nunca|jamas|stop|quit|except|excepto|menos|salvo|ni|tampoco|"
    r"nada de|hold off(?: on)?|dej(?:en?|es?) de|par(?:en?|es?) de|cant do|other than|outside of|"
    r"cut out|evit\w+|avoid\w*)\b"
)
ONLY = (
    r"\b(?:only|just|solo|solamente|nada mas|nomas|unicamente|always|"
    r"siempre|prefer\w*|prefier\w*|rather|"
    r"mejor|best|better)\b"
)
POLARITY = re.compile(rf"(?P<no>{NOT})|(?P<only>{ONLY})")
AFTER_IT_ONLY = re.compile(
    r"^,? (?:only|nomas|nada mas|solamente|unicamente|solo|please only|(?:is|are|es|son|would be|"
    r"work|works|seria)?,? ?(?:best|better|good|great|fine|ok|okay|mejor(?:es)?|bien|for me|"
    r"para mi))\b"
)
JUST_AFTER_ONLY = re.compile(
    r"^,? (?:only|nomas|nada mas|solamente|unicamente|please only|(?:is|are|es|son|work|works)?,? ?"
    r"(?:best|better|mejor(?:es)?))\b"
)
AFTER_IT_NO = re.compile(
    r"^,? (?:no(?: por favor)?(?=$|[.,;!?])|(?:is|are|es|son) (?:bad|no good|out|not|malo)|"
    r"(?:dont|doesnt|wont|never|no) (?:work|puedo|sirve|fit)|no puedo)\b"
)
AGAIN = re.compile(
    r"^,? (?:is|are|es|son|estan|esta|work|works)?,? ?(?:all )?(?:fine|ok|okay|good|bien|right)"
    r"(?: with me)?(?: (?:again|now|too|tambien|ya|otra vez|de nuevo))\b|"
    r"^,? ya (?:se puede|estan? bien|puede)"
)
CLAUSE_ENDS = re.compile(
    r"[.;!?\n]|,(?! ?(?:and |or |y |o |ni )?(?:on |los )?(?:\w+s?day|week))|"
    r" (?:but|pero|instead|so|que)(?= )"
)

CORRECTS = re.compile(
    r"^\W*(?:(?:no+|nope|nah)(?=[,.;!]| (?:wait|sorry|actually|i mean|make|not\b|esper|perdon|"
    r"disculp|mejor|quise|digo|mas bien|rather|better))[ ,.;!]*)?"
    r"(?:(?:wait(?! (?:un)?till?\b)|oops?|ups|actually|sorry|"
    r"scratch that|correction|hold on|hmm+|oh|i mean(?:t)?(?: to say| it)?|meant|"
    r"my (?:bad|mistake)|"
    r"make (?:it|that)|change (?:it|that|this) to|esper[ea]n?(?:me)?(?! hasta)|perdon\w*|"
    r"disculp\w+|mejor (?:dicho|que sea)|quise decir|queria decir|digo|mas bien|que sea[n]?|"
    r"me equivoque|"
    r"cambi\w+ (?:a|por))\b[ ,.;:!-]*)*"
)
CONTRASTS = (
    re.compile(r"^(?:not|no) (?P<gone>[^,;.]+)[,;.]+ ?(?:but |sino |i said |mejor )?(?P<kept>.+)$"),
    re.compile(r"^(?P<kept>.+?),? (?:and |y )?(?:not|no) (?P<gone>[^,;.]+)$"),
)
ASKS_TO = re.compile(r"\b(?:can|could|will) (?:you|we|u) (?:just )?do\b|\bdo\b|\bhaga\w*\b")

BRIEF_DAYS = {"wed": "wednesday", "thur": "thursday", "sat": "saturday", "sun": "sunday"}
BRIEF_DAY = re.compile(rf"\b(?:{'|'.join(BRIEF_DAYS)})\b")

TEXTING = re.compile(
    r"\b(?:text(?:s|ing|ed|ear|een?|eo|ito|os?)?|textean?d?o?|texteeme|messag\w*|msgs?|write|writing|"
    r"contact\w*|remind\w*|bother\w*|ping|pings|notif\w*|disturb\w*|bug|reach (?:me|out)|hear from|"
    r"escrib\w*|mensajes?|contacten?|molest\w*|avis\w*|record\w*|mandenme|mandeme|manden?|"
    r"(?:send|sending)(?: me)?(?: (?:any|these|them|those|the|more|your))*"
    r" (?:texts?|messages?|reminders?|stuff|anything|things|them|these))\b"
)
_PLACE = r"(?:on|in|at|the|los|las|el|en|por)"
_A_FEW = r"(?: \w+){0,4}? ?(?:(?:on|in|at|the|los|las|el|en|por|de|a|during|cada|every) ?)*$"
TEXTING_THEN = re.compile(TEXTING.pattern + _A_FEW)
NEVER_THEN = re.compile(
    rf"{NOT}(?: \w+){{0,3}}? ?{TEXTING.pattern}{_A_FEW}|"
    rf"{TEXTING.pattern}(?: \w+){{0,3}},? (?:but |pero )?{NOT}(?: {_PLACE})* ?$"
)
THEN_NEVER = re.compile(  # just after a limit: "on sundays don't text me"
    rf",? ?(?:(?:please|pls|por favor|ya|you|yall) )*{NOT}(?: \w+){{0,3}}? ?{TEXTING.pattern}"
    r"(?: (?:me|us|nos|any|anything|nada|mas|more|please|pls|por favor|porfa(?:vor)?|ok|thanks|"
    r"thank you|gracias|texts?|messages?|reminders?|mensajes?|textos?|avisos?|recordatorios?))*"
    r"(?=\s*(?:$|[.;!?,]))"
)
ONLY_THEN = re.compile(rf"{ONLY}{_A_FEW}")
AND_THEN = re.compile(
    rf"^\s*$|^ ?(?:and|or|y|o|ni|nor|,|&)(?: {_PLACE})* ?$|\b(?:and|or|y|o|ni)(?: {_PLACE})* ?$"
)
ONCE = re.compile(
    r"\b(?:tomorrow|today|tonight|hoy|next|proxim[oa]|right now|ahorita|ahora|rn|this (?:morning|"
    r"afternoon|evening)|esta (?:tarde|noche))\b|(?<!por la )(?<!la )(?<!en la )(?<!las )\bmanana\b"
)
PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b")
CODE = re.compile(r"\W*10-4\b")
FILLERS = re.compile(
    r"\b(?:actually|sorry|wait|instead|rather|please|pls|plz|thanks?|thank you|por favor|"
    r"porfa(?:vor)?|gracias|hi|hello|hola|hey|ok|"
    r"okay|yes|si|sir|maam|and|or|y|o|ni|but|pero|on|in|at|the|los|las|el|la|en|por|de|a|al|is|are|"
    r"es|son|i|me|my|mi|for|to|it|that|this|you|can|could|would|like|enough|plenty|basta|suficiente|"
    r"nada|mas|nomas|works?|good|fine|great|best|better|mejor|bien|times?|hours?|days?|horas?|"
    r"available|free|libre|que|con|una?|one|also|too|tambien|though|im|estoy|puedo|puede|need|"
    r"want|quiero|very|much|month|week|este|"
    r"esta|during|again|now|ya|otra vez|de nuevo)\b"
)

GAPS = (
    (
        re.compile(
            r"\b(?:(?:only|just|no more than|not more than|at most|solo|maximo|no mas de|1|one|an?|"
            r"un|una) ){0,3}(?:once|1 time|1 text|text|message|reminder|one|1|time|"
            r"1 reminder|una vez|1 vez|vez|mensaje|texto|aviso|recordatorio) (?:a|per|each|every|"
            r"al|por|cada) month|(?:una|1) vez al month|"
            r"monthly (?:is|texts?|reminders?|only|works)|"
            r"once monthly|(?:cada|every) month (?:is|esta|basta|nomas|only)\b"
        ),
        30,
    ),
    (
        re.compile(
            r"\b(?:(?:once|1 time|one|1|text|message|reminder|una vez|1 vez|vez|mensaje|texto) )"
            r"(?:every|each|per|cada) (?:2|other|couple of|15|14) (?:weeks?|days)\b"
        ),
        14,
    ),
    (
        re.compile(
            r"\b(?:text|texts|message|messages|write|remind|reminders?|mensajes|textos|escrib\w*)"
            r"(?: me)? (?:less|less often|not so often|menos|menos seguido|not so much|fewer)\b|"
            r"\b(?:less|fewer|menos) (?:texts|messages|reminders|mensajes|textos|recordatorios)\b|"
            r"\btoo many (?:texts|messages|reminders)\b|\bdemasiados (?:mensajes|textos)\b|"
            r"\b(?:not|no) (?:so often|every week|tan seguido|todas las weeks|cada week)\b"
        ),
        30,
    ),
)
LIFT = re.compile(
    r"\b(?:any ?(?:day|time|hour)|whenever|cualquier (?:day|hora|hour|momento)|"
    r"cuando (?:sea|quiera\w*)|todos los days|every ?day)\b"
)
LIFTS_ALL = re.compile(
    r"\b(?:forget|ignore|scratch|olvid\w+) (?:about )?(?:what|lo que|que) (?:i|le|les|te)? ?"
    r"(?:said|told you|dije|pedi) (?:about|of|de|sobre)(?: \w+){0,3} "
    rf"(?:{DAY}|texts?|texting|weekends?|times?|hours?|days?|mornings?|evenings?|mensajes|horas?|"
    r"weeks?)\b|\b(?:texts?|texting|mensajes)\b[^.;]{0,20}\b(?:fine|ok|okay|bien) "
    r"(?:again|otra vez|de nuevo)\b"
)
ELSEWHERE = re.compile(r"\b(?:pay\w*|paga\w*|call\w*|llam\w*|appointment|cita|visit|come)\b")
FINE = re.compile(
    r"\b(?:fine|ok|okay|good|works?|again|can|may|bien|puede\w*|now|ya|esta bien|perfecto)\b"
)
_THEN_ENDS = (  # nothing that goes on to the other hours: "or at night", "ni de noche"
    r"(?=\W*(?:$|[.;!\n]|(?:please|pls|plz|thanks|thank you|por favor|porfa\w*|gracias|i |im |"
    r"i'?m |my |"
    r"because |cuz |ando |estoy |trabajo |porque |que (?:ando|estoy|trabajo) |only |just |solo |"
    r"nomas )"
    r"(?!.*\b(?:night|ever|never|at all|any ?time|noche|nunca|jamas)\b)))"
)
AT_WORK = re.compile(
    r"\b(?:at|while (?:i'?m|im|i am) at|when (?:i'?m|im|i am) at|en|cuando estoy en|mientras) "
    r"(?:my |the |el |mi )?(?:work|job|trabajo|trabajando|working|school|class|escuela)\b|"
    r"\bwhile (?:i'?m |im |i am )?working\b|\b(?:mi|my) (?:turno|shift)\b|"
    r"\b(?:when|cuando|mientras) (?:i'?m |im |i am |estoy |yo )?(?:working|work|trabaj\w+|"
    r"on the clock|"
    rf"on shift|de turno){_THEN_ENDS}"
)
OFFICE_HOURS = re.compile(
    r"\b(?:during|in) (?:the )?(?:work(?:ing)?|business|office|school) (?:hours?|day)\b|"
    r"\bhoras? de (?:trabajo|oficina|work)\b|\bhorario de (?:trabajo|oficina|work)\b"
)
IN_THE_DAY = re.compile(
    rf"(?<= )(?:(?:during|in) (?:the )?day(?: ?time)?|(?:durante el|en el|de) day){_THEN_ENDS}"
)
JUST_TEXTING = re.compile(rf"{TEXTING.pattern}(?: (?:me|us|please|textos?|mensajes?))* $")

_TEXTS_NOT = (
    r"(?:dont|not|no|never|stop|quit|instead of|stead of|rather than|en vez de|en lugar de|ya no|"
    r"no por|no al|in place of|than)(?: \w+){0,2}? (?:text\w*|sms|messag\w*|phone|telefono|cel\w*|"
    r"mensaj\w*|escrib\w*)"
)
_INSTEAD = (
    rf"instead|only|rather|better|best|prefer\w*|switch|(?:from|de) (?:now|here|this|aqui|ahora)|"
    rf"going forward|en vez|mejor|prefier\w*|en lugar|(?:solo|nomas|solamente)(?= (?:por|al|a mi))|"
    rf"go by|todo (?:al|por|a mi)|everything to|{_TEXTS_NOT}"
)
_EMAIL = (
    r"(?:\be-? ?mails?\b|\bemail\w*|\bcorreo electronico\b|\bpor correo\b|\bcorreo\b|\binbox\b|"
    r"\bimeil\b|\w@\w)"
)
_LETTER = (
    r"(?:\bletters?\b|\bpaper (?:mail|bills?|statements?)\b|\bby (?:mail|post)\b|\bmail me\b|"
    r"\bregular mail\b|\bsnail mail\b|\bpor carta\b|\bcartas?\b|\bcorreo (?:postal|regular)\b)"
)
_CALL = r"(?:call(?:s|ed|ing)?|phone(?:d)?|ring|phone calls?|llam\w+|marqu\w+|telefonea\w*)"
CHANNELS = (
    (
        "mail",
        re.compile(
            rf"{_LETTER}.{{0,40}}\b(?:{_INSTEAD})\b|\b(?:{_INSTEAD})\b.{{0,40}}{_LETTER}|"
            r"\bletters only\b|\bpaper only\b"
        ),
    ),
    (
        "email",
        re.compile(
            rf"{_EMAIL}.*\b(?:{_INSTEAD})\b|\b(?:{_INSTEAD})\b.*{_EMAIL}|"
            r"^\W*paperless(?: please)?\W*$"
        ),
    ),
    (
        "call",
        re.compile(
            rf"\b{_CALL}(?: me| nos)?,? (?:(?:but |and |just |please )*{_TEXTS_NOT}|instead|only|"
            rf"rather|en vez|en lugar|mejor)|{_TEXTS_NOT}\w*(?: me)?[,.;]? "
            rf"(?:just |please |but |and |mejor |solo )*\b{_CALL}|"
            r"\b(?:prefer|rather|mejor|prefiero|solo)(?: (?:that|if|have|you|get|a|to|be|me|que|"
            rf"por|it))* \b{_CALL}\b|\b(?:phone )?calls? (?:are |is |work )?(?:better|best|only)\b"
        ),
    ),
    (
        "text",
        re.compile(
            r"\b(?:texts?|texting|textos|mensajes)\b(?: \w+){0,3} (?:is|are|esta|estan) "
            r"(?:fine|ok|okay|bien|good)\b|\btexts? me instead of (?:email|call)\w*|"
            r"\bpor textos? esta bien\b"
        ),
    ),
)
