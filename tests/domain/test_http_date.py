"""A date as headers have it, in each form that HTTP ever had, or none."""

from datetime import UTC, datetime, timedelta

import pytest

from mktgui.domain.http_date import read_http_date

THEN = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 -0000",
        "Sun, 06 Nov 1994 16:49:37 +0800",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ],
)
def test_a_date_is_read(text: str) -> None:
    found = read_http_date(text)
    assert found == THEN
    assert found is not None
    assert found.utcoffset() in {timedelta(0), timedelta(hours=8)}


@pytest.mark.parametrize("text", ["", "soon", "120", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 9999999999 8:49:37"])
def test_anything_else_is_none(text: str) -> None:
    assert read_http_date(text) is None
