"""Fields are called as their Marketo calls them, else as the standard fields are called."""

from datetime import UTC, datetime

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.ui.field_labels import FieldLabels
from mktgui.ui.page_labels import PageLabels

OWN = FieldDescription(name="Customer_Tier__c", label="Customer Tier", type="string")
TITLE = FieldDescription(name="Title", label="Job Title", type="string")
CATALOGUE = Catalogue((OWN, TITLE), datetime(2026, 11, 25, tzinfo=UTC))


def test_without_a_catalogue_standard_fields_have_their_usual_names() -> None:
    labels = PageLabels(lambda: FieldLabels("en"))
    assert labels.name("Title") == "Job Title"
    assert labels.name("Customer_Tier__c") == "Customer_Tier__c"
    assert labels.use(NO_CATALOGUE) is NO_CATALOGUE


def test_with_one_its_names_count_in_the_language_of_the_window() -> None:
    labels = PageLabels(lambda: FieldLabels("zh_CN"))
    used = labels.use(CATALOGUE)
    assert labels.name("Customer_Tier__c") == "Customer Tier"
    assert labels.name("Title") == "职务"
    assert used.by_name["Title"].label == "职务"
    assert labels.label(OWN) == "Customer Tier"
    assert labels.type_word("boolean") == FieldLabels("zh_CN").type_word("boolean")
