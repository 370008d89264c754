"""A past call in words: what it was, what it changed, and what became of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QObject

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import Call, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.difference import NOT_AS_ASKED
from mktgui.domain.history import Entry, FieldChange, Settled, State, Summary
from mktgui.domain.known import VerdictKind
from mktgui.domain.lead import NO_LEAD
from mktgui.domain.look import NOT_FOUND
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment, TransportKind
from mktgui.domain.retold import outcome_of, retold
from mktgui.domain.surprise import Surprise
from mktgui.domain.visible import visible
from mktgui.ui.outcome_words import OutcomeWords, Told, Tone
from mktgui.ui.plan_words import shortened
from mktgui.ui.stage_words import StageWords
from mktgui.ui.story_words import StoryWords

Label = Callable[[str], str]

LONGEST = 40  # characters of a value in a line
_WORDS_OF_MISSES = frozenset(one.value for one in NOT_AS_ASKED)
_NO_OTHER_TOKEN = frozenset({FailureKind.TOKEN_RAN_OUT, FailureKind.CLIENT_REFUSED})  # of a request that had left
_CREATED, _FAILED, _SKIPPED = "CREATED", "FAILED", "SKIPPED"
_LIKE: dict[CallKind, Call] = {
    CallKind.SYNC_LEAD: SyncLead(),
    CallKind.GET_LEAD: GetLead(LookupKey.EMAIL, ""),
    CallKind.DESCRIBE_OBJECT: ListObjects(),
    CallKind.LIST_OBJECTS: ListObjects(),
}


class HistoryWords(QObject):
    """Made once for a language. `words` gives those for outcomes once they are needed."""

    def __init__(self, words: Callable[[], OutcomeWords]) -> None:
        super().__init__()
        self._words = words
        self._empty = self.tr("(empty)")
        self._kinds = {
            CallKind.SYNC_LEAD: self.tr("Change"),
            CallKind.GET_LEAD: self.tr("Look at a lead"),
            CallKind.DESCRIBE_OBJECT: self.tr("Fields read"),
            CallKind.LIST_OBJECTS: self.tr("Credential check"),
        }
        self._environments = {
            Environment.PRACTICE: self.tr("PRACTICE"),
            Environment.TEST: self.tr("TEST"),
            Environment.PRODUCTION: self.tr("PRODUCTION"),
        }
        self._surprises = {
            Surprise.CREATED_INSTEAD: (Tone.BAD, self.tr("Created a new lead, an update was meant")),
            Surprise.CREATED_THE_SAME: (Tone.WARNING, self.tr("Called new, but it was there before")),
            Surprise.UPDATED_INSTEAD: (Tone.WARNING, self.tr("Updated, a new lead was expected")),
            Surprise.ANOTHER_LEAD: (Tone.BAD, self.tr("Updated another lead than was meant")),
        }

    def kind(self, summary: Summary) -> str:
        """What was asked of Marketo."""
        if summary.kind is CallKind.LIST_OBJECTS and summary.transport == TransportKind.REST:
            return self.tr("Check, or partitions read")
        return self._kinds[summary.kind]

    def connection(self, summary: Summary) -> str:
        """Over which connection: a word for what was at stake, and its name."""
        word = self._environments[summary.environment]
        if summary.environment is Environment.PRACTICE:
            return word
        return self.tr("{environment} {name}").format(environment=word, name=visible(summary.profile_name))

    def lead(self, summary: Summary) -> str:
        """Which lead: its name and number, as far as they are known, else its key."""
        who = summary.who or (summary.key_value if summary.key_value != summary.lead_id else "")
        number = self.tr("#{id}").format(id=summary.lead_id) if summary.lead_id else ""
        return visible(" ".join(part for part in (who, number) if part))

    def changes(self, summary: Summary, label: Label = str) -> str:
        """What was changed, in one line; for a call that changes nothing, what it was."""
        if summary.kind is not CallKind.SYNC_LEAD:
            return self.kind(summary)
        if not summary.has_values:
            return self.tr("Change (values not kept)")
        if not summary.gist:
            return self.tr("Change of no field")
        told = "; ".join(self._change(one, label) for one in summary.gist)
        more = summary.field_count - len(summary.gist)
        return self.tr("{changes} and %n more", "", more).format(changes=told) if more > 0 else told

    def became(self, summary: Summary) -> tuple[Tone | None, str]:
        """What became of it: how the news is, None for no news, and the words."""
        if summary.state is State.UNDER_WAY:
            return None, self.tr("Under way…")
        if summary.proof is not None:
            if summary.proof.written is Written.YES:
                return Tone.GOOD, self.tr("Written (re-read)")
            return Tone.WARNING, self.tr("Not written (re-read)")
        return self._became_then(summary)

    def _became_then(self, summary: Summary) -> tuple[Tone, str]:
        """As it was recorded when it ended."""
        changes = summary.kind is CallKind.SYNC_LEAD
        if summary.state is State.OUTCOME_UNKNOWN or summary.ending is None:
            return Tone.WARNING, self.tr("Outcome unknown") if changes else self.tr("Did not end")
        return self._became_written(summary) if changes else self._became_read(summary)

    def note(self, summary: Summary) -> str:
        """What a person put on it."""
        return visible(" · ".join(part for part in (summary.ticket, summary.note) if part))

    def tell(self, entry: Entry, label: Label = str) -> Told:
        """The whole of it, words first."""
        summary = entry.summary
        if summary.state is State.UNDER_WAY:
            return Told(Tone.WARNING, self.tr("This call is still under way."), ())
        if summary.proof is not None:
            return self._settled(summary, summary.proof)
        if summary.state is State.OUTCOME_UNKNOWN or summary.ending is None:
            return self._unknown(entry)
        story = retold(entry)
        if story is not None:
            return StoryWords(self._words()).tell(story, label)
        return self._other(entry)

    def expected(self, entry: Entry) -> str:
        """What the plan said before it was sent; empty where there was none."""
        if entry.verdict is None:
            return ""
        return {
            VerdictKind.UPDATES: self.tr("Planned as an update of lead {id}."),
            VerdictKind.UPDATES_NEWEST: self.tr("Planned as an update of lead {id}, the newest with this address."),
            VerdictKind.CREATES: self.tr("Planned as a new lead: nobody had this key."),
            VerdictKind.REFUSED: self.tr("Sent although nobody had this key, and no lead is made by it."),
            VerdictKind.SKIPPED: self.tr("Sent although Marketo would skip it."),
            VerdictKind.NOT_LOOKED_UP: self.tr("Sent without a look at the lead before."),
            VerdictKind.LOOK_FAILED: self.tr("Sent although the lead could not be looked up before."),
            VerdictKind.CANNOT_BE_LOOKED_UP: self.tr("Sent by a key that cannot be looked up before."),
        }[entry.verdict.kind].format(id=visible(entry.verdict.lead_id))

    def facts(self, entry: Entry) -> tuple[str, ...]:
        """Key, workspace, API, and where the time went."""
        summary, stages = entry.summary, StageWords()
        facts = [self.kind(summary), summary.transport.upper()]
        if summary.key_value:
            facts.append(self.tr("key: {key}").format(key=visible(summary.key_value)))
        if summary.workspace:
            facts.append(self.tr("workspace: {name}").format(name=visible(summary.workspace)))
        if entry.http_status is not None:
            facts.append(self.tr("HTTP {status}").format(status=entry.http_status))
        if summary.seconds is not None:
            facts.append(stages.seconds(summary.seconds))
        return (*facts, *stages.timings(entry.timings))

    def moment(self, summary: Summary) -> str:
        """When it began, to the second."""
        return self._moment(summary.at)

    def _moment(self, moment: datetime) -> str:
        at = moment.astimezone()
        return self.tr("{date}, {time}").format(
            date=QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.LongFormat),
            time=at.strftime("%H:%M:%S"),
        )

    def _change(self, one: FieldChange, label: Label) -> str:
        field, new = visible(label(one.name)), self._value(one.new)
        if one.was in {None, NO_LEAD}:
            return self.tr("{field}: {new}").format(field=field, new=new)
        return self.tr("{field}: {old} → {new}").format(field=field, old=self._value(one.was.text), new=new)

    def _value(self, text: str) -> str:
        return visible(shortened(text, LONGEST)) if text else self._empty

    def _became_written(self, summary: Summary) -> tuple[Tone, str]:
        if summary.written is Written.UNKNOWN:
            return Tone.WARNING, self.tr("May have been written")
        if summary.written is Written.NO:
            return Tone.BAD, self._why_not_written(summary)
        if summary.surprise is not None:
            return self._surprises[summary.surprise]
        if summary.status == _CREATED:
            tone = Tone.GOOD if summary.verdict is VerdictKind.CREATES else Tone.WARNING
            return tone, self.tr("Created a new lead")
        if any(one.fate in _WORDS_OF_MISSES for one in summary.gist):
            return Tone.WARNING, self.tr("Updated, not all as asked")
        return Tone.GOOD, self.tr("Updated")

    def _why_not_written(self, summary: Summary) -> str:
        if summary.ending is Ending.ANSWERED:
            words = {_FAILED: self.tr("Marketo could not save it"), _SKIPPED: self.tr("Skipped by Marketo")}
            return words.get(summary.status, self.tr("Not written"))
        return self._trouble(summary)

    def _became_read(self, summary: Summary) -> tuple[Tone, str]:
        if summary.ending is Ending.ANSWERED and summary.kind is CallKind.GET_LEAD and _found_nobody(summary):
            return Tone.WARNING, self.tr("Nobody found")
        if summary.ending is Ending.ANSWERED:
            return Tone.GOOD, self.tr("Found") if summary.lead_id else self.tr("Answered")
        if summary.fault in NOT_FOUND and summary.kind is CallKind.GET_LEAD:
            return Tone.WARNING, self.tr("Nobody found")
        return Tone.BAD, self._trouble(summary)

    def _trouble(self, summary: Summary) -> str:
        if summary.failure is FailureKind.STOPPED:
            return self.tr("Stopped before it was sent") if summary.ending is Ending.NOT_SENT else self.tr("Stopped")
        if summary.ending is Ending.REFUSED:
            told = self.tr("Refused ({code})") if summary.fault else self.tr("Refused")
            return told.format(code=visible(summary.fault))
        if summary.ending is Ending.NOT_SENT:
            return self.tr("Not sent")
        if summary.failure in _NO_OTHER_TOKEN:
            return self.tr("Refused: its token had run out")
        return self.tr("No answer of Marketo's")

    def _settled(self, summary: Summary, proof: Settled) -> Told:
        """A call whose outcome was unknown, until the lead was read again."""
        then = self.tr("What was recorded when it ended: {words}.").format(words=self._became_then(summary)[1])
        at = self._moment(proof.at)
        if proof.written is Written.YES:
            title = self.tr("It was written: the lead held what was asked for when it was re-read on {moment}.")
            return Told(Tone.GOOD, title.format(moment=at), (then,))
        title = self.tr("It had not been written when the lead was re-read on {moment}: nothing of it was there.")
        again = self.tr("If Marketo may still have been at work on it then, re-read the lead before you send it again.")
        return Told(Tone.WARNING, title.format(moment=at), (then, again))

    def _unknown(self, entry: Entry) -> Told:
        """A call that was under way when the program died."""
        ended = self.tr("The program ended, or failed, while this call was under way.")
        if entry.summary.kind is not CallKind.SYNC_LEAD:
            return Told(Tone.WARNING, self.tr("This call did not end."), (ended, self.tr("Nothing was written by it.")))
        lines = (
            ended,
            self.tr("The change may or may not have been written."),
            self.tr("Re-read the lead before you send anything again: it is compared with what you asked for."),
        )
        return Told(Tone.WARNING, self.tr("It is not known what became of this change."), lines)

    def _other(self, entry: Entry) -> Told:
        """A look, or a change of which no values were kept."""
        summary, outcome = entry.summary, outcome_of(entry, _LIKE[entry.summary.kind])
        tone, became = self.became(summary)
        lines = () if summary.has_values else (self.tr("No values were kept of this call."),)
        if outcome is None or summary.ending is Ending.ANSWERED:
            lead = self.lead(summary)
            title = self.tr("{lead}: {became}").format(lead=lead, became=became) if lead else became
            return Told(tone or Tone.GOOD, title, lines)
        told = self._words().tell(outcome)
        return Told(tone or told.tone, told.title, (*told.lines, *lines), told.details)


def _found_nobody(summary: Summary) -> bool:
    """Over REST that is an empty list, and no refusal. Where no values were kept, nobody can tell."""
    return summary.has_values and not (summary.lead_id or summary.who)
