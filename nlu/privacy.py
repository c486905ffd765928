"""Whether somebody asks what becomes of their details: who reads them, whether they are safe."""

import re

from nlu.normal import fold

_ASKS = re.compile(
    r"\bwho (?:else )?(?:can |all |could |will |is |gets to )?(?:sees?|reads?|reading|seeing|has|"
    r"have) (?:access to )?(?:these|this|my|"
    r"the|our|what)\b.{0,20}\b(?:texts?|messages?|chat|details?|"
    r"info\w*|data|conversation|write|type|say|birth\w*)\b|"
    r"\b(?:is|are) (?:my |these |this |the )?(?:details?|info\w*|data|texts?|messages?|chat|"
    r"conversation|birth ?da(?:y|te)|this|it)(?: (?:all|here|really|kept|even|stored))* (?:safe|"
    r"secure|private|confidential|encrypted|protected)\b(?! (?:to|for|while|during|if|with)\b)|"
    r"\b(?:delete|erase|remove|wipe) (?:all )?(?:of )?my (?:data|info\w*|details?|records?|"
    r"messages?|birth\w*)\b|"
    r"\bhow (?:did|do|come) (?:you|u|yall|they) (?:get|got|have|know) my (?:birth ?da(?:y|te)|dob|"
    r"info\w*|data|details?|zip)\b|"
    r"\b(?:can|do|will|would) (?:you|u|yall|they) (?:use|sell|share|give|store|keep|save) (?:out )?"
    r"my (?:info\w*|data|details?|messages?|texts?|birth\w*)\b|"
    r"\bquien(?:es)? (?:mas )?(?:puede |pueden )?(?:vez?n?|ver|lee|leen|leer|tiene acceso a) "
    r"(?:a )?(?:mis|estos|lo que|los) ?(?:datos|mensajes|textos|informacion|escribo)?\b|"
    r"\b(?:son|estan|esta|es) (?:mis |mi |este |esto )?(?:datos|informacion|chat|mensajes)?"
    r"(?: )?(?:segur[oa]s?|privad[oa]s?|confidencial\w*|protegid[oa]s?)(?: (?:mis|mi) (?:datos|"
    r"informacion|mensajes))\b|"
    r"\b(?:mis datos|mi informacion|mis mensajes) (?:estan|esta|son|es) (?:segur|privad|confiden|"
    r"protegid)\w+|"
    r"\b(?:borr\w+|elimin\w+|quit\w+) (?:todos )?(?:mis datos|mi informacion|mis mensajes)\b|"
    r"\b(?:como|de donde|por que) (?:tienen|saben|sacaron|consiguieron|obtuvieron) (?:mi fecha|mis "
    r"datos|mi informacion|mi cumple\w*)\b|"
    r"\b(?:usan|venden|comparten|guardan) (?:mis datos|mi informacion|mis mensajes)\b"
)


def asks_of_privacy(text: str) -> bool:
    return _ASKS.search(" ".join(fold(text).text.replace("'", "").split())) is not None
