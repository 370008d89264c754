"""Text in code arrives as it is: nothing on the way changes it, and Java takes its constants."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.code_text import endpoint_text, is_kept, java_text, with_spaces_kept

CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"')


def test_what_is_kept() -> None:
    assert all(is_kept(one, ascii_only=True) for one in "aZ09 @.,:;/()+=*?#~|[]_-")
    assert not any(is_kept(one, ascii_only=True) for one in "'\"`$%!^&<>{}\\\n\té王😀")
    assert all(is_kept(one, ascii_only=False) for one in 'é王😀"`$%^\\ ')
    assert not any(is_kept(one, ascii_only=False) for one in "'!{}&<>\n\t\u202e\u00a0\ue000")


def test_spaces_that_would_be_eaten() -> None:
    assert with_spaces_kept("  a  b c ", "_") == "_ a_ b c_"
    assert with_spaces_kept(" ", r"\u0020") == r"\u0020"
    assert with_spaces_kept("a b", "_") == "a b"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (" https://1-A-2.mktoapi.com/soap/mktows/3_1?WSDL ", "https://1-A-2.mktoapi.com/soap/mktows/3_1"),
        ("http://[::1]:80/a?b=c&d=%20e", "http://[::1]:80/a?b=c&d=%20e"),
        ("http://h/'\"`$!\\ \n<é>", "http://h/%27%22%60%24%21%5C%20%0A%3C%C3%A9%3E"),
    ],
)
def test_an_endpoint_needs_no_quoting(typed: str, text: str) -> None:
    assert endpoint_text(typed) == text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60), st.integers(1, 700))
def test_constants_of_java_say_the_line(line: str, times: int) -> None:
    written = java_text(line * times)
    constants = CONSTANT.findall(written)
    assert "".join(json.loads(one) for one in constants) == line * times
    assert max(map(len, constants)) <= 65_535
    assert written.startswith("String.join(") == (len(constants) > 1)
