"""A past call is copied for the API that it went over; where it cannot be, a sentence says why."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile, TransportKind
from mktgui.ui.copy_as_menu import CallToCopy
from mktgui.ui.past_copies import PastCopies
from tests.domain.test_recall import BY_CUSTOM_ID, entry

SOAP = Profile(id="emea", name="EMEA", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="u")
REST = replace(SOAP, endpoint="https://123-ABC-456.mktorest.com/rest", transport=TransportKind.REST)
TITLE = (AttributeToSend("Title", "CEO"),)


@pytest.fixture
def past(qapp: QApplication) -> PastCopies:
    return PastCopies()


def test_a_call_over_the_api_of_its_connection(past: PastCopies) -> None:
    assert past.call(entry(), SOAP) == CallToCopy(SyncLead(email="ana@acme.example", attributes=TITLE), SOAP)
    by_email = SyncLead(email="ana@acme.example", attributes=TITLE, lookup_field="email")
    assert past.call(entry(transport="rest"), REST) == CallToCopy(by_email, REST)


def test_the_connection_speaks_another_api_now(past: PastCopies) -> None:
    found = past.call(entry(transport="rest"), SOAP)
    assert isinstance(found, CallToCopy)
    assert found.profile == replace(SOAP, transport=TransportKind.REST)  # its REST address follows from that of SOAP
    words = "Nothing was copied: the address of the connection EMEA is none of the API that this call went over."
    assert past.call(entry(), REST) == words
    for built_in in (PRACTICE, PRACTICE_REST):
        assert isinstance(past.call(entry(), built_in), CallToCopy)


def test_a_foreign_id_over_rest(past: PastCopies) -> None:
    sent = entry(BY_CUSTOM_ID, transport="rest")
    found = past.call(sent, replace(REST, foreign_field=" crmKey "))
    assert isinstance(found, CallToCopy)
    assert found.call == SyncLead(foreign_id="A-9", attributes=TITLE, lookup_field="crmKey")
    assert past.call(sent, REST) == (
        "This call goes by a foreign ID, and the connection EMEA names no field for foreign IDs. "
        "Name one under Connections, and try again. Nothing was sent or copied."
    )


def test_there_is_nothing_to_copy(past: PastCopies) -> None:
    assert past.call(None, SOAP) == "Nothing was copied: no call is chosen."
    assert past.call(entry(None), SOAP) == "Nothing was copied: too little was kept of this call."
    assert past.call(entry(), None) == (
        "Nothing was copied: the connection EMEA is not there any more, and with it the address."
    )
