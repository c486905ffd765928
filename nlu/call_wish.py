"""That they want no calls: said of the phone that rings, never of our texts.

"Never again" and "stop calling me" may mean all of it, so those stay a question of texts.
"""

import re

from nlu.reading import read

AT_WORK, NONE = "at_work", "none"
_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_CALL = r"(?:call|ring|phone|dial)"
_ENDS = (
    r"(?=\W*(?:$|[.,;!?\n]|please|pls|plz|por fav|porfa|thanks?|gracias|ok\b|here\b|at (?:my )?"
    r"(?:work|job)|en (?:mi |el )?trabajo|al trabajo|on the phone|por telefono|just\b|only\b|i\b|"
    r"im\b|"
    r"texts? (?:me|only|is|are|instead|works?)\b|but\b|solo\b|nomas\b|mejor\b|pero\b|estoy\b|"
    r"trabajo\b|"
    r"yo\b|prefer|prefie))"
)
_CALLS = r"(?:(?:phone )?calls?|llamadas?(?: (?:telefonicas?|de telefono))?)"
_NO_CALLS = re.compile(
    rf"(?<!you )(?<!u )(?<!they )(?<!people )(?<!yall )(?<!we )(?<!\bi )(?<!nobody )(?<!if )"
    rf"(?<!why )"
    rf"\b(?:dont|do not|no need to|never) (?:please |ever |you )?{_CALL}(?: (?:me|us))?{_ENDS}|"
    rf"(?:(?:^|[.,;!\n]|\bplease|\bonly|\bok|\band|\bbut|\bpls|\bsin|\bque|\bprefer|\bwant|"
    rf"\btexts?) ?)"
    rf"(?:no|sin|nada de|zero|no more|no mas) {_CALLS}{_ENDS}|"
    rf"\b(?:dont|do not) (?:want|like|take|answer|need|do) (?:any |a |your )?"
    rf"(?:{_CALLS}|to be called|"
    rf"you (?:to call|calling)(?: me)?){_ENDS}|"
    rf"\b(?:rather|prefer)(?: that| if)? (?:you )?(?:not|didnt|dont|not to|not be|not to be) "
    rf"(?:be )?(?:call(?:ed)?|phoned?|rung|ring)(?: me)?{_ENDS}|"
    rf"\b(?:no|ni) (?:me |nos )(?:llam(?:e|en|es)|marqu(?:e|en|es)|hable[ns]? por telefono){_ENDS}|"
    rf"\bno (?:quiero|deseo|necesito|me gusta|prefiero) (?:recibir |contestar )?(?:{_CALLS}|"
    rf"que me (?:llamen?|marquen?)){_ENDS}|"
    rf"\bprefiero que no me (?:llamen?|marquen?){_ENDS}"
)
_AT_WORK = re.compile(r"\b(?:at|to|en|al) (?:my |mi |el )?(?:work|job|trabajo|oficina)\b")
_FOR_GOOD = re.compile(
    r"\b(?:again|any ?more|ever|never|nunca|jamas|harass\w*|lawyer|sue|abogad\w*|lose|"
    r"number|numero)\b"
)
_LONGEST = 200  # letters

_A_CALL = re.compile(r"\b(?:calls?|called|calling|ring|phone me|dial|llam\w+|marqu\w+|habl\w+)\b")


def names_call(text: str) -> bool:
    """Any word of calling: "cant use the phone, text me after 5" has none."""
    return _A_CALL.search(read(text).text) is not None


def refuses_calls(text: str, language: str | None = None) -> str | None:
    """`NONE` or `AT_WORK`; None where nothing of calls is refused, or perhaps all of it."""
    said = _said(text, language)
    if len(said) > _LONGEST or _FOR_GOOD.search(said) or not _NO_CALLS.search(said):
        return None
    return AT_WORK if _AT_WORK.search(said) else NONE


def besides_calls(said: str) -> str:
    """What is left of it, to see whether a stop stands beside."""
    return _AT_WORK.sub(" ", _NO_CALLS.sub(" . ", said))


def _said(text: str, language: str | None) -> str:
    return _APOSTROPHE.sub("", read(text, language).text)
