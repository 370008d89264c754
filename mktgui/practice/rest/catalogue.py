"""What there is in this instance: fields in three descriptions, and partitions (facts sheet 6.3)."""

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.fields import RestField, catalogue
from mktgui.practice.rest.leads import Page, Parameters, paged
from mktgui.practice.rest.users import ApiUser
from mktgui.practice.settings import Settings
from mktgui.practice.world import World

_FIRST = "Initial system lead partition"


class Catalogue:
    """Describes a world. To be used under its lock."""

    def __init__(self, world: World, settings: Settings, user: ApiUser) -> None:
        self._world, self._settings, self._user = world, settings, user
        self._fields = catalogue(world)

    def describe(self) -> Page:
        """Every field with its names over REST and SOAP; whoever lacks one, lacks the child."""
        return Page([self._described(one) for one in self._fields])

    def describe2(self) -> Page:
        """The fields that REST has, and by which leads can be looked up."""
        mine = [one for one in self._fields if one.name]
        described: dict[str, object] = {
            "name": "API Lead",
            "searchableFields": [[one.name] for one in mine if one.searchable],
            "fields": [_with_length(_updateable(one), one) for one in mine],
        }
        return Page([described])

    def schema(self, parameters: Parameters) -> Page:
        """Everything about the fields, a page of them. Raises RestError 1003."""
        shown, following = paged([one for one in self._fields if one.name], parameters)
        return Page([_schema(one) for one in shown], following)

    def schema_of(self, name: str) -> Page:
        """Everything about one field. Raises RestError 1013."""
        found = [_schema(one) for one in self._fields if one.name == name]
        if not name or not found:
            raise RestError("1013", f"Field '{name}' not found")
        return Page(found)

    def partitions(self) -> Page:
        """The partitions that the user may see."""
        every = self._world.partitions if self._settings.workspaces else self._world.partitions[:1]
        seen = self._user.partitions(self._world) if self._settings.workspaces else every
        return Page(
            [
                {"id": number, "name": name, "description": _FIRST if number == 1 else f"Leads of {name}"}
                for number, name in enumerate(every, 1)
                if name in seen
            ]
        )

    def _described(self, one: RestField) -> dict[str, object]:
        said = _with_length({"id": one.number, "displayName": one.label, "dataType": one.type}, one)
        if one.name:
            said["rest"] = {"name": one.name, "readOnly": one.read_only}
        if one.soap and self._settings.rest_describe_soap:
            said["soap"] = {"name": one.soap, "readOnly": one.soap_read_only}
        return said


def _updateable(one: RestField) -> dict[str, object]:
    return {
        "name": one.name,
        "displayName": one.label,
        "dataType": one.type,
        "updateable": not one.read_only,
        "crmManaged": False,
    }


def _schema(one: RestField) -> dict[str, object]:
    said: dict[str, object] = {
        "displayName": one.label,
        "name": one.name,
        "description": None,
        "dataType": one.type,
        "isHidden": False,
        "isHtmlEncodingInEmail": True,
        "isSensitive": False,
        "isCustom": one.custom,
        "isApiCreated": False,
    }
    return _with_length(said, one)


def _with_length(said: dict[str, object], one: RestField) -> dict[str, object]:
    return said if one.length is None else {**said, "length": one.length}
