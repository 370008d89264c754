"""A call is copied as code, and a sentence says what to do with it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mktgui.domain.calls import AttributeToSend, Call, ListObjects, SyncLead
from mktgui.domain.profile import PRACTICE, Profile, TransportKind
from mktgui.domain.snippets import Language, MakeSnippet
from mktgui.rest.snippets.maker import SnippetMaker as RestSnippetMaker
from mktgui.rest.told import Told
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.workers.runner import Runner

pytestmark = pytest.mark.usefixtures("clipboard_text")
PROFILE = Profile(id="p", name="P", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="u")
REST = replace(PROFILE, endpoint="https://123-ABC-456.mktorest.com/rest", transport=TransportKind.REST)
NOTHING = "Nothing was copied, for a reason."
CALL = SyncLead(marketo_id=7, email="ana@acme.example")


class Desk:
    """What the menu asks."""

    def __init__(self) -> None:
        self.wanted: CallToCopy | str = CallToCopy(CALL, PROFILE)
        self.said: list[str] = []

    def __call__(self) -> CallToCopy | str:
        return self.wanted


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="module")
def make() -> MakeSnippet:
    """As the roof does: each API has a maker of its own."""
    makers: dict[TransportKind, MakeSnippet] = {
        TransportKind.SOAP: SnippetMaker(EnvelopeBuilder()),
        TransportKind.REST: RestSnippetMaker(Told()),
    }
    return lambda call, profile, language: makers[profile.transport](call, profile, language)


@pytest.fixture
def menu(qapp: QApplication, desk: Desk, runner: Runner, make: MakeSnippet) -> Iterator[CopyAsMenu]:
    menu = CopyAsMenu(make, desk, runner, QGuiApplication.clipboard())
    menu.said.connect(desk.said.append)
    yield menu
    menu.deleteLater()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_every_language_is_offered_by_name_and_key(menu: CopyAsMenu) -> None:
    names = [menu.actions_by_language[language].text() for language in Language]
    assert names[0] == "cURL (&bash)"
    keys = [name[name.index("&") + 1].lower() for name in names]
    assert len(set(keys)) == len(Language)


@pytest.mark.parametrize("language", Language)
def test_copied(menu: CopyAsMenu, desk: Desk, qtbot: QtBot, make: MakeSnippet, language: Language) -> None:
    menu.actions_by_language[language].trigger()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert copied() == make(CALL, PROFILE, language)
    (said,) = desk.said
    assert said.startswith("Copied as ")
    assert "&" not in said
    assert "put the user ID into MARKETO_USER_ID and the key into MARKETO_SECRET" in said
    assert said.endswith("Running it writes to 123-abc-456.mktoapi.com.")


@pytest.mark.parametrize("language", Language)
def test_copied_for_rest(menu: CopyAsMenu, desk: Desk, qtbot: QtBot, make: MakeSnippet, language: Language) -> None:
    desk.wanted = CallToCopy(CALL, REST)
    menu.actions_by_language[language].trigger()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert copied() == make(CALL, REST, language)
    (said,) = desk.said
    assert "put the client ID into MARKETO_CLIENT_ID and the client secret into MARKETO_CLIENT_SECRET" in said
    assert said.endswith("Running it writes to 123-abc-456.mktorest.com.")


def test_languages_are_named_with_the_library_that_the_code_uses(menu: CopyAsMenu, desk: Desk) -> None:
    menu.aboutToShow.emit()
    assert menu.actions_by_language[Language.PYTHON].text() == "&Python (zeep)"
    desk.wanted = CallToCopy(CALL, REST)
    menu.aboutToShow.emit()
    names = [menu.actions_by_language[language].text() for language in Language]
    assert names[3:] == ["&Python (requests)", "P&HP (curl)", "&Java", "&Ruby (net/http)"]
    keys = [name[name.index("&") + 1].lower() for name in names]
    assert len(set(keys)) == len(Language)


def test_the_practice_server_is_named(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    desk.wanted = CallToCopy(CALL, PRACTICE)
    menu.copy(Language.PHP)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].endswith("Running it writes to the practice server.")


def test_with_placeholders(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    menu.masked.trigger()
    menu.copy(Language.PYTHON)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert "person-1@example.com" in copied()
    assert "ana@acme" not in copied()
    assert "'Id': 0" in copied()
    assert "Personal values are placeholders, and a Marketo ID is 0: fill in real ones." in desk.said[0]


def test_a_read_is_not_said_to_write(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    desk.wanted = CallToCopy(ListObjects(), replace(PROFILE, endpoint="nowhere"))
    menu.copy(Language.CURL_BASH)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert "writes" not in desk.said[0]


def test_an_endpoint_that_is_none_is_named_as_it_is(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    desk.wanted = CallToCopy(CALL, replace(PROFILE, endpoint="nowhere"))
    menu.copy(Language.CURL_BASH)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].endswith("Running it writes to nowhere.")


def test_without_a_call(menu: CopyAsMenu, desk: Desk) -> None:
    desk.wanted = NOTHING
    menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in menu.actions_by_language.values())
    menu.copy(Language.JAVA)
    assert desk.said == [NOTHING]
    desk.wanted = CallToCopy(CALL, PROFILE)
    menu.aboutToShow.emit()
    assert all(action.isEnabled() for action in menu.actions_by_language.values())


def test_a_call_that_marketo_does_not_take(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    desk.wanted = CallToCopy(SyncLead(attributes=(AttributeToSend("X", "\x01"),)), PROFILE)
    menu.copy(Language.PHP)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].startswith("Nothing was copied: this cannot be written as Marketo wants it (")
    assert copied() == ""


def test_a_slip_of_our_own(qapp: QApplication, desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    def broken(call: Call, profile: Profile, language: Language) -> str:
        raise ZeroDivisionError("canary")

    menu = CopyAsMenu(broken, desk, runner, QGuiApplication.clipboard())
    menu.said.connect(desk.said.append)
    menu.copy(Language.PHP)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert "(ZeroDivisionError)" in desk.said[0]
    assert "canary" not in desk.said[0]
    menu.deleteLater()


def test_only_the_last_one_is_copied(menu: CopyAsMenu, desk: Desk, qtbot: QtBot) -> None:
    desk.wanted = CallToCopy(SyncLead(attributes=(AttributeToSend("X", "\x01"),)), PROFILE)
    menu.copy(Language.PHP)
    desk.wanted = CallToCopy(CALL, PROFILE)
    menu.copy(Language.PHP)
    menu.copy(Language.RUBY)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert "savon" in copied()
    assert len(desk.said) == 1


def test_a_menu_that_is_gone_copies_nothing(desk: Desk, runner: Runner, make: MakeSnippet, qtbot: QtBot) -> None:
    menu = CopyAsMenu(make, desk, runner, QGuiApplication.clipboard())
    menu.copy(Language.PHP)
    delete(menu)
    runner.close()
    assert copied() == ""
