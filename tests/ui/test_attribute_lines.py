"""Every field of lead and catalogue is a line, in an order that a person can rely on."""

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue, Lock
from mktgui.domain.draft import CLEAR
from mktgui.domain.lead import ABSENT, EMPTY, LeadRecord
from mktgui.ui.attribute_lines import OWN_WORDS, Line, OwnWords, folded_names, lines_of, put_first
from mktgui.ui.field_labels import FieldLabels
from tests.ui.lead_sheet import CATALOGUE, RECORD, field, setting


def by_name(record: LeadRecord | None = RECORD, favourites: frozenset[str] = frozenset()) -> dict[str, Line]:
    return {line.name: line for line in lines_of(record, CATALOGUE, OWN_WORDS, favourites)}


def test_identifiers_come_first_then_favourites_then_the_rest_by_label() -> None:
    assert list(by_name(favourites=frozenset({"Unsubscribed", "Title"}))) == [
        *("Id", "Email"),
        *("Title", "Unsubscribed"),
        *("Address", "CreatedAt", "Birthday", "Old__c", "Rating", "Renewal"),
    ]


def test_a_line_is_put_first_and_back_again() -> None:
    lines = list(by_name(favourites=frozenset({"Title"})).values())
    order = [line.name for line in lines]
    rating = next(line for line in lines if line.name == "Rating")
    put_first(lines, rating, favourite=True)
    assert [line.name for line in lines][:5] == ["Id", "Email", "Title", "Rating", "Address"]
    assert not lines[3].reads_like(by_name()["Rating"])
    lines[3].become(by_name()["Rating"])
    assert not rating.favourite
    put_first(lines, rating, favourite=False)
    assert [line.name for line in lines] == order
    put_first(alone := [rating], rating, favourite=True)
    assert alone == [rating]


def test_letters_come_before_chinese_and_that_goes_by_its_sound() -> None:
    labels = ["总机", "zip", "国家", "Zone", "城市", "\ud800", "员工人数", "Apple", "名"]
    named = Catalogue(tuple(field(f"f{number}", label=label) for number, label in enumerate(labels)))
    shown = [line.label for line in lines_of(None, named, OWN_WORDS, frozenset())]
    assert shown == ["\ud800", "Apple", "zip", "Zone", "城市", "国家", "名", "员工人数", "总机"]


def test_without_a_lead_there_are_only_the_fields_that_can_be_attributes() -> None:
    lines = by_name(None)
    assert {"Id", "Email", "leadAttributeList", "Old__c"}.isdisjoint(lines)
    assert lines["Title"].now is None


def test_a_line_says_what_catalogue_and_lead_say() -> None:
    lines = by_name()
    title = lines["Title"]
    assert (title.label, title.type, title.type_word) == ("Job Title", "string", "string")
    assert title.now is not None
    assert title.now.text == "VP Sales"
    assert (lines["Rating"].now, lines["Unsubscribed"].now) == (EMPTY, ABSENT)
    assert (lines["Old__c"].label, lines["Old__c"].type) == ("Old__c", "string")


def test_what_cannot_be_written_is_locked() -> None:
    lines = by_name()
    assert lines["CreatedAt"].lock is Lock.READ_ONLY
    assert lines["Rating"].lock is Lock.UPDATE_BLOCKED
    assert [name for name, line in lines.items() if line.is_locked] == ["Id", "Email", "CreatedAt", "Rating"]


def test_blank_is_what_has_no_text_and_nothing_that_speaks_for_it() -> None:
    lines = by_name(favourites=frozenset({"Renewal"}))
    assert [name for name, line in lines.items() if line.is_blank] == ["Birthday", "Rating", "Unsubscribed"]
    lines["Rating"].edit = CLEAR
    assert not lines["Rating"].is_blank
    assert not Line("added by hand").is_blank


def test_a_line_is_found_by_label_name_and_both_values() -> None:
    title = by_name()["Title"]
    title.edit = setting("Title", "VP Marketing").edit
    assert all(title.matches(text) for text in ("job t", "title", "vp sales", "market", ""))
    assert not title.matches("ceo")
    assert Line("Titel").matches("titel")


def test_a_record_that_names_an_attribute_twice_has_one_line_with_the_first_value() -> None:
    twice = LeadRecord(attributes=(*RECORD.attributes, *RECORD.attributes[::-1]))
    assert by_name(twice).keys() == by_name(LeadRecord(attributes=RECORD.attributes)).keys()
    lines = lines_of(twice, NO_CATALOGUE, OWN_WORDS, frozenset())
    assert len(lines) == len(RECORD.attributes)


def test_a_text_means_a_name_before_it_means_a_label_and_nothing_where_it_means_two() -> None:
    def line(name: str, label: str) -> Line:
        return Line(name, label)

    folded = folded_names([line("Title", "Job Title"), line("Rank", "Title"), line("A", "Same"), line("B", "Same")])
    assert folded["job title"] == "Title"
    assert folded["title"] == "Title"
    assert "same" not in folded
    assert "x" not in folded_names([line("x", "One"), line("X", "Two")])


def test_without_other_words_a_field_is_called_as_marketo_calls_it() -> None:
    words = OwnWords()
    assert words.label(field("Title", "Job Title")) == "Job Title"
    assert words.label(FieldDescription(name="Title", label="", type="string")) == "Title"
    assert (words.label("Title"), words.type_word("phone")) == ("Title", "phone")


def test_the_words_of_the_window_are_used_for_labels_and_types() -> None:
    lines = {line.name: line for line in lines_of(RECORD, CATALOGUE, FieldLabels("zh_CN"), frozenset())}
    assert lines["Unsubscribed"].label == "已退订"
    assert lines["Unsubscribed"].type_word == FieldLabels("zh_CN").type_word("boolean") != "boolean"
    assert lines["Title"].matches("title")


def test_over_rest_identifiers_have_the_names_of_its_fields() -> None:
    catalogue = Catalogue((field("id", "Marketo ID"), field("email", "Email Address"), field("title", "Job Title")))
    lines = lines_of(RECORD, catalogue, OWN_WORDS, frozenset())
    assert [(line.name, line.label) for line in lines[:2]] == [("id", "Marketo ID"), ("email", "Email Address")]
    assert all(line.is_identifier for line in lines[:2])
    assert [line.name for line in lines].count("email") == 1
    unknown = lines_of(RECORD, NO_CATALOGUE, OWN_WORDS, frozenset())
    assert [line.name for line in unknown[:2]] == ["Id", "Email"]
