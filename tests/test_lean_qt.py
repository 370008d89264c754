"""What PySide says of calls is the same as without us; only that it is read when somebody asks."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import PySide6
import pytest

from mktgui.lean_qt import fill, import_pyside

# Run by an interpreter of its own each, because PySide is imported once. What both print is compared.
ASKS = """
import sys
{begin}
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
own = [one for name, one in sys.modules.items() if name.startswith("shibokensupport.")]
late = [one for one in own if "__getattr__" in vars(one)]
print(len(late), file=sys.stderr)
for wrong in (lambda: QTimer().setInterval("x"), lambda: QColor(1, "y"), lambda: QTimer(1, 2, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(QTimer.setInterval.__doc__, QColor.__doc__)
from PySide6.support.signature import get_signature
from PySide6.support.signature.lib import enum_sig, pyi_generator, tool
from PySide6.support.signature import errorhandler, layout, mapping, parser
print(get_signature(QTimer.start), enum_sig.SimplifyingEnumerator, pyi_generator.Formatter)
for module in (enum_sig, errorhandler, layout, parser, pyi_generator, tool):
    print(sorted(vars(module)), module.__file__, mapping.type_map["str"])
    try:
        module.no_such_thing
    except AttributeError as error:
        print(error)
"""
LEAN = "from mktgui.lean_qt import import_pyside; print(import_pyside())"
PLAIN = "import PySide6; print(PySide6.__version__)"


def said(begin: str) -> tuple[str, int]:
    command = [sys.executable, "-c", ASKS.format(begin=begin)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, int(done.stderr)


def test_every_word_is_the_same_and_comes_late() -> None:
    (lean, late), (plain, none) = said(LEAN), said(PLAIN)
    assert lean == plain
    assert "Supported signatures" in lean
    assert (late, none) == (7, 0)


def test_where_pyside_is_there_already_nothing_changes() -> None:
    before = compile
    assert import_pyside() == PySide6.__version__
    assert compile is before


def test_texts_of_others_are_compiled_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package in its place, which does what PySide does when it is imported."""
    (tmp_path / "PySide6").mkdir()
    compiled = "".join(
        f"exec(compile('there = 1', 'shibokensupport/{name}.py', 'exec'), {name.rpartition('/')[2]} := {{}})\n"
        for name in ("feature", "signature/parser", "signature/mapping")
    )
    (tmp_path / "PySide6" / "__init__.py").write_text(f"__version__ = '6.11.9'\n{compiled}")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "PySide6")
    assert import_pyside() == "6.11.9"
    package = sys.modules["PySide6"]
    names = {name: sorted(vars(package)[name].keys() - {"__builtins__"}) for name in ("feature", "parser", "mapping")}
    assert names == {"feature": ["there"], "parser": ["__getattr__"], "mapping": ["__getattr__", "update_mapping"]}


def late_module(name: str) -> dict[str, Any]:
    """One of PySide's modules as it stands before anybody has asked."""
    loader = sys.modules["shibokensupport"].__loader__
    own = f"shibokensupport.signature.{name.replace('/', '.')}"
    late: dict[str, Any] = {"__name__": own, "__file__": f"shibokensupport/signature/{name}.py", "__loader__": loader}
    return late | {"__getattr__": partial(fill, late)}


def test_who_asks_first_has_it_read() -> None:
    module = late_module("lib/tool")
    assert callable(fill(module, "build_brace_pattern"))
    assert "__getattr__" not in module
    assert fill(module, "build_brace_pattern") is module["build_brace_pattern"]


@pytest.mark.parametrize("name", ["__path__", "__wrapped__"])
def test_what_python_itself_looks_for_is_no_reason_to_read_it(name: str) -> None:
    module = late_module("lib/tool")
    with pytest.raises(AttributeError, match=name):
        fill(module, name)
    assert "__getattr__" in module


def test_what_is_in_no_text_is_in_no_module() -> None:
    module = late_module("lib/tool")
    for _ in range(2):
        with pytest.raises(AttributeError, match="no attribute 'no_such_thing'"):
            fill(module, "no_such_thing")


def test_a_text_that_asks_itself_while_it_is_read_hears_that_it_is_not_there_yet() -> None:
    class Archive:
        def read(self, _file: str) -> bytes:
            return (
                b"try:\n    __getattr__('later')\nexcept AttributeError as error:\n    told = str(error)\nlater = 1\n"
            )

    class Loader:
        zfile = Archive()

    module: dict[str, Any] = {"__name__": "own", "__file__": "own.py", "__loader__": Loader()}
    module["__getattr__"] = partial(fill, module)
    assert fill(module, "told") == "module 'own' has no attribute 'later'"
    assert module["later"] == 1


def test_threads_that_ask_at_once_all_get_it() -> None:
    module = late_module("parser")
    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(lambda _: fill(module, "pyside_type_init"), range(8)))
    assert len(set(map(id, got))) == 1
