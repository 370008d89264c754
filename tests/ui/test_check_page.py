"""The ladder of the credential check, climbed for real: what holds, what breaks, stopping, and what is copied."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mktgui.domain.check_report import report_text
from mktgui.domain.ladder import REST_LADDER, SOAP_LADDER, CheckResult, Mark, Rung, RungResult, Verdict
from mktgui.domain.ports import CheckConnection
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.check import RestCheck
from mktgui.rest.told import Told
from mktgui.ui.check_page import CheckPage
from mktgui.ui.ladder_words import LadderWords
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import dead_endpoint, let_workers_finish, make_check, nameless, now, profile_of
from tests.ui.doctors import doctor

PATIENCE = 20_000
BEFORE = "The check makes one call that only reads. It writes nothing."


class Form:
    """What the form of the connection says, to be changed by the tests."""

    def __init__(self, profile: Profile, secret: Secret) -> None:
        self.profile, self.secret = profile, secret

    def make(self) -> CheckConnection:
        return make_check(self.profile, self.secret)

    def report(self, result: CheckResult) -> str:
        return report_text(result, self.profile, "mktgui", now())


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


@pytest.fixture
def form(server: PracticeServer) -> Form:
    return Form(profile_of(server), Secret(server.secret))


@pytest.fixture
def page(form: Form, qtbot: QtBot, runner: Runner, theme: Theme) -> CheckPage:
    return shown_page(form.make, form, qtbot, runner, theme)


def shown_page(
    make: Callable[[], CheckConnection], form: Form, qtbot: QtBot, runner: Runner, theme: Theme
) -> CheckPage:
    page = CheckPage(make, form.report, LadderWords(doctor()), runner, theme)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    return page


def climb(page: CheckPage, qtbot: QtBot) -> CheckResult:
    with qtbot.waitSignal(page.ended, timeout=PATIENCE) as ended:
        page.check.click()
        assert page.banner.title.text() == "Checking…"
        assert (page.check.isEnabled(), page.stop.isEnabled(), page.copy.isEnabled()) == (False, True, False)
    [result] = ended.args
    assert isinstance(result, CheckResult)
    return result


def step(page: CheckPage, row: int) -> QTreeWidgetItem:
    item = page.rungs.topLevelItem(row)
    assert item is not None
    return item


def column(page: CheckPage, number: int) -> list[str]:
    return [step(page, row).text(number) for row in range(page.rungs.topLevelItemCount())]


def marks(page: CheckPage) -> str:
    return "".join(text or " " for text in column(page, 0))


def spoken(page: CheckPage) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [step(page, row).data(0, role) for row in range(len(SOAP_LADDER))]


def hang(page: CheckPage, server: PracticeServer, qtbot: QtBot) -> None:
    """Begin a check that gets no answer, and wait until the request is there."""
    server.next("never=60")
    page.check.click()
    qtbot.waitUntil(lambda: marks(page).strip() != "", timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(server.journal) == 1, timeout=PATIENCE)


def test_before_a_check_every_step_is_named_and_nothing_is_claimed(page: CheckPage) -> None:
    assert page.banner.title.text() == BEFORE
    assert len(column(page, 1)) == len(set(column(page, 1))) == len(SOAP_LADDER)
    assert marks(page).strip() == ""
    assert spoken(page) == column(page, 1)
    assert (page.check.isEnabled(), page.stop.isEnabled(), page.copy.isEnabled()) == (True, False, False)


def test_a_good_connection_has_ticks_all_the_way_up(page: CheckPage, server: PracticeServer, qtbot: QtBot) -> None:
    result = climb(page, qtbot)
    assert result.verdict is Verdict.GOOD
    assert marks(page) == "✓✓✓––✓–✓✓✓✓"
    assert page.banner.title.text() == "This connection works."
    assert "Nothing was written" in page.banner.lines.text()
    assert spoken(page)[-1] == "User ID and key: passed"
    assert column(page, 2)[2] == server.endpoint
    assert [entry.operation for entry in server.journal] == ["listMObjects"]
    assert (page.check.isEnabled(), page.stop.isEnabled(), page.copy.isEnabled()) == (True, False, True)


def test_a_wrong_key_breaks_the_last_step_with_marketos_own_words(page: CheckPage, form: Form, qtbot: QtBot) -> None:
    form.secret = Secret("canary-0F1E2D3C")
    assert climb(page, qtbot).verdict is Verdict.WRONG_SECRET
    assert marks(page) == "✓✓✓––✓–✓✓✓✕"
    assert "(20014)" in page.banner.title.text()
    assert "Marketo's own words: " in page.banner.lines.text()
    assert "You can mend this." in page.banner.lines.text()


def test_where_nobody_listens_the_steps_above_are_not_reached(page: CheckPage, form: Form, qtbot: QtBot) -> None:
    form.profile = replace(form.profile, endpoint=dead_endpoint())
    assert climb(page, qtbot).verdict is Verdict.REFUSED
    assert marks(page) == "✓✓✓––✕–––––"
    assert column(page, 2)[6:] == ["not checked"] * 5
    assert "Your network team can mend this." in page.banner.lines.text()
    assert step(page, 5).toolTip(2) == column(page, 2)[5]  # the column may be too narrow for it


def test_a_clock_that_is_off_is_a_warning(page: CheckPage, server: PracticeServer, qtbot: QtBot) -> None:
    moment = now().replace(microsecond=0)
    server.clock = lambda: moment.replace(year=moment.year - 1, day=1)
    result = climb(page, qtbot)
    assert result.on(Rung.CLOCK).mark is Mark.WARNING
    assert marks(page)[9] == "▲"


def test_stop_gives_the_page_back_at_once_and_the_next_check_is_a_fresh_one(
    page: CheckPage, server: PracticeServer, qtbot: QtBot
) -> None:
    ended = QSignalSpy(page.ended)
    hang(page, server, qtbot)
    page.stop.click()
    assert page.banner.title.text() == "Stopped. Nothing was written."
    assert (page.check.isEnabled(), page.stop.isEnabled(), page.copy.isEnabled()) == (True, False, False)
    assert ended.count() == 0
    page.stop.click()
    assert climb(page, qtbot).verdict is Verdict.GOOD


def test_a_changed_form_makes_an_end_of_the_check_under_way(
    page: CheckPage, server: PracticeServer, qtbot: QtBot, runner: Runner
) -> None:
    ended = QSignalSpy(page.ended)
    hang(page, server, qtbot)
    page.show_nothing()
    assert page.banner.title.text() == BEFORE
    assert marks(page).strip() == ""
    assert page.check.isEnabled()
    server.close()
    let_workers_finish(runner, qtbot)
    assert ended.count() == 0
    assert marks(page).strip() == ""


def test_of_another_connection_nothing_is_left_that_was_found(page: CheckPage, qtbot: QtBot) -> None:
    climb(page, qtbot)
    page.show_nothing()
    assert set(column(page, 0)) | set(column(page, 2)) == {""}
    assert not any(step(page, row).toolTip(2) for row in range(len(SOAP_LADDER)))
    assert spoken(page) == column(page, 1)
    assert not page.copy.isEnabled()


@pytest.mark.parametrize("key", ["right", "wrong"])
def test_the_copied_report_holds_neither_key_nor_user_id(
    page: CheckPage, form: Form, key: str, qtbot: QtBot, clipboard_text: None
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    page.copy_to(clipboard)
    assert clipboard.text() == "before"  # there is nothing to report yet
    form.secret = form.secret if key == "right" else Secret("canary-0F1E2D3C")
    form.profile = replace(form.profile, name=f"mine, as {form.profile.user_id}")
    climb(page, qtbot)
    page.copy_to(clipboard)
    text = clipboard.text()
    assert all(rung.value in text for rung in SOAP_LADDER)
    assert form.secret.reveal() not in text
    assert form.profile.user_id not in text


class Broken:
    """A check with a bug."""

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:  # noqa: ARG002 - it never gets that far
        raise ZeroDivisionError

    def abort(self) -> None:
        """Nothing to hang up."""


def test_a_bug_in_the_check_is_told_and_the_page_goes_on(
    form: Form, qtbot: QtBot, runner: Runner, theme: Theme
) -> None:
    page = shown_page(Broken, form, qtbot, runner, theme)
    page.check.click()
    qtbot.waitUntil(lambda: "itself went wrong" in page.banner.title.text())
    assert page.check.isEnabled()
    assert not page.copy.isEnabled()


def test_a_window_that_is_closed_meanwhile_is_not_disturbed(
    server: PracticeServer, form: Form, runner: Runner, theme: Theme, qtbot: QtBot
) -> None:
    page = CheckPage(form.make, form.report, LadderWords(doctor()), runner, theme)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()
    hang(page, server, qtbot)
    with qtbot.waitSignal(page.destroyed):
        page.close()
    server.close()  # the check ends, and finds nobody
    let_workers_finish(runner, qtbot)


def test_the_colours_follow_the_theme(page: CheckPage, form: Form, theme: Theme, qtbot: QtBot) -> None:
    form.secret = Secret("wrong")
    climb(page, qtbot)
    for scheme, colours in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.choose(scheme)
        fronts = [step(page, row).foreground(0).color().name() for row in range(len(SOAP_LADDER))]
        assert (fronts[0], fronts[3], fronts[-1]) == (colours.good, colours.muted, colours.error)
        assert step(page, 0).foreground(2).color().name() == colours.text
        assert step(page, 10).foreground(2).color().name() == colours.error


def test_everything_that_takes_the_keyboard_has_a_name(page: CheckPage) -> None:
    assert nameless(page) == []
    assert page.rungs.accessibleName() == "Steps of the check"


# Over REST a check finds the partitions


@pytest.fixture
def rest_page(server: PracticeServer, form: Form, qtbot: QtBot, runner: Runner, theme: Theme) -> CheckPage:
    there = replace(form.profile, endpoint=server.rest_endpoint, user_id=server.client_id, transport=TransportKind.REST)
    told = Told()
    return shown_page(
        lambda: RestCheck(there, lambda: Secret(server.client_secret), told, now), form, qtbot, runner, theme
    )


def test_partitions_that_were_found_are_offered_and_not_taken(rest_page: CheckPage, qtbot: QtBot) -> None:
    rest_page.show_ladder(REST_LADDER)
    wanted = QSignalSpy(rest_page.partitions_wanted)
    assert not rest_page.offer.isVisible()
    result = climb(rest_page, qtbot)
    assert rest_page.offer.isVisible()
    assert "Default, Archive, EMEA, EMEA Archive, APAC" in rest_page.offer.label.text()
    assert wanted.count() == 0
    [button] = rest_page.offer.buttons
    assert (button.accessibleName(), nameless(rest_page)) == ("Take over into the form", [])
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wanted.count() == 1
    assert wanted.at(0) == [result.partitions]
    assert "Save the connection" in rest_page.offer.label.text()
    assert not button.isVisible()
    rest_page.show_nothing()
    assert not rest_page.offer.isVisible()


def test_soap_knows_no_partitions_to_offer(page: CheckPage, qtbot: QtBot) -> None:
    assert climb(page, qtbot).verdict is Verdict.GOOD
    assert not page.offer.isVisible()
