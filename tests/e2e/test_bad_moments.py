"""The program is ended, by whatever there is, when it suits it least: at once, silently, and with nothing broken."""

import os
import signal
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from mktgui.storage.profiles import TomlProfiles
from tests.e2e.acts import change_key, load, send, told
from tests.e2e.desk import Desk
from tests.e2e.program import Program, Start
from tests.e2e.waiting import until

End = Callable[[Program], None]
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGKILL: -9}


def close(program: Program) -> None:
    program.quit()


def by(number: signal.Signals) -> End:
    def end(program: Program) -> None:
        program.process.send_signal(number)
        assert program.status() == SIGNALS[number]

    return end


PROFILE = Profile(id="p", name="Sandbox", endpoint="http://127.0.0.1:9/soap", user_id="acme1_55")
ALL_ENDS = (close, *map(by, SIGNALS))
SOME_ENDS = (close, by(signal.SIGTERM), by(signal.SIGKILL))


def assert_whole(folder: Path, profile: Profile) -> None:
    """Nothing is broken or left half done, and nothing has become of the profile."""
    loaded = TomlProfiles(folder / "config" / "profiles.toml").load()
    assert (loaded.profiles, loaded.problem) == ((profile,), None)


@pytest.mark.parametrize(
    ("scenario", "ends"), [("never", ALL_ENDS), ("slow-after-write=30", SOME_ENDS[1:]), ("drip", SOME_ENDS[:2])]
)
def test_while_a_call_is_waiting(
    start: Start, folder: Path, profile: Profile, server: PracticeServer, scenario: str, ends: tuple[End, ...]
) -> None:
    for number, end in enumerate(ends, 1):
        program = start(folder)
        load(program)
        until(lambda: any((folder / "data" / "catalogues").glob("*.json")), "the fields were not kept")
        server.next(scenario)
        send(program)
        until(partial(has_sends, server, number), "nothing was sent")
        end(program)
        assert_whole(folder, profile)
    start(folder).quit()
    assert has_sends(server, len(ends)), "a call was repeated"


def has_sends(server: PracticeServer, count: int) -> bool:
    """Whether there were so many calls besides those that read. What is never answered is not even named."""
    return sum(entry.operation not in {"getLead", "describeMObject"} for entry in server.journal) == count


@contextmanager
def stuck_keyring(desk: Desk) -> Iterator[None]:
    """The keyring takes no call, as if it waited for a person. Afterwards there is a new one with the same content.

    (gnome-keyring 42 does not always survive callers that went while it was stopped.)
    """
    connection = open_dbus_connection(desk.ring.address)
    [process] = Proxy(message_bus, connection).GetConnectionUnixProcessID("org.freedesktop.secrets")
    connection.close()
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        desk.ring.kill()
        desk.ring.start()


def test_while_a_connection_is_being_saved(start: Start, folder: Path, profile: Profile, one_desk: Desk) -> None:
    backup = folder / "config" / "profiles.toml.bak"
    for end in SOME_ENDS:
        backup.unlink(missing_ok=True)
        program = start(folder)
        program.reader.find("label", "Key kept in GNOME Keyring")
        with stuck_keyring(one_desk):
            change_key(program, "another key")
            until(backup.exists, "nothing was saved")
            end(program)
        assert_whole(folder, profile)
    start(folder).quit()


def is_loading_qt(program: Program) -> bool:
    return "libQt6Core" in Path(f"/proc/{program.process.pid}/maps").read_text()


def is_there(program: Program) -> bool:
    return bool(program.x.windows_of(program.process.pid))


@pytest.mark.parametrize("moment", [is_loading_qt, is_there])
def test_at_the_start(start: Start, folder: Path, moment: Callable[[Program], bool]) -> None:
    TomlProfiles(folder / "config" / "profiles.toml").save((PROFILE,), PROFILE.id)
    for number, later in SIGNALS.items():
        program = start(folder)
        until(partial(moment, program), "it does not start")
        program.process.send_signal(number)
        assert program.status() in {-number, later}  # until the first paint there is no order to keep
        assert_whole(folder, PROFILE)
    start(folder).quit()


def test_twice_at_the_same_time_in_one_home(
    start: Start, folder: Path, profile: Profile, server: PracticeServer
) -> None:
    both = [start(folder), start(folder)]
    for program in both:
        load(program)
        send(program)
    for program in both:
        told(program, "Updated lead 318815 (Ana Ruiz).")
        change_key(program, server.secret)
    for program in both:
        told(program, "Saved.")
        program.quit()
    assert_whole(folder, profile)
    assert tomllib.loads((folder / "config" / "profiles.toml").read_text())["last_used"] == profile.id
    kept = {"profiles.toml", "profiles.toml.bak", "profiles.lock", "window.ini"}
    assert {path.name for path in (folder / "config").iterdir()} == kept
