"""The stripe says with a word and a colour where a send goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import SecretHome, SecretPlace
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment, Profile
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.theme import STRIPES, Scheme, Theme

TEST = Profile(id="t", name="Sandbox", endpoint="https://x", user_id="u", environment=Environment.TEST)
PRACTISED = Environment.PRACTICE
LIVE = Profile(id="p", name="Acme EU", endpoint="https://x", user_id="u", environment=Environment.PRODUCTION)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> ConnectionBar:
    bar = ConnectionBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_it_starts_on_practice(bar: ConnectionBar) -> None:
    assert bar.profile is PRACTICE
    assert bar.stripe.text() == "PRACTICE – no real data"


def test_the_choice_says_what_it_is_where_names_of_combo_boxes_are_not_told(bar: ConnectionBar) -> None:
    assert bar.combo.accessibleName() == bar.combo.accessibleDescription() == "Connection"


def test_the_profile_used_last_comes_back(bar: ConnectionBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        bar.show_profiles((TEST, LIVE), "p")
    assert told.args == [LIVE]
    assert bar.stripe.text() == "PRODUCTION – Acme EU"
    assert bar.profiles == (TEST, LIVE)
    assert bar.palette().color(QPalette.ColorRole.Window).name() == STRIPES[Environment.PRODUCTION]


def test_an_unknown_profile_falls_back_to_practice(bar: ConnectionBar) -> None:
    bar.show_profiles((LIVE,), "gone")
    assert bar.profile is PRACTICE


def test_choosing_another_profile_is_told(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((TEST, LIVE), PRACTICE.id)
    with qtbot.waitSignal(bar.chosen) as told:
        bar.combo.setCurrentIndex(1)
    assert told.args == [TEST]
    assert bar.stripe.text() == "TEST – Sandbox"


def test_the_colour_stays_through_a_change_of_scheme(bar: ConnectionBar, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    assert bar.palette().color(QPalette.ColorRole.Window).name() == STRIPES[Environment.PRACTICE]
    theme.choose(Scheme.LIGHT)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (SecretPlace(SecretHome.KEYRING, "GNOME Keyring"), "Key kept in GNOME Keyring"),
        (SecretPlace(SecretHome.THIS_RUN), "No keyring: key kept for this run only"),
        (None, ""),
    ],
)
def test_it_says_where_the_key_is_kept(bar: ConnectionBar, place: SecretPlace | None, words: str) -> None:
    bar.show_place(place)
    assert bar.place.text() == words


def test_the_button_opens_the_connections(bar: ConnectionBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.edit_wanted):
        bar.edit.click()


def test_practice_goes_over_the_other_api_with_one_click(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((LIVE,), PRACTICE.id)
    assert bar.switch.text() == "&Practise REST"
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar.switch, Qt.MouseButton.LeftButton)
    assert told.args == [PRACTICE_REST]
    assert bar.profile is PRACTICE_REST
    assert bar.profiles == (LIVE,)
    assert bar.combo.itemText(0) == "Practice"
    assert bar.stripe.text() == "PRACTICE over REST – no real data"
    assert bar.switch.toolTip() == "Practise over SOAP, with the same draft"
    qtbot.mouseClick(bar.switch, Qt.MouseButton.LeftButton)
    assert bar.profile is PRACTICE


def test_whoever_practised_over_rest_last_does_so_again(bar: ConnectionBar) -> None:
    bar.show_profiles((LIVE,), PRACTICE_REST.id)
    assert bar.profile is PRACTICE_REST
    bar.combo.setCurrentIndex(1)
    assert bar.profile is LIVE
    assert not bar.switch.isVisible()
    bar.combo.setCurrentIndex(0)
    assert bar.profile is PRACTICE_REST
    assert bar.switch.isVisible()


def test_a_long_name_is_cut_and_stands_in_a_tip(bar: ConnectionBar) -> None:
    long = replace(LIVE, name="Acme EU " * 9)
    bar.show_profiles((long,), long.id)
    assert bar.stripe.text() == "PRODUCTION – Acme EU Acme EU Acme EU Acme EU Acm…"
    assert bar.stripe.toolTip() == bar.combo.toolTip() == long.name


def test_a_practice_server_of_ones_own_goes_by_its_name(bar: ConnectionBar) -> None:
    own = Profile(id="o", name="Own", endpoint="http://localhost", user_id="u", environment=PRACTISED)
    bar.show_profiles((own,), own.id)
    assert bar.stripe.text() == "PRACTICE – Own"
    assert not bar.switch.isVisible()


def shown(bar: ConnectionBar) -> list[str]:
    return [bar.combo.itemText(row) for row in range(bar.combo.count())]


def test_what_others_add_is_offered_and_the_one_in_use_stays_in_use_unheard(bar: ConnectionBar) -> None:
    bar.show_profiles((TEST,), "t")
    told, lost = QSignalSpy(bar.chosen), QSignalSpy(bar.lost)
    bar.take_up((LIVE, TEST))
    assert shown(bar) == ["Practice", "Acme EU", "Sandbox"]
    assert bar.profile == TEST
    bar.take_up((TEST,))
    assert shown(bar) == ["Practice", "Sandbox"]
    assert bar.profiles == (TEST,)
    assert (told.count(), lost.count()) == (0, 0)


def test_practice_stays_in_use_over_either_api_whatever_others_do(bar: ConnectionBar) -> None:
    bar.show_profiles((TEST,), PRACTICE_REST.id)
    told = QSignalSpy(bar.chosen)
    bar.take_up(())
    assert bar.profile is PRACTICE_REST
    assert not bar.is_gone
    assert told.count() == 0


def test_one_in_use_that_others_have_changed_is_used_as_it_is_now(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((TEST, LIVE), "t")
    now = replace(TEST, name="Sandbox 2", environment=Environment.PRODUCTION)
    with qtbot.waitSignal(bar.chosen) as told:
        bar.take_up((LIVE, now))
    assert told.args == [now]
    assert bar.stripe.text() == "PRODUCTION – Sandbox 2"
    assert bar.combo.currentText() == "Sandbox 2"


def test_one_in_use_that_is_gone_is_still_shown_until_another_one_is_chosen(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((TEST, LIVE), "t")
    told = QSignalSpy(bar.chosen)
    with qtbot.waitSignal(bar.lost):
        bar.take_up((LIVE,))
    assert bar.is_gone
    assert bar.profile == TEST
    assert bar.profiles == (LIVE,)
    assert shown(bar) == ["Practice", "Acme EU", "Sandbox (deleted)"]
    assert bar.stripe.text() == "TEST – Sandbox (deleted)"
    lost = QSignalSpy(bar.lost)
    bar.take_up((LIVE, replace(TEST, id="another", name="New")))
    assert shown(bar) == ["Practice", "Acme EU", "New", "Sandbox (deleted)"]
    assert (told.count(), lost.count()) == (0, 0)
    bar.combo.setCurrentIndex(1)
    assert told.at(0) == [LIVE]
    assert [one.name for one in bar.profiles] == ["Acme EU", "New"]
    assert shown(bar) == ["Practice", "Acme EU", "New"]
    assert bar.profile == LIVE
    assert bar.stripe.text() == "PRODUCTION – Acme EU"


def test_one_that_comes_back_is_in_use_again(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((TEST,), "t")
    bar.take_up(())
    with qtbot.waitSignal(bar.chosen) as told:
        bar.take_up((TEST,))
    assert told.args == [TEST]
    assert not bar.is_gone
    assert bar.stripe.text() == "TEST – Sandbox"


def test_one_that_is_gone_gives_way_to_what_is_shown_next(bar: ConnectionBar) -> None:
    bar.show_profiles((TEST, LIVE), "t")
    bar.take_up((LIVE,))
    bar.show_profiles((LIVE,), "p")
    assert shown(bar) == ["Practice", "Acme EU"]
    assert not bar.is_gone


def test_while_somebody_chooses_it_is_known(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_profiles((TEST, LIVE), "t")
    assert not bar.is_choosing
    bar.combo.showPopup()
    qtbot.waitUntil(lambda: bar.is_choosing)
    bar.combo.hidePopup()
    qtbot.waitUntil(lambda: not bar.is_choosing)
