"""What each built-in API user may do, seen over the wire."""

import uuid

import pytest

from mktgui.practice.rest.users import USERS
from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA, ELSEWHERE
from tests.practice.rest.raw import RestCaller

FIELDS = "leads/schema/fields.json"


def test_they_can_be_told_apart() -> None:
    assert [user.role for user in USERS] == ["read-write", "read-only", "no-schema", "emea-only"]
    assert len({uuid.UUID(user.client_id) for user in USERS}) == 4
    assert all(user.says for user in USERS)


@pytest.mark.parametrize("user", USERS, ids=lambda user: user.role)
def test_the_scope_of_a_token_is_the_address_of_its_user(server: PracticeServer, user: object) -> None:
    role = getattr(user, "role", "")
    assert RestCaller(server, role).identify().said["scope"] == f"{role}@practice.example"


def test_read_only_may_not_write(server: PracticeServer) -> None:
    rest = RestCaller(server, "read-only")
    assert rest.get(f"lead/{ANA}.json").result[0]["id"] == ANA
    assert rest.get(FIELDS).result
    assert rest.update(ANA, title="CTO").error == ("603", "Access denied")
    assert rest.associate(ANA, "id:1&token:2").code == "603"
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"


def test_no_schema_may_write_but_not_read_the_schema(server: PracticeServer) -> None:
    rest = RestCaller(server, "no-schema")
    assert rest.update(ANA, title="CTO").outcome == ("updated", ANA)
    assert rest.get("leads/describe.json").result
    assert rest.get("leads/describe2.json").result
    assert rest.get(FIELDS).code == "603"
    assert rest.get("leads/schema/fields/title.json").code == "603"


def test_emea_only_sees_nothing_of_the_others(server: PracticeServer) -> None:
    rest = RestCaller(server, "emea-only")
    assert [one["name"] for one in rest.get("leads/partitions.json").result] == ["EMEA", "EMEA Archive"]
    assert rest.get(f"lead/{ELSEWHERE}.json").result[0]["id"] == ELSEWHERE
    assert rest.get(f"lead/{ANA}.json").code == "1004"
    assert [one["id"] for one in rest.find("id", f"{ANA},{ELSEWHERE}").result] == [ELSEWHERE]
    assert rest.update(ANA, title="CTO").reasons == ["1008"]
    assert rest.associate(ANA, "id:1&token:2").code == "1004"
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"
