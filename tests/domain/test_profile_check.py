"""A connection as it was typed: which field is wrong, and how."""

from dataclasses import replace

import pytest

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.profile_check import ProfileField, ProfileSlip, check_profile

GOOD = Profile(id="1", name="Acme", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="acme1_55")
REST = replace(GOOD, endpoint="https://123-ABC-456.mktorest.com/rest", transport=TransportKind.REST)


@pytest.mark.parametrize(
    "profile",
    [GOOD, REST, replace(REST, identity="https://123-ABC-456.mktorest.com/identity", foreign_field="crmId_2")],
)
def test_a_good_connection_has_no_slips(profile: Profile) -> None:
    assert check_profile(profile, ["Other"]) == {}


def test_what_only_rest_has_is_no_matter_over_soap() -> None:
    assert check_profile(replace(GOOD, identity="x y", foreign_field="no name"), []) == {}


@pytest.mark.parametrize(
    ("profile", "field", "slip"),
    [
        (replace(GOOD, name=" "), ProfileField.NAME, ProfileSlip.NAME_EMPTY),
        (replace(GOOD, name=" other"), ProfileField.NAME, ProfileSlip.NAME_TAKEN),
        (replace(GOOD, endpoint="x y"), ProfileField.ENDPOINT, EndpointProblem.NO_ADDRESS),
        (replace(GOOD, user_id=""), ProfileField.USER_ID, ProfileSlip.USER_EMPTY),
        (replace(GOOD, user_id="acme 1"), ProfileField.USER_ID, ProfileSlip.USER_HAS_SPACE),
        (replace(GOOD, user_id="acme\n1"), ProfileField.USER_ID, ProfileSlip.USER_HAS_SPACE),
        (replace(GOOD, endpoint=REST.endpoint), ProfileField.ENDPOINT, EndpointProblem.IS_REST),
        (replace(REST, endpoint="https://na-x.marketo.com/soap/"), ProfileField.ENDPOINT, EndpointProblem.IS_SOAP),
        (replace(REST, identity="x y"), ProfileField.IDENTITY, EndpointProblem.NO_ADDRESS),
        (replace(REST, foreign_field="CRM Id"), ProfileField.FOREIGN_FIELD, ProfileSlip.FIELD_NAME_BAD),
        (replace(REST, foreign_field="2nd"), ProfileField.FOREIGN_FIELD, ProfileSlip.FIELD_NAME_BAD),
    ],
)
def test_each_slip_is_told_at_its_field(
    profile: Profile, field: ProfileField, slip: ProfileSlip | EndpointProblem
) -> None:
    assert check_profile(profile, ["Other"]) == {field: slip}


def test_spaces_around_a_user_id_are_no_slip_because_they_are_left_out() -> None:
    assert check_profile(replace(GOOD, user_id=" acme1_55 "), []) == {}
