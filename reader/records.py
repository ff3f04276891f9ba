"""Named tuples that are made quickly.

`typing.NamedTuple` compiles a piece of Python for every class, and another one for every annotation
that is a string: for the types of this program that is a tenth of the time until a cable can be
read. A `Record` is written and used as a NamedTuple is, in a module that imports `annotations` from
`__future__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from collections import _tuplegetter
    from types import FunctionType

    _new = tuple.__new__
    KNOWN = {"_new": _new, "__builtins__": {}}
    """What the bodies below know."""

    # What makes an instance, by the number of its fields; a class puts in the names of its own.
    BODIES = tuple(
        body.__code__
        for body in (
            lambda _cls: _new(_cls, ()),
            lambda _cls, a: _new(_cls, (a,)),
            lambda _cls, a, b: _new(_cls, (a, b)),
            lambda _cls, a, b, c: _new(_cls, (a, b, c)),
            lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
            lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
            lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
            lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
            lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        )
    )

    def _maker(fields, defaults):
        """The function that makes an instance, with the fields as its parameters."""
        if len(fields) < len(BODIES):
            code = BODIES[len(fields)].replace(co_name="__new__", co_varnames=("_cls", *fields))
        else:
            names = ", ".join(fields)
            code = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", KNOWN).__code__  # noqa: S307
        return FunctionType(code, KNOWN, "__new__", defaults)

    class RecordType(type):
        """Makes a class of tuples out of the annotations in its body."""

        def __new__(cls, name, bases, namespace):
            """Raise TypeError where a field without a default follows one that has one."""
            if bases == (tuple,):
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace["__annotations__"])
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"in {name}, a field without a default follows one that has one")
            namespace["__slots__"] = ()
            namespace["__match_args__"] = namespace["_fields"] = fields
            namespace["_field_defaults"] = defaults
            namespace["__new__"] = _maker(fields, tuple(defaults.values()))
            for place, field in enumerate(fields):
                namespace[field] = _tuplegetter(place, "")
            return super().__new__(cls, name, bases, namespace)

    class Record(tuple, metaclass=RecordType):
        """A tuple whose items have names."""

        __slots__ = ()
        _fields = ()

        def _replace(self, **changed):
            values = tuple(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"there are no fields of the names {list(changed)}")
            return _new(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            items = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({items})"

        def __getnewargs__(self):
            return tuple(self)
