"""Placeholders in XML: tag by tag and without a parser, so that everything else stays, down to the last byte."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from mktgui.domain.personal import field_of_key
from mktgui.domain.pseudonyms import Pseudonyms
from mktgui.domain.spelled import ENTITY, Spelled, entity_said, itself, peeled

# Comment, CDATA section, instruction, declaration, tag; what is none of these is character data. A cut-off one is too.
_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)|(?P<cdata><!\[CDATA\[.*?\]\]>)|(?P<other><\?.*?\?>|<![^\[>-][^>]*>)"
    r"|(?P<tag></?[^\s<>/!?][^<>]*>)|(?P<data>[^<]+|<)",
    re.DOTALL,
)
_LOCAL = re.compile(r"</?(?:[^\s<>/:]+:)?(?P<name>[^\s<>/:]+)")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=<>"'/]+)(?P<equals>\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL
)
# Words of the protocol, never a person's (facts sheet 2.4 and 5.2).
_PROTOCOL = frozenset(
    {"attrName", "attrType", "keyType", "ForeignSysType", "status", "returnLead", "count", "code", "faultcode"}
)
_CDATA_START, _CDATA_END = "<![CDATA[", "]]>"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str

    @property
    def meant(self) -> str:
        """The characters that it stands for."""
        if self.kind == "data":
            return unescape_data(self.text).text
        return self.text[len(_CDATA_START) : -len(_CDATA_END)] if self.kind == "cdata" else ""


def unescape_data(text: str) -> Spelled:
    """What character data, or the value of an attribute, says."""
    return peeled(text, ENTITY, entity_said) or itself(text)


def disguised_xml(text: str, pseudonyms: Pseudonyms) -> str:
    """The same document with placeholders in its character data, attributes and comments."""
    return "".join(_Disguise(pseudonyms).pieces(text))


class _Disguise:
    """Goes through one document. Knows in which element it is, and which attribute or key was named last."""

    def __init__(self, pseudonyms: Pseudonyms) -> None:
        self._pseudonyms = pseudonyms
        self._element = ""  # of the tag that was opened last; none once one is closed
        self._attribute = self._key = ""

    def pieces(self, text: str) -> Iterator[str]:
        """The new document, piece by piece."""
        run: list[_Token] = []  # data and CDATA of one element, perhaps with comments between them
        for found in _TOKEN.finditer(text):
            token = _Token(found.lastgroup or "data", found.group())
            if token.kind != "tag":
                run.append(token)
                continue
            yield from self._run(run)
            run = []
            yield self._tag(token.text)
        yield from self._run(run)

    def _tag(self, tag: str) -> str:
        named = _LOCAL.match(tag)
        closes = tag.startswith("</") or tag.endswith("/>")
        self._element = "" if closes or named is None else named["name"]
        return _ATTRIBUTE.sub(self._in_tag, tag)

    def _in_tag(self, found: re.Match[str]) -> str:
        name, value = found["name"], found["value"]
        if not name.startswith(("xmlns", "xsi:")):
            value = self._pseudonyms.inside(value, unescape_data)
        return f"{name}{found['equals']}{found['quote']}{value}{found['quote']}"

    def _run(self, run: list[_Token]) -> Iterator[str]:
        meant = "".join(token.meant for token in run)
        if self._element == "attrName":
            self._attribute = meant.strip()
        if self._element == "keyType":
            self._key = meant.strip()
        whole = self._whole(meant)
        if whole is None and self._is_split(run, meant):
            whole = self._inside(meant)
        pieces = [self._token(token) for token in run]
        yield from pieces if whole is None else self._as_one(run, pieces, whole)

    def _whole(self, meant: str) -> str | None:
        if not meant.strip() or self._element in _PROTOCOL:
            return None
        fields = {"attrValue": self._attribute, "keyValue": field_of_key(self._key), "leadId": "Id"}
        return self._pseudonyms.whole(fields.get(self._element, self._element), meant)

    def _is_split(self, run: list[_Token], meant: str) -> bool:
        """Whether a value begins in one piece and ends in another, so that it can be replaced only in one piece."""
        texts = [token.meant for token in run if token.meant]
        if len(texts) < 2:  # noqa: PLR2004 - one piece and another
            return False
        return "".join(self._inside(text) for text in texts) != self._inside(meant)

    def _as_one(self, run: list[_Token], pieces: list[str], text: str) -> Iterator[str]:
        is_cdata = [token.kind for token in run if token.meant] == ["cdata"]
        yield f"{_CDATA_START}{text}{_CDATA_END}" if is_cdata else escape(text, {"\r": "&#13;"})
        yield from (piece for token, piece in zip(run, pieces, strict=True) if token.kind in {"comment", "other"})

    def _token(self, token: _Token) -> str:
        match token.kind:
            case "data":
                return self._inside(token.text, unescape_data)
            case "cdata":
                return f"{_CDATA_START}{self._inside(token.meant)}{_CDATA_END}"
            case "comment":
                return f"<!--{self._pseudonyms.inside(token.text[4:-3])}-->"
            case _:
                return token.text

    def _inside(self, text: str, said: Callable[[str], Spelled] = itself) -> str:
        return text if self._element in _PROTOCOL else self._pseudonyms.inside(text, said)
