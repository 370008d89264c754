"""Messages as text: never a failure, never a secret unless it is asked for, never a letter changed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mktgui.domain.calls import SyncLead
from mktgui.domain.ports import TextForm
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.messages import read_message
from mktgui.soap.signature import Credentials

CANARY = "CANARY0123456789"
ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7")
calm = settings(deadline=None)  # a busy machine is no failure


def raw(body: bytes) -> str:
    return read_message(body, TextForm.RAW, masked=False).text


def formatted(body: bytes) -> str:
    message = read_message(body, TextForm.FORMATTED, masked=False)
    assert message.formatted
    return message.text


def test_formatting_puts_one_element_a_line_and_touches_no_text() -> None:
    body = b'<?xml version="1.0"?>\n<a><b>x\r\n  y </b><c/><d><e> </e></d><f>1<g/>2</f><h><![CDATA[<&]]></h>&#13;</a>'
    flat = b"<a><b>x  y </b><c/><d><e> </e></d></a>"
    assert formatted(flat) == "<a>\n  <b>x  y </b>\n  <c/>\n  <d>\n    <e> </e>\n  </d>\n</a>"
    assert "<f>1<g/>2</f>" in formatted(body)
    assert "<![CDATA[<&]]>" in formatted(body)
    assert "&#13;" in formatted(body)


def test_request_is_shown_masked_unless_asked(envelopes: EnvelopeBuilder) -> None:
    request = envelopes.build(SyncLead(email="ada@corp.example"), Credentials("acme1_55", CANARY, "T"))
    for form in TextForm:
        masked = read_message(request, form, masked=True).text
        shown = read_message(request, form, masked=False).text
        assert CANARY not in masked
        assert "acme1_55" not in masked
        assert "ada@corp.example" in masked
        assert CANARY in shown
        assert masked == shown.replace(CANARY, "***").replace("acme1_55", "***")


@pytest.mark.parametrize("broken", [b"", b"It works!\n", b"<a>", b"<a></b>", b"<a>&unknown;</a>", b"\xff\xfe<", b"\0"])
def test_what_cannot_be_formatted_is_shown_raw(broken: bytes) -> None:
    message = read_message(broken, TextForm.FORMATTED, masked=False)
    assert not message.formatted
    assert message.text == raw(broken)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding_is_found(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><a>é{CANARY}</a>'
    shown = read_message(text.encode(encoding), TextForm.RAW, masked=False)
    mark = "\ufeff" if encoding in {"utf-8-sig", "utf-16", "utf-32"} else ""
    assert shown.text == mark + text
    assert shown.text.encode(shown.encoding) == text.encode(encoding)
    assert read_message(text.encode(encoding), TextForm.RAW, masked=False).formatted is False


def test_without_a_declaration_it_is_utf_8_and_stray_bytes_show() -> None:
    assert raw("价 🦊".encode()) == "价 🦊"
    assert raw(b"a\xffb") == "a\\xffb"
    assert raw(b'<?xml version="1.0" encoding="no-such"?>\xc3\xa9') == '<?xml version="1.0" encoding="no-such"?>é'
    assert raw(b'<?xml version="1.0" encoding="hex"?>\xc3\xa9').endswith("é")


def test_raw_keeps_every_line_end() -> None:
    assert raw(b"a\r\nb\rc\nd\t") == "a\r\nb\rc\nd\t"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", TextForm)
@pytest.mark.parametrize("end", ["</p:requestSignature></a>", ""])
def test_canary_never_shows_in_any_encoding(encoding: str, form: TextForm, end: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><a xmlns:p="p"><p:requestSignature>{CANARY}{end}'
    message = read_message(text.encode(encoding), form, masked=True)
    assert CANARY not in message.text.replace("\0", "")
    assert "***" in message.text


@calm
@given(st.binary(max_size=80), st.sampled_from(TextForm))
@example(b'<?xml version="1.0" encoding="undefined"?>', TextForm.RAW)
@example(b'<?xml version="1.0" encoding="idna"?>\xff', TextForm.RAW)
def test_no_bytes_make_it_fail(body: bytes, form: TextForm) -> None:
    for masked in (True, False):
        message = read_message(body, form, masked=masked)
        assert message.formatted <= (form is TextForm.FORMATTED)
        assert bool(message.text) == bool(body)


def test_outside_files_and_entities_are_not_read() -> None:
    secret = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]><a>&x;&y;</a>'
    assert formatted(secret).endswith("<a>&x;&y;</a>")


def test_stray_bytes_show_across_every_seam_of_the_reading() -> None:
    """Far more than are decoded at once, with characters that lie on the seams."""
    body = "a价".encode() * 10_000 + b"\xff" + "🦊".encode() * 10_000 + b"\xf0\x9f"
    assert raw(body) == "a价" * 10_000 + "\\xff" + "🦊" * 10_000 + "\\xf0\\x9f"


def test_elements_can_be_asked_for_in_whatever_is_well_formed() -> None:
    assert read_message(b"<a><b/></a>", TextForm.RAW, masked=True).tree is not None
    assert read_message(b"<a><b></a>", TextForm.RAW, masked=True).tree is None


def test_what_breaks_off_still_has_an_outline() -> None:
    message = read_message(b"<r><attribute><attrName>Title</attrName><attrValue>VP", TextForm.FORMATTED, masked=True)
    assert not message.formatted
    assert message.outline is not None
    assert message.outline.spans_of("Title") != ()


def test_nothing_of_the_declaration_or_the_way_of_writing_is_lost() -> None:
    body = b"<?xml version='1.0'  encoding='UTF-8' ?><a  b = 'x'><c></c><d>&#65;&quot;&#160;</d></a>"
    assert formatted(body).replace("\n  ", "").replace("\n", "") == body.decode()


@pytest.mark.parametrize("depth", [300, 2000])
def test_deep_messages_are_formatted_too(depth: int) -> None:
    assert formatted(b"<a>" * depth + b"</a>" * depth).count("\n") == 2 * depth - 2
