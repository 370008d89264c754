"""Turns what is seen of a connection on its way into rungs of the ladder, told as soon as each is known."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from mktgui.domain.ladder import EXPIRES_SOON, SOAP_LADDER, Rung, RungResult, passed, skipped, warned
from mktgui.wire.network import is_loopback
from mktgui.wire.rungs import Certificate, Mistrusted, Named, Proven, Reached, Routed, Sight, Tunnelled

TellRung = Callable[[RungResult], None]


class Seen:
    """Collects the rungs of one check, in the order in which they are told."""

    def __init__(self, tell: TellRung, now: Callable[[], datetime], ladder: tuple[Rung, ...] = SOAP_LADDER) -> None:
        self._tell, self._now, self.ladder = tell, now, ladder
        self.url = ""
        self.results: list[RungResult] = []
        self.proxy = ""
        self.reached = self.tunnelled = False
        self.stranger = Certificate()

    @property
    def place(self) -> str:
        """Host and port of the endpoint."""
        return urlsplit(self.url).netloc

    @property
    def next(self) -> Rung:
        """The lowest rung of which nothing is known yet."""
        told = {one.rung for one in self.results}
        return next((rung for rung in self.ladder if rung not in told), self.ladder[-1])

    def put(self, result: RungResult) -> None:
        """A rung is known."""
        self.results.append(result)
        self._tell(result)

    def watch(self, sight: Sight) -> None:
        """For the wire: something can be seen."""
        match sight:
            case Routed(proxy):
                self.proxy = urlsplit(proxy).netloc
            case Named(host, addresses):
                self._named(host, addresses)
            case Reached(address):
                self.reached = True
                self._reached(address)
            case Tunnelled():
                self.tunnelled = True
                self.put(passed(Rung.CONNECTION, place=self.place, address=""))
            case Proven(certificate, version):
                self.put(self._proven(certificate, version))
            case Mistrusted(certificate):
                self.stranger = certificate

    def _named(self, host: str, addresses: tuple[str, ...]) -> None:
        if self.proxy:
            self.put(skipped(Rung.NAME, "proxy"))
            return
        is_number = addresses == (host,)
        named = passed(Rung.NAME, host=host, addresses=", ".join(addresses))
        self.put(skipped(Rung.NAME, "number") if is_number else named)
        self.put(skipped(Rung.PROXY, "straight"))

    def _reached(self, address: str) -> None:
        if self.proxy:
            self.put(passed(Rung.PROXY, proxy=self.proxy))
            return
        self.put(passed(Rung.CONNECTION, place=self.place, address=address))
        if is_loopback(self.url) and self.url.startswith("http:"):
            self.put(skipped(Rung.TLS, "loopback"))

    def _proven(self, certificate: Certificate, version: str) -> RungResult:
        params = certificate_params(certificate)
        if certificate.expires is None:
            return passed(Rung.TLS, **params, version=version)
        days = (certificate.expires - self._now()).days
        found = warned if days < EXPIRES_SOON else passed
        return found(Rung.TLS, **params, days=str(days), version=version)


def certificate_params(certificate: Certificate) -> dict[str, str]:
    """What there is to tell of a certificate."""
    params = {
        "issuer": certificate.issuer,
        "subject": certificate.subject,
        "names": ", ".join(certificate.names),
        "expires": certificate.expires.date().isoformat() if certificate.expires else "",
    }
    return {name: text for name, text in params.items() if text}
