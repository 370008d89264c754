"""The main job by a screen reader: found by name and role, done by actions, read as text."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from mktgui.ui.attribute_cells import Column
from tests.e2e.program import Program, Start
from tests.e2e.screen_reader import ENABLED, FOCUSABLE
from tests.e2e.waiting import until

ANA = "ana.ruiz@acme.example"
VALUE = "VP 市场 & <sales>"
WORKED = {
    "push button", "toggle button", "button menu", "check box", "radio button", "combo box", "text", "spin button",
    "page tab",
}  # fmt: skip
INSIDE_COMBOS = {"list", "list item"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the window calls its parts, in one language."""

    box: str
    load: str
    read: str
    add: str
    name: str
    title: str
    value: str
    send: str
    updated: str
    record: str
    heads: tuple[str, ...]
    fate: str
    messages: str
    request: str
    response: str
    connections: str
    sheet: str
    find: str
    client_id: str


ENGLISH = Words(
    box="Which lead: an ID, an address or a cookie",
    load="Load",
    read="Read ",
    add="Add field",
    name="Field, row {row}",
    title="Job Title (Title)",
    value="New value, Job Title",
    send="Send to practice",
    updated="Updated lead 318815 (Ana Ruiz). Job Title: VP Sales → ",
    record="The lead as it is now",
    heads=("Field", "Was", "Asked", "Is", "What became of it"),
    fate="As asked",
    messages="Request and response",
    request="Request",
    response="Response",
    connections="Connections…",
    sheet="Fields of the lead",
    find="Find in this message",
    client_id="Client ID",
)
CHINESE = Words(
    box="哪一条潜在客户：ID、邮箱地址或 cookie",
    load="读取(D)",
    read="读取于 ",
    add="添加字段",
    name="字段，第 {row} 行",
    title="职务（Title）",
    value="新值，职务",
    send="发送到练习服务器(S)",
    updated="已更新潜在客户 318815",
    record="潜在客户现在的样子",
    heads=("字段", "原来", "要求", "现在", "结果"),
    fate="符合要求",
    messages="请求与响应(Q)",
    request="请求",
    response="响应",
    connections="连接(C)…",
    sheet="潜在客户的字段",
    find="在此消息中查找",
    client_id="客户端 ID",
)
LANGUAGES = pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("zh_CN", CHINESE)], ids=["en", "zh"])


def fill_in(program: Program, words: Words) -> None:
    reader = program.reader
    program.take_keyboard()
    reader.find("text", words.box).write(ANA)
    until(lambda: reader.find("push button", words.load).has(ENABLED), "the address was not taken")
    reader.find("push button", words.load).act()
    said(program, words.read)
    assert not nameless(program)
    sheet = reader.find("table", words.sheet)
    reader.find("push button", words.add).act()
    reader.wait_for_focus("text", lambda: words.name.format(row=sheet.size[0])).write("Title")
    program.x.press("Tab")
    reader.wait_for_focus("text", words.value).write(VALUE)
    program.x.press("Return")
    values = [sheet.cell(row, Column.VALUE) for row in range(sheet.size[0])]
    until(lambda: VALUE in [one.name for one in values], "the cell did not take the value")


def said(program: Program, beginning: str) -> None:
    labels: list[str] = []

    def look() -> bool:
        labels[:] = program.reader.names("label")
        return any(name.startswith(beginning) for name in labels)

    until(look, lambda: f"nothing begins with {beginning!r} in {labels}")


def send(program: Program, words: Words) -> None:
    program.reader.find("push button", words.send).act()
    said(program, words.updated)


def record(program: Program, words: Words) -> tuple[str, ...]:
    """The first line of what happened: the field that was sent."""
    table = program.reader.find("table", words.record)
    assert tuple(node.name for node in table.children if node.role == "column header") == words.heads
    return tuple(table.cell(0, column).name for column in range(len(words.heads)))


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
    assert record(program, words) == (words.title, "VP Sales", VALUE, VALUE, words.fate)
    assert not nameless(program)
    reader.find("page tab", words.messages).act()
    wait_for_text(program, words.request, "<attrValue>VP 市场 &amp; &lt;sales&gt;</attrValue>")
    wait_for_text(program, words.response, "<status>UPDATED</status>")
    reader.find("text", words.request).focus()
    program.x.press("Ctrl+f")
    reader.find("text", words.find)
    assert not nameless(program)
    reader.find("push button", words.connections).act()
    reader.find("text", words.client_id)
    assert not nameless(program)
    program.quit()
