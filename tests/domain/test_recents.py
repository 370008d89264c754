"""The recent leads: the last first, none twice, and what was known of one is not forgotten because a call failed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.lead import KeyKind
from mktgui.domain.recents import MOST_RECENTS, Deed, LoadedRecents, Recent, RecentStore, with_recent, without_recent
from mktgui.storage.recents import RecentsFile
from tests.domain.ports_kept import assert_keeps
from tests.domain.values import assert_is_value

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)


def by_email(text: str, lead_id: str = "", who: str = "", deed: Deed = Deed.LOADED) -> Recent:
    return Recent(key=KeyKind.EMAIL, text=text, deed=deed, at=NOON, lead_id=lead_id, who=who)


def by_id(lead_id: str, deed: Deed = Deed.LOADED) -> Recent:
    return Recent(key=KeyKind.MARKETO_ID, text=lead_id, deed=deed, at=NOON, lead_id=lead_id)


ANA, BEN = by_email("ana@corp.example", "1", "Ana Ruiz"), by_email("ben@corp.example", "2", "Ben Roy")
RECENTS = st.builds(
    Recent,
    key=st.sampled_from(KeyKind),
    text=st.sampled_from(["a", "A", " a ", "b"]),
    deed=st.sampled_from(Deed),
    at=st.just(NOON),
    lead_id=st.sampled_from(["", "1", "2", "3"]),
)


def test_recents_are_values() -> None:
    assert_is_value(lambda: by_email("ana@corp.example", "1", "Ana Ruiz"))
    assert_is_value(lambda: LoadedRecents((by_id("1"),)))


def test_the_last_one_comes_first_also_where_the_clock_was_put_back() -> None:
    early = Recent(key=KeyKind.EMAIL, text="zoe@corp.example", deed=Deed.CREATED, at=NOON - timedelta(days=9))
    assert with_recent((ANA, BEN), early) == (early, ANA, BEN)


def test_a_lead_that_comes_again_is_there_once_however_it_was_found() -> None:
    again = by_id("2", Deed.CHANGED)
    [first, second] = with_recent((ANA, BEN), again)
    assert (first.lead_id, first.key, first.deed, first.who) == ("2", KeyKind.MARKETO_ID, Deed.CHANGED, "Ben Roy")
    assert second == ANA


def test_what_was_known_is_known_still_after_a_call_that_failed() -> None:
    [first, second] = with_recent((ANA, BEN), by_email(" BEN@corp.example", deed=Deed.FAILED))
    assert (first.lead_id, first.who, first.deed) == ("2", "Ben Roy", Deed.FAILED)
    assert second == ANA


def test_two_leads_of_one_address_are_two() -> None:
    twin = by_email("ana@corp.example", "9", "Ana Twin")
    assert with_recent((ANA,), twin) == (twin, ANA)
    [first, second] = with_recent((twin, ANA), by_email("ana@corp.example", deed=Deed.FAILED))
    assert (first.lead_id, second) == ("9", ANA)


def test_keys_other_than_addresses_are_compared_to_the_letter() -> None:
    one = Recent(key=KeyKind.FOREIGN_ID, text="00Qa", deed=Deed.LOADED, at=NOON)
    other = Recent(key=KeyKind.FOREIGN_ID, text="00QA", deed=Deed.LOADED, at=NOON)
    assert with_recent((one,), other) == (other, one)


@given(st.lists(RECENTS, max_size=60))
def test_there_are_never_too_many_and_never_two_of_one_marketo_id(several: list[Recent]) -> None:
    recents: tuple[Recent, ...] = ()
    for one in several:
        recents = with_recent(recents, one)
        assert (recents[0].key, recents[0].text, recents[0].deed) == (one.key, one.text, one.deed)
    ids = [one.lead_id for one in recents if one.lead_id]
    assert len(ids) == len(set(ids))


def test_the_oldest_make_room() -> None:
    recents: tuple[Recent, ...] = ()
    for number in range(MOST_RECENTS + 5):
        recents = with_recent(recents, by_id(str(number)))
    assert [one.lead_id for one in recents] == [str(number) for number in range(MOST_RECENTS + 4, 4, -1)]


def test_the_port_is_kept() -> None:
    assert_keeps(RecentsFile, RecentStore)


def test_one_lead_can_be_taken_out_by_whichever_key_it_was_found() -> None:
    assert without_recent((ANA, BEN), by_id("1")) == (BEN,)
    assert without_recent((ANA, BEN), by_id("3")) == (ANA, BEN)
