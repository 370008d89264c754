"""Puts into words that a lead is no longer as it was loaded, before anything is sent."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from mktgui.domain.difference import FieldDifference
from mktgui.domain.lead import Value
from mktgui.domain.recheck import Recheck, Turn
from mktgui.domain.visible import beginning, visible
from mktgui.ui.outcome_words import Told, Tone

LONGEST = 100  # characters of a value in a sentence
MOST = 3  # fields told in a sentence of their own; the table below shows all


class RecheckWords(QObject):
    """What the three columns below mean."""

    def tell(self, recheck: Recheck, label: Callable[[str], str] = str) -> Told:
        """What has happened between loading and sending. Nothing was sent, and it says so."""
        lines = (self.tr("Nothing was sent."), *self._lines(recheck, label))
        return Told(Tone.WARNING, self._title(recheck), lines)

    def _title(self, recheck: Recheck) -> str:
        loaded, now = visible(recheck.loaded_id), visible(recheck.now_id)
        match recheck.turn:
            case Turn.VANISHED:
                return self.tr("Lead {loaded} is not there any more.").format(loaded=loaded)
            case Turn.APPEARED:
                return self.tr("Somebody has this key now: lead {now}.").format(now=now)
            case Turn.ANOTHER_LEAD:
                return self.tr("A send would now change lead {now} instead of lead {loaded}.").format(
                    now=now, loaded=loaded
                )
            case Turn.SEVERAL_NOW:
                return self.tr("%n lead(s) share this key now.", "", recheck.count)
            case None if recheck.in_the_way:
                return self.tr("%n field(s) you are about to send have changed meanwhile.", "", len(recheck.in_the_way))
            case None:
                return self.tr("The lead has changed meanwhile, but nothing that you are about to send.")

    def _lines(self, recheck: Recheck, label: Callable[[str], str]) -> Iterable[str]:
        what_now = {
            Turn.VANISHED: self.tr("Somebody has deleted or merged it, or changed its key."),
            Turn.APPEARED: self.tr("It would be updated, and no new lead be made."),
            Turn.ANOTHER_LEAD: self.tr("To change lead {loaded}, go by its Marketo ID."),
            Turn.SEVERAL_NOW: self.tr("Marketo would still change lead {loaded}, the newest. Is it the one you mean?"),
        }
        if recheck.turn is not None:
            yield what_now[recheck.turn].format(loaded=visible(recheck.loaded_id))
            yield self.tr("Take over what is there now to see what a send would do.")
        for one in recheck.in_the_way[:MOST]:
            yield self.tr("{field}: was {loaded} when you loaded it, is {now} now, and you ask for {asked}.").format(
                field=visible(label(one.name)),
                loaded=self._value(one.was),
                now=self._value(one.now),
                asked=visible(beginning(one.asked or "", LONGEST)) or self.tr("(empty)"),
            )
        if recheck.there_already:
            yield self.tr("Set by somebody else already, as you ask: {names}.").format(
                names=_names(recheck.there_already, label)
            )
        if recheck.besides:
            yield self.tr("Also changed, but not being sent: {names}.").format(names=_names(recheck.besides, label))

    def _value(self, value: Value | None) -> str:
        return (visible(beginning(value.text, LONGEST)) if value else "") or self.tr("(empty)")


def _names(fields: tuple[FieldDifference, ...], label: Callable[[str], str]) -> str:
    return ", ".join(visible(label(one.name)) for one in fields)
