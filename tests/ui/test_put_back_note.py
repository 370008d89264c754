"""What putting back will not undo is said above the table, until it is put away."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft
from mktgui.domain.put_back import Limit, Limited, PutBack
from mktgui.ui.put_back_note import PutBackNote
from mktgui.ui.theme import Theme


def test_each_limit_has_its_line(qtbot: QtBot, theme: Theme) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    note = PutBackNote(theme)
    note.setParent(above)
    above.show()
    assert not note.isVisible()
    back = PutBack(Draft(), (Limited(Limit.ALREADY_FIRED), Limited(Limit.NOT_KNOWN, ("Title",))))
    note.tell(back, {"Title": "Job Title"}.__getitem__)
    assert note.isVisible()
    lines = note.text.text().splitlines()
    assert lines[0] == "These are the old values. Nothing has been written yet."
    assert lines[1].startswith("Campaigns that the change has triggered")
    assert lines[2] == "Not put back, because the old value was not looked up: Job Title."
    note.close_button.click()
    assert not note.isVisible()
