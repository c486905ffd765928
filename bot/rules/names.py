"""Whether a word is somebody's first name: as written, in short, or with a slip of the finger."""

import unicodedata
from collections.abc import Iterable
from enum import IntEnum

_SHORT = """
alejandro alejandra alex ale / alexander alexandra alexis alex sandra / alicia alice ali licha /
andrew andres andy drew / anthony antonio tony tono / barbara barb babs / benjamin ben benny /
catherine katherine kathryn kate katie kathy cathy kat / charles charlie chuck carlos /
christopher christina chris tina cris / concepcion concha conchita / consuelo chelo /
daniel daniela dan danny dani / david dave davy / deborah debra deb debbie / dolores lola lolita /
donald don donny / edward eduardo ed eddie ted lalo / eleanor ellie nora /
elizabeth liz lizzie beth betty eliza isabel / enrique quique henry / ernesto neto ernie /
francisco francisca paco pancho frank paca / franklin frank / frederick fred freddy /
gabriel gabriela gabi gabe / gerald jerry gerry / graciela chela / gregory greg /
guadalupe lupe lupita / guillermo memo william / gustavo gus tavo / henry hank harry /
ignacio nacho / jacob jake / james jim jimmy jamie jaime / jennifer jen jenny /
jesus chuy chucho / john johnny jack jon juan / jonathan jon john / jose pepe joe /
joseph joe joey / joshua josh / juan juanito john / kenneth ken kenny / lawrence larry /
leonardo leonard leo / luis lucho lou louis / manuel manuela manny manolo /
margaret maggie meg peggy marge / margarita margo rita / maria mary mari maru /
maria marilu malu / matthew mateo matt / michael miguel mike mikey mickey / nancy nan /
nicholas nicolas nick nico / pamela pam / patricia pat patty pati tricia trish /
patrick pat paddy / pedro perico peter / peter pete / rafael rafa ralph / ramon moncho ray /
raymond ray / rebecca becky becca / refugio cuca cuco /
richard ricardo rick ricky dick rich richie / robert roberto bob bobby rob robbie beto /
ronald ron ronnie / rosario chayo / samuel samantha sam sammy / sergio checo / socorro coco /
stephen steven esteban steve / susan suzanne sue susie susana / teresa theresa tere terry teri /
thomas tomas tom tommy / timothy tim timmy / vicente chente vince / victoria vicky vicki tori /
william will bill billy willie liam memo
"""
_SHORTS = tuple(frozenset(names.split()) for names in _SHORT.split("/"))
_LONG = 4  # letters from which one slip leaves a name to be known
_LONGER = 8
_PREFIX = 3


class Likeness(IntEnum):
    """The less, the surer."""

    SAME = 0
    SHORT = 1
    SLIP = 2


def likeness(name: str, words: Iterable[str]) -> Likeness | None:
    """How surely one of the words is this name; None: none of them is."""
    found = [each for word in words for part in _plain(name).split() if (each := _like(part, word))]
    return min((each[0] for each in found), default=None)


def words_of(text: str) -> tuple[str, ...]:
    """A text's words, lower case, without accents and apostrophes."""
    letters = (c if c.isalpha() else " " for c in _plain(text).replace("'", ""))
    return tuple("".join(letters).split())


def _like(name: str, word: str) -> tuple[Likeness] | None:
    if word in (name, f"{name}s"):  # "rosas" is Rosa's
        return (Likeness.SAME,)
    is_cut = len(word) >= _PREFIX and name.startswith(word)
    if is_cut or any(name in names and word in names for names in _SHORTS):
        return (Likeness.SHORT,)
    return (Likeness.SLIP,) if _is_slip(name, word) else None


def _is_slip(name: str, word: str) -> bool:
    if min(len(name), len(word)) < _LONG:
        return False
    return _slips(name, word) <= (2 if len(name) >= _LONGER else 1)


def _slips(one: str, other: str) -> int:
    """Letters put in, left out, changed, or two swapped, to make one word of the other."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, mine in enumerate(other, start=1):
            cost = rows[-1][place - 1] + (letter != mine)
            row.append(min(rows[-1][place] + 1, row[-1] + 1, cost))
            is_swap = at > 1 and place > 1 and one[at - 2] == mine and letter == other[place - 2]
            if is_swap:
                row[-1] = min(row[-1], rows[at - 2][place - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().replace("\u2019", "'")
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
