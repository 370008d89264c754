"""Profiles to keep: two known ones, and all that could be."""

from hypothesis import strategies as st

from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment, Profile, TransportKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind

EMEA = Profile(id="emea", name="EMEA", endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", user_id="acme1_55")
APAC = Profile(
    id="apac",
    name="亚太 \"APAC\" 'x' \\ \t",
    endpoint="https://789-XYZ-012.mktoapi.com/soap/mktows/3_1",
    user_id="acme2_66",
    environment=Environment.PRODUCTION,
    connect_seconds=7.5,
    answer_seconds=120.0,
    workspaces=("Default", "亚太", 'a "b"'),
    proxy=ProxyChoice(kind=ProxyKind.MANUAL, host="proxy.corp.example", port=3128, user_name="ada"),
    ca_file="C:\\office\\ca.pem",
    transport=TransportKind.REST,
    identity="https://789-XYZ-012.mktorest.com/identity",
    foreign_field="crmId",
    read_only=False,
)

_SECONDS = st.floats(min_value=0.0, max_value=3600.0, exclude_min=True)
TEXTS = st.text(max_size=10)
PROFILES = st.builds(
    Profile,
    id=st.text(min_size=1, max_size=6).filter(lambda text: text not in {PRACTICE.id, PRACTICE_REST.id, ":proxy"}),
    name=TEXTS,
    endpoint=TEXTS,
    user_id=TEXTS,
    environment=st.sampled_from(Environment),
    connect_seconds=_SECONDS,
    answer_seconds=_SECONDS,
    workspaces=st.lists(TEXTS, max_size=3).map(tuple),
    proxy=st.builds(
        ProxyChoice, kind=st.sampled_from(ProxyKind), host=TEXTS, port=st.integers(1, 65535), user_name=TEXTS
    ),
    ca_file=TEXTS,
    transport=st.sampled_from(TransportKind),
    identity=TEXTS,
    foreign_field=TEXTS,
    read_only=st.sampled_from([None, False, True]),
)
SEVERAL = st.lists(PROFILES, max_size=4, unique_by=lambda profile: profile.id)
