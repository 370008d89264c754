"""A message of any kind is masked as what it is: credentials first, then values, in body and head."""

import pytest

from mktgui.domain.exchange import Message
from mktgui.domain.ports import TextForm
from mktgui.domain.pseudonyms import pseudonyms_for
from mktgui.soap.messages import read_message
from mktgui.wire.disguise import disguised_body, disguised_head, disguised_message
from tests.domain.tickets import ANSWER, CALL

MASKED = pseudonyms_for(CALL, ANSWER)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "\ufeff\n<a><requestSignature>123</requestSignature><b>Ana</b></a>",
            "\ufeff\n<a><requestSignature>***</requestSignature><b>person-1 first name</b></a>",
        ),
        ('{"access_token": "abc", "n": "Ana"}', '{"access_token": "***", "n": "person-1 first name"}'),
        ('["Ana"]', '["person-1 first name"]'),
        ('{"n": "Ana', '{"n": "person-1 first name'),
        ("[" * 100_000, "[" * 100_000),
        ("Ana: 502 Bad Gateway", "person-1 first name: 502 Bad Gateway"),
        ("", ""),
    ],
)
def test_body(text: str, masked: str) -> None:
    assert disguised_body(text, MASKED) == masked


def test_head() -> None:
    message = Message(
        "GET /x?filterValues=ana.ruiz%40acme.example&access_token=abc&n=Ana%20Ruiz&m=Ana HTTP/1.1",
        (
            ("Host", "acme.example"),
            ("Content-Type", "text/Ana"),
            ("Authorization", "Bearer abc"),
            ("X-Who", "Ana Ruiz"),
        ),
        b"",
    )
    assert disguised_head(message, MASKED).splitlines() == [
        "GET /x?filterValues=person-1@example.com&access_token=***&n=person-1&m=person-1%20first%20name HTTP/1.1",
        "Host: acme.example",
        "Content-Type: text/Ana",
        "Authorization: ***",
        "X-Who: person-1",
    ]


@pytest.mark.parametrize("line", ["HTTP/1.1 200 Ana Ruiz", "", "Ana"])
def test_other_first_lines_stay(line: str) -> None:
    assert disguised_head(Message(line, (), b""), MASKED) == line


def test_message_as_it_is_shown() -> None:
    message = Message("", (), b"<a><b>Ana</b></a>")
    text = disguised_message(read_message, message, MASKED, TextForm.FORMATTED)
    assert text == "<a>\n  <b>person-1 first name</b>\n</a>"
