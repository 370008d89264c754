"""What is copied comes out as it went in."""

import pytest

from mktgui.ui.exact_copy import copy_of


@pytest.mark.parametrize("text", ["a\xa0b\r\nc\u2028\u2029\td ", "价🦊", ""])
def test_a_text_is_copied_as_it_is(text: str) -> None:
    assert copy_of(text).text() == text
    assert copy_of(text).data("text/plain").data() == text.encode()


def test_a_byte_order_mark_is_copied_too() -> None:
    data = copy_of("\ufeffa\ud800")
    assert data.data("text/plain").data() == b"\xef\xbb\xbfa?"
    assert data.text() == "a?"
