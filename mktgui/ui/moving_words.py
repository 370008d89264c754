"""What has to be looked up in Marketo before a connection over REST can be used, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from mktgui.domain.moving_over import ToLookUp


class MovingWords(QObject):
    """Made once for a language."""

    def todo(self, name: str, points: Iterable[ToLookUp]) -> str:
        """Where each thing stands, in the order of the form; `name` is that of the SOAP connection."""
        where = {
            ToLookUp.ENDPOINT: self.tr("REST endpoint: Admin > Integration > Web Services, REST API."),
            ToLookUp.CLIENT: self.tr(
                "Client ID and client secret: Admin > Integration > LaunchPoint, View Details of your service."
            ),
            ToLookUp.PARTITIONS: self.tr(
                "Partitions in place of workspaces: Marketo lists them as soon as the connection works."
            ),
            ToLookUp.FOREIGN_FIELD: self.tr(
                "Only if you use foreign IDs: the field that holds them. Save, then press Find it."
            ),
        }
        head = self.tr("Made from {name}, which stays as it is. Still to be filled in:").format(name=name)
        return "\n".join([head, *(f"• {where[point]}" for point in points)])
