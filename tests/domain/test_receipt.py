"""What goes into a ticket: who, when, which lead, and per field old and new."""

from dataclasses import replace

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.difference import Fate
from mktgui.domain.lead import ABSENT, ForeignType, KeyKind, text_value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import PRACTICE, Environment
from mktgui.domain.receipt import Receipt, ReceiptField, receipt_of
from mktgui.domain.story import Sent, looked_again, story_of
from mktgui.domain.surprise import Surprise
from mktgui.domain.verdict import Verdict, VerdictKind
from tests.domain.leads import AT, answered, known, lead, request, sent, unanswered
from tests.domain.values import assert_is_value

ASKED = request(Title="CEO")
NEW = lead(Title="CEO", Website="acme.example", FirstName="Ana")


def test_they_are_values() -> None:
    told = story_of(sent(ASKED, known(lead())), None, at=AT)
    assert_is_value(lambda: receipt_of(told, "jo", PRACTICE))
    assert_is_value(lambda: ReceiptField("Job Title", "Title", None, "CEO", ABSENT, Fate.UNKNOWN))


def test_a_receipt_of_an_update() -> None:
    before = sent(ASKED, known(lead(Title="VP", FirstName="Ana")))
    told = story_of(before, answered(ASKED, "UPDATED", record=NEW), at=AT)
    made = receipt_of(told, "jo", PRACTICE, {"Title": "Job Title", "Website": "Website"}.__getitem__)
    assert made == Receipt(
        by="jo",
        at=AT,
        connection="Practice",
        environment=Environment.PRACTICE,
        lead_id="7",
        who="Ana",
        key=KeyKind.EMAIL,
        key_text="ana@acme.example",
        status="UPDATED",
        written=Written.YES,
        fields=(
            ReceiptField("Job Title", "Title", text_value("VP"), "CEO", text_value("CEO"), Fate.STUCK),
            ReceiptField("Website", "Website", ABSENT, None, text_value("acme.example"), Fate.ALSO_CHANGED),
        ),
    )


def test_a_surprise_names_both_leads() -> None:
    told = story_of(sent(ASKED, known(lead())), answered(ASKED, "CREATED", "9"), at=AT)
    made = receipt_of(told, "jo", PRACTICE)
    assert (made.surprise, made.lead_id, made.meant_id) == (Surprise.CREATED_INSTEAD, "9", "7")
    same = receipt_of(replace(told, outcome=answered(told.request, "CREATED", "7")), "jo", PRACTICE)
    assert (same.surprise, same.lead_id, same.meant_id) == (Surprise.CREATED_THE_SAME, "7", "")


def test_what_a_look_has_proven_is_in_it() -> None:
    told = looked_again(story_of(sent(ASKED, known(lead())), unanswered(ASKED), at=AT), known(NEW))
    made = receipt_of(told, "jo", PRACTICE)
    assert (made.proven, made.written, made.status) == (told.proven, Written.YES, "")


def test_the_key_as_it_was_used_but_never_a_cookie() -> None:
    title = (AttributeToSend("Title", "CEO"),)
    foreign = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM, workspace="EMEA", attributes=title)
    cookie = SyncLead(cookie="id:1&token:2", attributes=title)
    by_id = request(email=None, marketo_id=7, Title="CEO")
    made = [receipt_of(story_of(sent(one), None, at=AT), "jo", PRACTICE) for one in (foreign, cookie, by_id)]
    assert [(one.key, one.key_text) for one in made] == [
        (KeyKind.FOREIGN_ID, "CUSTOM A-9"),
        (KeyKind.COOKIE, ""),
        (KeyKind.MARKETO_ID, "7"),
    ]
    assert [one.workspace for one in made] == ["EMEA", "", ""]
    assert "token" not in repr(made)


def test_over_rest_a_lead_may_be_changed_by_another_key_than_it_was_found_by() -> None:
    by_field = SyncLead(foreign_id="A-9", lookup_field="crmId")
    found = Verdict(kind=VerdictKind.UPDATES, key=KeyKind.FOREIGN_ID, lead_id="7")
    for asked, text in ((by_field, "A-9"), (SyncLead(marketo_id=7, lookup_field="id"), "")):
        made = receipt_of(story_of(Sent(request=asked, verdict=found), None, at=AT), "jo", PRACTICE)
        assert made.key_text == text
    nobody = Sent(request=by_field, verdict=found._replace(key=KeyKind.MARKETO_ID))
    assert receipt_of(story_of(nobody, None, at=AT), "jo", PRACTICE).key_text == ""
