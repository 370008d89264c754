"""What tests of JSON texts begin with."""

import json
import re

from hypothesis import strategies as st

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s"]')

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=25,
)
"""Any value that JSON can say."""

indents = st.sampled_from([None, 0, 1, 2, "\t", "\r\n "])
separators = st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", "\t: "), ("\r\n, ", " :")])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any document in any way of writing it."""
    return json.dumps(
        draw(documents), indent=draw(indents), separators=draw(separators), ensure_ascii=draw(st.booleans())
    )


def bare(text: str) -> str:
    """The text without the white space between its tokens."""
    return "".join(_TOKEN.findall(text))
