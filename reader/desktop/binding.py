"""Qt's binding for Python, without what it brings for those who write programs.

PySide6 carries the sources of its signature support in an archive and compiles them at every
start: the reader of C++ signatures, the writer of stub files, the switch for other spellings of
Qt's names. For a window that is a third of the processor time until it can be seen. Here each of
them waits until something is asked of it: an error about a wrong argument does so, or `help()`.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import partial
from threading import RLock
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any, Final

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

BOOTSTRAP: Final = "signature_bootstrap"
"""The module in which the binding compiles and executes what its archive holds."""

KNOWN: Final = ((6, 9), (6, 10), (6, 11))
"""The versions of the binding whose archive is known; of any other nothing waits."""

LOADER: Final = "shibokensupport/signature/loader.py"
WAITING: Final = frozenset(
    {
        "shibokensupport/feature.py",
        "shibokensupport/signature/errorhandler.py",
        "shibokensupport/signature/layout.py",
        "shibokensupport/signature/mapping.py",
        "shibokensupport/signature/parser.py",
        "shibokensupport/signature/lib/enum_sig.py",
        "shibokensupport/signature/lib/pyi_generator.py",
        "shibokensupport/signature/lib/tool.py",
    }
)

# What the library takes from the namespace of a module itself, past `__getattr__`.
TAKEN: Final = {"shibokensupport/signature/mapping.py": ("update_mapping",)}

# Modules of Python's own that the binding imports beforehand, for those above or for archives of
# kinds that it has none of.
NEEDED_LATER: Final = ("bz2", "lzma", "tempfile", "textwrap", "traceback")


class Source(Record):
    """The source of one of the binding's modules, which waits."""

    text: bytes
    name: str


def delay_signatures() -> None:
    """Have the binding's signature support wait; to be called before PySide6 is imported.

    Without effect when PySide6 is there already, or is of a version that is not known.
    """
    if BOOTSTRAP in sys.modules or "shiboken6" in sys.modules:
        return
    for name in NEEDED_LATER:
        _import_later(name)
    # The binding executes its code in the module of this name, and takes `compile` and `exec`
    # from it before it takes Python's own.
    bootstrap = ModuleType(BOOTSTRAP)
    vars(bootstrap).update(compile=_compile, exec=_execute)
    sys.modules[BOOTSTRAP] = bootstrap


def _is_known() -> bool:
    binding = sys.modules.get("shiboken6")
    return getattr(binding, "__version_info__", ())[:2] in KNOWN


def _compile(text: bytes, name: str, mode: str) -> CodeType | Source:
    """In place of `compile`."""
    if name in WAITING and _is_known():
        return Source(text, name)
    code: CodeType = compile(text, name, mode)
    return code


def _execute(code: CodeType | Source, namespace: dict[str, Any]) -> None:
    """In place of `exec`."""
    if isinstance(code, Source):
        _wait(namespace, partial(_fill, code, namespace), TAKEN.get(code.name, ()))
        return
    exec(code, namespace)  # noqa: S102
    if code.co_filename == LOADER and _is_known():
        # It would put a switch before Python's `import`, which reads the source of every module.
        namespace["post_init"] = _leave_import


def _leave_import() -> None:
    """Qt's names are spelled as Qt spells them."""


def _fill(source: Source, namespace: dict[str, Any]) -> None:
    exec(compile(source.text, source.name, "exec"), namespace)  # noqa: S102


def _import_later(name: str) -> None:
    """Import a module when something is first asked of it."""
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = importlib.util.module_from_spec(spec)
    _wait(vars(module), partial(spec.loader.exec_module, module))
    sys.modules[name] = module


def _wait(namespace: dict[str, Any], fill: Callable[[], None], taken: tuple[str, ...] = ()) -> None:
    """Leave in the namespace of a module what fills it as soon as an attribute is missed."""
    lock = RLock()
    is_filled = False

    def filled(name: str) -> Any:
        nonlocal is_filled
        with lock:
            if not is_filled:
                is_filled = True
                fill()
        if name in namespace:
            return namespace[name]
        raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}")

    def attribute(name: str) -> Any:
        # Whoever looks through all modules asks each for `__path__` and the like.
        if name.startswith("__"):
            raise AttributeError(name)
        return filled(name)

    namespace["__getattr__"] = attribute
    for each in taken:
        namespace[each] = lambda *arguments, name=each: filled(name)(*arguments)
