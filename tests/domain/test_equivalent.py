"""The same change over both APIs: what is true of one of them alone."""

from dataclasses import replace

from mktgui.domain.calls import Action
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.equivalent import Side, over_both, sides
from mktgui.domain.findings import Code
from mktgui.domain.plan import plan
from mktgui.domain.profile import PRACTICE, Profile, TransportKind
from tests.domain.fields import field
from tests.domain.leads import known, lead
from tests.domain.values import assert_is_value

SOAP, REST = TransportKind.SOAP, TransportKind.REST
ACME = Profile(id="1", name="Acme", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="u")
EMAIL = "ana@acme.example"


def both(draft: Draft, profile: Profile = ACME) -> dict[TransportKind, Side]:
    return sides({SOAP: draft, REST: draft}, over_both(profile), known(lead(), lead("6")))


def own(side: Side) -> set[Code]:
    return {finding.code for finding in side.own}


def test_a_connection_has_its_like_over_the_other_api() -> None:
    there = over_both(ACME)
    assert there[SOAP] is ACME
    assert (there[REST].transport, there[REST].id) == (REST, "")
    assert there[REST].endpoint == "https://123-ABC-456.mktorest.com/rest"
    back = over_both(replace(there[REST], id="2"))
    assert back[REST].id == "2"
    assert (back[SOAP].transport, back[SOAP].id, back[SOAP].endpoint) == (SOAP, "", "")


def test_each_side_has_its_request_and_what_is_true_of_it_alone() -> None:
    found = both(Draft(email=EMAIL, workspace="EMEA", rows=(Row("City", CLEAR),)))
    assert all(side.plan.request is not None for side in found.values())
    assert own(found[SOAP]) == {
        *(Code.UPDATES_NEWEST, Code.WORKSPACE_IGNORED, Code.ONLY_DEFAULT_WITHOUT_WORKSPACES, Code.CLEARS)
    }
    assert own(found[REST]) == {
        *(Code.SKIPS_SEVERAL, Code.MUST_BE_IN_PARTITION, Code.CLEARS_BY_NULL, Code.READ_BY_SECOND_CALL)
    }
    assert found[SOAP].profile is ACME


def test_what_both_say_and_what_is_told_in_the_table_is_left_out() -> None:
    rows = (Row("Company", Edit(EditKind.SET, " x")), Row("Title"))
    found = both(Draft(email=EMAIL, rows=rows))
    assert Code.GOES_BY_EMAIL not in own(found[SOAP]) | own(found[REST])
    assert Code.VALUE_STRAY_SPACE not in own(found[SOAP]) | own(found[REST])
    assert Code.COMPANY_FIELD in own(found[REST])


def test_what_one_api_cannot_do_leaves_the_other_as_it_is() -> None:
    found = both(Draft(email=EMAIL, action=Action.CREATE_ONLY))
    assert found[SOAP].plan.request is None
    assert Code.ACTION_NOT_OVER_SOAP in own(found[SOAP])
    assert found[REST].plan.request is not None


def test_the_fields_that_are_known_count() -> None:
    draft = Draft(email=EMAIL, rows=(Row("ok", Edit(EditKind.SET, "1")),))
    catalogue = Catalogue((field("ok", kind="boolean"),))
    found = sides({SOAP: draft, REST: draft}, over_both(PRACTICE), None, {REST: catalogue})
    assert Code.JSON_VALUE in own(found[REST])


def test_a_side_is_a_value() -> None:
    assert_is_value(lambda: Side(ACME, plan(Draft(email=EMAIL)), ()))
