"""A secret shows itself to those who ask for it by name, and to nobody by accident."""

import logging
import traceback
from dataclasses import dataclass

import pytest

from mktgui.domain.secret import Secret

CANARY = "canary-5f1c-密"


@dataclass(frozen=True)
class Signed:
    """Something of ours that happens to hold a secret."""

    secret: Secret


@pytest.mark.parametrize(
    "shown",
    [
        repr(Secret(CANARY)),
        str(Secret(CANARY)),
        f"{Secret(CANARY)} {Secret(CANARY)!r} {Secret(CANARY)!a}",
        "%s %r" % (Secret(CANARY), Secret(CANARY)),  # noqa: UP031 - the old way is tried too
        str([Secret(CANARY)]),
        repr({"key": Secret(CANARY)}),
        repr(Signed(Secret(CANARY))),
    ],
)
def test_a_secret_shows_stars(shown: str) -> None:
    assert "canary" not in shown
    assert "***" in shown


def test_only_revealing_gives_the_text() -> None:
    assert Secret(CANARY).reveal() == CANARY


def test_a_log_line_shows_stars(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("mktgui").info("signing with %s", Secret(CANARY))
    assert caplog.messages == ["signing with Secret(***)"]


def test_a_crash_with_all_its_variables_shows_stars() -> None:
    def crash(secret: Secret) -> None:
        raise RuntimeError(secret)

    with pytest.raises(RuntimeError) as error:
        crash(Secret(CANARY))
    shown = "".join(traceback.TracebackException.from_exception(error.value, capture_locals=True).format())
    assert "Secret(***)" in shown
    assert CANARY not in shown


def test_secrets_are_the_same_when_their_texts_are() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("A")
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2


def test_a_secret_is_no_text() -> None:
    assert Secret("a") != "a"
    assert not hasattr(Secret("a"), "__dict__")
    with pytest.raises(TypeError):
        len(Secret("a"))  # type: ignore[arg-type]  # its length is nobody's business
