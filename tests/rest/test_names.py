"""Names on both sides."""

from mktgui.domain.answers import FieldDescription
from mktgui.domain.profile import TransportKind
from mktgui.rest.names import FieldName, NameBook, Names, names_of, standard_names, with_standard

NAMES = Names([FieldName("Old__c", "", "string"), FieldName("", "new", "date"), FieldName("A", "b", "integer")])


def test_names_that_are_known() -> None:
    assert (NAMES.rest_of("A"), NAMES.soap_of("b"), NAMES.type_of("A"), NAMES.type_of("b")) == (
        *("b", "A"),
        *("integer", "integer"),
    )
    assert NAMES.rest_of("Old__c") == ""
    assert (NAMES.soap_of("new"), NAMES.type_of("new")) == ("new", "date")


def test_names_that_are_not_known_are_the_same() -> None:
    assert (NAMES.rest_of("X__c"), NAMES.soap_of("X__c"), NAMES.type_of("X__c")) == ("X__c", "X__c", "")


def test_a_description_counts_for_more() -> None:
    joined = NAMES.joined(Names([FieldName("A", "c", "string"), FieldName("New", "new", "date")]))
    assert (joined.rest_of("A"), joined.type_of("A"), joined.soap_of("new")) == ("c", "string", "New")
    assert joined.rest_of("Old__c") == ""


def test_where_rest_names_are_spoken_none_is_taken_for_the_soap_name_of_another_field() -> None:
    names = Names([FieldName("title", "title_c"), FieldName("Title", "title")])
    assert names.rest_of("title") == "title_c"
    spoken = names.worded(TransportKind.REST)
    assert [spoken.rest_of(name) for name in ("title", "Title", "new")] == ["title", "title", "new"]


def test_the_standard_names_of_the_facts_sheet() -> None:
    names = standard_names()
    pairs = {
        "DateofBirth": "dateOfBirth",
        "SICCode": "sicCode",
        "Marketo Jigsaw Contact Id": "jigsawContactId",
        "FirstName": "firstName",
        "Id": "id",
        "Email": "email",
    }
    assert {soap: names.rest_of(soap) for soap in pairs} == pairs
    assert {rest: names.soap_of(rest) for rest in pairs.values()} == {rest: soap for soap, rest in pairs.items()}
    assert (names.type_of("LeadScore"), names.type_of("Unsubscribed")) != ("", "")
    assert standard_names() is names


def test_answers_use_the_names_of_either_side() -> None:
    assert (NAMES.shown("b"), NAMES.shown("new"), NAMES.shown("x")) == ("A", "new", "x")
    rest = NAMES.worded(TransportKind.REST)
    assert (rest.shown("b"), rest.rest_of("A")) == ("b", "b")
    assert rest.joined(Names([FieldName("C", "d")])).shown("d") == "d"


def test_each_marketo_has_its_own_names_until_they_are_not_true_any_more() -> None:
    book = NameBook()
    book.put("https://a.example/rest", NAMES)
    assert book.get("https://a.example/rest") is NAMES
    assert book.get("https://b.example/rest") is None
    book.drop("https://a.example/rest")
    book.drop("https://a.example/rest")
    assert book.get("https://a.example/rest") is None


def test_a_catalogue_that_was_read_over_rest_holds_the_names() -> None:
    fields = [
        FieldDescription(name="Old__c", label="Old", type="string", soap_name="Old__c"),
        FieldDescription(name="new", label="New", type="date", rest_name="new"),
        FieldDescription(name="A", label="A", type="integer", soap_name="A", rest_name="b"),
    ]
    names = names_of(fields)
    assert names is not None
    assert (names.rest_of("A"), names.rest_of("Old__c"), names.type_of("new")) == ("b", "", "date")
    assert names_of(fields[:1]) is None
    assert names_of([]) is None


def test_which_names_rest_is_known_to_have() -> None:
    names = ("title", "id", "Title", "memberships")
    assert [standard_names().knows(name) for name in names] == [True, True, False, False]


def test_what_answers_call_a_field_and_its_type() -> None:
    in_rest = NAMES.worded(TransportKind.REST)
    assert [NAMES.in_answers(name) for name in ("b", "new", "x")] == [("A", "integer"), ("new", "date"), ("x", "")]
    assert [in_rest.in_answers(name) for name in ("b", "new", "x")] == [("b", "integer"), ("new", "date"), ("x", "")]
    assert NAMES.rest_fields == ("new", "b")


def test_a_description_beside_the_names_that_every_marketo_has() -> None:
    described = Names([FieldName("Title", "jobTitle", "string")])
    both = with_standard(described, TransportKind.SOAP)
    assert [both.in_answers(name) for name in ("jobTitle", "email")] == [("Title", "string"), ("Email", "email")]
    assert with_standard(described, TransportKind.REST).in_answers("jobTitle") == ("jobTitle", "string")
    assert with_standard(described, TransportKind.SOAP) is both
