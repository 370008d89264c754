"""The vendor's own words, from the WSDL that the program sends by."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

WSDL = Path(__file__).parents[2] / "resources" / "wsdl" / "mktows.wsdl"
SCHEMA = "{http://www.w3.org/2001/XMLSchema}"


@pytest.fixture(scope="session")
def vendor_words() -> Callable[[str], list[str]]:
    """The values of one simple type, in the order of the WSDL."""
    wsdl = etree.parse(WSDL)

    def words(name: str) -> list[str]:
        found = wsdl.findall(f".//{SCHEMA}simpleType[@name='{name}']//{SCHEMA}enumeration")
        return [str(value.attrib["value"]) for value in found]

    return words
