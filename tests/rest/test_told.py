"""What outlives a call is empty at first, and each has its own."""

from mktgui.domain.profile import TransportKind
from mktgui.domain.secret import Secret
from mktgui.rest.names import FieldName, Names
from mktgui.rest.token import Client, Granted
from mktgui.rest.told import Told, nothing_kept


def test_at_first_nothing_is_known_and_answers_use_the_names_of_rest() -> None:
    told = Told()
    assert (told.kept(), nothing_kept(), told.names.get("https://x.example/rest")) == (None, None, None)
    assert told.words is TransportKind.REST


def test_each_has_its_own() -> None:
    one, other = Told(), Told()
    client = Client("https://x.example/identity", "c", Secret("s"))
    one.tokens.keep(client, Granted(Secret("t"), 3600), one.tokens.clock())
    one.names.put("https://x.example/rest", Names())
    assert one.tokens.get(client) == Secret("t")
    assert other.tokens.get(client) is None
    assert other.names.get("https://x.example/rest") is None


def test_names_are_those_that_were_told_before_those_that_were_kept() -> None:
    there = "https://x.example/rest"
    told = Told(kept=lambda: Names([FieldName("Old__c", "old")]))
    assert told.known_names(there).rest_of("Old__c") == "old"
    assert told.known_names(there).rest_of("FirstName") == "firstName"
    told.names.put(there, Names([FieldName("Old__c", "new")]))
    assert told.known_names(there).rest_of("Old__c") == "new"
    assert told.known_names("https://y.example/rest").rest_of("Old__c") == "old"
    usual = Told(words=TransportKind.SOAP).known_names(there)
    assert (usual.rest_of("LastName"), usual.shown("lastName")) == ("lastName", "LastName")
