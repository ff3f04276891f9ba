"""Who may import whom: the rooms of the house, and the order inside two of them.

The program is read, not run: every import statement of every module is looked up in the tables.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(__file__).resolve().parents[1] / "reader"

# What each room may import of the others. A room is a folder of `reader/` or a module in it.
ROOMS = {
    "errors": (),
    "records": (),
    "compiled": ("errors", "paths"),
    "resources": (),
    "commands": ("records",),
    "translation": ("resources",),
    "guide": ("resources",),
    "paths": ("errors", "records", "translation"),
    "settings": ("errors", "paths", "records", "translation"),
    "handover": ("errors", "paths", "records"),
    "licences": ("resources",),
    "registering": ("formats", "resources", "errors", "paths", "records"),
    "cable": ("errors", "resources", "translation", "records", "compiled"),
    "formats": ("cable", "errors", "records", "translation"),
    "store": ("cable", "errors", "resources", "paths", "records", "translation"),
    "intake": ("cable", "formats", "store", "errors", "paths", "records", "translation"),
    "cli": ("*",),
    "__main__": ("cli",),
    "desktop": ("*",),
}

# Only when a window opens.
LAZY_ROOMS = {"cli": ("desktop",)}

# In each row, modules may import from the rows above, never from their own row or from below.
LAYERS = {
    "cable": (
        ("model", "patterns"),
        ("redactions", "unobeyed"),
        ("vocabulary",),
        ("identifiers",),
        ("date_time_group",),
        ("lines", "titles"),
        ("header", "references"),
        ("body", "mentions"),
        ("identity", "claims"),
        ("checks", "recognition"),
        ("grammar",),
        ("record", "citation"),
        ("exports", "comparison"),
        ("explanations",),
    ),
    "desktop": (
        ("binding", "enumerations", "plain", "notes", "theme", "crashes", "instance", "keys"),
        ("jobs",),
        ("session",),
        ("models", "actions", "notices", "printing"),
        ("panels",),
        ("window",),
        ("handlers", "connections"),
        ("app",),
    ),
}

# Third parties and heavy parts of the standard library, and the only places that may know them.
PLACES = {
    "PySide6": ("reader.desktop",),
    "markdown_it": ("reader.formats.markdown",),
    "pypdf": ("reader.formats.pdf",),
    "platformdirs": ("reader.paths",),
    "sqlite3": ("reader.store",),
}

# What the start of each program must not load, however far the imports reach. Imports that wait in
# a function until they are needed do not count.
SLOW_AT_START = {
    "reader.cli": ("PySide6", "sqlite3", "markdown_it", "platformdirs"),
    "reader.desktop.app": (
        "sqlite3",
        "markdown_it",
        "platformdirs",
        "PySide6.QtSvg",
        "PySide6.QtNetwork",
        "PySide6.QtPrintSupport",
    ),
}

# Threads have one home (DESIGN.md 4).
THREADS = ("QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor")
HOME_OF_THREADS = "reader.desktop.jobs"

# Calls that do something in the world; none of them may stand where a module is imported.
BUSY_CALLS = ("open", "print", "exec", "read_text", "read_bytes", "resource_path", "getenv", "run")


@dataclass(frozen=True)
class Import:
    """One imported module, and how: in a function, for the type checker alone, or at once."""

    importer: str
    target: str
    is_lazy: bool
    is_for_types: bool
    line: int

    @property
    def place(self) -> str:
        return f"{self.importer}:{self.line}"


def read_package() -> dict[str, str]:
    """The source of every module of the program, by its full name."""
    modules = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("reader", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        modules[name] = path.read_text(encoding="utf-8")
    return modules


class ImportReader(ast.NodeVisitor):
    """Collects the imports of one module."""

    def __init__(self, module: str, modules: Mapping[str, str]) -> None:
        self.module = module
        self.modules = modules
        self.imports: list[Import] = []
        self.is_lazy = False
        self.is_for_types = False

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        was_lazy, self.is_lazy = self.is_lazy, True
        self.generic_visit(node)
        self.is_lazy = was_lazy

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_If(self, node: ast.If) -> None:
        was_for_types = self.is_for_types
        self.is_for_types = was_for_types or is_for_types(node)
        for statement in node.body:
            self.visit(statement)
        self.is_for_types = was_for_types
        for statement in node.orelse:
            self.visit(statement)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.add(alias.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        origin = node.module or ""
        if node.level:
            is_package = any(name.startswith(f"{self.module}.") for name in self.modules)
            parents = (
                [*self.module.split("."), "__init__"] if is_package else self.module.split(".")
            )
            origin = ".".join((*parents[: -node.level], *filter(None, [origin])))
        for alias in node.names:
            inner = f"{origin}.{alias.name}"
            self.add(inner if inner in self.modules or origin == "PySide6" else origin, node)

    def add(self, target: str, node: ast.stmt) -> None:
        self.imports.append(
            Import(self.module, target, self.is_lazy, self.is_for_types, node.lineno)
        )


def is_for_types(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def imports_of(modules: Mapping[str, str]) -> list[Import]:
    found = []
    for name, source in modules.items():
        reader = ImportReader(name, modules)
        reader.visit(ast.parse(source))
        found += reader.imports
    return found


def room_of(module: str) -> str:
    """`cable` for reader.cable.body; empty for the package itself, which holds the version."""
    return module.split(".")[1] if "." in module else ""


def is_within(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


def room_breaches(imports: list[Import]) -> Iterator[str]:
    for each in imports:
        if not is_within(each.target, "reader") or each.target == "reader":
            continue
        importer, target = room_of(each.importer), room_of(each.target)
        if importer not in ROOMS:
            yield f"{each.place} is a room that the table does not know"
        elif importer != target and target not in ROOMS[importer] and "*" not in ROOMS[importer]:
            yield f"{each.place} imports {each.target}: {importer} may not import {target}"
        elif target in LAZY_ROOMS.get(importer, ()) and not (each.is_lazy or each.is_for_types):
            yield f"{each.place} imports {each.target} at once: only in a function"


def layer_breaches(imports: list[Import], modules: Mapping[str, str]) -> Iterator[str]:
    for room, rows in LAYERS.items():
        row_of = {name: number for number, row in enumerate(rows) for name in row}
        part_of = {
            module: module.split(".")[2]
            for module in modules
            if is_within(module, f"reader.{room}") and module.count(".") > 1
        }
        for module, part in part_of.items():
            if part not in row_of:
                yield f"{module} has no row in the table of {room}"
        for each in imports:
            if each.importer not in part_of or each.target not in part_of:
                continue
            importer, target = part_of[each.importer], part_of[each.target]
            if importer != target and row_of.get(target, 0) >= row_of.get(importer, 99):
                yield f"{each.place} imports {each.target}: it does not stand above it"


def place_breaches(imports: list[Import]) -> Iterator[str]:
    for each in imports:
        top = each.target.split(".")[0]
        if top == "reader" or (top in sys.stdlib_module_names and top not in PLACES):
            continue
        if not any(is_within(each.importer, place) for place in PLACES.get(top, ())):
            yield f"{each.place} imports {each.target}, which has no place there"


def slow_breaches(imports: list[Import], modules: Mapping[str, str]) -> Iterator[str]:
    at_once: dict[str, list[Import]] = {name: [] for name in modules}
    for each in imports:
        if not (each.is_lazy or each.is_for_types):
            at_once[each.importer].append(each)
    for start, slow in SLOW_AT_START.items():
        waiting, seen = [start], {start}
        while waiting:
            for each in at_once.get(waiting.pop(), ()):
                if any(is_within(each.target, name) for name in slow):
                    yield f"{each.place} imports {each.target} while {start} starts"
                # Importing reader.cable.body imports reader.cable too.
                parents = each.target.split(".")
                reached = {".".join(parents[:end]) for end in range(1, len(parents) + 1)}
                waiting += reached - seen
                seen |= reached


def work_breaches(modules: Mapping[str, str]) -> Iterator[str]:
    for name, source in modules.items():
        for statement in ast.parse(source).body:
            if not is_declaration(statement):
                yield f"{name}:{statement.lineno} does something while it is imported"


def is_declaration(statement: ast.stmt) -> bool:
    """Imports, constants, functions and classes declare; a loop or a bare call does something."""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return True
        case ast.ClassDef():
            return all(is_declaration(inner) for inner in statement.body)
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            return True
        case ast.Assign() | ast.AnnAssign():
            return not any(is_busy(node) for node in ast.walk(statement))
        case ast.If() if is_for_types(statement) or is_main(statement):
            return True
        case ast.If():
            return all(is_declaration(inner) for inner in (*statement.body, *statement.orelse))
    return False


def is_main(statement: ast.If) -> bool:
    return ast.unparse(statement.test) == "__name__ == '__main__'"


def is_busy(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in BUSY_CALLS


def thread_breaches(modules: Mapping[str, str]) -> Iterator[str]:
    for name, source in modules.items():
        for node in ast.walk(ast.parse(source)):
            used = getattr(node, "id", None) or getattr(node, "attr", None)
            if used in THREADS and name != HOME_OF_THREADS:
                yield f"{name} uses {used}: threads exist only in {HOME_OF_THREADS}"


def breaches(modules: Mapping[str, str]) -> list[str]:
    """Every breach of the order, a sentence each."""
    imports = imports_of(modules)
    return [
        *room_breaches(imports),
        *layer_breaches(imports, modules),
        *place_breaches(imports),
        *slow_breaches(imports, modules),
        *work_breaches(modules),
        *thread_breaches(modules),
    ]


def test_the_house_is_in_order() -> None:
    assert breaches(read_package()) == []


def test_every_room_of_the_table_has_its_design() -> None:
    rooms = {room_of(module) for module in read_package()} - {""}
    assert rooms <= set(ROOMS)


# One line that breaks the order, the module that it is added to, and what is said about it.
BREACHES = [
    ("reader.cable.model", "from reader.formats import registry", "cable may not import formats"),
    ("reader.formats.markdown", "from reader.store import bookmarks", "formats may not import"),
    ("reader.errors", "import reader.resources", "errors may not import resources"),
    ("reader.cable.lines", "from reader.cable.header import x", "does not stand above"),
    ("reader.cable.lines", "from .grammar import parse", "does not stand above"),
    ("reader.cable.header", "def f():\n    from reader.cable import body", "does not stand above"),
    ("reader.cable.novelty", "", "has no row"),
    ("reader.novelty", "import reader.errors", "a room that the table does not know"),
    ("reader.desktop.session", "from reader.desktop.window import W", "does not stand above"),
    ("reader.cable.body", "from PySide6 import QtCore", "has no place there"),
    ("reader.intake", "import sqlite3", "has no place there"),
    ("reader.formats.telegram", "def f():\n    import markdown_it", "has no place there"),
    ("reader.settings", "import numpy", "has no place there"),
    ("reader.cli", "from reader.desktop.app import main", "at once: only in a function"),
    ("reader.paths", "import platformdirs", "while reader.desktop.app starts"),
    ("reader.store.database", "import sqlite3", "while reader.cli starts"),
    ("reader.desktop.window", "from PySide6 import QtSvg", "while reader.desktop.app starts"),
    ("reader.desktop.window", "from PySide6.QtNetwork import x", "while reader.desktop.app starts"),
    ("reader.cable.lines", "print(1)", "does something while it is imported"),
    ("reader.cable.lines", "TABLE = Path('x').read_text()", "does something while"),
    ("reader.cable.lines", "for x in y: pass", "does something while it is imported"),
    ("reader.desktop.session", "x = lambda: QThreadPool()", "threads exist only in"),
]

# A small house in which every module stands and all is well.
HOUSE = {
    "reader": "__version__ = '1'",
    "reader.errors": "class ReaderError(Exception):\n    pass",
    "reader.resources": "import sys",
    "reader.paths": "def f():\n    import platformdirs\nfrom reader.errors import ReaderError",
    "reader.settings": "import reader.paths",
    "reader.cable": "",
    "reader.cable.model": "from enum import Enum",
    "reader.cable.lines": "from .model import Line\nimport re\nRULE = re.compile('-')",
    "reader.cable.header": "from reader.cable import lines",
    "reader.cable.body": "from .header import x\nif TYPE_CHECKING:\n    from .model import Line",
    "reader.cable.grammar": "import reader.cable.body",
    "reader.formats": "",
    "reader.formats.markdown": "def f():\n    import markdown_it",
    "reader.formats.telegram": "from reader.cable.model import Telegram",
    "reader.store": "",
    "reader.store.database": "import reader.errors",
    "reader.intake": "import reader.formats.telegram\nimport reader.store.database",
    "reader.cli": "import reader.intake\ndef main():\n    import reader.desktop.app",
    "reader.__main__": "from reader.cli import main\nif __name__ == '__main__':\n    main()",
    "reader.desktop": "",
    "reader.desktop.jobs": "from PySide6.QtCore import QThreadPool\nx = QThreadPool",
    "reader.desktop.session": "from reader.desktop.jobs import Jobs",
    "reader.desktop.window": "import reader.desktop.session, reader.settings",
    "reader.desktop.app": "import reader.desktop.window",
}


def test_a_house_in_order_has_no_breach() -> None:
    assert breaches(HOUSE) == []


@pytest.mark.parametrize(("module", "line", "said"), BREACHES)
def test_a_breach_is_seen(module: str, line: str, said: str) -> None:
    [first, *_] = breaches({**HOUSE, module: f"{HOUSE.get(module, '')}\n{line}"})
    assert said in first
    assert first.startswith(module)
