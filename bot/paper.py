"""A sheet as a PDF file: letterhead, tables that break well, page numbers. Knows no patient."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from fpdf import FPDF, FontFace, XPos, YPos
from fpdf.enums import TableBordersLayout, TableHeadingsDisplay
from fpdf.prefs import ViewerPreferences

FONTS = Path(__file__).parent.parent / "data" / "fonts"
FONT = "DejaVu"
INK, SOFT, LINE, TEAL = (29, 36, 40), (88, 98, 104), (221, 214, 202), (15, 107, 102)
WASH = (227, 240, 238)
MARGIN, FOOT, INDENT = 18, 20, 1.5  # mm
TITLE, HEADING, TEXT, SMALL = 20, 12, 9.5, 8.5  # points
LINE_HEIGHT = 1.4
FIRST_COLUMN = 2.4  # as wide as so many of the others


@dataclass(frozen=True)
class Table:
    """A row is words and then amounts. `sums`: word and amount below it, the last one strongest."""

    title: str
    about: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Paper:
    """`total`: word and amount; `notes`: heading and text. `page` has {page} and {pages}."""

    language: str
    title: str
    sender: str
    phone: str
    address: str
    who: str
    as_of: str
    tables: tuple[Table, ...]
    total: tuple[str, str] | None
    notes: tuple[tuple[str, str], ...]
    page: str
    made_at: datetime


def pdf(paper: Paper) -> bytes:
    sheet = Sheet(paper)
    sheet.add_page()
    _write_top(sheet, paper)
    if paper.total is not None:
        _write_total(sheet, *paper.total)
    for heading, text in paper.notes:
        _write_note(sheet, heading, text)
    for table in paper.tables:
        _write_table(sheet, table)
    return bytes(sheet.output())


class Sheet(FPDF):
    """US Letter. What stands at the foot of each page, fpdf2 asks of a subclass."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="letter")
        self._paper = paper
        self.set_margins(MARGIN, MARGIN)
        self.c_margin = INDENT
        self.set_auto_page_break(True, MARGIN + FOOT / 2)
        self.add_font(FONT, "", FONTS / "DejaVuSansCondensed.ttf")
        self.add_font(FONT, "B", FONTS / "DejaVuSansCondensed-Bold.ttf")
        self.set_title(f"{paper.title} - {paper.sender}")
        self.set_author(paper.sender)
        self.set_lang(paper.language)
        self.set_creation_date(paper.made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_draw_color(*LINE)

    def footer(self) -> None:
        paper = self._paper
        where = paper.page.format(page=self.page_no(), pages=self.str_alias_nb_pages)
        self.set_y(-FOOT)
        write(self, where, SMALL, color=SOFT, ends=False)
        write(self, f"{paper.sender} \u00b7 {paper.phone}", SMALL, color=SOFT, align="R")


def write(
    sheet: FPDF,
    text: str,
    size: float,
    *,
    style: str = "",
    color: tuple[int, int, int] = INK,
    align: str = "L",
    ends: bool = True,
) -> None:
    """`ends` False: what comes next begins in the same place."""
    sheet.set_font(FONT, style, size)
    sheet.set_text_color(*color)
    height = sheet.font_size * LINE_HEIGHT
    below = YPos.NEXT if ends else YPos.TOP
    sheet.multi_cell(0, height, text, align=align, new_x=XPos.LMARGIN, new_y=below)


def _write_top(sheet: FPDF, paper: Paper) -> None:
    write(sheet, paper.sender, HEADING, style="B", color=TEAL, ends=False)
    write(sheet, paper.phone, TEXT, color=SOFT, align="R")
    if paper.address:
        write(sheet, paper.address, SMALL, color=SOFT)
    sheet.set_draw_color(*TEAL)
    sheet.line(sheet.l_margin, sheet.y + 2, sheet.w - sheet.r_margin, sheet.y + 2)
    sheet.set_draw_color(*LINE)
    sheet.ln(8)
    write(sheet, paper.title, TITLE, style="B")
    write(sheet, paper.who, HEADING)
    write(sheet, paper.as_of, TEXT, color=SOFT)


def _write_table(sheet: FPDF, table: Table) -> None:
    """A heading is never left alone at the foot of a page."""
    _make_room(sheet, 45)
    sheet.ln(6)
    sheet.start_section(table.title)
    write(sheet, table.title, HEADING, style="B")
    if table.about:
        write(sheet, table.about, SMALL, color=SOFT)
    sheet.ln(1)
    if table.rows:
        _write_rows(sheet, table)
    for place, (word, amount) in enumerate(table.sums, start=1):
        is_last = place == len(table.sums)
        _write_sum(sheet, word, amount, TEXT, "B" if is_last else "")


def _write_rows(sheet: FPDF, table: Table) -> None:
    others = len(table.head) - 1
    sheet.set_font(FONT, "", SMALL)
    sheet.set_text_color(*INK)
    with sheet.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        col_widths=(FIRST_COLUMN, *(1.0,) * others),
        text_align=("LEFT", *("RIGHT",) * others),
        headings_style=FontFace(emphasis="BOLD", color=SOFT, fill_color=WASH),
        line_height=sheet.font_size * LINE_HEIGHT,
        padding=(1.2, INDENT),
        v_align="TOP",
        repeat_headings=TableHeadingsDisplay.ON_TOP_OF_EVERY_PAGE,
    ) as rows:
        for cells in (table.head, *table.rows):
            rows.row(cells)


def _write_sum(sheet: FPDF, word: str, amount: str, size: float, style: str) -> None:
    sheet.ln(1.2)
    _make_room(sheet, 8)
    put = partial(write, sheet, size=size, style=style)
    put(text=word, ends=False)
    put(text=amount, align="R")


def _write_total(sheet: FPDF, word: str, amount: str) -> None:
    sheet.ln(5)
    with sheet.local_context(fill_color=WASH):
        sheet.rect(sheet.l_margin, sheet.y, sheet.epw, 12, style="F", round_corners=True)
    sheet.ln(1.6)
    _write_sum(sheet, f" {word}", f"{amount} ", HEADING + 1, "B")
    sheet.ln(3)


def _write_note(sheet: FPDF, heading: str, text: str) -> None:
    sheet.ln(2)
    write(sheet, heading, HEADING, style="B")
    write(sheet, text, TEXT)


def _make_room(sheet: FPDF, height: float) -> None:
    if sheet.will_page_break(height):
        sheet.add_page()
