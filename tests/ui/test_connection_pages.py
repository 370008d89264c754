"""The pages of one connection: what is shown comes back, slips bring their page, and the check is of what is typed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.ladder import CheckResult, Verdict
from mktgui.domain.ports import CheckConnection, SecretHome, SecretPlace, Transport
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.profile_check import ProfileField
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.check import RestCheck
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.connection_pages import ConnectionPages
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless, now, profile_of
from tests.ui.connections import CANARY, ENDPOINT, LIVE, SANDBOX, page_parts

PATIENCE = 20_000
FULL = Profile(
    id="f",
    name="全部 “all”",
    endpoint=ENDPOINT,
    user_id="acme1_55",
    environment=Environment.PRODUCTION,
    connect_seconds=7.5,
    answer_seconds=120.0,
    workspaces=("Default", "Asia Pacific"),
    proxy=ProxyChoice(kind=ProxyKind.MANUAL, host="2001:db8::1", port=3128, user_name="ana"),
    ca_file="/office/ca.pem",
    read_only=False,
)
REST = replace(LIVE, endpoint="https://123-ABC-456.mktorest.com/rest", user_id="client", transport=TransportKind.REST)
# What a person may write into the file, and no field shows whole.
BY_HAND = replace(
    FULL,
    name=" spaces ",
    connect_seconds=0.05,
    answer_seconds=7.25,
    workspaces=("Sales, EMEA", " x "),
    ca_file=" /a ",
    proxy=FULL.proxy._replace(host=" h "),
)


@pytest.fixture
def pages(qtbot: QtBot, runner: Runner, theme: Theme) -> ConnectionPages:
    pages = ConnectionPages(page_parts(KeyringSecrets(), runner, theme))
    qtbot.addWidget(pages)
    pages.show()
    return pages


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


def show(pages: ConnectionPages, profile: Profile) -> None:
    pages.show_profile(profile, look_for_secrets=False)


def name(pages: ConnectionPages, text: str) -> None:
    pages.basic.fields[ProfileField.NAME].setText(text)


def name_the_proxy(pages: ConnectionPages, host: str) -> None:
    pages.network.proxy.setCurrentIndex(pages.network.proxy.findData(ProxyKind.MANUAL.value))
    pages.network.host.setText(host)


@pytest.mark.parametrize("profile", [SANDBOX, LIVE, FULL, BY_HAND], ids=["sandbox", "live", "full", "by-hand"])
def test_what_is_shown_comes_back_and_is_no_change(pages: ConnectionPages, profile: Profile) -> None:
    told = QSignalSpy(pages.edited)
    show(pages, LIVE)
    show(pages, profile)
    assert pages.profile == profile
    assert not pages.is_changed
    assert told.count() == 0


def test_a_change_of_one_field_leaves_what_others_cannot_show(pages: ConnectionPages) -> None:
    show(pages, BY_HAND)
    name(pages, " Renamed ")
    assert pages.is_changed
    assert pages.profile == replace(BY_HAND, name="Renamed")
    name(pages, BY_HAND.name)
    assert not pages.is_changed


def test_a_change_of_either_page_and_a_typed_secret_are_changes(pages: ConnectionPages) -> None:
    for field in (pages.basic.secret.field, pages.network.workspaces, pages.network.password.field):
        show(pages, SANDBOX)
        field.clear()
        pages.network.password.setEnabled(True)
        told = QSignalSpy(pages.edited)
        QTest.keyClicks(field, "x")
        assert pages.is_changed
        assert told.count() == 1
        field.clear()
        assert not pages.is_changed


def test_what_was_typed_is_known_by_the_ids_of_the_secrets(pages: ConnectionPages) -> None:
    show(pages, SANDBOX)
    assert pages.typed == {}
    pages.basic.secret.field.setText(CANARY)
    pages.network.password.field.setText("other")
    assert pages.typed == {"s": Secret(CANARY), "s:proxy": Secret("other")}
    for secret_id, secret in pages.typed.items():
        pages.secret_field(secret_id).show_kept(SecretPlace(SecretHome.KEYRING, "KWallet"), secret)
    assert pages.typed == {}
    assert not pages.is_changed


def test_both_secrets_are_looked_for(pages: ConnectionPages, qtbot: QtBot) -> None:
    pages.show_profile(FULL)
    notes = (pages.basic.secret.note, pages.network.password.note)
    qtbot.waitUntil(lambda: all("keyring" in note.text() for note in notes), timeout=PATIENCE)


def test_a_pasted_endpoint_is_tidied_and_nonsense_stays(pages: ConnectionPages) -> None:
    show(pages, SANDBOX)
    line = pages.basic.fields[ProfileField.ENDPOINT]
    line.setText("123-abc-456")
    assert pages.tidied.endpoint == ENDPOINT
    assert pages.profile.endpoint == "123-abc-456"
    line.setText("nonsense")
    assert pages.tidied.endpoint == "nonsense"


def test_one_like_another_is_a_change_under_an_id_of_its_own(pages: ConnectionPages) -> None:
    show(pages, Profile(id="new", name="", endpoint="", user_id=""))
    told = QSignalSpy(pages.edited)
    pages.fill(FULL, "All (copy)")
    assert pages.profile == replace(FULL, id="new", name="All (copy)")
    assert pages.is_changed
    assert pages.typed == {}
    assert told.count() == 1


def test_slips_are_told_on_their_page_which_is_shown(pages: ConnectionPages) -> None:
    show(pages, SANDBOX)
    assert pages.hold(["Live"])
    pages.setCurrentWidget(pages.check)
    assert not pages.hold(["sandbox"])
    assert pages.currentWidget() is pages.basic
    assert pages.basic.notes[ProfileField.NAME].isVisible()
    name_the_proxy(pages, "two words")
    assert not pages.hold(["Live"])
    assert pages.currentWidget() is pages.network
    assert pages.network.proxy_note.isVisible()
    name(pages, "")
    assert not pages.hold([])
    assert pages.currentWidget() is pages.basic
    name(pages, "Sandbox")
    pages.network.host.setText("proxy.corp.example")
    assert pages.hold([])
    assert pages.network.proxy_note.text() == pages.basic.notes[ProfileField.NAME].text() == ""


def climb(pages: ConnectionPages, qtbot: QtBot) -> CheckResult:
    with qtbot.waitSignal(pages.check.ended, timeout=PATIENCE) as ended:
        pages.check.check.click()
    [result] = ended.args
    assert isinstance(result, CheckResult)
    return result


def test_the_check_is_of_what_is_typed_and_not_saved(
    pages: ConnectionPages, server: PracticeServer, qtbot: QtBot
) -> None:
    show(pages, SANDBOX)
    practised = profile_of(server)
    for field, text in ((ProfileField.ENDPOINT, practised.endpoint), (ProfileField.USER_ID, practised.user_id)):
        pages.basic.fields[field].setText(text)
    assert climb(pages, qtbot).verdict is Verdict.SECRET_MISSING
    pages.basic.secret.field.setText(server.secret)
    assert climb(pages, qtbot).verdict is Verdict.GOOD


def test_a_change_takes_away_what_was_found(pages: ConnectionPages, server: PracticeServer, qtbot: QtBot) -> None:
    show(pages, profile_of(server))
    pages.basic.secret.field.setText(server.secret)
    climb(pages, qtbot)
    pages.network.workspaces.setText("EMEA")
    assert not pages.check.copy.isEnabled()
    assert "one call that only reads" in pages.check.banner.title.text()


def test_the_report_on_the_clipboard_is_fit_for_a_ticket(
    pages: ConnectionPages, server: PracticeServer, qtbot: QtBot, clipboard_text: None
) -> None:
    profile = profile_of(server)
    show(pages, profile)
    pages.basic.secret.field.setText(CANARY)
    assert climb(pages, qtbot).verdict is Verdict.WRONG_SECRET
    pages.check.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Connection check by mktgui ")
    assert f"Connection: {profile.name} (test)" in text
    assert "wrong-secret" in text
    assert not any(private in text for private in (CANARY, profile.user_id, server.secret))


def test_everything_that_takes_the_keyboard_has_a_name(pages: ConnectionPages) -> None:
    show(pages, FULL)
    assert nameless(pages) == []
    keys = [pages.tabText(page).partition("&")[2][:1].lower() for page in range(pages.count())]
    assert len(set(keys)) == pages.count() == 3


def test_only_a_saved_connection_is_asked_for_the_field_of_foreign_ids(
    qtbot: QtBot, runner: Runner, theme: Theme, server: PracticeServer
) -> None:
    asked: list[Profile] = []

    def connect(profile: Profile) -> Transport:
        asked.append(profile)
        there = replace(profile, endpoint=server.rest_endpoint, user_id=server.client_id)
        return RestTransport(there, lambda: Secret(server.client_secret), Told())

    pages = ConnectionPages(page_parts(KeyringSecrets(), runner, theme, connect=connect))
    qtbot.addWidget(pages)
    show(pages, REST)
    name(pages, "Other")
    pages.foreign_field.find_button.click()
    assert asked == []
    assert pages.foreign_field.told.text().startswith("Save the connection first")
    show(pages, REST)
    assert pages.foreign_field.told.text() == ""
    pages.foreign_field.find_button.click()
    assert asked == [REST]
    qtbot.waitUntil(lambda: bool(pages.foreign_field.menu.actions()))


def test_over_rest_both_addresses_are_tidied(pages: ConnectionPages) -> None:
    show(pages, REST)
    pages.basic.fields[ProfileField.ENDPOINT].setText("123-ABC-456")
    pages.basic.fields[ProfileField.IDENTITY].setText("123-ABC-456.mktorest.com")
    assert pages.tidied.endpoint == "https://123-ABC-456.mktorest.com/rest"
    assert pages.tidied.identity == "https://123-ABC-456.mktorest.com/identity"
    pages.basic.fields[ProfileField.IDENTITY].setText("no address at all")
    assert pages.tidied.identity == "no address at all"


def test_partitions_are_taken_over_beside_what_is_there_and_the_check_stays(
    qtbot: QtBot, runner: Runner, theme: Theme, server: PracticeServer
) -> None:
    told = Told()

    def make_check(
        profile: Profile, secret: Secret | None = None, proxy_password: Secret | None = None
    ) -> CheckConnection:
        there = replace(profile, endpoint=server.rest_endpoint, user_id=server.client_id)
        return RestCheck(there, lambda: Secret(server.client_secret), told, now)

    pages = ConnectionPages(replace(page_parts(KeyringSecrets(), runner, theme), make_check=make_check))
    qtbot.addWidget(pages)
    pages.show()
    show(pages, replace(REST, workspaces=("Mine", "EMEA")))
    result = climb(pages, qtbot)
    assert not pages.is_changed
    edited = QSignalSpy(pages.edited)
    pages.check.offer.buttons[0].click()
    assert pages.profile.workspaces == ("Mine", "EMEA", "Default", "Archive", "EMEA Archive", "APAC")
    assert (pages.is_changed, edited.count(), result.verdict) == (True, 1, Verdict.GOOD)
    assert pages.check.copy.isEnabled(), "what was found is still true"


def test_before_a_check_its_steps_are_those_of_the_api(pages: ConnectionPages) -> None:
    def steps() -> list[str]:
        model = pages.check.rungs.model()
        return [str(model.index(row, 1).data()) for row in range(model.rowCount())]

    pages.show_profile(REST)
    assert "REST API" in steps()
    assert "SOAP API" not in steps()
    pages.basic.transport.setCurrentIndex(pages.basic.transport.findData(TransportKind.SOAP))
    assert "SOAP API" in steps()
