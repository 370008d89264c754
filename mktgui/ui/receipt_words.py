"""A receipt in words, as plain text and as Markdown, in the language of the window."""

import re

from PySide6.QtCore import QObject

from mktgui.domain.difference import Fate
from mktgui.domain.lead import NO_LEAD, KeyKind, Value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.domain.receipt import Receipt, ReceiptField
from mktgui.domain.surprise import Surprise
from mktgui.domain.visible import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")  # what means something inside a line; no line begins with a value


class ReceiptWords(QObject):
    """What comes from outside is shown with its unseen characters named, and in Markdown nothing of it is markup."""

    def text(self, receipt: Receipt) -> str:
        """Plain text: facts one to a line, then the fields."""
        lines = [self._headline(receipt)]
        lines += [self.tr("{name}: {value}").format(name=name, value=value) for name, value in self._facts(receipt)]
        if receipt.fields:
            lines.append("")
        for one in receipt.fields:
            line = self.tr("{field}: {old} → {new} ({fate})")
            if one.old == NO_LEAD:
                line = self.tr("{field}: {new} ({fate})")
            lines.append(
                line.format(field=self._field(one), old=self._value(one.old), new=self._new(one), fate=self._fate(one))
            )
        return "\n".join(lines) + "\n"

    def markdown(self, receipt: Receipt) -> str:
        """Markdown with a table of the fields."""
        lines = [f"**{escaped(self._headline(receipt))}**", ""]
        lines += [f"- {escaped(name)}: {escaped(value)}" for name, value in self._facts(receipt)]
        if receipt.fields:
            lines += ["", self._row(self._titles()), self._row(["---"] * 5, escape=False)]
        for one in receipt.fields:
            asked = "" if one.asked is None else visible(one.asked) or self.tr("(empty)")
            lines.append(
                self._row([self._field(one), self._value(one.old), asked, self._value(one.new), self._fate(one)])
            )
        return "\n".join(lines) + "\n"

    def _row(self, cells: list[str], *, escape: bool = True) -> str:
        return f"| {' | '.join(escaped(cell) if escape else cell for cell in cells)} |"

    def _titles(self) -> list[str]:
        return [self.tr("Field"), self.tr("Old"), self.tr("Asked"), self.tr("New"), self.tr("Result")]

    def _headline(self, receipt: Receipt) -> str:
        number = visible(receipt.lead_id) or "–"
        lead = self.tr("lead {id}").format(id=number)
        if receipt.who:
            lead = self.tr("lead {id} ({who})").format(id=number, who=visible(receipt.who))
        if receipt.surprise is Surprise.CREATED_INSTEAD:
            return self.tr("Created {lead}, though lead {meant} was to be changed").format(
                lead=lead, meant=visible(receipt.meant_id)
            )
        if receipt.status == "CREATED":
            return self.tr("Created {lead}").format(lead=lead)
        return {
            Written.YES: self.tr("Changed {lead}"),
            Written.NO: self.tr("Not written: {lead}"),
            Written.UNKNOWN: self.tr("Perhaps written: {lead}"),
        }[receipt.written].format(lead=lead)

    def _facts(self, receipt: Receipt) -> list[tuple[str, str]]:
        """What there is to say, as pairs of a name and a text; what is empty is left out."""
        words = {
            Environment.PRACTICE: self.tr("practice"),
            Environment.TEST: self.tr("test"),
            Environment.PRODUCTION: self.tr("PRODUCTION"),
        }
        where, environment = visible(receipt.connection), words[receipt.environment]
        is_told = receipt.environment is Environment.PRACTICE and environment.casefold() in where.casefold()
        if not is_told:  # what is at stake is told besides, whatever the name of the connection has in it
            where = self.tr("{connection} ({environment})").format(connection=where, environment=environment)
        facts = [
            (self.tr("By"), visible(receipt.by)),
            (self.tr("When"), receipt.at.isoformat(" ", "seconds")),
            (self.tr("Connection"), where),
            (self.tr("Workspace"), visible(receipt.workspace)),
            (self.tr("Found by"), self._key(receipt)),
            (self.tr("Marketo's word"), visible(receipt.status)),
            (self.tr("Another lead was meant"), visible(receipt.meant_id)),
        ]
        if receipt.proven is not None:
            facts.append((self.tr("How it is known"), self.tr("by reading the lead again")))
        return [(name, text) for name, text in facts if text]

    def _key(self, receipt: Receipt) -> str:
        words = {
            KeyKind.MARKETO_ID: self.tr("Marketo ID"),
            KeyKind.EMAIL: self.tr("email address"),
            KeyKind.FOREIGN_ID: self.tr("foreign ID"),
            KeyKind.COOKIE: self.tr("Marketo cookie"),
        }
        parts = ("" if receipt.key is None else words[receipt.key], visible(receipt.key_text))
        return " ".join(part for part in parts if part)

    def _field(self, one: ReceiptField) -> str:
        if one.label == one.name:
            return visible(one.name)
        return self.tr("{label} ({name})").format(label=visible(one.label), name=visible(one.name))

    def _value(self, value: Value | None) -> str:
        if value is None:
            return self.tr("(not known)")
        if value == NO_LEAD:
            return "–"
        return visible(value.text) or self.tr("(empty)")

    def _new(self, one: ReceiptField) -> str:
        """What is there now, and what was asked for where that is something else."""
        if one.asked is None or one.fate in {Fate.STUCK, Fate.CLEARED, Fate.AS_BEFORE}:
            return self._value(one.new)
        asked = visible(one.asked) or self.tr("(empty)")
        return self.tr("{new}, asked {asked}").format(new=self._value(one.new), asked=asked)

    def _fate(self, one: ReceiptField) -> str:
        words = {
            Fate.STUCK: self.tr("as asked"),
            Fate.CLEARED: self.tr("emptied, as asked"),
            Fate.AS_BEFORE: self.tr("was so already"),
            Fate.CHANGED: self.tr("changed by Marketo"),
            Fate.REFUSED: self.tr("not taken"),
            Fate.NOT_STUCK: self.tr("not as asked"),
            Fate.NOT_WRITTEN: self.tr("not written"),
            Fate.ALSO_CHANGED: self.tr("changed, though not asked"),
        }
        if one.fate is Fate.ALSO_CHANGED and one.old == NO_LEAD:
            return self.tr("filled in, though not asked")
        return words.get(one.fate, self.tr("not known"))


def escaped(text: str) -> str:
    """Text that Markdown shows as it is. Spaces are kept apart, because several in a row would become one."""
    text = _MARKUP.sub(r"\\\1", text)
    return re.sub(r" (?= )|^ | $", "\u00a0", text)
