"""Drafts of every kind, for properties that hold of all of them."""

from hypothesis import strategies as st

from mktgui.domain.calls import Action
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.lead import ForeignType, KeyKind

COOKIE = "id:123-ABC-456&token:_mch-corp.example-1300000000000-12345"
ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=12)  # lone surrogates too
NUMBERS = st.integers(-1, 2**33).map(str)
NAMES = st.sampled_from(["Title", "title", " Title", "City", "Email", "ID", "MarketoCookie", "Shoe Größe", "", " "])
IDENTIFIERS = st.one_of(st.just(""), st.sampled_from(["ada@corp.example", COOKIE, " A-9 "]), NUMBERS, ANYTHING)
TELLING = st.sampled_from(
    ["", " ", "CTO", "\t", "a\nb", "\x00", "\x7f", "\x85", "\ud800", "\ufffe", "\U0001fffe", "]]>"]
)

EDITS = st.builds(Edit, st.sampled_from(EditKind), st.one_of(TELLING, ANYTHING))
ROWS = st.lists(st.builds(Row, st.one_of(NAMES, ANYTHING), EDITS), max_size=5).map(tuple)

DRAFTS = st.builds(
    Draft,
    key=st.sampled_from(KeyKind),
    marketo_id=st.one_of(st.just(""), NUMBERS, ANYTHING),
    email=IDENTIFIERS,
    foreign_id=IDENTIFIERS,
    foreign_type=st.sampled_from(["", *ForeignType]),
    cookie=IDENTIFIERS,
    rows=ROWS,
    workspace=st.one_of(st.sampled_from(["", "Default", "EMEA"]), ANYTHING),
    return_lead=st.booleans(),
    action=st.sampled_from(Action),
)
