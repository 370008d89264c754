"""What others did to a connection on the screen, from nothing to all of it."""

from dataclasses import replace

import pytest

from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment, Profile, TransportKind
from mktgui.domain.profile_news import News, news_of, now_of
from mktgui.domain.proxy import ProxyChoice, ProxyKind

SHOWN = Profile(id="emea", name="EMEA", endpoint="https://a.example/soap", user_id="one")
OTHER = Profile(id="apac", name="APAC", endpoint="https://b.example/soap", user_id="two")


@pytest.mark.parametrize(
    ("now", "news"),
    [
        (SHOWN, News.NOTHING),
        (replace(SHOWN, name="Europe"), News.CHANGED),
        (replace(SHOWN, environment=Environment.PRODUCTION), News.CHANGED),
        (replace(SHOWN, workspaces=("Default",)), News.CHANGED),
        (replace(SHOWN, proxy=ProxyChoice(kind=ProxyKind.NONE)), News.CHANGED),
        (replace(SHOWN, endpoint="https://c.example/soap"), News.LEADS_ELSEWHERE),
        (replace(SHOWN, user_id="three"), News.LEADS_ELSEWHERE),
        (replace(SHOWN, transport=TransportKind.REST), News.LEADS_ELSEWHERE),
        (replace(SHOWN, identity="https://c.example/identity"), News.LEADS_ELSEWHERE),
        (replace(SHOWN, foreign_field="crmId"), News.LEADS_ELSEWHERE),
    ],
)
def test_what_became_of_it(now: Profile, news: News) -> None:
    assert news_of(SHOWN, (OTHER, now)) is news
    assert now_of(SHOWN, (OTHER, now)) == now


def test_it_is_gone() -> None:
    assert news_of(SHOWN, (OTHER, replace(SHOWN, id="another"))) is News.GONE
    assert now_of(SHOWN, ()) is None


@pytest.mark.parametrize("built_in", [PRACTICE, PRACTICE_REST])
def test_what_is_built_in_nobody_changes(built_in: Profile) -> None:
    assert news_of(built_in, (OTHER,)) is News.NOTHING
    assert now_of(built_in, ()) is built_in
