"""A text made safe to keep, and its plain form for comparing with words."""

import re
import unicodedata

SLASHES = "/\uff0f\u2044\u2215\\"
MOST_LETTERS = 1600  # the longest text a carrier delivers
_KEPT_CONTROLS = "\n\t"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_STYLED = {  # alphabets of pictures: flags' letters, letters in dark circles and squares
    chr(first + at): letter
    for first in (0x1F1E6, 0x1F150, 0x1F170)
    for at, letter in enumerate(_ALPHABET)
}
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprtuvwyz")
_LOOKALIKES = (
    str.maketrans(_STYLED)
    | _SMALL_CAPITALS
    | str.maketrans(
        "аеорсухіѕтмнвкѐԁɡһјӏԛԝαενοτρυικѵꜱ₴§ᔕᑭᑌᗩᗷᑕᗪᖴᑎᗰᒪꓢꓔꓳꓑꓴꓮꓐꓚꓓꓰꓝꓠꓟꓡꓣꓲꓧ",
        "aeopcyxistmhbkedghjlqwaevotpuikvsssspuabcdfnmlstopuabcdefnmlrih",
    )
)
_FIGURES = str.maketrans("013457$@", "oieastsa")
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]{1,2}){3,}\w(?!\w)")
_CLAUSE_END = re.compile(r"[.!?;\n]+")


def cleaned(body: str) -> str:
    """Without control, zero-width and direction marks, and without a leading "/" command."""
    return visible(body).lstrip(SLASHES + " ").strip()


def visible(body: str) -> str:
    return "".join(letter for letter in body if _is_visible(letter)).strip()


def folded(text: str) -> str:
    """Lower case, no accents, wide letters narrow; letters of other scripts stay."""
    parts = unicodedata.normalize("NFKD", text).lower().replace("\u0131", "i")
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def plain(text: str) -> str:
    """Words parted by one space, clauses by " . "; look-alike letters and s-p-a-c-i-n-g undone."""
    said = folded(text).translate(_LOOKALIKES)
    said = _SPACED.sub(lambda match: re.sub(r"[ .\-_*]", "", match.group()), said)
    said = _REPEATED.sub(r"\1", said)
    said = re.sub("['\u2019\u2018`\u00b4]", "", said)
    said = _CLAUSE_END.sub(" . ", said)
    return " ".join(re.sub(r"[^\w. $@]|_", " ", said).split())


def unmasked(word: str) -> str:
    """ "st0p" and "$top" as the letters they stand for."""
    return word.translate(_FIGURES)


def _is_visible(letter: str) -> bool:
    if letter in _KEPT_CONTROLS:
        return True
    return unicodedata.category(letter) not in _INVISIBLE
