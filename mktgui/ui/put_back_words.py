"""What putting a lead's old values back cannot undo, in sentences."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from mktgui.domain.put_back import Limit, PutBack
from mktgui.domain.visible import visible


class PutBackWords(QObject):
    """The honest limits, beside the draft that is opened."""

    def lines(self, back: PutBack, label: Callable[[str], str] = str) -> list[str]:
        """One sentence for each limit."""
        sentences = self._sentences()
        return [
            sentences[one.limit].format(names=", ".join(visible(label(name)) for name in one.names))
            for one in back.limits
        ]

    def _sentences(self) -> dict[Limit, str]:
        return {
            Limit.ALREADY_FIRED: self.tr("Campaigns that the change has triggered and e-mails that went out stay so."),
            Limit.CREATED: self.tr("A new lead cannot be deleted from here: have it deleted or merged in Marketo."),
            Limit.MAY_NOT_CLEAR: self.tr(
                "Was empty before: {names}. Marketo does not document emptying: check the lead afterwards."
            ),
            Limit.NOT_KNOWN: self.tr("Not put back, because the old value was not looked up: {names}."),
            Limit.CHANGED_SINCE: self.tr("Changed again since: {names}. Putting it back overwrites that too."),
            Limit.EMAIL_MOVED: self.tr("The old e-mail address is put back; mail to the new one has gone there."),
            Limit.EMAIL_WAS_EMPTY: self.tr(
                "The lead had no e-mail address before, and it cannot be emptied from here."
            ),
            Limit.FOREIGN_ID_STAYS: self.tr(
                "The foreign ID stays with this lead: Marketo can only give it to another lead, never take it away."
            ),
            Limit.COOKIE_STAYS: self.tr("The cookie stays linked to this lead."),
            Limit.ALSO_CHANGED: self.tr("Changed besides, and left as it is: {names}."),
        }
