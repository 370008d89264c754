"""Above the table of a draft that puts old values back: what that will not undo."""

from collections.abc import Callable

from mktgui.domain.put_back import PutBack
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.put_back_words import PutBackWords


class PutBackNote(NoticeBar):
    """It stays until the person puts it away or has sent it. In the drawer it would take room that the values need."""

    def tell(self, back: PutBack, label: Callable[[str], str] = str) -> None:
        """Say the limits of it; fields are called by `label`."""
        title = self.tr("These are the old values. Nothing has been written yet.")
        self.say("\n".join((title, *PutBackWords().lines(back, label))))
