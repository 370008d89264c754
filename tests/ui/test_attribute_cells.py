"""Each cell of a line reads, sounds and looks as what it is: kept, set, cleared, locked, blank, remarked on."""

from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon

from mktgui.domain.catalogue import Lock
from mktgui.domain.draft import CLEAR, KEEP, Edit, EditKind
from mktgui.domain.findings import Code, Finding, Severity, Spot, error, note, warning
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Value, text_value
from mktgui.ui.attribute_cells import MOST_DRAWN, AttributeCells, Column, suggestions
from mktgui.ui.attribute_lines import Line
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Scheme, Theme
from tests.ui.lead_sheet import ambiguous, unknown

Role = Qt.ItemDataRole
VP = Edit(EditKind.SET, "VP Marketing")


@pytest.fixture
def cells(theme: Theme, sentences: Sentences) -> AttributeCells:
    return AttributeCells(theme, sentences, timezone(timedelta(hours=1)))


def line(edit: Edit = KEEP, now: Value | None = None, told: tuple[Finding, ...] = (), lock: Lock | None = None) -> Line:
    return Line("Title", "Job Title", "string", "text", now, lock, is_field=True, edit=edit, told=told)


def identifier() -> Line:
    made = line(now=text_value("x"))
    made.is_identifier = True
    return made


def shown(cells: AttributeCells, of: Line, column: Column = Column.VALUE) -> object:
    return cells.data(of, column, Role.DisplayRole)


def test_a_line_reads_label_name_type_now_and_new(cells: AttributeCells) -> None:
    read = [shown(cells, line(VP, text_value("VP Sales")), column) for column in Column]
    assert read == ["Job Title", "Title", "text", "VP Sales", "VP Marketing", ""]


def test_keep_set_and_clear_read_differently(cells: AttributeCells) -> None:
    assert [shown(cells, line(edit)) for edit in (KEEP, VP, CLEAR)] == ["", "VP Marketing", "(will be emptied)"]
    assert [cells.mark(line(edit)) for edit in (KEEP, VP, CLEAR)] == ["", "●", "○"]


def test_four_ways_for_a_value_to_be_there_or_not(cells: AttributeCells) -> None:
    read = [shown(cells, line(now=now), Column.NOW) for now in (None, EMPTY, NIL, ABSENT, text_value("x"))]
    assert read == ["", "(empty)", "(empty)", "(not set)", "x"]


def test_an_added_line_reads_its_name_as_it_is_typed(cells: AttributeCells) -> None:
    added = Line("Title", "anything")
    assert cells.text(added, Column.FIELD) == "Title"
    assert cells.text(added, Column.NOW) == ""


def test_breaks_are_written_as_signs_and_long_texts_cut_but_a_reader_hears_all(cells: AttributeCells) -> None:
    long = line(Edit(EditKind.SET, "a\r\nb\u2028c" + "x" * 9999))
    written = shown(cells, long)
    assert str(written).startswith("a ↵ b ↵ cx")
    assert len(str(written)) < MOST_DRAWN + 9
    assert cells.data(long, Column.VALUE, Role.AccessibleTextRole) == long.edit.text
    assert cells.data(long, Column.VALUE, Role.EditRole) == long.edit.text


@pytest.mark.parametrize(
    ("locked", "reads", "reason"),
    [
        (
            line(now=text_value("x"), lock=Lock.READ_ONLY),
            "kept by Marketo",
            "Marketo keeps Job Title itself: it cannot be changed.",
        ),
        (
            line(now=text_value("x"), lock=Lock.UPDATE_BLOCKED),
            "blocked by an admin",
            "An admin has blocked Job Title for updates: it would stay as it is.",
        ),
        (identifier(), "set on the left", "Job Title is set as an identifier, on the left."),
    ],
)
def test_a_locked_line_says_why_everywhere(cells: AttributeCells, locked: Line, reads: str, reason: str) -> None:
    assert shown(cells, locked) == reads
    assert isinstance(cells.head_picture(locked), QIcon)
    assert cells.lock_reason(locked) == reason
    assert cells.remark(locked) == reason
    assert cells.data(locked, Column.FIELD, Role.ToolTipRole) == f"{reason}\nJob Title"
    assert cells.data(locked, Column.VALUE, Role.AccessibleDescriptionRole) == reason
    assert cells.sentence(locked) == "Job Title, locked, is x"


def test_what_was_pasted_onto_a_lock_is_shown_with_what_the_check_says(cells: AttributeCells) -> None:
    told = error(Code.FIELD_READ_ONLY, Spot.ROW_VALUE, 0, name="Job Title")
    locked = line(VP, told=(told,), lock=Lock.READ_ONLY)
    assert shown(cells, locked) == "VP Marketing"
    assert cells.head_picture(locked) is None
    assert cells.remark(locked) == "Marketo keeps Job Title itself: it cannot be changed."


@pytest.mark.parametrize(
    ("edit", "now", "read"),
    [
        (VP, text_value("VP Sales"), "Job Title, changed, was VP Sales, new VP Marketing"),
        (VP, None, "Job Title, changed, new VP Marketing"),
        (CLEAR, text_value("VP Sales"), "Job Title, will be emptied, was VP Sales"),
        (CLEAR, None, "Job Title, will be emptied"),
        (KEEP, EMPTY, "Job Title, left alone, is (empty)"),
        (KEEP, None, "Job Title"),
    ],
)
def test_a_line_is_read_aloud_as_a_sentence(cells: AttributeCells, edit: Edit, now: Value | None, read: str) -> None:
    assert cells.sentence(line(edit, now)) == read
    assert cells.data(line(edit, now), Column.FIELD, Role.AccessibleDescriptionRole) == read


def test_a_screen_reader_hears_what_is_left_alone(cells: AttributeCells) -> None:
    assert cells.data(line(), Column.VALUE, Role.AccessibleTextRole) == "left alone"
    assert cells.data(line(), Column.NOW, Role.AccessibleDescriptionRole) == ""


def test_remarks_stand_in_their_column_at_the_head_and_in_the_tip(cells: AttributeCells, theme: Theme) -> None:
    told = (error(Code.NAME_TWICE, Spot.ROW_NAME, 0, name="Title"), warning(Code.VALUE_STRAY_SPACE, Spot.ROW_VALUE, 0))
    twice = line(VP, told=told)
    remarks = ["Title is in the table twice. Keep one of them.", "Begins or ends with a space, and will be sent so."]
    assert shown(cells, twice, Column.REMARK) == remarks[0]
    assert cells.remark(twice) == " ".join(remarks)
    assert cells.mark(twice) == "●✕"
    assert cells.data(twice, Column.FIELD, Role.ToolTipRole) == "\n".join(remarks)
    assert cells.sentence(twice) == f"Job Title, changed, new VP Marketing. {'. '.join(remarks)}"
    backs = [cells.data(twice, column, Role.BackgroundRole) for column in (Column.FIELD, Column.VALUE, Column.TYPE)]
    assert backs == [QColor(theme.colours.error_back), QColor(theme.colours.warning_back), None]


@pytest.mark.parametrize(
    ("severity", "colour"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "muted")]
)
def test_a_remark_has_the_colour_of_how_grave_it_is(
    cells: AttributeCells, theme: Theme, severity: Severity, colour: str
) -> None:
    told = Finding(Code.VALUE_AS_NOW, severity, Spot.ROW_VALUE, 0)
    seen = cells.data(line(VP, told=(told,)), Column.REMARK, Role.ForegroundRole)
    assert seen == QColor(getattr(theme.colours, colour))


def test_changed_cells_are_coloured_and_words_of_ours_are_not_mistaken_for_values(
    cells: AttributeCells, theme: Theme
) -> None:
    colours = theme.colours
    assert cells.data(line(VP), Column.VALUE, Role.BackgroundRole) == QColor(colours.changed_back)
    assert cells.data(line(CLEAR), Column.VALUE, Role.BackgroundRole) == QColor(colours.warning_back)
    assert (
        cells.data(line(told=(note(Code.ROW_NOT_SENT, Spot.ROW_VALUE, 0),)), Column.VALUE, Role.BackgroundRole) is None
    )
    for of, column in (
        (line(now=EMPTY), Column.NOW),
        (line(CLEAR), Column.VALUE),
        (line(lock=Lock.READ_ONLY), Column.VALUE),
    ):
        font = cells.data(of, column, Role.FontRole)
        assert isinstance(font, QFont)
        assert font.italic()
    assert cells.data(line(VP), Column.VALUE, Role.FontRole) is None
    assert cells.data(line(now=EMPTY), Column.NOW, Role.ForegroundRole) == QColor(colours.muted)
    assert cells.data(line(), Column.API_NAME, Role.ForegroundRole) == QColor(colours.muted)
    assert cells.data(line(), Column.FIELD, Role.ForegroundRole) is None


def test_favourites_and_changes_carry_a_picture(cells: AttributeCells) -> None:
    assert isinstance(cells.data(Line("Title", favourite=True), Column.FIELD, Role.DecorationRole), QIcon)
    assert isinstance(cells.data(line(VP), Column.VALUE, Role.DecorationRole), QIcon)
    assert cells.data(line(), Column.VALUE, Role.DecorationRole) is None
    assert cells.data(line(), Column.VALUE, Role.CheckStateRole) is None


def test_the_empty_line_asks_for_a_name(cells: AttributeCells, theme: Theme) -> None:
    read = {role: cells.data_of_empty_line(Column.FIELD, role) for role in (Role.DisplayRole, Role.ForegroundRole)}
    assert read == {Role.DisplayRole: "Add a field…", Role.ForegroundRole: QColor(theme.colours.muted)}
    font = cells.data_of_empty_line(Column.FIELD, Role.FontRole)
    assert isinstance(font, QFont)
    assert font.italic()
    assert cells.data_of_empty_line(Column.FIELD, Role.EditRole) is None
    assert cells.data_of_empty_line(Column.VALUE, Role.DisplayRole) is None


def test_columns_have_titles(cells: AttributeCells) -> None:
    assert [cells.title(column) for column in Column] == ["Field", "API name", "Type", "Now", "New value", "Remark"]


def test_colours_follow_the_theme(cells: AttributeCells, theme: Theme) -> None:
    before = cells.data(line(VP), Column.VALUE, Role.BackgroundRole)
    theme.choose(Scheme.DARK)
    assert cells.data(line(VP), Column.VALUE, Role.BackgroundRole) == QColor(theme.colours.changed_back) != before


def test_a_finding_offers_what_could_stand_there_instead() -> None:
    zone = warning(Code.DATETIME_NO_ZONE, Spot.ROW_VALUE, 0, local="09:00+01:00", utc="09:00Z")
    number = error(Code.NO_DECIMAL, Spot.ROW_VALUE, 0, meant="1250.50")
    assert suggestions(unknown(0, "Titel", "Title, Site")) == ("Title", "Site")
    assert suggestions(ambiguous(0)) == ("2026-03-05", "2026-05-03")
    assert suggestions(zone) == ("09:00+01:00", "09:00Z")
    assert suggestions(number) == ("1250.50",)
    assert suggestions(error(Code.NAME_EMPTY, Spot.ROW_NAME, 0)) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-03-05T09:14:00-06:00", "Now: 2024-03-05 16:14:00 +01:00 here, 2024-03-05 15:14:00 in UTC."),
        ("2024-03-05T09:14:00", ""),
        ("03/04/2024 09:14 UTC", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_moment_is_told_on_both_clocks_where_it_is_clear(cells: AttributeCells, text: str, told: str) -> None:
    moment = Line("Renewal", "Renewal", "dateTime", now=text_value(text), is_field=True)
    assert cells.remark(moment) == told
    tip = str(cells.data(moment, Column.NOW, Role.ToolTipRole))
    assert tip.splitlines()[1:] == ([told] if told else [])
    assert cells.remark(Line("Renewal", type="datetime")) == ""
