"""How long a call spent where, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QObject

from mktgui.domain.exchange import Stage, Timing


class StageWords(QObject):
    """Made once for a language."""

    def seconds(self, seconds: float) -> str:
        """`0.88 s`."""
        return self.tr("{seconds} s").format(seconds=QLocale().toString(seconds, "f", 2))

    def timings(self, timings: Iterable[Timing]) -> list[str]:
        """`waiting 500 ms` for each."""
        names, locale, shape = self.names(), QLocale(), self.tr("{stage} {milliseconds} ms")
        return [
            shape.format(stage=names[one.stage], milliseconds=locale.toString(one.seconds * 1000, "f", 0))
            for one in timings
        ]

    def names(self) -> dict[Stage, str]:
        """A word for each stage of a call."""
        return {
            Stage.HOLDING: self.tr("holding"),
            Stage.PREPARING: self.tr("preparing"),
            Stage.CONNECTING: self.tr("connecting"),
            Stage.SECURING: self.tr("securing"),
            Stage.SENDING: self.tr("sending"),
            Stage.WAITING: self.tr("waiting"),
            Stage.RECEIVING: self.tr("receiving"),
            Stage.READING: self.tr("reading"),
        }
