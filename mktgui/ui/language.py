"""Which language the window speaks, and the translators that make it so."""

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

ENGLISH, CHINESE = "en", "zh_CN"


def language_for(chosen: str, locale: QLocale) -> str:
    """The person's choice, or else the nearest to the system's. Any Chinese in simplified script is zh_CN."""
    if chosen in {ENGLISH, CHINESE}:
        return chosen
    simplified = locale.script() == QLocale.Script.SimplifiedHanScript
    return CHINESE if locale.language() == QLocale.Language.Chinese and simplified else ENGLISH


class Language:
    """The translators in force. Kept for as long as the window lives."""

    def __init__(self, application: QCoreApplication, name: str) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.name = name
        QLocale.setDefault(QLocale(name))
        # `importlib.resources` would cost 4 ms before the first paint, and Qt wants a folder on the disk anyway.
        resources = Path(import_module("mktgui.resources").__path__[0])
        self._install(f"mktgui_{name}", str(resources / "translations"))
        if name != ENGLISH:  # Qt's own English needs no translator
            from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - only then

            self._install(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def remove(self) -> None:
        """Take the translators back, before another language comes."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._translators.append(translator)
