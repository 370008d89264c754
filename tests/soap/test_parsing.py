"""XML parsed from its bytes: what its writers get wrong and nobody misses, and what stays wrong."""

import pytest
from lxml import etree

from mktgui.soap.parsing import declared_encoding, parsed

WIDE = ("UTF-16", "utf-16", "utf-16le", "UTF-32", "UCS-2", "ISO-10646-UCS-2")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"<a/>", ""),
        (b"<?xml version='1.0'?><a/>", ""),
        (b"<?xml version='1.0' encoding='GB18030'?><a/>", "gb18030"),
        (b'\xef\xbb\xbf<?xml encoding = "UTF-8"?><a/>', "utf-8"),
        (b"\r\n <?xml encoding='latin1'?><a/>", "latin1"),
        ("<?xml encoding='utf-16'?><a/>".encode("utf-16"), ""),
        *((f"<?xml version='1.0' encoding='{one}'?><a/>".encode(), "utf-8") for one in WIDE),
    ],
)
def test_what_the_declaration_says(body: bytes, encoding: str) -> None:
    assert declared_encoding(body) == encoding


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_declaration_that_was_written_in_memory_is_not_believed(encoding: str, mark: bytes) -> None:
    body = mark + f"<?xml version='1.0' encoding='{encoding}'?><a>副</a>".encode()
    assert parsed(body, huge_tree=False).text == "副"


def test_one_that_tells_the_truth_is() -> None:
    for encoding in ("utf-16", "gb18030", "utf-8"):
        body = f"<?xml version='1.0' encoding='{encoding}'?><a>副</a>".encode(encoding)
        assert parsed(body, huge_tree=False).text == "副"


def test_blank_lines_before_the_declaration_do_not_count() -> None:
    assert parsed(b"\r\n\n <?xml version='1.0' encoding='utf-8'?>\n<a>1</a>\n", huge_tree=False).text == "1"
    assert parsed(b"\n <a>1</a>", huge_tree=False).text == "1"
    with pytest.raises(etree.XMLSyntaxError):
        parsed(b"x <?xml version='1.0'?><a/>", huge_tree=False)


def test_comments_and_instructions_are_there_unless_it_is_to_be_bare() -> None:
    body = b"<a><!-- c --><?i x?><b/></a>"
    assert [len(parsed(body, huge_tree=False, bare=bare)) for bare in (False, True)] == [3, 1]


def test_depth_has_a_limit_unless_it_is_lifted() -> None:
    body = b"<a>" * 300 + b"</a>" * 300
    assert parsed(body, huge_tree=True).tag == "a"
    with pytest.raises(etree.XMLSyntaxError):
        parsed(body, huge_tree=False)


def test_no_entity_is_put_in() -> None:
    body = b'<!DOCTYPE a [<!ENTITY h SYSTEM "file:///etc/passwd"><!ENTITY i "in">]><a>&h;&i;</a>'
    assert etree.tostring(parsed(body, huge_tree=False)) == b"<a>&h;&i;</a>"
