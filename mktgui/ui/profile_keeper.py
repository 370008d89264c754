"""Keeps connections and their secrets, on worker threads, in an order in which a failure costs least."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mktgui.domain.ports import LoadedProfiles, ProfileFiles, ProfileStore, SecretError, SecretPlace, SecretStore
from mktgui.domain.profile import Profile
from mktgui.domain.proxy import proxy_secret_id
from mktgui.domain.secret import Secret


@dataclass(frozen=True, slots=True)
class Kept:
    """What a save came to: where each secret went, and for which of them the keyring refused. Keys are secret ids."""

    places: Mapping[str, SecretPlace] = field(default_factory=dict)
    refusals: Mapping[str, SecretError] = field(default_factory=dict)


class ProfileKeeper:
    """Every method blocks. `since` is what those to be saved were made of: what others have done to it stays."""

    def __init__(self, store: ProfileStore, secrets: SecretStore, files: ProfileFiles) -> None:
        self._store, self._secrets, self._files = store, secrets, files

    def save(
        self,
        profiles: tuple[Profile, ...],
        selected: str,
        typed: Mapping[str, Secret],
        *,
        since: tuple[Profile, ...],
        this_run: bool = False,
    ) -> Kept:
        """The profiles first, so that a locked keyring costs only the secrets. Raises ProfileError."""
        self._store.save(profiles, selected, since)
        places: dict[str, SecretPlace] = {}
        refusals: dict[str, SecretError] = {}
        put = self._secrets.put_for_this_run if this_run else self._secrets.put
        for secret_id, secret in typed.items():
            try:
                places[secret_id] = put(secret_id, secret)
            except SecretError as refusal:
                refusals[secret_id] = refusal
        return Kept(places, refusals)

    def forget(self, profiles: tuple[Profile, ...], gone: str, *, since: tuple[Profile, ...]) -> Kept:
        """The secrets first: without their connection nobody could remove them. Raises SecretError and ProfileError."""
        for secret_id in (gone, proxy_secret_id(gone)):
            self._secrets.remove(secret_id)
        self._store.save(profiles, "", since)
        return Kept()

    def hand_on(self, path: Path, profiles: tuple[Profile, ...]) -> None:
        """Write them to a file, without their secrets. Raises ProfileError."""
        self._files.write(path, profiles)

    def take_in(self, path: Path, profiles: tuple[Profile, ...]) -> LoadedProfiles:
        """Those of a file behind those there are, and saved. Raises ProfileError."""
        loaded = self._files.read(path, profiles)
        together = (*profiles, *loaded.profiles)
        if loaded.profiles:
            self._store.save(together, loaded.profiles[0].id, profiles)
        return LoadedProfiles(together, loaded.profiles[0].id if loaded.profiles else "", loaded.problem)
