"""The built-in API users: whoever has the client id and secret of one may do what its role may (facts sheet 6.6)."""

from dataclasses import dataclass

from mktgui.practice.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiUser:
    """One API user with its custom service. `workspaces` are those its role reaches to; None is all of them."""

    role: str
    says: str
    client_id: str
    may_write: bool = True
    may_read_schema: bool = True
    workspaces: tuple[str, ...] | None = None

    @property
    def address(self) -> str:
        """The scope of its tokens."""
        return f"{self.role}@practice.example"

    def partitions(self, world: World) -> tuple[str, ...]:
        """What it may see, in the order of their numbers."""
        if self.workspaces is None:
            return world.partitions
        seen = {partition for name in self.workspaces for partition in world.workspaces.get(name, ())}
        return tuple(one for one in world.partitions if one in seen)


READ_WRITE = ApiUser(role="read-write", says="may do everything", client_id="5d8f2b1c-7a34-4e90-b6d1-0c9e83f4a211")
READ_ONLY = ApiUser(
    role="read-only",
    says="may read, and not write",
    client_id="a07c4e63-19f8-4b52-8d3e-6f21b5c90e84",
    may_write=False,
)
NO_SCHEMA = ApiUser(
    role="no-schema",
    says="may not read schema/fields.json",
    client_id="c3e19d70-52ab-4f06-9c8b-e4570a6d1f38",
    may_read_schema=False,
)
EMEA_ONLY = ApiUser(
    role="emea-only",
    says="sees only the partitions of the workspace EMEA",
    client_id="e8b640f5-d127-4c9a-a35f-9b1d72c8406e",
    workspaces=("EMEA",),
)
USERS = (READ_WRITE, READ_ONLY, NO_SCHEMA, EMEA_ONLY)
