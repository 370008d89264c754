"""A connection as it lies in the files and the keyring of somebody who has used the program before."""

import subprocess
import sys
from pathlib import Path

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from mktgui.storage.profiles import TomlProfiles
from tests.e2e.desk import ROOT, Desk

KEEP_IT = """
import sys
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import KeyringSecrets

KeyringSecrets().put(sys.argv[1], Secret(sys.stdin.read()))
"""


def keep_connection(server: PracticeServer, folder: Path, desk: Desk) -> Profile:
    """One to this server, used last in this home, its key in the keyring."""
    profile = Profile(id=f"p{id(server)}", name="Sandbox", endpoint=server.endpoint, user_id=server.user_id)
    TomlProfiles(folder / "config" / "profiles.toml").save((profile,), profile.id)
    command = [sys.executable, "-c", KEEP_IT, profile.id]
    subprocess.run(command, cwd=ROOT, env=desk.environment, input=server.secret, text=True, check=True, timeout=60)
    return profile
