"""Each connection is treated by the rules of its own API."""

from dataclasses import replace

from mktgui.domain.api_rules import rules_of
from mktgui.domain.profile import PRACTICE, PRACTICE_REST
from mktgui.domain.rest_rules import RestRules
from mktgui.domain.soap_rules import SOAP_RULES


def test_a_connection_has_the_rules_of_its_api() -> None:
    assert rules_of(PRACTICE) is SOAP_RULES
    assert rules_of(replace(PRACTICE_REST, foreign_field=" crmId ")) == RestRules("crmId")
