"""What the program is on the desktop around it: its name, its icon, its input method, the way out that is set there."""

import os
from pathlib import Path
from urllib.parse import quote

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mktgui import __version__

DESKTOP_ID = "io.github.mktgui.Mktgui"


def input_method(wanted: str, plugins: Path) -> str:
    """The input method to ask Qt for, by the one the desktop `wanted` and the folder of Qt's plugins.

    Qt's wheels carry no plugin for fcitx, and without one no Chinese can be typed; fcitx also speaks ibus.
    """
    missing = wanted.startswith("fcitx") and not any(plugins.glob("platforminputcontexts/*fcitx*"))
    return "ibus" if missing else wanted


def make_qt(arguments: list[str]) -> QApplication:
    """The one Qt application object, named as the desktop entry names it."""
    wanted = os.environ.get("QT_IM_MODULE", "")
    if wanted:
        from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - mostly nothing is set

        os.environ["QT_IM_MODULE"] = input_method(wanted, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    qt = QApplication([*arguments, "-style", "fusion"])  # `setStyle` would make Python's whole class of styles
    qt.setApplicationName("mktgui")
    qt.setApplicationVersion(__version__)
    return qt


def system_proxy(url: str) -> str:
    """The proxy that the system names for this address, also by a PAC file where Qt can read it; empty for none.

    May block while a PAC file is fetched: for worker threads. The environment wins, as everywhere else on Linux.
    """
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - only then
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery  # noqa: PLC0415 - only then

    from mktgui.wire.network import environment_proxy  # noqa: PLC0415

    named = environment_proxy(url)
    if named:
        return named
    found = next(iter(QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url)))), None)
    kinds = {QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy}
    if found is None or found.type() not in kinds:
        return ""
    login = f"{quote(found.user(), safe='')}:{quote(found.password(), safe='')}@" if found.user() else ""
    return f"http://{login}{found.hostName()}:{found.port()}"


def set_icon() -> None:
    """Give the windows their icon. It is the drawing beside it as a picture: to read SVG takes a library and 1 MiB."""
    from importlib.resources import files  # noqa: PLC0415 - not for the first paint

    from PySide6.QtGui import QIcon, QPixmap  # noqa: PLC0415 - Python makes 150 words for the names of icons

    picture = QPixmap()
    drawn = (files("mktgui.resources") / "icons" / "mktgui.png").read_bytes()
    picture.loadFromData(drawn, "PNG")  # without its name, the readers of all other formats come into memory too
    QGuiApplication.setWindowIcon(QIcon(picture))


def account_name() -> str:
    """What this computer calls whoever sits there; empty where it does not say."""
    from getpass import getuser  # noqa: PLC0415 - only for a receipt

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on the system and on Python
        return ""
