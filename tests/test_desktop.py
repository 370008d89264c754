"""The program finds its way on the desktop it was started on."""

import getpass
import os
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mktgui import desktop
from mktgui.desktop import account_name, input_method, make_qt, set_icon, system_proxy

FAR = "https://123-abc-456.mktoapi.com/soap/mktows/3_1"


def test_without_the_plugin_fcitx_is_spoken_to_as_ibus(tmp_path: Path) -> None:
    assert input_method("fcitx5", tmp_path) == "ibus"
    assert input_method("ibus", tmp_path) == "ibus"
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert input_method("fcitx5", tmp_path) == "fcitx5"


def test_the_qt_application_is_named_as_its_desktop_entry(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    monkeypatch.setattr(desktop, "QApplication", lambda _arguments: qapp)
    assert make_qt(["mktgui"]) is qapp
    assert QGuiApplication.desktopFileName() == "io.github.mktgui.Mktgui"
    assert qapp.applicationName() == "mktgui"
    assert os.environ["QT_IM_MODULE"] == "ibus"


def test_where_the_desktop_names_no_input_method_none_is_named(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    monkeypatch.setattr(desktop, "QApplication", lambda _arguments: qapp)
    make_qt(["mktgui"])
    assert "QT_IM_MODULE" not in os.environ


def test_the_windows_get_their_icon(qapp: QApplication) -> None:
    qapp.setWindowIcon(QIcon())
    set_icon()
    assert not QGuiApplication.windowIcon().isNull()


def test_the_icon_is_the_drawing_that_packagers_take() -> None:
    icons = Path(import_module("mktgui.resources").__path__[0]) / "icons"
    kept = QImage(str(icons / "mktgui.png"))
    drawn = QImage(kept.size(), QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(icons / "mktgui.svg")).render(painter)
    painter.end()
    points = [(x, y) for x in range(0, kept.width(), 8) for y in range(0, kept.height(), 8)]
    assert len(points) == 256
    for point in points:
        one, other = kept.pixelColor(*point), drawn.pixelColor(*point)
        apart = [abs(getattr(one, channel)() - getattr(other, channel)()) for channel in ("red", "blue", "alpha")]
        assert max(apart) <= 8, point


def test_the_proxy_of_the_environment_wins(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert system_proxy(FAR) == ""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.corp.example:3128")
    assert system_proxy(FAR) == "http://proxy.corp.example:3128"


@pytest.mark.parametrize(
    ("proxy", "address"),
    [
        (QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy", 8080), "http://proxy:8080"),
        (QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy", 1, "an a", "p:w"), "http://an%20a:p%3Aw@proxy:1"),
        (QNetworkProxy(QNetworkProxy.ProxyType.NoProxy), ""),
        (QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "proxy", 1080), ""),
    ],
)
def test_the_proxy_that_qt_knows_of_is_taken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, proxy: QNetworkProxy, address: str
) -> None:
    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", lambda _query: [proxy])
    assert system_proxy(FAR) == address


def test_a_person_is_called_as_the_computer_calls_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ana.ops")
    assert account_name() == "ana.ops"


@pytest.mark.parametrize("trouble", [OSError("no entry"), KeyError("getpwuid(): uid not found"), ImportError("pwd")])
def test_a_computer_that_does_not_know_its_person_gives_no_name(
    monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def unknown() -> str:
        raise trouble

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert account_name() == ""
