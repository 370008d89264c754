"""Where the program's files live."""

import os
from functools import cached_property
from pathlib import Path

HOME_VARIABLE = "MKTGUI_HOME"


class Places:
    """The system's own places, or everything under one folder: `home`, or else what MKTGUI_HOME names.

    Nothing is made here; see `files.make_folder`.
    """

    def __init__(self, home: Path | None = None) -> None:
        named = os.environ.get(HOME_VARIABLE, "")
        chosen = home or (Path(named) if named else None)
        self._home = chosen.expanduser().absolute() if chosen else None

    @cached_property
    def config(self) -> Path:
        """For what a person chose."""
        return self._home / "config" if self._home else _system_places()[0]

    @cached_property
    def data(self) -> Path:
        """For what the program keeps. On macOS the same folder as `config`, so file names must differ."""
        return self._home / "data" if self._home else _system_places()[1]

    @cached_property
    def log(self) -> Path:
        """For logs."""
        return self._home / "log" if self._home else _system_places()[2]

    @property
    def profiles_file(self) -> Path:
        """The profiles, for a person to read and edit."""
        return self.config / "profiles.toml"

    @property
    def recipes_file(self) -> Path:
        """The person's recipes, for them to read and edit."""
        return self.config / "recipes.toml"

    @property
    def drafts_folder(self) -> Path:
        """The drafts of all copies of the program."""
        return self.data / "drafts"

    @property
    def recents_file(self) -> Path:
        """The leads that were worked on last."""
        return self.data / "recents.json"

    @property
    def history_folder(self) -> Path:
        """The history of calls, and what other files it needs."""
        return self.data / "history"

    @property
    def catalogues_folder(self) -> Path:
        """The fields of each profile's Marketo."""
        return self.data / "catalogues"

    def kept_in(self) -> tuple[Path, ...]:
        """The folders in which there may be something of the leads that were worked on."""
        return self.history_folder, self.drafts_folder, self.recents_file

    @property
    def window_file(self) -> Path:
        """What the window remembers of itself."""
        return self.config / "window.ini"


def _system_places() -> tuple[Path, Path, Path]:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 20 ms that a run with its own home does not need

    # Not roaming: a profile that follows its person to another computer would arrive without its secret.
    folders = PlatformDirs("mktgui", appauthor=False, roaming=False)
    return folders.user_config_path, folders.user_data_path, folders.user_log_path
