"""The main job by a screen reader: found by name and role, done by actions, read as text."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.program import Program, Start
from tests.e2e.screen_reader import FOCUSABLE
from tests.e2e.waiting import until

ANA = "ana.ruiz@acme.example"
VALUE = "VP 市场 & <sales>"
WORKED = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "spin button", "page tab"}
INSIDE_COMBOS = {"list", "list item"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the window calls its parts, in one language."""

    email: str
    add: str
    name: str
    value: str
    send: str
    updated: str
    record: str
    heads: tuple[str, str, str]
    messages: str
    request: str
    response: str
    connections: str
    attributes: str
    find: str
    user_id: str


ENGLISH = Words(
    email="Email",
    add="Add field",
    name="Field, row 1",
    value="New value, row 1",
    send="Send to practice",
    updated="Updated lead 318815.",
    record="The lead as it is now",
    heads=("Field", "Is now", "You sent"),
    messages="Request and response",
    request="Request",
    response="Response",
    connections="Connections…",
    attributes="Fields of the lead",
    find="Find in this message",
    user_id="User ID",
)
CHINESE = Words(
    email="电子邮箱",
    add="添加字段",
    name="字段，第 1 行",
    value="新值，第 1 行",
    send="发送到练习服务器(S)",
    updated="已更新潜在客户 318815。",
    record="潜在客户现在的样子",
    heads=("字段", "现在的值", "您发送的"),
    messages="请求与响应(Q)",
    request="请求",
    response="响应",
    connections="连接(C)…",
    attributes="潜在客户的字段",
    find="在此消息中查找",
    user_id="用户 ID",
)
LANGUAGES = pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("zh_CN", CHINESE)], ids=["en", "zh"])


def fill_in(program: Program, words: Words) -> None:
    reader = program.reader
    program.take_keyboard()
    reader.find("text", words.email).write(ANA)
    reader.find("push button", words.add).act()
    reader.wait_for_focus("text", words.name).write("Title")
    program.x.press("Tab")
    reader.wait_for_focus("text", words.value).write(VALUE)
    program.x.press("Return")
    until(lambda: reader.find("table", words.attributes).cell(0, 4).name == VALUE, "the cell did not take the value")


def send(program: Program, words: Words) -> None:
    program.reader.find("push button", words.send).act()
    program.reader.find("label", words.updated)


def record(program: Program, words: Words) -> dict[str, tuple[str, str]]:
    """What is now and what was sent, by field."""
    table = program.reader.find("table", words.record)
    rows, _ = table.size
    heads = tuple(node.name for node in table.children if node.role == "column header")
    assert heads[:3] == words.heads
    cells = [[table.cell(row, column).name for column in range(3)] for row in range(min(rows, 8))]
    return {field: (now, sent) for field, now, sent in cells}


def wait_for_text(program: Program, name: str, part: str) -> None:
    view = program.reader.find("text", name)
    until(lambda: part in view.text, lambda: f"{part!r} is not in {view.text!r}")


def nameless(program: Program) -> list[str]:
    """What shows, can be worked, and does not say what it is, with the name of what is before it."""
    found, before = [], ""
    for node in program.reader.shown():
        role, name = node.role, node.name
        worked = role in WORKED or (node.has(FOCUSABLE) and role not in INSIDE_COMBOS)
        if worked and (not name or (role == "combo box" and not node.is_labelled)):
            found.append(f"{role} {name!r} after {before!r}")
        before = name or before
    return found


@LANGUAGES
def test_one_lead_is_changed_without_looking_and_nothing_is_without_a_name(
    start: Start, folder: Path, language: str, words: Words
) -> None:
    program = start(folder, "--practice", "--language", language)
    reader = program.reader
    fill_in(program, words)
    assert not nameless(program)
    send(program, words)
    assert record(program, words)["Title"] == (VALUE, VALUE)
    assert not nameless(program)
    reader.find("page tab", words.messages).act()
    wait_for_text(program, words.request, "<attrValue>VP 市场 &amp; &lt;sales&gt;</attrValue>")
    wait_for_text(program, words.response, "<status>UPDATED</status>")
    reader.find("text", words.request).focus()
    program.x.press("Ctrl+f")
    reader.find("text", words.find)
    assert not nameless(program)
    reader.find("push button", words.connections).act()
    reader.find("text", words.user_id)
    assert not nameless(program)
    program.quit()
