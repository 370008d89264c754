"""Against a real keyring daemon: unlocked, locked, absent, dying; and against keyrings that lie."""

import gc
import os
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mktgui.domain.ports import SecretError, SecretHome, SecretPlace, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import THIS_RUN, KeyringSecrets
from tests.storage.keyring_daemon import KeyringDaemon

CANARY = "canary-5f1c-密"
GNOME = SecretPlace(SecretHome.KEYRING, "GNOME Keyring")

# keyring leaves its connection to the bus open when it meets a locked keyring
leaves_a_socket = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


def trouble_of(error: pytest.ExceptionInfo[SecretError]) -> SecretTrouble:
    """Also holds what every such error must: no secret, and no foreign exception behind it."""
    shown = "".join(traceback.TracebackException.from_exception(error.value, capture_locals=True).format())
    assert CANARY not in shown
    assert error.value.__context__ is None
    assert error.value.__cause__ is None
    return error.value.trouble


def test_a_secret_is_kept_and_found_by_the_next_run(daemon: KeyringDaemon) -> None:
    assert KeyringSecrets().place() == GNOME
    assert KeyringSecrets().put("one", Secret(CANARY)) == GNOME
    again = KeyringSecrets()
    assert again.get("one") == Secret(CANARY)
    assert again.get("two") is None
    again.put("one", Secret("other"))
    assert KeyringSecrets().get("one") == Secret("other")


def test_secrets_stay_apart_by_profile(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()
    secrets.put("one", Secret("1"))
    secrets.put("two", Secret("2"))
    secrets.remove("one")
    secrets.remove("one")
    assert (secrets.get("one"), secrets.get("two")) == (None, Secret("2"))


@pytest.mark.parametrize("text", ["", " ", "\n\t", "x" * 5000, "密钥🔑", "a\0b"])
def test_any_text_comes_back_as_it_was(daemon: KeyringDaemon, text: str) -> None:
    secrets = KeyringSecrets()
    assert secrets.put("one", Secret(text)) == GNOME
    assert KeyringSecrets().get("one") == Secret(text)


def test_the_secret_lies_in_no_file_in_the_clear(daemon: KeyringDaemon) -> None:
    KeyringSecrets().put("one", Secret(CANARY))
    files = [path for path in daemon.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not any(CANARY.encode() in path.read_bytes() for path in files)


@leaves_a_socket
def test_a_locked_keyring_is_locked_and_not_refused(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()
    secrets.put("one", Secret(CANARY))
    daemon.lock()
    for attempt in (
        lambda: secrets.get("one"),
        lambda: secrets.put("one", Secret(CANARY + "!")),
        lambda: secrets.remove("one"),
    ):
        with pytest.raises(SecretError) as error:
            attempt()
        assert trouble_of(error) is SecretTrouble.LOCKED
    gc.collect()


@leaves_a_socket
def test_while_it_is_locked_the_secret_can_be_kept_for_this_run(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()
    secrets.put("one", Secret("old"))
    daemon.lock()
    assert secrets.put_for_this_run("one", Secret(CANARY)) == THIS_RUN
    assert secrets.get("one") == Secret(CANARY)


def test_the_keyring_takes_over_again_once_a_secret_is_put_into_it(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()
    secrets.put_for_this_run("one", Secret("for now"))
    secrets.put("one", Secret("for good"))
    assert secrets.get("one") == Secret("for good")
    assert KeyringSecrets().get("one") == Secret("for good")


@leaves_a_socket
def test_a_daemon_that_dies_between_calls_refuses_and_may_come_back(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()
    secrets.put("one", Secret(CANARY))
    daemon.kill()
    with pytest.raises(SecretError) as reading:
        secrets.get("one")
    assert trouble_of(reading) is SecretTrouble.REFUSED
    with pytest.raises(SecretError) as writing:
        secrets.put("one", Secret(CANARY))
    assert trouble_of(writing) is SecretTrouble.REFUSED
    daemon.start()
    assert secrets.get("one") == Secret(CANARY)
    gc.collect()


def test_without_a_bus_it_stays_in_memory(nowhere: None) -> None:
    secrets = KeyringSecrets()
    assert secrets.place() == THIS_RUN
    assert secrets.get("one") is None
    assert secrets.put("one", Secret(CANARY)) == THIS_RUN
    assert secrets.get("one") == Secret(CANARY)
    assert KeyringSecrets().get("one") is None
    secrets.remove("one")
    secrets.remove("one")
    assert secrets.get("one") is None


def test_a_keyring_that_comes_up_later_is_found(daemon: KeyringDaemon, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = KeyringSecrets()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={daemon.folder}/none")
    assert secrets.place() == THIS_RUN
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
    assert secrets.place() == GNOME


def test_many_threads_at_once(daemon: KeyringDaemon) -> None:
    secrets = KeyringSecrets()

    def keep(number: int) -> bool:
        secrets.put(f"profile {number % 3}", Secret("same"))
        return secrets.get(f"profile {number % 3}") == Secret("same")

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(keep, range(12)))


STRANGE = '''
"""Keyrings that misbehave, each in its own way."""

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError, PasswordSetError

kept = {}


class Honest(KeyringBackend):
    priority = 9
    name = "Honest keyring"

    def get_password(self, service, username):
        return kept.get((service, username), (None,))[-1]

    def set_password(self, service, username, password):
        kept[service, username] = [password]

    def delete_password(self, service, username):
        if not kept.get((service, username)):
            raise PasswordDeleteError("nothing there")
        kept[service, username].pop()
        if not kept[service, username]:
            del kept[service, username]


class Lying(Honest):
    def set_password(self, service, username, password):
        kept[service, username] = [password.upper()]


class Forgetful(Honest):
    def set_password(self, service, username, password):
        pass


class Clinging(Lying):
    def delete_password(self, service, username):
        raise PasswordDeleteError("no")


class Hoarding(Honest):
    def set_password(self, service, username, password):
        kept.setdefault((service, username), []).append(password)


class Loud(Honest):
    """Its errors are of no known class and say the secret aloud."""

    def set_password(self, service, username, password):
        try:
            raise ValueError(password)
        except ValueError as error:
            raise OSError(password) from error


class WriteOnly(Honest):
    def get_password(self, service, username):
        raise PasswordSetError("cannot read")


class PlaintextKeyring(Honest):
    pass


class Disguised(PlaintextKeyring):
    pass
'''


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module of keyrings; it lives for one test."""
    name = "strange_keyrings"
    (tmp_path / f"{name}.py").write_text(STRANGE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


def use(monkeypatch: pytest.MonkeyPatch, backend: str) -> KeyringSecrets:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    return KeyringSecrets()


def kept(module: str) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = sys.modules[module].kept
    return found


def test_an_unknown_keyring_is_used_by_its_own_name(strange: str, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = use(monkeypatch, f"{strange}.Honest")
    assert secrets.put("7", Secret(CANARY)) == SecretPlace(SecretHome.KEYRING, "Honest keyring")
    assert kept(strange) == {("io.github.mktgui.Mktgui:7", "encryption key"): [CANARY]}


@pytest.mark.parametrize("backend", ["Lying", "Forgetful"])
def test_what_does_not_read_back_was_not_kept_and_is_removed(
    strange: str, monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    secrets = use(monkeypatch, f"{strange}.{backend}")
    with pytest.raises(SecretError) as error:
        secrets.put("one", Secret(CANARY))
    assert trouble_of(error) is SecretTrouble.NOT_KEPT
    assert kept(strange) == {}


@pytest.mark.parametrize(("backend", "trouble"), [("Clinging", "not-kept"), ("WriteOnly", "refused")])
def test_removing_is_tried_but_cannot_be_forced(
    strange: str, monkeypatch: pytest.MonkeyPatch, backend: str, trouble: str
) -> None:
    secrets = use(monkeypatch, f"{strange}.{backend}")
    with pytest.raises(SecretError) as error:
        secrets.put("one", Secret(CANARY))
    assert trouble_of(error) == trouble
    assert kept(strange)


def test_errors_that_say_the_secret_are_silenced(strange: str, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = use(monkeypatch, f"{strange}.Loud")
    with pytest.raises(SecretError, match=r"^OSError from ValueError$") as error:
        secrets.put("one", Secret(CANARY))
    assert trouble_of(error) is SecretTrouble.REFUSED


def test_text_that_no_keyring_can_hold_is_refused_in_silence(daemon: KeyringDaemon) -> None:
    with pytest.raises(SecretError) as error:
        KeyringSecrets().put("one", Secret(CANARY + "\ud800"))
    assert trouble_of(error) is SecretTrouble.REFUSED


def test_several_entries_under_one_name_are_all_removed(strange: str, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = use(monkeypatch, f"{strange}.Hoarding")
    secrets.put("one", Secret("1"))
    secrets.put("one", Secret("2"))
    secrets.remove("one")
    assert kept(strange) == {}


def test_a_keyring_that_will_not_let_go_says_so(strange: str, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = use(monkeypatch, f"{strange}.Clinging")
    with pytest.raises(SecretError):
        secrets.put("one", Secret(CANARY))
    with pytest.raises(SecretError) as error:
        secrets.remove("one")
    assert trouble_of(error) is SecretTrouble.REFUSED


def test_the_store_shows_no_secret(nowhere: None) -> None:
    secrets = KeyringSecrets()
    secrets.put("one", Secret(CANARY))
    assert CANARY not in repr(vars(secrets))


CHILD = """
import sys, time
from mktgui.storage.secrets import KeyringSecrets
assert "keyring" not in sys.modules
secrets = KeyringSecrets()
print(secrets.place().home, secrets.place().name)
"""


def test_a_program_with_no_settings_finds_the_daemon_by_itself(daemon: KeyringDaemon) -> None:
    """And importing the module is cheap: keyring comes with the first question."""
    assert _child(daemon.environment) == "keyring GNOME Keyring"


def test_a_program_without_a_bus_finds_nothing(daemon: KeyringDaemon) -> None:
    assert _child({**daemon.environment, "DBUS_SESSION_BUS_ADDRESS": ""}) == "this-run"


def _child(environment: dict[str, str]) -> str:
    command = [sys.executable, "-c", CHILD]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        command, env=environment | {"PYTHONPATH": root}, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_no_test_can_reach_a_persons_own_keyring() -> None:
    """What the root of the tests promises, for whoever changes it."""
    assert os.environ["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
    assert KeyringSecrets().place() == THIS_RUN
