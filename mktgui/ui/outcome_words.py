"""Puts an outcome into words: what happened, whether anything was written, what to do next."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject

from mktgui.domain.answers import CREATED, FAILED, UPDATED, CookieEnd, CookieFate, Fault, Synced
from mktgui.domain.calls import SyncLead, writes
from mktgui.domain.lead import Value
from mktgui.domain.outcome import Answered, Failure, FailureKind, Outcome, Written
from mktgui.domain.retry_after import seconds_to_wait
from mktgui.domain.visible import beginning, visible
from mktgui.ui.doctor import Advice, Doctor, Repeat

# All that the doctor says to do after these is to look at the lead.
_LOOK_ONLY = frozenset(
    {
        FailureKind.STOPPED,
        FailureKind.ANSWER_TIMEOUT,
        FailureKind.CUT_OFF,
        FailureKind.BROKEN_XML,
        FailureKind.BROKEN_JSON,
    }
)
_LOOK_ONLY_FAULTS = frozenset({"604"})
# After these it says something else, which is as good for a call that only reads.
_NOT_TO_LOOK = frozenset({FailureKind.NOT_SOAP, FailureKind.NOT_JSON})


_IN_MINUTES = 120  # seconds from which a wait is told in minutes

MOST_SAID = 1000  # characters of Marketo's words; all of them are in the response


class Tone(StrEnum):
    """How the news is."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Told:
    """A headline and the sentences below it, and technical details to be folded away. All plain text."""

    tone: Tone
    title: str
    lines: tuple[str, ...]
    details: str = ""


class OutcomeWords(QObject):
    """The words for every outcome, in the language of the window."""

    def __init__(self, doctor: Doctor) -> None:
        super().__init__()
        self._doctor = doctor

    def tell(self, outcome: Outcome, next_step: str = "") -> Told:
        """What to say of an outcome. `next_step` is said where it is unknown what was written, in place of looking."""
        if not isinstance(outcome, Answered):
            return self._trouble(outcome, self.advice(outcome), next_step)
        if isinstance(outcome.answer, Fault):
            return self._trouble(outcome, self.advice(outcome), next_step, self._verbatim(outcome.answer))
        if isinstance(outcome.answer, Synced):
            return self._synced(outcome, outcome.answer, next_step)
        return Told(Tone.GOOD, self.tr("Marketo answered."), ())

    def advice(self, outcome: Outcome) -> Advice:
        """Cause and remedy of what is no success, for a place with little room.

        To look at the lead before it is sent again is no advice where it was only to be read.
        """
        if isinstance(outcome, Answered) and isinstance(outcome.answer, Fault):
            advice, is_looking = self._doctor.entry_for_fault(outcome.answer), True
        else:
            failure = outcome.failure if not isinstance(outcome, Answered) else Failure(kind=FailureKind.UNEXPECTED)
            advice, is_looking = self._doctor.entry_for_failure(failure), failure.kind not in _NOT_TO_LOOK
        if is_looking and advice.repeat is Repeat.LOOK_FIRST and not writes(outcome.call):
            return replace(advice, remedy=self.tr("Reading changes nothing: try again in a while."))
        return advice

    def stopped(self, next_step: str = "") -> Told:
        """What to say at once when a person pressed Stop, before it is known how far the call had got."""
        return Told(
            Tone.WARNING,
            self.tr("Stopped."),
            (
                self.tr("It is not yet known whether the change was written."),
                next_step or self._look(),
            ),
        )

    def crashed(self, name: str, next_step: str = "") -> Told:
        """What to say when the program itself is at fault."""
        return Told(
            Tone.BAD,
            self.tr("Something in this program went wrong ({name}).").format(name=name),
            (
                self.tr("It is not known whether the change was written."),
                next_step or self._look(),
            ),
        )

    def remarks(self, answer: Synced) -> tuple[str, ...]:
        """What Marketo adds to its word, verbatim, and what became of a cookie that went by itself."""
        said = [self.tr("Marketo remarks: {text}").format(text=_brief(answer.error.text))] if answer.error.text else []
        if answer.cookie is not None:
            said.append(self._cookie(answer.cookie))
        return tuple(said)

    def _cookie(self, fate: CookieFate) -> str:
        return {
            CookieEnd.GIVEN: self.tr("The cookie is linked to the lead."),
            CookieEnd.REFUSED: self.tr("The lead is written, its cookie is not linked. Marketo's own words: {text}"),
            CookieEnd.UNKNOWN: self.tr(
                "The lead is written; whether its cookie is linked is not known. Send again to be sure."
            ),
            CookieEnd.NOT_SENT: self.tr("The lead is written, its cookie was not sent. Send again to link it."),
        }[fate.end].format(text=_brief(fate.text) or fate.code or "–")

    def why_created(self) -> tuple[str, ...]:
        """What to say of a new lead that may be a duplicate."""
        return (
            self.tr("No lead matched what you sent, so Marketo made a new one."),
            self.tr("If you meant to change an existing lead: check the spelling, and have the two merged in Marketo."),
        )

    def _look(self) -> str:
        return self.tr("Look at the lead in Marketo before you send it again.")

    def _trouble(self, outcome: Outcome, advice: Advice, next_step: str, *details: str) -> Told:
        unknown = outcome.written is Written.UNKNOWN
        tone = Tone.WARNING if unknown else Tone.BAD
        remedies = [advice.cause, advice.remedy]
        if unknown and next_step:
            # To send again is no advice either: the same words are said where nothing had left.
            if _looks_only(outcome) or (not isinstance(outcome, Answered) and advice.repeat is Repeat.YES):
                remedies.pop()
            remedies.insert(0, next_step)
        lines = (self._written(outcome), *remedies, self._wait(outcome), *details)
        return Told(tone, advice.title, tuple(line for line in lines if line), advice.detail)

    def _wait(self, outcome: Outcome) -> str:
        exchange = outcome.exchange
        every = (
            (*exchange.before, exchange) if exchange is not None else ()
        )  # where it was not sent, one before says it
        received = next((one.received for one in reversed(every) if one.received is not None), None)
        seconds = seconds_to_wait(received) if received is not None else None
        if seconds is None:
            return ""
        if seconds < _IN_MINUTES:
            return self.tr("It asks to wait %n second(s).", "", seconds)
        return self.tr("It asks to wait %n minute(s).", "", -(-seconds // 60))

    def _written(self, outcome: Outcome) -> str:
        if not writes(outcome.call):
            return ""
        return {
            Written.NO: self.tr("Nothing was written."),
            Written.UNKNOWN: self.tr("The change may or may not have been written."),
            Written.YES: self.tr("The change was written."),
        }[outcome.written]

    def _verbatim(self, fault: Fault) -> str:
        return self.tr("Marketo's own words: {text}").format(text=_brief(fault.message or fault.text) or "–")

    def _synced(self, outcome: Answered, answer: Synced, next_step: str) -> Told:
        lead, call = self._lead(answer.lead_id), outcome.call
        match answer.status.text:
            case word if word == UPDATED:
                tone = Tone.WARNING if answer.error.text else Tone.GOOD
                return Told(tone, self.tr("Updated {lead}.").format(lead=lead), self._after(answer, call))
            case word if word == CREATED:
                return self._created(lead, answer, call)
            case word if word == FAILED:
                lines = (self.tr("Nothing was written."), *self._why_failed(answer))
                return Told(Tone.BAD, self.tr("Marketo could not save the lead."), lines)
            case "":
                title = self.tr("Marketo answered, but did not say what became of {lead}.").format(lead=lead)
                if not answer.lead_id.text:
                    title = self.tr("Marketo answered, but did not say what became of the lead.")
                doubt = self.tr("So it is not known whether anything was written.")
                return Told(Tone.WARNING, title, (doubt, *self.remarks(answer), next_step or self._look()))
            case word:
                doubt = self.tr(
                    "This program does not know that word, so it is not known whether anything was written."
                )
                title = self.tr("Marketo answered “{status}” for {lead}.").format(status=_brief(word), lead=lead)
                return Told(Tone.WARNING, title, (doubt, *self.remarks(answer), next_step or self._look()))

    def _why_failed(self, answer: Synced) -> tuple[str, ...]:
        if not answer.error.text:
            return (
                self.tr("Marketo gives no reason: check the key, the values and where the lead belongs."),
                self.tr("If they are right, ask your Marketo administrator before you send it again."),
            )
        said = self.tr("Marketo's own words: {text}").format(text=_brief(answer.error.text))
        return self.tr("Correct what Marketo names and send again."), said

    def _created(self, lead: str, answer: Synced, call: object) -> Told:
        title = self.tr("CREATED {lead}: it is new.").format(lead=lead)
        return Told(Tone.WARNING, title, (*self.why_created(), *self._after(answer, call)))

    def _after(self, answer: Synced, call: object) -> tuple[str, ...]:
        lines: list[str] = []
        if isinstance(call, SyncLead) and call.attributes:
            lines.append(self.tr("%n field(s) sent.", "", len(call.attributes)))
        lines += self.remarks(answer)
        if answer.record is None:
            lines.append(self.tr("The lead was not sent back, so what it holds now is not shown."))
        return tuple(lines)

    def _lead(self, lead_id: Value) -> str:
        return (
            self.tr("lead {id}").format(id=_brief(lead_id.text)) if lead_id.text else self.tr("a lead without a number")
        )


def _brief(text: str) -> str:
    """In one line of its own: a line of theirs must not pass for one of ours."""
    return visible(beginning(text, MOST_SAID))


def _looks_only(outcome: Outcome) -> bool:
    if not isinstance(outcome, Answered):
        return outcome.failure.kind in _LOOK_ONLY
    return isinstance(outcome.answer, Fault) and outcome.answer.code in _LOOK_ONLY_FAULTS
