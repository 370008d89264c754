"""What is masked in a ticket and what was found in it, in words."""

from PySide6.QtCore import QObject

from mktgui.domain.leaks import Leak
from mktgui.domain.lookalikes import Look
from mktgui.domain.personal import PersonalKind
from mktgui.domain.pseudonyms import Pseudonyms
from mktgui.domain.visible import visible
from mktgui.ui.outcome_words import Told, Tone

Kind = PersonalKind

_LISTED = 8  # findings that are named; more of them are counted
_LONGEST = 60  # characters of one of them


class TicketWords(QObject):
    """The words for every kind of value and for every finding, in the language of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {
            Kind.EMAIL: self.tr("Email address"),
            Kind.FIRST_NAME: self.tr("First name"),
            Kind.MIDDLE_NAME: self.tr("Middle name"),
            Kind.LAST_NAME: self.tr("Last name"),
            Kind.FULL_NAME: self.tr("Name"),
            Kind.PHONE: self.tr("Phone number"),
            Kind.ADDRESS: self.tr("Street address"),
            Kind.PLACE: self.tr("Place"),
            Kind.POSTAL_CODE: self.tr("Postal code"),
            Kind.BIRTH_DATE: self.tr("Date of birth"),
            Kind.COMPANY: self.tr("Company"),
            Kind.WEB_ADDRESS: self.tr("Web address"),
            Kind.NETWORK_ADDRESS: self.tr("IP address"),
            Kind.LEAD_ID: self.tr("Marketo ID"),
            Kind.FOREIGN_ID: self.tr("Foreign ID"),
            Kind.COOKIE: self.tr("Marketo cookie"),
            Kind.TEXT: self.tr("Text"),
            Kind.PLAIN: self.tr("Rarely personal"),
        }
        self._looks = {
            Look.ADDRESS: self.tr("looks like an email address"),
            Look.PHONE: self.tr("looks like a phone number"),
            Look.SIGNATURE: self.tr("looks like a signature"),
            Look.USER_ID: self.tr("looks like a SOAP user ID"),
            Look.TOKEN: self.tr("looks like an access token"),
            None: self.tr("a masked value, or part of one"),
        }

    def found(self, leaks: tuple[Leak, ...], masked: Pseudonyms) -> Told:
        """What the second look found, and how much is masked."""
        counted = self.count(masked)
        if not leaks:
            return Told(Tone.GOOD, self.tr("A second look found nothing else that looks personal."), (counted,))
        lines = [f"• {self.leak(leak)}" for leak in leaks[:_LISTED]]
        if len(leaks) > _LISTED:
            lines.append(self.tr("• and %n more", "", len(leaks) - _LISTED))
        title = self.tr("A second look found %n thing(s) that may be personal:", "", len(leaks))
        return Told(Tone.WARNING, title, (*lines, counted))

    def leak(self, leak: Leak) -> str:
        """One finding."""
        text = visible(leak.text)
        if len(text) > _LONGEST:
            text = text[: _LONGEST - 1] + "…"
        return self.tr("{text} ({what})").format(text=text, what=self._looks[leak.look])

    def count(self, masked: Pseudonyms) -> str:
        """How many values are masked, and how many were chosen to be shown."""
        shown = sum(not one.ticked and one.kind is not Kind.PLAIN for one in masked.values)
        hidden = sum(one.ticked for one in masked.values)
        sentence = self.tr("%n value(s) are masked; user ID and signature always are.", "", hidden)
        return f"{sentence} {self.tr('%n personal value(s) are shown.', '', shown)}" if shown else sentence
