"""An XPath expression is looked for on a thread; what it finds is listed, what is wrong with it is said."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import TextForm, TextKind
from mktgui.domain.selection import Hit, PathTrouble, Selected
from mktgui.rest.messages import read_json_message
from mktgui.soap.messages import read_message
from mktgui.ui.path_bar import PathBar, Select
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless
from tests.ui.pane import LEAD


@pytest.fixture
def bar(qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[PathBar]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    bar = PathBar(runner, theme)
    bar.use(select_in(LEAD))
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
        bar.open()
    yield bar
    bar.close()
    QLocale.setDefault(before)


def select_in(text: str) -> Select:
    tree = read_message(text.encode(), TextForm.RAW, masked=True).tree
    assert tree is not None
    return tree.select


def listed(bar: PathBar) -> list[str]:
    return [bar.results.item(row).text() for row in range(bar.results.count())]


def ask(bar: PathBar, qtbot: QtBot, expression: str) -> None:
    bar.expression.setText(expression)
    qtbot.keyClick(bar.expression, Qt.Key.Key_Return)


def test_it_is_hidden_until_it_is_asked_for(qtbot: QtBot, runner: Runner, theme: Theme) -> None:
    bar = PathBar(runner, theme)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    assert bar.expression.placeholderText() == '//attribute[attrName="Title"]'


def test_results_are_counted_listed_and_lead_to_their_places(bar: PathBar, qtbot: QtBot) -> None:
    assert bar.expression.hasFocus()
    ask(bar, qtbot, "//attrName")
    qtbot.waitUntil(lambda: listed(bar) == ["<attrName> Title", "<attrName> Phone", "<attrName> City"])
    assert bar.count.text().startswith("3 result")
    assert bar.results.isVisible()
    assert not bar.trouble.isVisible()
    wanted: list[int] = []
    bar.wanted.connect(wanted.append)
    bar.results.setFocus()
    bar.results.setCurrentRow(1)
    qtbot.keyClick(bar.results, Qt.Key.Key_Return)
    qtbot.mouseClick(
        bar.results.viewport(), Qt.MouseButton.LeftButton, pos=bar.results.visualItemRect(bar.results.item(2)).center()
    )
    assert wanted == [8, 11]


def test_a_figure_leads_nowhere(bar: PathBar, qtbot: QtBot) -> None:
    ask(bar, qtbot, "count(//attribute)")
    qtbot.waitUntil(lambda: listed(bar) == ["3"])
    with qtbot.assertNotEmitted(bar.wanted):
        bar.results.itemActivated.emit(bar.results.item(0))


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("//a[", "This is no XPath expression: Invalid expression."),
        ("//zz:a", "The message does not say what the prefix zz stands for."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(bar: PathBar, qtbot: QtBot, expression: str, sentence: str) -> None:
    ask(bar, qtbot, expression)
    qtbot.waitUntil(lambda: bar.trouble.text() == sentence)
    assert bar.trouble.isVisible()
    assert bar.count.text() == ""
    assert not bar.results.isVisible()
    ask(bar, qtbot, "//nothing")
    qtbot.waitUntil(lambda: bar.count.text().startswith("0 result"))
    assert not bar.trouble.isVisible()


def test_what_takes_too_long_is_said_too(bar: PathBar, qtbot: QtBot) -> None:
    bar.use(lambda _: Selected(trouble=PathTrouble.TOO_COSTLY))
    ask(bar, qtbot, "//a[//b]")
    qtbot.waitUntil(lambda: bar.trouble.text().startswith("In a message of this size"))


def test_in_what_is_no_xml_there_is_nothing_to_look_in(bar: PathBar, qtbot: QtBot) -> None:
    bar.use(None)
    ask(bar, qtbot, "//a")
    assert bar.trouble.text() == "There is no well-formed XML here to look in."


def test_an_empty_expression_clears_the_list(bar: PathBar, qtbot: QtBot) -> None:
    ask(bar, qtbot, "//attrName")
    qtbot.waitUntil(lambda: len(listed(bar)) == 3)
    ask(bar, qtbot, "  ")
    assert listed(bar) == []
    assert bar.count.text() == ""


def test_where_there_are_very_many_it_says_how_many_are_listed(bar: PathBar, qtbot: QtBot) -> None:
    bar.use(lambda _: Selected(hits=(Hit("a"), Hit("b")), count=50_000))
    ask(bar, qtbot, "//a")
    qtbot.waitUntil(lambda: "the first 2 are listed" in bar.count.text())


def test_another_message_is_looked_through_at_once(bar: PathBar, qtbot: QtBot) -> None:
    ask(bar, qtbot, "//Email")
    qtbot.waitUntil(lambda: len(listed(bar)) == 1)
    bar.use(select_in("<r><Email>new@corp.example</Email></r>"))
    qtbot.waitUntil(lambda: listed(bar) == ["<Email> new@corp.example"])


def test_one_search_at_a_time_and_the_last_one_counts(bar: PathBar, qtbot: QtBot) -> None:
    gate, asked = threading.Event(), list[str]()

    def slow(expression: str) -> Selected:
        asked.append(expression)
        gate.wait(5)
        return Selected(hits=(Hit(expression),), count=1)

    bar.use(slow)
    for expression in ("first", "second", "third"):
        ask(bar, qtbot, expression)
    assert bar.count.text() == "Looking…"
    gate.set()
    qtbot.waitUntil(lambda: listed(bar) == ["third"])
    assert asked == ["first", "third"]


def test_what_an_older_message_answers_late_is_dropped(bar: PathBar, qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()

    def slow(_: str) -> Selected:
        gate.wait(5)
        return Selected(hits=(Hit("old"),), count=1)

    bar.use(slow)
    ask(bar, qtbot, "//a")
    bar.use(lambda _: Selected(hits=(Hit("new"),), count=1))
    qtbot.waitUntil(lambda: listed(bar) == ["new"])
    gate.set()
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    assert listed(bar) == ["new"]


def test_it_is_put_away_by_key_and_by_button(bar: PathBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.shut_down):
        qtbot.keyClick(bar.expression, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    bar.open()
    (button,) = bar.findChildren(QToolButton)[-1:]
    with qtbot.waitSignal(bar.shut_down):
        next(one for one in bar.findChildren(QToolButton) if one.text() == "✕").click()
    assert button is not None


def test_everything_has_a_name(bar: PathBar) -> None:
    assert nameless(bar) == []


def test_json_is_asked_by_paths_and_the_bar_says_so(bar: PathBar, qtbot: QtBot) -> None:
    tree = read_json_message(b'{"result":[{"id":1},{"id":2}]}', TextForm.RAW, masked=True).tree
    assert tree is not None
    bar.use(tree.select, TextKind.JSON)
    assert bar.language.text() == "Path"
    assert bar.expression.placeholderText() == "$.result[0].title"
    assert bar.expression.accessibleName() == "JSON path"
    (close,) = bar.findChildren(QToolButton)
    assert (close.accessibleName(), close.toolTip()) == ("Close the path filter", "Close the path filter")
    ask(bar, qtbot, "$.result[*].id")
    qtbot.waitUntil(lambda: listed(bar) == ['"id":1', '"id":2'])
    ask(bar, qtbot, "//id[1=2]")
    qtbot.waitUntil(lambda: bar.trouble.text().startswith("“[1=2]” cannot be read as a path."))
    bar.use(None)
    bar.search()
    assert bar.trouble.text() == "There is no well-formed JSON here to look in."
    bar.use(select_in(LEAD), TextKind.XML)
    assert bar.language.text() == "XPath"
    assert close.accessibleName() == "Close the XPath filter"
