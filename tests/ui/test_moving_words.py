"""What has to be looked up is said with the place where it stands."""

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.moving_over import ToLookUp
from mktgui.ui.moving_words import MovingWords


@pytest.mark.parametrize("point", ToLookUp)
def test_each_thing_has_a_line(qapp: QApplication, point: ToLookUp) -> None:
    head, line = MovingWords().todo("Acme {EMEA}", [point]).splitlines()
    assert head == "Made from Acme {EMEA}, which stays as it is. Still to be filled in:"
    assert line.startswith("• ")


def test_they_come_in_the_order_of_the_form(qapp: QApplication) -> None:
    lines = MovingWords().todo("Acme", ToLookUp).splitlines()
    assert len(lines) == 1 + len(ToLookUp)
    assert "Web Services" in lines[1]
    assert "LaunchPoint" in lines[2]
