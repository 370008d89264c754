"""Puts the story of a send into words: what became of which lead and field, and what to do about it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLocale, QObject, QTime

from mktgui.domain.answers import CookieEnd
from mktgui.domain.difference import AS_ASKED, NOT_AS_ASKED, Fate, FieldDifference
from mktgui.domain.known import VerdictKind
from mktgui.domain.lead import Value
from mktgui.domain.outcome import Outcome, Written
from mktgui.domain.reread import Proven
from mktgui.domain.story import Story
from mktgui.domain.surprise import Surprise
from mktgui.domain.visible import beginning, visible
from mktgui.ui.outcome_words import OutcomeWords, Told, Tone

Label = Callable[[str], str]

MOST_IN_TITLE = 2  # fields; more of them are counted
MOST_NAMES = 5
LONGEST = 40  # characters of a value in a headline


class StoryWords(QObject):
    """Stands on the words for outcomes: where a story adds nothing, those are what is said."""

    def __init__(self, words: OutcomeWords) -> None:
        super().__init__()
        self._words = words

    def tell(self, story: Story, label: Label = str) -> Told:
        """What to say of a send. `label` gives the friendly name of a field."""
        if story.fresh is not None:
            return self._looked(story, label)
        if story.outcome is None:
            next_step = self._next_step(story)
            return self._words.crashed(story.crash, next_step) if story.crash else self._words.stopped(next_step)
        if story.written is Written.UNKNOWN:
            return self._words.tell(story.outcome, self._next_step(story))
        if story.written is Written.NO:
            return self._words.tell(story.outcome)
        return self._created(story, label) if story.created else self._updated(story, label)

    def reread_failed(self, story: Story, outcome: Outcome) -> Told:
        """What to say where the look brought nothing. What was known before stays as it was."""
        why = self._words.tell(outcome)
        still = self.tr("It is still not known whether the change was written.") if story.is_open else ""
        lines = (still, why.title, *why.lines)
        return Told(
            Tone.WARNING, self.tr("The lead could not be re-read."), tuple(line for line in lines if line), why.details
        )

    def _next_step(self, story: Story) -> str:
        if story.question is None:
            return self.tr("This key cannot be looked up: look at the lead in Marketo before you send it again.")
        return self.tr("Re-read the lead before you send anything again: it is compared with what you asked for.")

    def _updated(self, story: Story, label: Label) -> Told:
        lines = (*self._surprise(story), *self._fields(story, label), *self._remarks(story))
        if story.surprise is Surprise.ANOTHER_LEAD:
            title = self.tr("Updated {lead}, but lead {meant} was meant.")
            title = title.format(lead=self._lead(story), meant=visible(story.meant_id))
            return Told(Tone.BAD, title, lines)
        done = self.tr("Updated {lead}.").format(lead=self._lead(story))
        return Told(self._tone(story), self._with_changes(done, story, label), lines)

    def _created(self, story: Story, label: Label) -> Told:
        lines = (*self._surprise(story), *self._fields(story, label), *self._remarks(story))
        if story.surprise is Surprise.CREATED_INSTEAD:
            title = self.tr("CREATED {lead}, but lead {meant} was to be updated.")
            return Told(Tone.BAD, title.format(lead=self._lead(story), meant=visible(story.meant_id)), lines)
        if story.surprise is Surprise.CREATED_THE_SAME:
            title = self.tr("CREATED {lead}, though it was there before.").format(lead=self._lead(story))
            return Told(Tone.WARNING, title, lines)
        if story.verdict.kind is VerdictKind.CREATES:
            title = self.tr("Created {lead}, as planned.").format(lead=self._lead(story))
            return Told(self._tone(story), title, lines)
        title = self.tr("CREATED {lead}: it is new.").format(lead=self._lead(story))
        return Told(Tone.WARNING, title, (*self._words.why_created(), *lines))

    def _surprise(self, story: Story) -> Iterable[str]:
        new, meant = visible(story.lead_id) or "–", visible(story.meant_id)
        match story.surprise:
            case Surprise.CREATED_INSTEAD:
                yield self.tr(
                    "There are two leads now: {new} is new, and {meant} was not changed by this send."
                ).format(new=new, meant=meant)
                yield self.tr("Have the two merged in Marketo. Do not send this again: it may create yet another one.")
            case Surprise.CREATED_THE_SAME:
                yield self.tr(
                    "Marketo calls it new, but it was seen under this number before the send, so it is no second lead. "
                    "Look at its activity log in Marketo if you want to know why."
                )
            case Surprise.ANOTHER_LEAD if story.request.marketo_id is not None:
                yield self.tr(
                    "It went by the Marketo ID {meant}, so the two have probably been merged. Look at {new} in Marketo."
                ).format(new=new, meant=meant)
            case Surprise.ANOTHER_LEAD:
                yield self.tr(
                    "Somebody may have added or merged leads meanwhile. Look at {new} and {meant} in Marketo; "
                    "to change {meant}, go by its Marketo ID."
                ).format(new=new, meant=meant)
            case Surprise.UPDATED_INSTEAD:
                yield self.tr(
                    "Nobody had this key when it was looked up, so a new lead was expected: "
                    "somebody has made lead {new} meanwhile. Is it the right one?"
                ).format(new=new)

    def _with_changes(self, done: str, story: Story, label: Label) -> str:
        """The headline with what was asked, as long as that is little enough to be read at a glance."""
        changed = [one for one in story.telling_shown if one.asked is not None and one.fate in _MOVED]
        if len(changed) > MOST_IN_TITLE:
            return done
        told = self.tr("{done} {change}")
        for one in changed:
            if one.was is None:
                change = self.tr("{field}: now {new}.").format(field=visible(label(one.name)), new=self._value(one.now))
            else:
                change = self.tr("{field}: {old} → {new}.").format(
                    field=visible(label(one.name)), old=self._value(one.was), new=self._value(one.now)
                )
            done = told.format(done=done, change=change)
        return done

    def _fields(self, story: Story, label: Label) -> tuple[str, ...]:
        """How many fields stuck, and which did not: one line, to leave room for the table."""
        told = " ".join(self._counts(story, label))
        return (told,) if told else ()

    def _counts(self, story: Story, label: Label) -> Iterable[str]:
        asked = [one for one in story.telling_shown if one.asked is not None]
        stuck = sum(one.fate in AS_ASKED for one in asked)
        before = sum(one.fate is Fate.AS_BEFORE for one in asked)
        if stuck:
            yield self.tr("%n field(s) as you asked.", "", stuck)
        if before:
            yield self.tr("%n field(s) had the value you asked for already.", "", before)
        besides = self.tr("Also changed, though you did not ask: {names}.")
        if story.is_new:
            besides = self.tr("Also filled in, though you did not ask: {names}.")
        for fate, sentence in (
            (Fate.CHANGED, self.tr("Marketo made something else of: {names}.")),
            (Fate.REFUSED, self.tr("Not taken, still the old value: {names}.")),
            (Fate.NOT_STUCK, self.tr("Not as you asked: {names}.")),
            (Fate.ALSO_CHANGED, besides),
        ):
            found = [one for one in story.telling_shown if one.fate is fate]
            if found:
                yield sentence.format(names=self._names(found, label))
        if story.now is None and story.written is Written.YES:
            yield self._not_sent_back(story)

    def _not_sent_back(self, story: Story) -> str:
        if story.strange_id:
            return self.tr(
                "Lead {other} was sent back in its place, so what it holds now is not shown: the two may have been "
                "merged. Re-read it to see."
            ).format(other=visible(story.strange_id))
        if story.answer is not None and story.answer.is_gone:
            return self.tr(
                "Read back at once, it was not there: Marketo may not show it yet, "
                "or somebody has deleted or merged it. Re-read it to see."
            )
        return self.tr("The lead was not sent back, so what it holds now is not shown. Re-read it to see.")

    def _looked(self, story: Story, label: Label) -> Told:
        """After a fresh look: what it proves of an unknown outcome, or simply what is there now."""
        lines = self._fields(story, label)
        if story.proven is not None:
            return self._proven(story, story.proven, lines)
        if story.now is None and not story.lead_id:
            return self._nobody_in_particular(story)
        if story.now is None:
            gone = self.tr("{lead} is not there any more.").format(lead=self._lead(story))
            return Told(Tone.WARNING, _capital(gone), (self._merged(story) or self._gone(),))
        title = self.tr("{lead}, re-read at {time}.").format(lead=self._lead(story), time=self._time(story))
        return Told(self._tone(story), _capital(title), lines)

    def _proven(self, story: Story, proven: Proven, lines: tuple[str, ...]) -> Told:
        lead, time = self._lead(story), self._time(story)
        match proven:
            case Proven.WRITTEN:
                title = self.tr("It was written: {lead} holds what you asked for.").format(lead=lead)
                return Told(Tone.GOOD, title, lines)
            case Proven.NOT_WRITTEN:
                title = self.tr("It had not been written at {time}: nothing of it is there.").format(time=time)
                again = self.tr(
                    "You can send it again. If Marketo may still be at work on it, wait a moment and re-read first."
                )
                return Told(Tone.WARNING, title, (again,))
            case Proven.PARTLY:
                title = self.tr("Part of it is there: look at {lead} field by field.").format(lead=lead)
                why = self.tr("Marketo did not take every field, or somebody else changed the lead as well.")
                return Told(Tone.WARNING, title, (why, *lines))
            case Proven.CANNOT_TELL:
                return Told(
                    Tone.WARNING, self.tr("It cannot be told whether it was written."), self._doubt(story, lines)
                )
            case Proven.CREATED_ANEW:
                title = self.tr("There is a lead now that was not there before: {lead}.").format(lead=lead)
                return Told(Tone.BAD if story.meant_id else Tone.WARNING, title, (self._anew(story), *lines))
            case Proven.VANISHED | Proven.ANOTHER:
                return self._elsewhere(story, proven, lines)

    def _elsewhere(self, story: Story, proven: Proven, lines: tuple[str, ...]) -> Told:
        if proven is Proven.VANISHED:
            title = self.tr("{lead} is not there any more.").format(lead=self._lead(story))
            return Told(Tone.BAD, _capital(title), (self._gone(),))
        title = self.tr("For the number {meant} Marketo shows {lead}.")
        meant = story.fresh.asked.value if story.fresh else story.meant_id
        why = self.tr(
            "The two have probably been merged, so it cannot be told whether your change was written. "
            "Compare the fields below, and send what is missing by the number of the lead that is left."
        )
        return Told(Tone.WARNING, title.format(meant=visible(meant), lead=self._lead(story)), (why, *lines))

    def _doubt(self, story: Story, lines: tuple[str, ...]) -> tuple[str, ...]:
        fates = {one.fate for one in story.telling_shown if one.asked is not None}
        if fates <= {Fate.AS_BEFORE, Fate.KEY}:
            return (self.tr("The lead held all of it before, so it makes no difference."), *lines)
        return (self.tr("Compare the fields below, and look at the activity log of the lead in Marketo."), *lines)

    def _anew(self, story: Story) -> str:
        if not story.meant_id:
            return self.tr("Your send has probably made it. Compare it below, and do not send it again.")
        return self.tr(
            "Lead {meant} is not found by this key any more. If your send has made {new}, have the two merged in "
            "Marketo, and do not send it again."
        ).format(meant=visible(story.meant_id), new=visible(story.lead_id))

    def _nobody_in_particular(self, story: Story) -> Told:
        """After a send that was refused: by its key no one lead was meant."""
        count = len(story.fresh.records) if story.fresh else 0
        if not count:
            title = self.tr("No lead that this account can see has this key.")
            return Told(Tone.WARNING, title, (self.tr("Check the key letter by letter before you send it again."),))
        title = self.tr("%n lead(s) have this key.", "", count)
        return Told(Tone.WARNING, title, (self.tr("Choose the one you mean, and send by its Marketo ID."),))

    def _merged(self, story: Story) -> str:
        """Where another lead has come in the place of the one that was changed; empty where none has."""
        other = story.fresh.in_its_place if story.fresh else ""
        if not other:
            return ""
        return self.tr(
            "For its number Marketo shows lead {other} now: the two have probably been merged. Look at lead {other}."
        ).format(other=visible(other))

    def _gone(self) -> str:
        return self.tr("Somebody has deleted or merged it, or changed its key. Look for it in Marketo.")

    def _remarks(self, story: Story) -> tuple[str, ...]:
        return self._words.remarks(story.answer) if story.answer else ()

    def _tone(self, story: Story) -> Tone:
        bad = any(one.asked is not None and one.fate in NOT_AS_ASKED for one in story.telling_shown)
        cookie = story.answer.cookie if story.answer else None
        astray = cookie is not None and cookie.end is not CookieEnd.GIVEN
        lost = story.now is None and (story.strange_id != "" or (story.answer is not None and story.answer.is_gone))
        remarked = story.answer is not None and story.answer.error.text != ""  # some clients take that for a failure
        return Tone.WARNING if bad or story.surprise or astray or lost or remarked else Tone.GOOD

    def _lead(self, story: Story) -> str:
        if not story.lead_id:
            return self.tr("a lead without a number")
        if not story.who:
            return self.tr("lead {id}").format(id=visible(story.lead_id))
        return self.tr("lead {id} ({who})").format(id=visible(story.lead_id), who=_short(story.who))

    def _value(self, value: Value | None) -> str:
        return _short(value.text if value else "") or self.tr("(empty)")

    def _names(self, found: list[FieldDifference], label: Label) -> str:
        names = ", ".join(visible(label(one.name)) for one in found[:MOST_NAMES])
        more = len(found) - MOST_NAMES
        return self.tr("{names} and %n more", "", more).format(names=names) if more > 0 else names

    def _time(self, story: Story) -> str:
        at = (story.fresh.at if story.fresh else story.at).astimezone()
        return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")  # as everywhere else in the window


_MOVED = AS_ASKED | {Fate.CHANGED}


def _short(text: str) -> str:
    """Cut before it is made visible too, for that looks at every character, and makes one of two at most."""
    return beginning(visible(text[: 2 * LONGEST + 1]), LONGEST)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
