"""The SHA-256 of what was read, for the source of a cable."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

# Loading OpenSSL takes 5 ms, more than reading a cable does. Python's own implementation is there
# at once, but slower on a long file; the library's `random` chooses likewise.
LEAN: Final = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
OPENSSL: Final = "_hashlib"
"""OpenSSL's own; where something else has loaded it, it is the faster one."""
SHORT: Final = 500_000
"""Bytes that Python's own implementation takes no longer for than OpenSSL takes to load."""


def checksum(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    if len(data) <= SHORT and OPENSSL not in sys.modules:
        try:
            return str(import_module(LEAN).sha256(data).hexdigest())
        except ImportError:
            pass  # a Python that was built without its own
    from hashlib import sha256  # noqa: PLC0415

    return sha256(data).hexdigest()
