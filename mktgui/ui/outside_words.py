"""What is said of a connection that was changed or deleted elsewhere while it is on the screen."""

from PySide6.QtCore import QObject

from mktgui.domain.profile_news import News


class OutsideWords(QObject):
    """Sentences. `name` is what the connection was called on the screen."""

    def in_use(self, news: News, name: str) -> str:
        """In the window whose drafts go to it; empty where there is nothing to say."""
        return {
            News.NOTHING: "",
            News.CHANGED: self.tr("The connection {name} was changed outside this window. It is used as it is now."),
            News.LEADS_ELSEWHERE: self.tr(
                "The connection {name} was changed outside this window: where it leads, or as whom. From now on it is "
                "used as it is now. What was read of the lead is forgotten; your drafts stay."
            ),
            News.GONE: self.tr(
                "The connection {name} was deleted outside this window. Your drafts stay, and nothing can be sent "
                "until you choose another connection above."
            ),
        }[news].format(name=name)

    def is_back(self, name: str) -> str:
        """It was gone, and is not any more."""
        return self.tr("The connection {name} is there again.").format(name=name)

    def in_editor(self, news: News, name: str, *, typed: bool) -> str:
        """In the editor that shows it; `typed`: what stands there differs from what was saved."""
        if news is News.NOTHING:
            return ""
        if news is News.GONE:
            what = self.tr("{name} was deleted outside this window.").format(name=name)
            choice = self.tr("What you typed is still here: save it to have it again, or discard it.")
        else:
            what = self.tr("{name} was changed outside this window.").format(name=name)
            choice = self.tr("What you typed is still here: save it over that, or discard it to see what there is now.")
        return f"{what} {choice}" if typed else what
