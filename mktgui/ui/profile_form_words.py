"""What the fields of a connection are called over each API, where to find what goes in them, and what may be wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.profile import TransportKind
from mktgui.domain.profile_check import ProfileField, ProfileSlip


@dataclass(frozen=True, slots=True)
class ApiWords:
    """For one API, with labels for the fields that it has. Labels have their keys."""

    labels: Mapping[ProfileField, str]
    secret: str
    endpoint_example: str
    help: str


class FormWords(QObject):
    """Made once for a language."""

    def __init__(self) -> None:
        super().__init__()
        self._of = {TransportKind.SOAP: self._soap(), TransportKind.REST: self._rest()}
        self._slips = self._of_fields() | self._of_addresses()
        self._own_slips: dict[tuple[ProfileSlip | EndpointProblem, TransportKind], str] = {
            (EndpointProblem.EMPTY, TransportKind.REST): self.tr(
                "Paste the REST endpoint that Marketo shows under Admin, Web Services."
            ),
            (ProfileSlip.USER_EMPTY, TransportKind.REST): self.tr(
                "Paste the client ID that Marketo shows under Admin, LaunchPoint, View Details."
            ),
            (ProfileSlip.USER_HAS_SPACE, TransportKind.REST): self.tr(
                "There is a space or an invisible character inside this client ID."
            ),
        }

    def of(self, kind: TransportKind) -> ApiWords:
        """The words for one API."""
        return self._of[kind]

    def slip(self, slip: ProfileSlip | EndpointProblem, kind: TransportKind) -> str:
        """What is wrong, in a sentence."""
        return self._own_slips.get((slip, kind)) or self._slips[slip]

    def _soap(self) -> ApiWords:
        return ApiWords(
            labels={
                ProfileField.NAME: self.tr("N&ame"),
                ProfileField.ENDPOINT: self.tr("SOAP &endpoint"),
                ProfileField.USER_ID: self.tr("&User ID"),
            },
            secret=self.tr("Encryption ke&y"),
            endpoint_example="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
            help=self.tr(
                "All three stood in Marketo under Admin > Integration > Web Services, SOAP API. Marketo removed SOAP "
                "on 2026-07-31: for a live Marketo, let “More” make a REST connection from this one."
            ),
        )

    def _rest(self) -> ApiWords:
        return ApiWords(
            labels={
                ProfileField.NAME: self.tr("N&ame"),
                ProfileField.ENDPOINT: self.tr("REST &endpoint"),
                ProfileField.USER_ID: self.tr("Client I&D"),
                ProfileField.IDENTITY: self.tr("Identity address (&optional)"),
                ProfileField.FOREIGN_FIELD: self.tr("Field for forei&gn IDs"),
            },
            secret=self.tr("Client secret (ke&y)"),
            endpoint_example="https://123-ABC-456.mktorest.com/rest",
            help=self.tr(
                "Endpoint: Admin > Integration > Web Services, REST API. Client ID and secret: Admin > Integration > "
                "LaunchPoint, View Details of your service. If there is none, an admin adds one of type Custom, for an "
                "API-only user whose role may read and write leads. REST has no foreign IDs: where your leads have one "
                "in a field of their own, name that field, and leads can be found by it."
            ),
        )

    def _of_fields(self) -> dict[ProfileSlip | EndpointProblem, str]:
        return {
            ProfileSlip.NAME_EMPTY: self.tr("Give the connection a name, such as the name of the Marketo instance."),
            ProfileSlip.NAME_TAKEN: self.tr("Another connection has this name."),
            ProfileSlip.USER_EMPTY: self.tr("Paste the user ID that Marketo shows beside the endpoint."),
            ProfileSlip.USER_HAS_SPACE: self.tr("There is a space or an invisible character inside this user ID."),
            ProfileSlip.FIELD_NAME_BAD: self.tr(
                "This is no REST name of a field: it begins with a letter and holds letters, digits and underscores."
            ),
        }

    def _of_addresses(self) -> dict[ProfileSlip | EndpointProblem, str]:
        return {
            EndpointProblem.EMPTY: self.tr("Paste the SOAP endpoint that Marketo shows under Admin, Web Services."),
            EndpointProblem.NO_ADDRESS: self.tr("This is no web address. It begins with https://."),
            EndpointProblem.NOT_ENCRYPTED: self.tr("http:// is not encrypted. Use the address with https://."),
            EndpointProblem.IS_REST: self.tr("This is the REST endpoint. Paste the SOAP endpoint."),
            EndpointProblem.IS_SOAP: self.tr("This is a SOAP endpoint. Paste the REST endpoint."),
            EndpointProblem.HAS_LOGIN: self.tr("There is a login inside this address. Take it out."),
        }
