"""Small words after an answer: "ohh ok my bad", "gotcha thx", "ah ya entendi". No yes to anything.

A bare yes ("ok", "oh yes", "si") is not one of them: it may answer what was asked.
"""

import re

from nlu.normal import fold

_TAKEN = (
    r"(?:ya )?(?:si )?(?:lo |la |me )?(?:abri|abrio)|ya (?:me )?(?:abre|funciona|sirve)|"
    r"(?:it |that |the link )(?:opened|opens|works)(?: now)?|i (?:got (?:it|that) open(?:ed)?|"
    r"opened (?:it|that))(?: now)?|"
    r"got ?(?:it|cha+|ya|u|you)|i (?:see|get|understand|got)(?: (?:it|that|now))*|"
    r"under ?stood|(?:that |it |all )*makes? (?:more |total |perfect )?sense(?: now)?|"
    r"fair(?: enough| point)?|"
    r"good to know|(?:duly )?noted|my (?:bad|mistake|fault|apologies)|"
    r"(?:i )?(?:totally |just |had |completely )?forgot(?:ten)?(?: about (?:it|that|this))?|"
    r"i (?:was|am|must be) (?:wrong|mistaken|confused)|that'?s (?:right|true|fair)|"
    r"(?:now )?i (?:do )?remember(?: now| it| that)*|true|"
    r"(?:i )?didn'?t (?:know|realize|notice|see)(?: that| it)?|"
    r"(?:ya |si |ahora |le )*(?:entiendo|entendi|veo|comprendo)|ya (?:lo |la )?vi|entendido|"
    r"enterad[oa]|"
    r"(?:me |ya )*queda claro|tiene (?:sentido|razon)|(?:fue )?mi (?:error|culpa)|"
    r"me (?:equivoque|confundi)|(?:se )?me (?:habia )?olvid(?:o|ado)|"
    r"(?:ya )?(?:me acuerdo|me acorde|recorde|recuerdo)|"
    r"no (?:lo )?(?:sabia|me fije|me di cuenta)(?: de eso)?|ni modo|orale|cierto|(?:es )?verdad"
)
_FOR = (
    r"(?:for (?:(?:being )?(?:so )?(?:understanding|patient|kind|nice)|working with (?:me|us)|"
    r"(?:all |all of )?(?:your|the|ur) (?:help|time|patience|understanding|kindness|info|support)|"
    r"everything|helping(?: me| us)?(?: out)?|letting me know|that|bearing with me|listening)|"
    r"por (?:(?:ser (?:tan )?)?(?:entender\w*|comprender\w*|amables?|comprensiv[oa]s?)|todo|eso|"
    r"(?:toda )?(?:su|la|tu) (?:comprension|paciencia|ayuda|tiempo|atencion|apoyo|info\w*)|"
    r"(?:ayudar|avisar|esperar|explicar|apoyar|escuchar|decir)(?:me|nos)?|"
    r"tener(?:me|nos)? paciencia))"
)
_THANKS = (
    r"(?:many |muchas |muchisimas |mil )?(?:thank (?:you|u)|thanks?|thx|thanx|tnx|ty|tysm|gracias)"
    rf"(?: so much| very much| a lot| a bunch| again| otra vez| de nuevo)*(?: {_FOR})?|"
    r"appreciate (?:it|that|u|you)|"
    r"(?:you|u) (?:too|as well)|same to (?:you|u)|likewise|igualmente|(?:a )?usted tambien"
)
_SOUNDS = (
    r"o+h+|a+h+|a+w+|hm+|m{2,}|uh+|lol|lmao|ha(?:ha)+h?|ja(?:ja)+j?|oops|whoops|wel+p|uy+|aja+|"
    r"sorry(?: about (?:it|that|this))?|perdon(?:e)?|disculpe?|lo siento"
)
_SMALL_YESES = (
    r"o+k+(?:ay|ie|ey)?|okey|okis|k+|all? ?right(?:y)?|right|cool|great|good|nice|fine|bueno|bien|"
    r"vale|sale|va|ya|eso|(?:ya )?esta bien|de acuerdo"
)
_FILLING = r"yeah|yep|yes|si|claro|entonces|then|so|well|pues|and|y|now|ahora|sir|ma'?am|guys|it"
_GASP = re.compile(
    r"(?:\W*\b(?:w+o+w+|w+h+o+a+|omg+|dang+|yikes|geez|jeez|oof|sheesh|guau|hijole|caray|chale|"
    r"no manches|oh|ay|dios mio|my god|holy (?:cow|moly|smokes))\b)+\W*"
)
_MUSES = re.compile(
    r"\W*(?:(?:h+m+|ok|okay|well|uh|um|bueno|pues|oiga|let'?s see|a ver|y)\W+)*"
    r"(?:(?:let me|lemme|i'?ll|ill|i need to|i have to|gonna|dejeme|dejame|dejenme|voy a|tengo que|"
    r"lo|le) )?(?:think(?: (?:about|on|it) ?(?:it|this|that|over)?)?|see(?: (?:first|then|"
    r"what i can "
    r"do))?|check|get back to (?:you|u|yall)|let (?:you|u|yall) know|sleep on it|ver|checar|"
    r"pensar(?:lo)?|pienso|checo|veo|aviso|digo)"
    r"(?: (?:it|bien|primero|luego|despues|first|later|then|ok|thanks|please|por favor|"
    r"gracias))*\W*|"
    r"\W*(?:a ver|luego le (?:digo|aviso)|let'?s see)\W*"
)
_ODD = re.compile(
    r"\W*(?:(?:that|this|it|something|still|h+m+|uh|well|idk|but)(?:'?s| is)? )*"
    r"(?:seems|looks|sounds|feels|is|something'?s) (?:a (?:bit|little) |kinda |really )?"
    r"(?:off|weird|odd|strange|fishy|funny|high)\W*"
)
_MISTOOK = re.compile(r"\b(?:i thought|yo pens(?:e|aba)|pens(?:e|aba) que|crei(?:a)? que)\b(.*)$")
_MATTERS = re.compile(r"\?|pa(?:y|id)|pag|insur|cover|segur|cubr|stop|call|wrong|scam")
_MOST_LETTERS = 70


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{words})(?![\w'])")


_PARTS = tuple(map(_whole, (_TAKEN, _THANKS, _SOUNDS, _SMALL_YESES, _FILLING)))


def small_words(text: str) -> str | None:
    """ "thank" or "affirm", as the text is to be heard; None where it may say more."""
    said = fold(text).text
    if len(said) > _MOST_LETTERS or "?" in said:
        return None
    mistook = _MISTOOK.search(said)
    if mistook and mistook.start() > 0 and not _MATTERS.search(mistook[1]):
        said = said[: mistook.start()]
    found = []
    for words in _PARTS:
        said, times = words.subn(" ", said)
        found.append(times > 0)
    taken, thanked, sounds, yeses, _ = found
    if any(letter.isalnum() for letter in said) or not (taken or (sounds and yeses) or thanked):
        return None
    if thanked:
        return "thank"
    return "affirm"


def is_small(text: str) -> bool:
    return small_words(text) is not None


def is_ok(text: str) -> bool:
    """ "Alright then", "ok cool": a yes and nothing to say it to, unless something was asked."""
    said = fold(text).text
    for words in _PARTS[2:]:
        said = words.sub(" ", said)
    is_yes = _PARTS[3].search(fold(text).text) is not None
    return is_yes and "?" not in text and not any(letter.isalnum() for letter in said)


def is_gasp(text: str) -> bool:
    """ "Whoa", "omg wow": nothing else is said."""
    return _GASP.fullmatch(fold(text).text.strip()) is not None


def takes_note(text: str) -> bool:
    """ "My bad", "fair enough": more than an "ah ok"."""
    return _PARTS[0].search(fold(text).text) is not None


def muses(text: str) -> bool:
    """ "Let me think", "luego le aviso", and nothing else: neither yes nor no yet."""
    return _MUSES.fullmatch(fold(text).text) is not None


def finds_odd(text: str) -> bool:
    """ "Seems off": the bill is, and no more is said of it."""
    return _ODD.fullmatch(fold(text).text) is not None
