"""Names are read without the key that is underlined in the label."""

import pytest

from mktgui.ui.names import plain


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("&Email", "Email"),
        ("电子邮箱(&E)", "电子邮箱"),
        ("保存(&S)…", "保存…"),
        ("Name", "Name"),
        ("名称 (&N)", "名称"),
    ],
)
def test_the_key_is_left_out(label: str, name: str) -> None:
    assert plain(label) == name
