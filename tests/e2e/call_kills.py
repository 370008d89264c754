"""Kills one of two busy copies of the program, again and again: `python -m tests.e2e.call_kills 200`.

Both are the real program (`busy_program`) on the same files, against a Marketo in this process that is slow, cuts lines
and forgets to answer. After each kill the files are looked at from outside: whether they are whole, whether each call
that Marketo has seen is there and told honestly, whether what was typed a second before is there, and whether a secret
is.

Without a keyring nobody sends anything, and nothing is proven. Where that of the test has died it is said, and another
one started; where nobody sends although it is there, that is wrong.
"""

import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from time import monotonic
from urllib.parse import unquote

from PySide6.QtCore import QSettings

from mktgui.domain.profile import Profile, TransportKind
from mktgui.practice.handler import Entry
from mktgui.practice.server import PracticeServer
from mktgui.storage.history import NAME
from mktgui.storage.history_runs import Run
from mktgui.storage.history_schema import VERSION, is_whole
from mktgui.storage.places import Places
from mktgui.storage.profiles import TomlProfiles
from tests.e2e.connection import KEEP_IT
from tests.e2e.desk import ROOT
from tests.e2e.waiting import until
from tests.storage.keyring_daemon import KeyringDaemon, keyring_daemon

FORGETS = ("keep", "purge", "scrub")  # what becomes of the past in a home, in turn
KILLS_A_HOME = 20
SECOND = 10  # beats of the program: of what was typed, what may be lost. A busy machine may halt it meanwhile
LONGEST = 2.5  # seconds between a start and a kill
NEWEST = 10  # calls that are not purged: each kill leaves some five, and some thirty others beside them
BOTH = 0.2  # how often both copies are killed in one moment
PATIENCE = 60.0  # seconds for a start
SILENT = 6  # kills in a row: between two of them a busy machine may let nobody get as far as sending
RING_DIED = "the keyring of the test had died, and was started again"
TRICKS = (
    "slow=0.3",
    "slow=0.8",
    "slow-after-write=0.3",
    "slow-after-write=0.8",
    "never",
    "never-after-write",
    "reset",
    "cut-after-write",
    "html-502-after-write",
    "token-invalid",
    "identity-slow=0.4",
    "gzip",
)
WORD = re.compile(rb"k[a-z]-\d+-\d+k")
SIGNATURE = re.compile(rb"requestSignature>([0-9a-fA-F]{40})<")
TYPED = re.compile(rb"typed k[a-z]-(\d+)-(\d+)k")
WRITTEN = (b"<status>UPDATED<", b'"status":"updated"', b'"status": "updated"')
NOISE = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
)  # of Qt, on no screen


@dataclass
class Copy:
    """One run of the program, and what it has said so far."""

    process: "subprocess.Popen[str]"
    errors: Path
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Until it ends."""
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line.rstrip("\n"))

    def where_it_stands(self) -> str:
        """What it has said last, and what each of its threads is at; it ends by that."""
        self.process.send_signal(signal.SIGABRT)
        self.process.wait(PATIENCE)
        return f"not at work after {PATIENCE:.0f} seconds: {self.said[-5:]} {self.errors.read_text()}"


class Home:
    """The files of two copies, and the Marketo that they speak to. `problems` are what was found wrong."""

    def __init__(self, folder: Path, ring: KeyringDaemon, dice: random.Random, forgets: str) -> None:
        self.home, self._ring, self._dice, self._forgets = folder / "home", ring, dice, forgets
        self.places = Places(self.home)
        self.server = PracticeServer()
        self.copies: dict[str, Copy] = {}
        self.profiles: tuple[Profile, ...] = ()
        self.started = 0
        self.under_way_seen = self.unknown_seen = 0
        self._heard = self._silent = 0

    def begin(self) -> None:
        """Two connections to it, their secrets in the keyring, and both copies."""
        self.server.start()
        soap = Profile(id="over-soap", name="S", endpoint=self.server.endpoint, user_id=self.server.user_id)
        rest = replace(
            soap,
            id="over-rest",
            name="R",
            endpoint=self.server.rest_endpoint,
            user_id=self.server.client_id,
            transport=TransportKind.REST,
            answer_seconds=5.0,
        )
        self.profiles = (soap, rest)
        TomlProfiles(self.places.profiles_file).save(self.profiles, soap.id)
        for one, secret in ((soap, self.server.secret), (rest, self.server.client_secret)):
            command = [sys.executable, "-c", KEEP_IT, one.id]
            subprocess.run(
                command, cwd=ROOT, env=self._ring.environment, input=secret, text=True, check=True, timeout=60
            )
        for name in "ab":
            self.start(name)

    def start(self, name: str) -> None:
        """Another run of this copy."""
        self.started += 1
        errors = self.home.with_name(f"{name}{self.started}.err")
        seed = str(self._dice.randrange(10**9))
        with errors.open("w") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.busy_program", str(self.home), name, seed, self._forgets],
                cwd=ROOT,
                env=self._ring.environment | {"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"},
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
            )
        copy = self.copies[name] = Copy(process, errors)
        Thread(target=copy.listen, daemon=True).start()

    def wait(self) -> None:
        """Until both are at work."""
        for name, copy in self.copies.items():
            until(
                lambda copy=copy: "ready" in copy.said or copy.process.poll() is not None,  # type: ignore[misc] # bound now
                copy.where_it_stands,
                PATIENCE,
            )
            assert copy.process.poll() is None, f"{name} ended by itself: {copy.errors.read_text()}"

    def kill_some(self, trouble_seconds: float) -> list[str]:
        """Let them work, among difficulties; kill one or both; gives which."""
        deadline = monotonic() + trouble_seconds
        while monotonic() < deadline:
            if self._dice.random() < 0.5:
                self.server.next(self._dice.choice(TRICKS))
            with suppress(subprocess.TimeoutExpired):
                next(iter(self.copies.values())).process.wait(min(0.1, max(0.0, deadline - monotonic())))
        names = list(self.copies) if self._dice.random() < BOTH else [self._dice.choice(list(self.copies))]
        for name in names:
            self.copies[name].process.send_signal(signal.SIGKILL)
        return names

    def look(self, killed: list[str]) -> Iterator[str]:
        """What is wrong after it."""
        for name in killed:
            copy = self.copies[name]
            if copy.process.wait() != -signal.SIGKILL:
                yield f"{name} had ended before: {copy.errors.read_text()}"
            yield from self._drafts(copy)
        for copy in self.copies.values():
            yield from (line for line in copy.said if line.startswith("trouble") and "trouble busy" not in line)
            printed = [one for one in copy.errors.read_text().splitlines() if one.strip() and one not in NOISE]
            yield from printed[-8:]
        yield from self._settings()
        with closing(
            sqlite3.connect(f"file:{self.places.history_folder / NAME}?mode=ro", uri=True, timeout=20)
        ) as file:
            yield from self._history(file)
            yield from self._secrets(file)

    def look_alive(self) -> Iterator[str]:
        """What is wrong once those that were killed have been started again."""
        run = Run(self.places.history_folder)
        with closing(
            sqlite3.connect(f"file:{self.places.history_folder / NAME}?mode=ro", uri=True, timeout=20)
        ) as file:
            for (one,) in file.execute("SELECT DISTINCT run FROM call WHERE state = 'under-way'").fetchall():
                if not run.is_alive(one):
                    yield f"calls of the dead run {one} are still under way"
            self.unknown_seen = file.execute("SELECT count(*) FROM call WHERE state = 'outcome-unknown'").fetchone()[0]

    def tend_ring(self) -> str:
        """Start another keyring where there is none any more; what to say of it. Its files keep what was in it."""
        if self._ring.is_alive():
            return ""
        self._ring.start()
        self._silent = 0  # they could not
        return RING_DIED

    def hear(self) -> Iterator[str]:
        """That nobody has sent anything for a while, where that is so."""
        heard = len(self.server.journal)
        self._silent = 0 if heard > self._heard else self._silent + 1
        self._heard = heard
        if self._silent >= SILENT:
            yield f"nobody has sent anything since {self._silent} kills, and the keyring is there"

    def end(self) -> None:
        """Clear it away."""
        for copy in self.copies.values():
            copy.process.kill()
            copy.process.wait()
        self.server.close()

    def _drafts(self, copy: Copy) -> Iterator[str]:
        if self._forgets == "scrub":  # where nothing is to be kept for a while, no draft is
            return
        beats = [place for place, line in enumerate(copy.said) if line == "beat"]
        until_then = copy.said[: beats[-SECOND]] if len(beats) >= SECOND else []
        before = [line.split()[1] for line in until_then if line.startswith("typed")]
        if not before:
            return
        kept = [
            int(number)
            for path in self.places.drafts_folder.rglob("*.json")
            for process, number in TYPED.findall(_content(path))
            if int(process) == copy.process.pid
        ]
        if max(kept, default=0) < int(before[-1]):
            yield f"typed {before[-1]} a second before, and kept is {kept}"

    def _settings(self) -> Iterator[str]:
        loaded = TomlProfiles(self.places.profiles_file).load()
        if loaded.problem is not None or [one.id for one in loaded.profiles] != [one.id for one in self.profiles]:
            yield f"profiles: {loaded}"
        if self.places.window_file.exists():
            settings = QSettings(str(self.places.window_file), QSettings.Format.IniFormat)
            if settings.status() != QSettings.Status.NoError:
                yield f"preferences: {settings.status()}"

    def _history(self, file: sqlite3.Connection) -> Iterator[str]:
        wrong = is_whole(file)
        if wrong:
            yield f"integrity: {wrong}"
        yield from (f"foreign key: {row}" for row in file.execute("PRAGMA foreign_key_check"))
        version = file.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            yield f"version {version}"
        # What was under way gets its words when it is found lost.
        for table, which in (("words", "state != 'under-way'"), ("detail", "1")):
            statement = f"SELECT count(*) FROM call WHERE {which} AND id NOT IN (SELECT id FROM {table})"  # noqa: S608 - ours
            lonely = file.execute(statement).fetchone()[0]
            if lonely:
                yield f"{lonely} calls without {table}"
        yield from self._calls(file)

    def _calls(self, file: sqlite3.Connection) -> Iterator[str]:
        """Each call that Marketo saw is there, and none that was written is told as not written."""
        rows = file.execute(
            "SELECT d.draft || c.key_value, c.state, c.written FROM call c JOIN detail d ON d.id = c.id"
        ).fetchall()
        self.under_way_seen += sum(row[1] == "under-way" for row in rows)
        kept = {word: row for row in rows for word in set(WORD.findall(row[0].encode()))}
        seen = {word: one for one in self.server.journal for word in _words(one)}
        missing = [word for word in seen if word not in kept]
        if self._forgets == "purge":
            missing = [word for word in list(seen)[-NEWEST:] if word not in kept]
        if self._forgets == "scrub":
            missing = missing if len(rows) < len(seen) else []
        yield from (f"{word.decode()} was received and is not in the history" for word in missing)
        for word, one in seen.items():
            if word in kept and any(mark in one.reply for mark in WRITTEN):
                _asked, state, written = kept[word]
                if written == "no" and state != "under-way":
                    yield f"{word.decode()} was written, and its call says {state}, {written}"

    def _secrets(self, file: sqlite3.Connection) -> Iterator[str]:
        server = self.server
        secrets = {server.secret.encode(), *(secret.encode() for _id, secret in server.clients.values())}
        for one in server.journal:
            secrets.update(SIGNATURE.findall(one.body))
            secrets.update(
                value.removeprefix("Bearer ").encode() for name, value in one.headers if name == "Authorization"
            )
        texts = [
            zlib.decompress(body)
            for row in file.execute("SELECT sent, received FROM message ORDER BY id DESC LIMIT 60")
            for body in row
            if body is not None
        ]
        texts += [head.encode() for (head,) in file.execute("SELECT head FROM message")]
        held = b"\n".join(texts)
        yield from ("the history holds a secret" for one in secrets if one in held)
        if server.user_id.encode() in held:
            yield "the messages in the history hold the user id"
        for path in self.home.parent.rglob("*"):
            content = _content(path)
            if any(one in content for one in secrets):
                yield f"{path} holds a secret"


def _content(path: Path) -> bytes:
    """What a file has in it; what was taken away meanwhile, and what is none, has nothing."""
    with suppress(OSError):
        return path.read_bytes()
    return b""


def _words(one: Entry) -> set[bytes]:
    """The words by which a call is known; those of messages that say no more than where to go are none."""
    return set(WORD.findall(unquote(one.path).encode() + one.body))


def kill(ring: KeyringDaemon, folder: Path, times: int, dice: random.Random, forgets: str) -> Iterator[list[str]]:
    """What is wrong after each of so many kills in one home."""
    home = Home(folder, ring, dice, forgets)
    done = 0
    try:
        home.begin()
        home.wait()
        while done < times:
            killed = home.kill_some(dice.uniform(0.05, LONGEST))
            done += len(killed)
            said = home.tend_ring()
            if said:
                sys.stdout.write(f"  {said}\n")
            wrong = [*home.look(killed), *home.hear()]
            for name in killed:
                home.start(name)
            home.wait()
            wrong += home.look_alive()
            for number in range(len(killed)):
                yield wrong if number == 0 else []
        calls, unknown = len({word for one in home.server.journal for word in _words(one)}), home.unknown_seen
        sys.stdout.write(
            f"  {forgets}: {len(home.server.journal)} requests, {calls} calls known by a word,"
            f" {home.under_way_seen} seen under way, {unknown} outcome unknown at the end\n"
        )
    finally:
        home.end()


def main() -> int:
    """Kill it so many times."""
    parser = ArgumentParser(prog="python -m tests.e2e.call_kills", description="Kills busy copies of the program.")
    parser.add_argument("times", type=int)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="to do the same again")
    parser.add_argument("--forgets", choices=FORGETS, help="the same in every home, not in turn")
    chosen = parser.parse_args()
    sys.stdout.write(f"seed {chosen.seed}\n")
    done = bad = 0
    with tempfile.TemporaryDirectory() as folder, keyring_daemon() as ring:
        while done < chosen.times:
            number = done // KILLS_A_HOME
            dice = random.Random(chosen.seed + number)  # noqa: S311 - reproducible, not secret
            forgets = chosen.forgets or FORGETS[number % len(FORGETS)]
            place = Path(folder) / str(number)
            place.mkdir()
            for wrong in kill(ring, place, min(KILLS_A_HOME, chosen.times - done), dice, forgets):
                done += 1
                bad += bool(wrong)
                for one in wrong:
                    sys.stdout.write(f"kill {done} ({forgets}): {one}\n")
                sys.stdout.flush()
            sys.stdout.write(f"{done} kills, {bad} with something wrong\n")
            sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
