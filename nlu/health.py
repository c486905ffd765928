"""A question of health that names what stands on a bill: "is my blood test ok"."""

import re

from nlu.normal import fold

_OF_HEALTH = re.compile(
    r"\b(?:results?|resultados?|normal|healthy|symptoms?|sintomas?|pain\w*|dolor\w*|duele\w*|"
    r"hurt\w*|fever|fiebre|swell\w*|hinchad\w*|bleed\w*|sangrando|dizzy|maread\w*|infection|"
    r"infeccion|pills?|pastillas?|dose|dosis|medicines?|medicinas?|fasting|ayunas?|diabet\w+|cancer|"
    r"positiv[eo]|negativ[eo]|safe|peligros[oa]|side effects?|diagnos\w+)\b|"
    r"\b(?:is|was|are|were|did) (?:my|the|his|her|our) .{1,25}\b(?:ok|okay|good|bad|fine|alright|"
    r"clear|come back|came back|come out|broken)\b|"
    r"\b(?:came|come|comes) (?:back|out) (?:\w+ )?(?:ok|okay|good|bad|fine|high|low)\b|"
    r"\b(?:should|do|must|can) i (?:(?:still|really|even|also) )*(?:get|take|keep|stop|redo|repeat|"
    r"eat|drink|have|worry|need)\b(?!.{0,20}\b(?:pay|bill|insurance|plan|link|card)\b)|"
    r"\b(?:salio|salieron|sale) (?:\w+ )?(?:bien|mal|alt[oa]|baj[oa]|limpi[oa])\b|"
    r"\b(?:debo|tengo que|necesito|puedo) (?:\w+ )?(?:tomar|seguir|dejar|repetir|hacerme|comer|"
    r"volver)\b|\besta(?:n|ba)? (?:bien|mal) (?:mi|mis|el|la) \w+"
)


def asks_of_health(text: str) -> bool:
    """Where it was heard as that; by itself no word of it is sure enough."""
    return _OF_HEALTH.search(fold(text).text) is not None
