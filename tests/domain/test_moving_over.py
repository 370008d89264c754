"""A connection over REST from one over SOAP: the same care, another door."""

from dataclasses import fields, replace

import pytest

from mktgui.domain.moving_over import Moved, ToLookUp, moved_to_rest
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from tests.domain.values import assert_is_value

SOAP = Profile(
    id="1",
    name="Acme",
    endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
    user_id="acme1_55",
    environment=Environment.PRODUCTION,
    connect_seconds=7.5,
    proxy=ProxyChoice(kind=ProxyKind.NONE),
    ca_file="/ca.pem",
    read_only=False,
)
ANEW = {"id", "endpoint", "user_id", "workspaces", "transport", "identity", "foreign_field"}


def test_all_that_is_no_matter_of_the_api_carries_over() -> None:
    rest = moved_to_rest(SOAP, "2").profile
    assert (rest.id, rest.transport, rest.user_id) == ("2", TransportKind.REST, "")
    assert rest.endpoint == "https://123-ABC-456.mktorest.com/rest"
    same = [one.name for one in fields(Profile) if getattr(rest, one.name) == getattr(SOAP, one.name)]
    assert set(same) >= {one.name for one in fields(Profile)} - ANEW


@pytest.mark.parametrize(
    ("soap", "to_look_up"),
    [
        (SOAP, (ToLookUp.CLIENT, ToLookUp.FOREIGN_FIELD)),
        (replace(SOAP, workspaces=("EMEA",)), (ToLookUp.CLIENT, ToLookUp.PARTITIONS, ToLookUp.FOREIGN_FIELD)),
        (
            replace(SOAP, endpoint="https://na-x.marketo.com/soap/mktows/2_0"),
            (ToLookUp.ENDPOINT, ToLookUp.CLIENT, ToLookUp.FOREIGN_FIELD),
        ),
        (replace(SOAP, endpoint=""), (ToLookUp.ENDPOINT, ToLookUp.CLIENT, ToLookUp.FOREIGN_FIELD)),
    ],
)
def test_what_has_to_be_looked_up_is_told(soap: Profile, to_look_up: tuple[ToLookUp, ...]) -> None:
    moved = moved_to_rest(soap, "2")
    assert moved.to_look_up == to_look_up
    assert bool(moved.profile.endpoint) is (ToLookUp.ENDPOINT not in to_look_up)
    assert moved.profile.workspaces == ()


def test_it_is_a_value() -> None:
    assert_is_value(lambda: Moved(SOAP, (ToLookUp.CLIENT,)))
