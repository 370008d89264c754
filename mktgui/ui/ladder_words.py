"""Puts a credential check into words: each rung, what was found there, and what it comes to."""

from PySide6.QtCore import QObject

from mktgui.domain.answers import Fault
from mktgui.domain.fixers import Fixer, fixer_of
from mktgui.domain.ladder import CheckResult, Mark, Rung, RungResult, Verdict, blame
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.visible import visible
from mktgui.ui.doctor import Advice, Doctor, Repeat
from mktgui.ui.outcome_words import Told, Tone

# What the doctor knows by another name, or what the same failure means at another place.
_FAILURES = {
    Verdict.STOPPED: FailureKind.STOPPED,
    Verdict.ADDRESS_UNUSABLE: FailureKind.ENDPOINT_UNUSABLE,
    Verdict.NOT_ENCRYPTED: FailureKind.PLAIN_HTTP,
    Verdict.TLS_INSPECTION: FailureKind.TLS_UNTRUSTED,
    Verdict.TLS_SELF_SIGNED: FailureKind.TLS_UNTRUSTED,
    Verdict.SERVER_ERROR: FailureKind.HTTP_ERROR,
    Verdict.WRONG_ENDPOINT: FailureKind.NOT_SOAP,
    Verdict.PROXY_REFUSES: FailureKind.PROXY_FAILED,
    Verdict.UNREACHABLE: FailureKind.UNREACHABLE,
    Verdict.TLS_FAILED: FailureKind.TLS_FAILED,
}


class LadderWords(QObject):
    """The words for every rung and every verdict, in the language of the window."""

    def __init__(self, doctor: Doctor) -> None:
        super().__init__()
        self._doctor = doctor
        self._names = self._name_rungs()
        self._fixers = {
            Fixer.NOBODY: "",
            Fixer.YOU: self.tr("You can mend this."),
            Fixer.ADMINISTRATOR: self.tr("Your Marketo administrator can mend this."),
            Fixer.NETWORK_TEAM: self.tr("Your network team can mend this."),
            Fixer.MAKERS: self.tr("The makers of this program can mend this."),
        }

    def name(self, rung: Rung) -> str:
        """What a rung is called."""
        return self._names[rung]

    def mark(self, mark: Mark) -> str:
        """How a rung was found, for a screen reader."""
        return {
            Mark.PASSED: self.tr("passed"),
            Mark.WARNING: self.tr("passed with a warning"),
            Mark.FAILED: self.tr("failed"),
            Mark.SKIPPED: self.tr("not looked at"),
        }[mark]

    def found(self, one: RungResult) -> str:
        """What was found on a rung."""
        if one.mark is Mark.SKIPPED:
            return self._skipped(one.param("why"))
        if one.mark is Mark.FAILED:
            return (self._own(one) or self._advice(one)).title
        texts = {
            Rung.PROFILE: self.tr("complete"),
            Rung.SECRET: self.tr("at hand"),
            Rung.ADDRESS: "{address}",
            Rung.NAME: self.tr("{host} is {addresses}"),
            Rung.PROXY: self.tr("through {proxy}"),
            Rung.CONNECTION: self.tr("{place} answers"),
            Rung.TLS: self.tr("certificate by {issuer}, valid until {expires}"),
            Rung.HTTP: self.tr("status {status}"),
            Rung.SOAP: self.tr("a SOAP answer"),
            Rung.CLOCK: self._clock(one.param("seconds")),
            Rung.SIGNATURE: self.tr("accepted"),
            Rung.IDENTITY: self.tr("{place} answers as the identity service does"),
            Rung.CLIENT: self._client(one),
            Rung.REST: self.tr("a REST answer"),
            Rung.LIMITS: self.tr("not reached; usual are {calls_a_day} calls a day, {calls_in_window} in {seconds} s"),
            Rung.PERMISSION: self.tr("may read; whether it may write shows at the first change"),
            Rung.PARTITIONS: self._partitions(one),
        }
        return _filled(texts[one.rung], one)

    def verdict(self, result: CheckResult) -> Told:
        """What it comes to: a headline, causes and remedies, and who can mend it."""
        if result.verdict is Verdict.GOOD:
            return self._good(result)
        broken = next(one for one in result.rungs if one.verdict is not None)
        advice = self._own(broken) or self._advice(broken, over_rest=result.is_of_rest)
        lines = (
            advice.cause,
            *self._more(broken, result),
            self._remedy(advice, broken),
            self._fixers[fixer_of(result.verdict)],
        )
        return Told(Tone.BAD, advice.title, tuple(line for line in lines if line), broken.param("detail"))

    def _good(self, result: CheckResult) -> Told:
        warned = [one for one in result.rungs if one.mark is Mark.WARNING]
        lines = (
            self.tr("Marketo accepted client ID and secret, and answered one read-only call. Nothing was written.")
            if result.is_of_rest
            else self.tr("Marketo accepted user ID, key and clock in one read-only call. Nothing was written."),
            *(f"{self.name(one.rung)}: {self.found(one)}" for one in warned),
        )
        return Told(Tone.WARNING if warned else Tone.GOOD, self.tr("This connection works."), lines)

    def _own(self, one: RungResult) -> Advice | None:
        """The words for what the doctor has no entry for."""
        words = {
            Verdict.PROFILE_INCOMPLETE: (
                self.tr("The connection is not complete."),
                self.tr("A field is empty or cannot be used."),
                self.tr("Look at the fields of the connection, and check again."),
            ),
            Verdict.ADDRESS_IS_REST: (
                self.tr("This is the REST address."),
                self.tr("The SOAP API has an address of its own; on this one nobody speaks SOAP."),
                self.tr("Paste the SOAP endpoint that Marketo shows under Admin, Web Services."),
            ),
            Verdict.ADDRESS_IS_SOAP: (
                self.tr("This is a SOAP address."),
                self.tr("The REST API has an address of its own, and it does not follow from this one."),
                self.tr("Paste the REST endpoint that Marketo shows under Admin, Web Services."),
            ),
            Verdict.CLOCK_SKEW: (
                self.tr("The clock of this computer is wrong."),
                self.tr("Marketo's clock and this one differ by too much."),
                self.tr("Set the clock right, best by letting the system set it, and check again."),
            ),
            Verdict.FORBIDDEN: (
                self.tr("Something on the way forbids this address ({status})."),
                self.tr("A filter or a proxy of this network answered instead of Marketo."),
                self.tr("Ask for the address to be allowed."),
            ),
        }
        found = words.get(one.verdict) if one.verdict else None
        if found is None:
            return None
        title, cause, remedy = (_filled(text, one) for text in found)
        return Advice(title, cause, remedy, Repeat.YES)

    def _advice(self, one: RungResult, *, over_rest: bool = False) -> Advice:
        if one.rung in _REFUSED and one.failure is None:
            return self._doctor.entry_for_fault(Fault(code=one.param("code"), text=one.param("text")))
        place = next((text for name in _PLACES if (text := one.param(name))), "")
        status = one.param("status")
        kind = _kind(one)
        if over_rest and kind is FailureKind.NOT_SOAP:  # a page on the way to either API breaks the same rung
            kind = FailureKind.NOT_JSON
        failure = Failure(
            kind=kind, detail=one.param("detail"), place=place, status=int(status) if status.isdecimal() else None
        )
        return self._doctor.entry_for_failure(failure)

    def _remedy(self, advice: Advice, one: RungResult) -> str:
        """Where a call might have written something, the doctor says to look at the lead; a check writes nothing."""
        if advice.repeat is Repeat.LOOK_FIRST and one.verdict is not Verdict.WRONG_ENDPOINT:
            return self.tr("Nothing was written: the check only reads. Check again in a while.")
        return advice.remedy

    def _more(self, one: RungResult, result: CheckResult) -> tuple[str, ...]:
        if one.verdict is Verdict.CLOCK_SKEW:
            return (f"{self.name(Rung.CLOCK)}: {self.found(result.on(Rung.CLOCK))}",)
        if one.param("vendor") == "yes" and one.verdict is not Verdict.RETIRED:
            return (self.tr("Marketo's vendor removed the SOAP API on 2026-07-31; that may be the reason."),)
        if one.rung is Rung.TLS and one.param("issuer"):
            return (_filled(self.tr("The certificate was issued by {issuer}."), one),)
        if one.rung in _REFUSED and one.param("text"):
            return (_filled(self.tr("Marketo's own words: {text}"), one),)
        return ()

    def _client(self, one: RungResult) -> str:
        return self.tr("accepted, as {scope}") if one.param("scope") else self.tr("accepted")

    def _partitions(self, one: RungResult) -> str:
        return "{names}" if one.param("names") else self.tr("none that this API user may see")

    def _clock(self, seconds: str) -> str:
        number = int(seconds or 0)
        if number > 0:
            return self.tr("this computer is %n second(s) ahead", "", number)
        if number < 0:
            return self.tr("this computer is %n second(s) behind", "", -number)
        return self.tr("to the second") if seconds else ""

    def _skipped(self, why: str) -> str:
        return {
            "number": self.tr("not needed: the address is a number"),
            "proxy": self.tr("left to the proxy"),
            "straight": self.tr("none on the way"),
            "loopback": self.tr("not needed on this computer"),
            "no-date": self.tr("the answer told no time"),
        }.get(why, self.tr("not checked"))

    def _name_rungs(self) -> dict[Rung, str]:
        return {
            Rung.PROFILE: self.tr("Connection filled in"),
            Rung.SECRET: self.tr("Encryption key or client secret"),
            Rung.ADDRESS: self.tr("Address"),
            Rung.NAME: self.tr("Name lookup"),
            Rung.PROXY: self.tr("Proxy"),
            Rung.CONNECTION: self.tr("Network connection"),
            Rung.TLS: self.tr("Certificate"),
            Rung.HTTP: self.tr("Web server"),
            Rung.SOAP: self.tr("SOAP API"),
            Rung.CLOCK: self.tr("Clock"),
            Rung.SIGNATURE: self.tr("User ID and key"),
            Rung.IDENTITY: self.tr("Identity service"),
            Rung.CLIENT: self.tr("Client ID and secret"),
            Rung.REST: self.tr("REST API"),
            Rung.LIMITS: self.tr("Limits of calls"),
            Rung.PERMISSION: self.tr("Permission"),
            Rung.PARTITIONS: self.tr("Partitions"),
        }


# Rungs on which Marketo itself refuses, with a number and words.
_REFUSED = frozenset({Rung.SIGNATURE, Rung.IDENTITY, Rung.CLIENT, Rung.REST, Rung.LIMITS, Rung.PERMISSION})
_PLACES = ("place", "host", "proxy", "address")


def _kind(one: RungResult) -> FailureKind:
    """What the doctor calls it."""
    verdict = one.verdict or Verdict.UNEXPECTED
    if one.failure is not None and blame(one.failure)[1] is verdict:
        return one.failure
    return _FAILURES.get(verdict) or one.failure or FailureKind.UNEXPECTED


def _filled(text: str, one: RungResult) -> str:
    """The text with the rung's parameters in it; what it does not have becomes a dash."""
    return text.format_map(_Blanks({name: visible(said) for name, said in one.params}))


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"
