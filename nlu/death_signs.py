"""Whether a text has a plain sign of a death; a model hears one in "im his mom" as well."""

import re
from dataclasses import replace

from nlu.illness import plain_words, tells_of_illness
from nlu.understanding import Decision, Understanding

DECEASED = "deceased"

_ENGLISH = (
    r"d[iy]e?[dsn]?|dying|dead|death\w*|dece\w+|desea\w+|pass(?:e?d|es|t|ing)?|passin|past away|"
    r"(?:is|are|was|has been|been|already|long|now|hes|shes|he s|she s|be|dun|done) "
    r"(?:(?:been|now|long|already|all) )?(?:gone|went)|gone (?:now|since|home|on|from|to|forever)|"
    r"(?:we|i|us|family|just|have|has) (?:\w+ )?(?:lost|loss|losing)|lost (?:my|our|her|him|his)|"
    r"(?:my|our|your|the|of|for|sudden) loss|no longer (?:with|living|alive|here|among|of)|"
    r"(?:not|aint|isnt|wasnt|nt|longer|anymore) (?:\w+ )?(?:alive|living|with us|among)|"
    r"with (?:the )?(?:lord|god|jesus|angels)|to (?:be with )?(?:the lord|god|jesus|glory)|"
    r"heaven\w*|glory|funeral\w*|buri\w+|bury\w*|laid (?:\w+ )?to rest|estate|widow\w*|obit\w*|"
    r"rip|r i p|rest in (?:peace|power|paradise)|rested|late (?:husband|wife|father|mother|dad|mom|"
    r"son|daughter|brother|sister|uncle|aunt|grand\w+)|executor\w*|executrix|probate|"
    r"cremat\w*|ashes|grave\w*|cemet\w+|coroner|morgue|mortuary|casket|coffin|wake|hospice|"
    r"memorial|expired|perished|kill(?:ed|t)|drown\w+|murder\w+|did(?:nt| not) make it|"
    r"survived by|condolence\w*|mourn\w*|griev\w*|bereav\w*|kicked the bucket|"
    r"lowered|six feet|angel|took (?:his|her|their) last|last breath|homegoing|next of kin|"
    r"afterlife|departed|demise|succumbed|lost (?:his|her) (?:battle|fight|life)|"
    r"(?:the|under) ground|gone|god rest|this world|left us|left this|(?:has|have) left|no ?more|"
    r"crossed (?:over|the)|slipped (?:away|off)|in (?:his|her|their) sleep|(?:our|her|his) rest|"
    r"at rest|scattered|eulogy|services?|surviv\w*|took (?:him|her|them|my)|got (?:him|her)|"
    r"(?:heart|lungs?) (?:gave|give|quit|stopped)|called (?:\w+ )?home|transitioned|peacefully|"
    r"pull through|(?:never|not|nt) made? it|came home from|st peter|god rest|allah|shiva|wings|"
    r"late (?:mr|mrs|ms|uncle|stepdad)|the late|(?:cancer|stroke|lord|god) (?:won|call\w*|took)|"
    r"livin|wit us|off the machines?|closed? (?:his|her) eyes|st louis number|eternal|taps|plot"
)
_SPANISH = (
    r"m[uo]r[iy]\w*|muert\w*|mur[ei]\w+|muere\w*|fa(?:ll?|y)e[scz]\w*|falec\w*|finad\w*|finao|"
    r"fina[od]\w*|fenec\w*|difun[t]\w*|defun\w*|deceso|occis\w*|extint\w*|descans\w*|"
    r"dezcans\w*|qepd|q e p d|paz|pas descanse|en pas|se (?:nos|me|le) "
    r"(?:\w+ )?(?:fue|adelanto|murio|petateo)|"
    r"(?:ya )?no (?:\w+ )?(?:esta|vive|existe|se encuentra|anda) (?:con|entre|aqui|en este|ya|mas)|"
    r"ya no (?:esta|vive|existe|esta vivo)|ya no (?:lo|la) tenemos|no vive|viud\w*|"
    r"(?:b|v)elorio\w*|(?:b|v)el(?:amos|aron|ando|ar|acion)|sepel\w+|sepult\w*|entierr\w*|"
    r"enterr\w*|entera(?:mos|ron)|"
    r"panteon\w*|cementerio|camposanto|tumba|funer\w*|funeb\w*|luto|duelo|novenari\w*|novena|"
    r"pesame|cenizas|incinera\w*|crema(?:mos|ron|do|da|cion)|cielo|gloria|alma|"
    r"con (?:papa )?(?:dios|diosito|el senor)|"
    r"(?:dios|senor|diosito) (?:\w+ )?(?:lo|la|se|me|nos) (?:\w+ )?(?:recogio|llevo|llamo|quito)|"
    r"(?:recogio|llevo) (?:dios|el senor|diosito)|perdi(?:mos|o)? (?:la vida|a (?:mi|nuestr\w)\w*)|"
    r"colgo los|estiro la pata|petat\w*|esquela|obituario|albacea|herenci\w*|sucesion|"
    r"sin vida|santa gloria|paso a mejor|mejor vida|partio|partida|perdida|"
    r"mat(?:o|aron)|asesin\w*|ahog(?:o|ado|ada)|bajo tierra|alla arriba|perdimos|la perdi|"
    r"lo perdi|rosario|rez(?:o|os|amos|aron)|resamos|nueve dias|9 dias|misa|no (?:se logro|"
    r"(?:sobre[vb]iv|aguant|despert|sali|pas)\w+)|sobre[vb]i[vb]\w*|batalla|pelea contra|"
    r"(?:ce|se)rr?o (?:sus|los) ojos|dejo de existir|nos dejo|partir|se l[oa] (?:ll|y)e[bv]o|"
    r"san pedro|virgencita|birgensita|(?:ya )?no (?:ta|bive)|nobenario|cuerpo|veladora|se apago"
)
_SIGN = re.compile(rf"\b(?:{_ENGLISH}|{_SPANISH})\b")
_SHORT = 12  # words: a longer story may tell of a death without any of its words


def may_tell_of_death(text: str) -> bool:
    """A word of dying, burying, mourning or of what is left behind, or a long story."""
    said = plain_words(text)
    return _SIGN.search(said) is not None or (
        len(said.split()) > _SHORT and not tells_of_illness(text)
    )


def without_unsaid_death(heard: Understanding, text: str) -> Understanding:
    """What else was heard is done; where that is nothing, the patient is asked."""
    names = [intent.name for intent in heard.intents]
    if DECEASED not in names or may_tell_of_death(text):
        return heard
    ranking = tuple(guess for guess in heard.ranking if guess.name != DECEASED)
    intents = tuple(intent for intent in heard.intents if intent.name != DECEASED)
    decision = heard.decision if intents and names[0] != DECEASED else Decision.CLARIFY
    return replace(heard, intents=intents, ranking=ranking, decision=decision)
