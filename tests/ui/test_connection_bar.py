"""The stripe says with a word and a colour where a send goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
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
