"""Over each API the fields of a connection have the names that Marketo has for them."""

import pytest
from PySide6.QtWidgets import QApplication

from mktgui.domain.endpoint import EndpointProblem
from mktgui.domain.profile import TransportKind
from mktgui.domain.profile_check import ProfileField, ProfileSlip
from mktgui.ui.names import plain
from mktgui.ui.profile_form_words import FormWords


@pytest.fixture
def words(qapp: QApplication) -> FormWords:
    return FormWords()


def test_labels_are_those_of_the_api(words: FormWords) -> None:
    soap, rest = words.of(TransportKind.SOAP), words.of(TransportKind.REST)
    assert [plain(label) for label in soap.labels.values()] == ["Name", "SOAP endpoint", "User ID"]
    assert set(rest.labels) == set(ProfileField)
    assert (plain(soap.secret), plain(rest.secret)) == ("Encryption key", "Client secret (key)")
    assert "Web Services, SOAP API" in soap.help
    assert "LaunchPoint" in rest.help


@pytest.mark.parametrize("kind", TransportKind)
@pytest.mark.parametrize("slip", [*ProfileSlip, *EndpointProblem])
def test_every_slip_has_a_sentence(words: FormWords, kind: TransportKind, slip: ProfileSlip | EndpointProblem) -> None:
    assert words.slip(slip, kind).endswith(".")


def test_what_to_paste_depends_on_the_api(words: FormWords) -> None:
    soap, rest = (words.slip(ProfileSlip.USER_EMPTY, kind) for kind in TransportKind)
    assert "user ID" in soap
    assert "client ID" in rest
