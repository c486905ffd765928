"""What a text tells of who somebody is: birth dates, a ZIP, a name; and whom that fits."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from bot.action import Context, Person
from bot.rules.identity import IdentityPolicy, is_minor, matches
from bot.rules.names import Likeness, likeness, words_of
from nlu.birth import birth_dates, names_birth, parse_zip, without_birth_date
from nlu.kin import is_child, kin_whose, names_child
from nlu.reading import read
from nlu.speaker import claimed_name

POLICY = IdentityPolicy()
ONE_IS_ENOUGH = IdentityPolicy(required=frozenset())
"""Where one person alone uses the number: the phone itself is the other factor."""
ADULT_YEARS = 15
MONTHS_IN_A_YEAR = 12
MOST_DATES = 2  # a child's and the parent's; a list of days is no answer
FEW_WORDS = 6
MOST_BESIDES = 2  # "3/14/1980 how much"
FEWEST_WORDS = 2  # "bill 10234 is wrong" names no ZIP
MOST_WORDS_AROUND = 8  # "ok fine 78701, thats where i live", where it was asked for
_OTHER_NUMBER = re.compile(
    r"\b(?:bill|invoice|statement|account|acct|claim|member|order|ref\w*|check|cheque|cuenta|"
    r"factura|recibo|folio|cheque|numero)\b|[$#]|\d{5}(?:[ -]?\d{4})? [a-z]+ (?:st|street|ave\w*|"
    r"road|rd|lane|ln|dr|drive|blvd|court|ct|way|place|circle)\b",
    re.IGNORECASE,
)
_NAMES_ZIP = re.compile(r"\b(?:zip|postal)\b", re.IGNORECASE)
_ZIP_IS = re.compile(r"\b(?:zip|postal)(?: code)?(?: is| es)?\W+\d{5}\b")
_FILLING_WORDS = """
a an and ano aqui año bday birth birthdate birthday born code con cumpleanos date de del dia dob
el en es esta este favor fecha fue gracias hello her here hi his hola i im is it its la me mi
mine my nac naci nacida nacido nacimiento nacio nombre number numero of ok okay on para please por
que si sorry soy su sure thanks the this was y yes yo zip
mom moms mother mothers mum mama mami dad dads father fathers papa padre madre husband
husbands wife wifes esposo esposa marido he she ella hers birthdays
"""
_FILLING = frozenset(_FILLING_WORDS.split())


class Asks(StrEnum):
    """What can be checked, by the end of the keys that ask for it."""

    EITHER = ""
    BIRTH_DATE = "_birth"
    ZIP = "_zip"
    FAMILY = "_family"
    PATIENT = "_patient"
    NOTHING = "_nothing"


def asks_of(context: Context) -> Asks:
    """By what is on file: nobody is asked for what could not be checked."""
    has_birth_date = any(person.birth_date for person in context.people)
    if len(context.people) != 1:
        return Asks.FAMILY if has_birth_date else Asks.NOTHING
    has_zip = bool(context.people[0].zip)
    if has_birth_date:
        return Asks.EITHER if has_zip else Asks.BIRTH_DATE
    return Asks.ZIP if has_zip else Asks.NOTHING


def asks_for_kin(context: Context) -> bool:
    """ "My wife's bill", from a number of one person: it is that person who is checked."""
    whose = kin_whose(context.text)
    return len(context.people) == 1 and whose is not None and not is_child(whose)


def tells(context: Context) -> bool:
    """Something that can be checked."""
    return bool(_births(context)) or _tells_zip(context)


def tells_unasked(context: Context) -> bool:
    """ "I paid on 1/5/26" is no birth date of somebody who answers for a bill."""
    births = _births(context)
    if births and names_child(context.text):
        return True
    if births:
        return any(context.today.year - born.year >= ADULT_YEARS for born in births)
    return _tells_zip(context) and _NAMES_ZIP.search(context.text) is not None


def is_bare(context: Context) -> bool:
    """A birth date or a ZIP and hardly a word besides."""
    return tells(context) and len(context.text.split()) <= FEW_WORDS


def is_told_plainly(context: Context) -> bool:
    """Before anybody asked: called so, a child's, or with hardly a word besides."""
    said = read(context.text).text
    is_called_so = names_birth(said) or names_child(context.text) or bool(_ZIP_IS.search(said))
    words = [word for word in words_of(besides(context)) if word not in _FILLING]
    words = [word for word in words if not word.isdecimal()]
    few = len(besides(context).split()) <= MOST_BESIDES or not words
    is_bare = few or _are_names(context, words)
    return tells_unasked(context) and (is_called_so or is_bare)


def tells_only_of_a_child(context: Context) -> bool:
    births = _births(context)
    return bool(births) and all(is_minor(born, context.today) for born in births)


def besides(context: Context) -> str:
    """What the text says apart from who writes it."""
    return without_birth_date(context.text, context.today)


def those_who_fit(context: Context, people: Sequence[Person]) -> list[Person]:
    """Everything told is right for them, and enough of it."""
    policy = ONE_IS_ENOUGH if len(context.people) == 1 else POLICY
    zip_code = None if asks_of(context) is Asks.BIRTH_DATE else parse_zip(context.text)
    return [
        person
        for person in people
        if any(matches(born, zip_code, person, policy) for born in _readings(context))
    ]


def those_named(context: Context, people: Sequence[Person]) -> tuple[Likeness | None, list[Person]]:
    """Whoever is named most surely, and how surely; a child's name names who answers for it."""
    words = words_of(context.text)
    found = {
        person.id: likeness(" ".join((person.first_name, *person.dependents)), words)
        for person in people
    }
    surest = min((how for how in found.values() if how is not None), default=None)
    if surest is None:
        return None, []
    return surest, [person for person in people if found[person.id] is surest]


def claims_another_name(context: Context, people: Sequence[Person]) -> bool:
    """ "This is Bob", and nobody here is called so; a family name may have changed."""
    claimed = claimed_name(context.text)
    if claimed is None:
        return False
    names = (" ".join((p.first_name, p.last_name, *p.dependents)) for p in people)
    return all(likeness(name, (claimed,)) is None for name in names)


def tells_a_name(context: Context) -> bool:
    """Any word besides that may be one."""
    return any(word not in _FILLING for word in words_of(besides(context)))


def _births(context: Context) -> tuple[date, ...]:
    if asks_of(context) is Asks.ZIP:
        return ()
    return birth_dates(context.text, context.today)


def _readings(context: Context) -> tuple[date | None, ...]:
    """In Spanish "2/11/1972" is the 2nd of November for many: either reading may be the right."""
    births = _births(context)
    if not births:
        return (None,)
    if len(births) > MOST_DATES:
        return ()
    turned = (
        born.replace(month=born.day, day=born.month)
        for born in births
        if context.language == "es" and born.day <= MONTHS_IN_A_YEAR
    )
    return (*births, *turned)


def _tells_zip(context: Context) -> bool:
    """Proof by itself for one person alone; five digits in a long text may be anything."""
    if asks_of(context) not in (Asks.EITHER, Asks.ZIP) or parse_zip(context.text) is None:
        return False
    words = [w for w in words_of(context.text) if w not in _FILLING]
    is_alone = len(context.text.split()) <= FEWEST_WORDS or _are_names(context, words)
    is_alone = is_alone or _was_asked_for(context)
    return is_alone or _NAMES_ZIP.search(context.text) is not None


def _was_asked_for(context: Context) -> bool:
    """Five digits in a short text, after the question for them, that are called nothing else."""
    question = context.memory.question
    is_asked = question is not None and question.name == "identity"
    is_short = len(context.text.split()) <= MOST_WORDS_AROUND
    return is_asked and is_short and not _OTHER_NUMBER.search(context.text)


def _are_names(context: Context, words: Sequence[str]) -> bool:
    """ "Alice Moreno 78701": nothing but how somebody on this number is called."""
    names = " ".join(f"{person.first_name} {person.last_name}" for person in context.people)
    return all(likeness(names, (word,)) is not None for word in words)
