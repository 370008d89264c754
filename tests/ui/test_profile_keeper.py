"""Connections and secrets are kept in real files and stores, in the order in which a failure costs least."""

from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.ports import ProfileError, ProfileTrouble, SecretError, SecretHome, SecretPlace, SecretTrouble
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.storage.profile_files import TomlProfileFiles
from mktgui.storage.profiles import TomlProfiles
from mktgui.storage.secrets import KeyringSecrets
from mktgui.ui.profile_keeper import Kept, ProfileKeeper
from tests.ui.connections import CANARY, LIVE, SANDBOX, profile_file

KEY, PASSWORD = Secret(CANARY), Secret(f"{CANARY}-proxy")
TYPED = {"s": KEY, "s:proxy": PASSWORD}
PROXIED = replace(SANDBOX, proxy=ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", user_name="ana"))
THIS_RUN = SecretPlace(SecretHome.THIS_RUN)


class Refusing(KeyringSecrets):
    """A keyring that does not let itself be changed where the ids are these."""

    def __init__(self, *ids: str) -> None:
        super().__init__()
        self._ids = ids

    def put(self, profile_id: str, secret: Secret) -> SecretPlace:
        self._look(profile_id)
        return super().put(profile_id, secret)

    def remove(self, profile_id: str) -> None:
        self._look(profile_id)
        super().remove(profile_id)

    def _look(self, profile_id: str) -> None:
        if profile_id in self._ids:
            raise SecretError(SecretTrouble.LOCKED, "KeyringLocked")


@pytest.fixture
def store(home: Path) -> TomlProfiles:
    return profile_file(home)


@pytest.fixture
def secrets() -> KeyringSecrets:
    """On a computer without a keyring."""
    return KeyringSecrets()


@pytest.fixture
def keeper(store: TomlProfiles, secrets: KeyringSecrets) -> ProfileKeeper:
    return ProfileKeeper(store, secrets, TomlProfileFiles())


def refusing_keeper(store: TomlProfiles, *ids: str) -> tuple[ProfileKeeper, Refusing]:
    secrets = Refusing(*ids)
    return ProfileKeeper(store, secrets, TomlProfileFiles()), secrets


def block(store: TomlProfiles, home: Path) -> None:
    """Put a file where the folder has to be: not even root can write below it."""
    store.save((SANDBOX,), "s")
    folder = home / "config"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("in the way")


def test_profiles_go_to_the_file_and_secrets_do_not(
    keeper: ProfileKeeper, store: TomlProfiles, secrets: KeyringSecrets, home: Path
) -> None:
    kept = keeper.save((PROXIED, LIVE), "l", TYPED, since=())
    assert kept == Kept({"s": THIS_RUN, "s:proxy": THIS_RUN}, {})
    loaded = store.load()
    assert (loaded.profiles, loaded.last_used) == ((PROXIED, LIVE), "l")
    assert {name: secrets.get(name) for name in TYPED} == TYPED
    assert not any(CANARY.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_refusal_costs_one_secret_and_neither_the_other_nor_the_profile(store: TomlProfiles) -> None:
    keeper, secrets = refusing_keeper(store, "s")
    kept = keeper.save((PROXIED,), "s", TYPED, since=())
    assert kept.places == {"s:proxy": THIS_RUN}
    assert list(kept.refusals) == ["s"]
    assert kept.refusals["s"].trouble is SecretTrouble.LOCKED
    assert store.load().profiles == (PROXIED,)
    assert (secrets.get("s"), secrets.get("s:proxy")) == (None, PASSWORD)


def test_for_this_run_the_keyring_is_not_asked(store: TomlProfiles) -> None:
    keeper, secrets = refusing_keeper(store, "s")
    assert keeper.save((SANDBOX,), "s", {"s": KEY}, since=(), this_run=True) == Kept({"s": THIS_RUN}, {})
    assert secrets.get("s") == KEY


def test_a_file_that_cannot_be_written_keeps_the_secret_where_it_was(
    keeper: ProfileKeeper, store: TomlProfiles, secrets: KeyringSecrets, home: Path
) -> None:
    block(store, home)
    with pytest.raises(ProfileError) as caught:
        keeper.save((SANDBOX,), "s", {"s": KEY}, since=())
    assert caught.value.problem.trouble is ProfileTrouble.UNWRITABLE
    assert secrets.get("s") is None


def test_forgetting_takes_both_secrets_along(
    keeper: ProfileKeeper, store: TomlProfiles, secrets: KeyringSecrets
) -> None:
    keeper.save((PROXIED, LIVE), "s", TYPED | {"l": KEY}, since=())
    assert keeper.forget((LIVE,), "s", since=(PROXIED, LIVE)) == Kept()
    assert store.load().profiles == (LIVE,)
    assert [secrets.get(name) for name in (*TYPED, "l")] == [None, None, KEY]


@pytest.mark.parametrize("refused", TYPED)
def test_a_secret_that_cannot_be_forgotten_keeps_its_connection(store: TomlProfiles, refused: str) -> None:
    keeper, _ = refusing_keeper(store, refused)
    store.save((PROXIED, LIVE), "s")
    with pytest.raises(SecretError):
        keeper.forget((LIVE,), "s", since=(PROXIED, LIVE))
    assert store.load().profiles == (PROXIED, LIVE)


def test_handed_on_and_taken_in_again_they_are_others_without_secrets(
    keeper: ProfileKeeper, store: TomlProfiles, secrets: KeyringSecrets, home: Path
) -> None:
    keeper.save((PROXIED, LIVE), "s", TYPED, since=())
    path = home / "handed-on.toml"
    keeper.hand_on(path, (PROXIED, LIVE))
    assert CANARY not in path.read_text()
    loaded = keeper.take_in(path, (PROXIED, LIVE))
    first, second, third, fourth = loaded.profiles
    assert (first, second, loaded.last_used, loaded.problem) == (PROXIED, LIVE, third.id, None)
    assert len({one.id for one in loaded.profiles}) == len({one.name for one in loaded.profiles}) == 4
    assert (third.proxy, fourth.environment) == (PROXIED.proxy, LIVE.environment)
    assert secrets.get(third.id) is None
    assert store.load().profiles == loaded.profiles
    assert store.load().last_used == third.id


def test_a_file_with_nothing_good_in_it_changes_nothing(keeper: ProfileKeeper, store: TomlProfiles, home: Path) -> None:
    store.save((SANDBOX,), "s")
    path = home / "broken.toml"
    path.write_text("[[profiles")
    loaded = keeper.take_in(path, (SANDBOX,))
    assert (loaded.profiles, loaded.last_used) == ((SANDBOX,), "")
    assert loaded.problem is not None
    assert loaded.problem.trouble is ProfileTrouble.BROKEN
    assert store.load().last_used == "s"


def test_what_cannot_be_written_is_raised(keeper: ProfileKeeper, store: TomlProfiles, home: Path) -> None:
    keeper.hand_on(home / "handed-on.toml", (LIVE,))
    block(store, home)
    with pytest.raises(ProfileError):
        keeper.hand_on(home / "config" / "handed-on.toml", (LIVE,))
    with pytest.raises(ProfileError):
        keeper.take_in(home / "handed-on.toml", (SANDBOX,))
