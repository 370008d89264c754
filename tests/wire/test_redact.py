"""A planted canary never shows, whatever the message is like; and what is around it stays exactly as it was."""

import json
import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mktgui.wire.redact import MASK, encoding_of, mask_body, mask_text

CANARY = "CANARY0123456789abcdef"
NAMES = ("requestSignature", "mktowsUserId")
calm = settings(deadline=None)  # a busy machine is no failure
ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")

prefixes = st.sampled_from(("", "ns1:", "SOAP-ENV:", "x.y-z_1:", "ä:", "à:", "中文:", "Ѐ:", "·:", "𐀀:"))
spaces = st.sampled_from(("", " ", "\n", "\t", "\r\n "))
attributes = st.sampled_from(("", ' a="b"', " a='/'", ' xmlns:p="http://www.marketo.com/mktows/"', '\n a="x>y"'))
text = st.text(st.characters(codec="latin-1"), max_size=30)
filler = text.filter(lambda one: not re.search(r"(?i)requestS|mktows|access_|client_|earer", one))


@st.composite
def elements(draw: st.DrawFn) -> str:
    tag = draw(prefixes) + draw(st.sampled_from(NAMES))
    insides = (CANARY, f"<![CDATA[{CANARY}]]>", f"<b>{CANARY}</b>", f"\n {CANARY}\n", f"&#x41;{CANARY}")
    ends = (f"</{tag}>", f"</{tag}{draw(spaces)}>", "", "</", f"</{tag}", "</other>")
    return f"<{tag}{draw(attributes)}{draw(spaces)}>{draw(st.sampled_from(insides))}{draw(st.sampled_from(ends))}"


@st.composite
def quoted(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from("\"'"))
    name = draw(prefixes) + draw(st.sampled_from(NAMES))
    return f" {name}{draw(spaces)}={draw(spaces)}{quote}{CANARY}{quote}"


@st.composite
def tokens(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(("access_token", "client_secret", "client_id")))
    quote = draw(st.sampled_from(('\\\\"', "'", "&quot;", "%22")))
    forms = (
        f'"{name}" : "{CANARY}"',
        f'"{name}":"\\"{CANARY}\\n"',
        f'"{name.upper()}":"{CANARY}"',
        f"?{name}={CANARY}&x=1",
        f"{name}={CANARY} ",
        f"{name}%3D{CANARY}",
        f"{quote}{name}{quote}: {quote}{CANARY}{quote}",
        f"Authorization: Bearer {CANARY}",
        f"bearer%20{CANARY}",
    )
    return draw(st.sampled_from(forms))


def escaped(xml: str) -> str:
    return xml.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A member with letters of its name as escapes, as JSON or as text in other text."""
    letters = list(draw(st.sampled_from(("access_token", "client_secret", "client_id", "Client_Secret"))))
    for place in draw(st.sets(st.integers(0, len(letters) - 1), min_size=1)):
        letters[place] = "\\u" + draw(st.sampled_from((f"{ord(letters[place]):04x}", f"{ord(letters[place]):04X}")))
    member = f'"{"".join(letters)}"{draw(spaces)}:{draw(spaces)}"{CANARY}'
    texts = [member, json.dumps(member)[1:-1], json.dumps(json.dumps(member))[1:-1]]
    return draw(st.sampled_from((*texts, member.replace('"', "'"), escape(member, {'"': "&quot;"}))))


secrets = st.one_of(elements(), quoted(), tokens(), spelled(), elements().map(escaped))
cut_off = secrets.map(lambda one: one[: one.index(CANARY) + len(CANARY)])


SPELLED = f'"\\u0061ccess_token":"{CANARY}'


@calm
@given(filler, secrets, filler, cut_off)
@example("", SPELLED, "\\", SPELLED)  # the second name is the end of the first value
def test_canary_never_shows_in_text(before: str, first: str, between: str, last: str) -> None:
    masked = mask_text(before + first + between + last)
    assert CANARY not in masked
    assert masked.startswith(before)
    assert MASK in masked


@calm
@given(filler, secrets, filler, cut_off, st.sampled_from(ENCODINGS), st.binary(max_size=3))
def test_canary_never_shows_in_bytes(
    before: str, first: str, between: str, last: str, encoding: str, torn: bytes
) -> None:
    """In the encodings of messages, also where the last letter is torn in half."""
    body = ("<a>" + before + first + between + last).encode(encoding, "replace") + torn
    masked = mask_body(body).replace(b"\0", b"")
    assert CANARY.encode() not in masked
    assert MASK.encode() in masked


@calm
@given(st.binary(max_size=200))
@example(b"\xff\xfe<\0\xd8")
@example(b"\0<\0\xd8\0")
@example(b"\xfe\xff\xd8\x00")
def test_bytes_without_a_secret_stay_as_they_are(body: bytes) -> None:
    assert mask_body(body) == body


@calm
@given(filler)
def test_text_without_a_secret_stays_as_it_is(one: str) -> None:
    assert mask_text(one) == one


@pytest.mark.parametrize("prefix", ["", "ns1:", "à:", "中:"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_the_value_is_replaced(prefix: str, encoding: str) -> None:
    whole = (
        "<e>\r\n <{0}requestSignature a='1'>{1}</{0}requestSignature >\t<{0}mktowsUserId>{1}</{0}mktowsUserId> é</e>"
    )
    if encoding == "latin-1" and prefix == "中:":
        prefix = "ÿ:"
    sent, shown = (whole.format(prefix, value).encode(encoding) for value in (CANARY, MASK))
    assert mask_body(sent) == shown
    assert mask_body(shown) == shown


@pytest.mark.parametrize(
    ("shown", "masked"),
    [
        ("<requestSignature/>", "<requestSignature/>"),
        ("<requestSignature />x", "<requestSignature />x"),
        ("<requestSignature></requestSignature>x", "<requestSignature></requestSignature>x"),
        ("<requestSignatures>x</requestSignatures>", "<requestSignatures>x</requestSignatures>"),
        ("<requestTimestamp>x</requestTimestamp>", "<requestTimestamp>x</requestTimestamp>"),
        ("<a:mktowsUserId>x<b/>y</a:mktowsUserId>z", "<a:mktowsUserId>***</a:mktowsUserId>z"),
        ("<a:mktowsUserId>x</b:mktowsUserId>y", "<a:mktowsUserId>***"),
        ("<p>&lt;mktowsUserId&gt;x&lt;/mktowsUserId&gt;</p>", "<p>&lt;mktowsUserId&gt;***&lt;/mktowsUserId&gt;</p>"),
        ("<p>&lt;mktowsUserId&gt;x</p>y", "<p>&lt;mktowsUserId&gt;***</p>y"),
        ('{"access_token": "a\\"b", "x": "c"}', '{"access_token": "***", "x": "c"}'),
        ("?client_id=a&client_secret=b c", "?client_id=***&client_secret=*** c"),
        (
            "<requestSignature>x</requestSignature> no requestSignature>",
            "<requestSignature>***</requestSignature> no requestSignature>",
        ),
        (
            "&lt;mktowsUserId&gt;x&lt;/mktowsUserId&gt; mktowsUserId&gt;",
            "&lt;mktowsUserId&gt;***&lt;/mktowsUserId&gt; mktowsUserId&gt;",
        ),
        ("<requestSignature:requestSignature>x", "<requestSignature:requestSignature>***"),
        ("<mktowsUserId>a</mktowsUserId><mktowsUserId>b<c/>", "<mktowsUserId>***</mktowsUserId><mktowsUserId>***"),
        ("client_id client_id=", "client_id client_id="),
        ("ſ cl\u0130ent_\u017fecret=abc&", "ſ cl\u0130ent_\u017fecret=***&"),
        ("é" * 131_070 + "client_secret=abc&", "é" * 131_070 + "client_secret=***&"),
        ("access_token=client_id=abc", "access_token=***"),
        ("access_token%3Dabc%22client_secret%22: %22def%22", "access_token%3D*** %22***%22"),
        (r'{"\u0061ccess_token":"a\"b","x":1}', r'{"\u0061ccess_token":"***","x":1}'),
        (r'{"client\u005Fid": "", "client\u005fsecret": "a"}', r'{"client\u005Fid": "", "client\u005fsecret": "***"}'),
        (r'{"\u0061ccess_token": 1, "\u0061": "access"}', r'{"\u0061ccess_token": 1, "\u0061": "access"}'),
        ("é" * 131_069 + r'"\u0061ccess_token":"a"', "é" * 131_069 + r'"\u0061ccess_token":"***"'),
    ],
)
def test_examples(shown: str, masked: str) -> None:
    assert mask_text(shown) == masked


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"\xff\xfe<\0", "utf-16-le"),
        (b"\xfe\xff\0<", "utf-16-be"),
        (b"<\0a\0", "utf-16-le"),
        (b"\0<\0a", "utf-16-be"),
        (b"\xff\xfe\0\0<\0\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff\0\0\0<", "utf-32-be"),
        (b"<\0\0\0a\0\0\0x", "utf-32-le"),
        (b"\0\0\0<\0\0\0a", "utf-32-be"),
        (b"\xff\xfe\0\0<\0\0\xff", "utf-16-le"),
        (b"\0\0\0<\xff\0\0a", "utf-16-be"),
        (b"<a>", "latin-1"),
        (b"", "latin-1"),
        (b"\0", "latin-1"),
        (b"a\0bc", "latin-1"),
    ],
)
def test_encoding_is_known_by_mark_or_zeros(body: bytes, encoding: str) -> None:
    assert encoding_of(body) == encoding


@pytest.mark.parametrize(
    "much",
    [
        *(
            "x",
            "<",
            "a:",
            "<requestSignature ",
            "&lt;mktowsUserId ",
            '"client_id',
            "< a",
            "requestSignature",
            "client_id ",
        ),
        *(r"\u0061", "\\", r'"\u0061', r'"\u0061ccess_token', "'" + "\\" * 20 + "u0061"),
    ],
)
@pytest.mark.parametrize("end", ["", "<", "&lt;/"])
def test_much_of_anything_takes_linear_time(much: str, end: str) -> None:
    """Not timed: with a quadratic pattern this would take minutes."""
    long = much * (400_000 // len(much)) + end
    assert mask_text(long) == long


@pytest.mark.parametrize(
    "much",
    ["&lt;mktowsUserId&gt;x&lt;/", "<requestSignature>x</requestSignature>", "requestSignature='x'", "client_id=x&"],
)
def test_many_secrets_take_linear_time(much: str) -> None:
    many = 400_000 // len(much)
    assert mask_text(much * many + "<") == much.replace("x", MASK, 1) * many + "<"


def test_a_word_that_is_no_token_may_stand_behind_bearer() -> None:
    assert mask_text("Standard Bearer Shares, the bearer of good news") == (
        "Standard Bearer Shares, the bearer of good news"
    )
