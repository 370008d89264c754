"""PySide without what it carries along for messages about wrong calls, until there is one to make.

PySide keeps nine modules as text, and with each start reads and compiles all of them: what a function takes, in words,
for `help`, for errors and for stub files. That is a fifth of the time until a bare window is on the screen, and no
program that calls Qt rightly ever asks for it. Here most of them stay text until somebody does. They do the same then.
"""

import builtins
from collections.abc import Callable
from threading import RLock
from typing import Any

# Not among them: what says which module was imported is called with each import.
_LATE = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "mapping", "parser")
)
_UNTIL_THEN = """
def __getattr__(name):
    from mktgui.lean_qt import fill
    return fill(globals(), name)
"""
# Of this module PySide takes one function out of the names themselves, where `__getattr__` is not asked.
_MAPPING = "shibokensupport/signature/mapping.py"
_ITS_FUNCTION = """
def update_mapping():
    return __getattr__("update_mapping")()
"""
_lock = RLock()
_under_way: set[str] = set()


def import_pyside() -> str:
    """Import `PySide6`, the first of it in this process; the version of Qt."""
    plain = builtins.compile
    builtins.compile = _putting_off(plain)
    try:
        import PySide6  # noqa: PLC0415 - all of it depends on what came before
    finally:
        builtins.compile = plain
    return PySide6.__version__


def fill(module: dict[str, Any], name: str) -> object:
    """What this module calls so: for that its text is run, once, as if it had been when it was imported.

    Raises AttributeError where it has nothing of that name. Python itself asks for names such as `__path__`: no reason.
    """
    with _lock:
        file = str(module["__file__"])
        if name.startswith("__") or file in _under_way:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        if module.get("__getattr__") is not None:
            _run(file, module)
    try:
        return module[name]
    except KeyError:
        raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}") from None


def _run(file: str, module: dict[str, Any]) -> None:
    _under_way.add(file)
    try:
        text = module["__loader__"].zfile.read(file)  # PySide's own importer: it has them all in one archive
        exec(compile(text, file, "exec"), module)  # noqa: S102 - what PySide does itself
    finally:
        _under_way.discard(file)
    del module["__getattr__"]


def _putting_off(plain: Callable[..., Any]) -> Callable[..., Any]:
    def compile_some(source: Any, filename: Any, mode: str, *others: Any, **named: Any) -> Any:
        if filename in _LATE:
            source = _UNTIL_THEN + (_ITS_FUNCTION if filename == _MAPPING else "")
        return plain(source, filename, mode, *others, **named)

    return compile_some
