"""Text inside code: which characters nothing on the way changes, addresses that need no quoting, constants of Java."""

import re
from urllib.parse import quote

# As they are: what every code page has, and no shell, batch file or here-document looks at.
_ASCII = re.compile(r"[A-Za-z0-9 @.,:;/()+=*?#~|\[\]_-]")
# In a file that is UTF-8 anyhow, also every character that can be seen: a name in Chinese should be readable.
_MARKS = frozenset("'!{}&<>")
_EATEN = re.compile("^ | $| (?= )")  # wikis, mails and consoles eat them
_URL = ":/?#[]@()*+,;=&%-._~"
_PIECE = 8000  # characters: a constant of Java has at most 65,535 bytes
_JAVA = re.compile(r'[\\"]')


def is_kept(character: str, *, ascii_only: bool) -> bool:
    """Whether a character arrives as it is, in whatever file or shell the code is put into."""
    if ascii_only:
        return bool(_ASCII.fullmatch(character))
    return character == " " or (character.isprintable() and character not in _MARKS)


def with_spaces_kept(text: str, written: str) -> str:
    """The text with `written` in place of spaces at its ends and before another."""
    return _EATEN.sub(lambda _: written, text)


def endpoint_text(endpoint: str) -> str:
    """The endpoint in characters that need no quoting in any language but the ampersand and the percent sign."""
    return quote(endpoint.strip().removesuffix("?WSDL"), safe=_URL)


def java_text(line: str) -> str:
    """One line of ASCII as an expression of Java, in constants that are short enough."""
    pieces = [line[start : start + _PIECE] for start in range(0, len(line), _PIECE)] or [""]
    quoted = ['"' + _JAVA.sub(r"\\\g<0>", piece) + '"' for piece in pieces]
    return quoted[0] if len(quoted) == 1 else f'String.join("", {", ".join(quoted)})'
