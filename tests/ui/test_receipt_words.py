"""A receipt is read by people in a ticket: nothing of a value may hide in it, break it or become markup."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from mktgui.domain.difference import Fate
from mktgui.domain.lead import EMPTY, NO_LEAD, KeyKind, text_value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.domain.receipt import Receipt, ReceiptField
from mktgui.domain.reread import Proven
from mktgui.domain.surprise import Surprise
from mktgui.domain.visible import visible
from mktgui.ui.receipt_words import ReceiptWords, escaped
from tests.ui.stories import CREATED_INSTEAD, UNANSWERED, UPDATED, receipt

MADE = receipt(UPDATED)


@pytest.fixture
def words(qapp: QApplication) -> ReceiptWords:
    return ReceiptWords()


def field(text: str, fate: Fate = Fate.STUCK, asked: str | None = "") -> ReceiptField:
    return ReceiptField(text, text, text_value(text), text if asked == "" else asked, text_value(text), fate)


def table_of(markdown: str) -> list[list[str]]:
    """The cells as a renderer of Markdown shows them."""
    document = QTextDocument()
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    [table] = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
            cells.append(cursor.selectedText())
        rows.append(cells)
    return rows


def test_plain_text(words: ReceiptWords) -> None:
    assert words.text(MADE) == (
        "Changed lead 7 (Ana Ruiz)\n"
        "By: jo\n"
        "When: 2026-11-23 09:14:05+00:00\n"
        "Connection: Practice\n"
        "Found by: email address ana@acme.example\n"
        "Marketo's word: UPDATED\n"
        "\n"
        "Job Title (Title): VP → CEO (as asked)\n"
        "Fax: 1 → (empty) (emptied, as asked)\n"
    )


def test_markdown(words: ReceiptWords) -> None:
    assert words.markdown(MADE) == (
        "**Changed lead 7 (Ana Ruiz)**\n"
        "\n"
        "- By: jo\n"
        "- When: 2026-11-23 09:14:05+00:00\n"
        "- Connection: Practice\n"
        "- Found by: email address ana@acme.example\n"
        "- Marketo's word: UPDATED\n"
        "\n"
        "| Field | Old | Asked | New | Result |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Job Title (Title) | VP | CEO | CEO | as asked |\n"
        "| Fax | 1 | (empty) | (empty) | emptied, as asked |\n"
    )


@pytest.mark.parametrize(
    ("changed", "headline"),
    [
        ({"who": ""}, "Changed lead 7"),
        ({"lead_id": "", "who": ""}, "Changed lead –"),
        ({"status": "CREATED"}, "Created lead 7 (Ana Ruiz)"),
        ({"written": Written.NO, "status": "FAILED"}, "Not written: lead 7 (Ana Ruiz)"),
        ({"written": Written.UNKNOWN, "status": ""}, "Perhaps written: lead 7 (Ana Ruiz)"),
    ],
)
def test_the_headline_says_what_happened(words: ReceiptWords, changed: dict[str, object], headline: str) -> None:
    made: Receipt = replace(MADE, **changed)  # type: ignore[arg-type]  # fields by name
    assert words.text(made).splitlines()[0] == headline


@pytest.mark.parametrize(
    ("name", "environment", "told"),
    [
        ("Practice (REST)", Environment.PRACTICE, "Practice (REST)"),
        ("Ours", Environment.PRACTICE, "Ours (practice)"),
        ("Copy of production", Environment.PRODUCTION, "Copy of production (PRODUCTION)"),
        ("Acme", Environment.TEST, "Acme (test)"),
    ],
)
def test_what_is_at_stake_is_told_once(words: ReceiptWords, name: str, environment: Environment, told: str) -> None:
    assert f"Connection: {told}\n" in words.text(replace(MADE, connection=name, environment=environment))


def test_a_surprise_names_both_leads(words: ReceiptWords) -> None:
    told = words.text(receipt(CREATED_INSTEAD)).splitlines()
    assert told[0] == "Created lead 9 (ana@acme.example), though lead 7 was to be changed"
    assert "Another lead was meant: 7" in told
    assert replace(MADE, surprise=Surprise.ANOTHER_LEAD, meant_id="9").surprise is not None


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        (KeyKind.MARKETO_ID, "7", "Found by: Marketo ID 7"),
        (KeyKind.FOREIGN_ID, "CUSTOM A-9", "Found by: foreign ID CUSTOM A-9"),
        (KeyKind.COOKIE, "", "Found by: Marketo cookie"),
    ],
)
def test_how_the_lead_was_found(words: ReceiptWords, key: KeyKind, text: str, told: str) -> None:
    assert told in words.text(replace(MADE, key=key, key_text=text)).splitlines()


def test_what_is_empty_is_left_out_and_what_is_known_later_is_told(words: ReceiptWords) -> None:
    made = replace(
        MADE,
        by="",
        key=None,
        key_text="",
        workspace="EMEA",
        environment=Environment.PRODUCTION,
        proven=Proven.WRITTEN,
        fields=(),
    )
    told = words.text(made)
    assert "By:" not in told
    assert "Found by" not in told
    assert "Workspace: EMEA" in told
    assert "(PRODUCTION)" in told
    assert "How it is known: by reading the lead again" in told
    assert "|" not in words.markdown(made)


def test_what_did_not_stick_is_told_with_what_was_asked(words: ReceiptWords) -> None:
    refused = ReceiptField("Title", "Title", text_value("VP"), "CEO", text_value("VP"), Fate.REFUSED)
    cleared = ReceiptField("Fax", "Fax", text_value("1"), "", text_value("1"), Fate.REFUSED)
    beside = ReceiptField("Site", "Site", EMPTY, None, text_value("x"), Fate.ALSO_CHANGED)
    told = words.text(replace(MADE, fields=(refused, cleared, beside))).splitlines()[-3:]
    assert told == [
        "Title: VP → VP, asked CEO (not taken)",
        "Fax: 1 → 1, asked (empty) (not taken)",
        "Site: (empty) → x (changed, though not asked)",
    ]
    assert "Title | VP | CEO | VP | not taken" in words.markdown(replace(MADE, fields=(refused,)))


def test_of_a_new_lead_nothing_is_told_of_before(words: ReceiptWords) -> None:
    asked = ReceiptField("Title", "Title", NO_LEAD, "CEO", text_value("CEO"), Fate.STUCK)
    given = ReceiptField("Site", "Site", NO_LEAD, None, text_value("x"), Fate.ALSO_CHANGED)
    made = replace(MADE, status="CREATED", fields=(asked, given))
    assert words.text(made).splitlines()[-2:] == ["Title: CEO (as asked)", "Site: x (filled in, though not asked)"]
    assert table_of(words.markdown(made))[1:] == [
        ["Title", "–", "CEO", "CEO", "as asked"],
        ["Site", "–", "", "x", "filled in, though not asked"],
    ]


def test_what_is_not_known_is_said_to_be(words: ReceiptWords) -> None:
    assert "Job Title (Title): VP → (not known), asked CEO (not known)" in words.text(receipt(UNANSWERED))


@pytest.mark.parametrize("value", ["a | b", "*bold*", "`code`", "a\nb", "<b>x</b>", "[x](y)", "\\|", "~~x~~", "&lt;"])
def test_nothing_of_a_value_is_markup(words: ReceiptWords, value: str) -> None:
    rows = table_of(words.markdown(replace(MADE, fields=(field(value),))))
    assert rows[1] == [visible(value)] * 4 + ["as asked"]


@settings(max_examples=150)
@given(st.text(alphabet="|`*_\\[]()<>#~&!$ \n\ta1\u202e\x00", max_size=12).filter(lambda text: text.strip() != ""))
def test_any_value_comes_out_of_markdown_as_it_went_in(value: str) -> None:
    made = ReceiptWords().markdown(replace(MADE, fields=(field(value),)))
    assert [cell.replace("\u00a0", " ") for cell in table_of(made)[1][:4]] == [visible(value)] * 4


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=20))
def test_a_receipt_is_as_long_as_it_has_facts(value: str) -> None:
    made = replace(MADE, by=value or "x", who=value, key_text=value, connection=value, fields=(field(value),))
    assert len(ReceiptWords().text(made).splitlines()) == 8
    assert "\u202e" not in ReceiptWords().markdown(made)


def test_spaces_are_kept_apart() -> None:
    assert escaped(" a  b ") == "\u00a0a\u00a0 b\u00a0"
