"""The program with nobody there: it drives its real window against its own practice server."""

from pathlib import Path
from tempfile import TemporaryDirectory

from mktgui.app import Application, Options, stay
from mktgui.desktop import make_qt
from mktgui.selfcheck import SelfCheck


def run_self_check(options: Options, screenshots: Path | None) -> int:
    """Do the main job, and say how it went; 0 where every step held."""
    with TemporaryDirectory() as home:
        qt = make_qt(["mktgui"])
        application = Application(qt, options._replace(practice=True, home=options.home or Path(home)))
        check = SelfCheck(
            application.window, application.runner, application.connections.connect, application.history, screenshots
        )
        check.ended.connect(qt.exit)
        application.window.painted.connect(check.start)
        return stay(qt, application)
