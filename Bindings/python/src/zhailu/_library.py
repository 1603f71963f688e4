# SPDX-License-Identifier: Apache-2.0
"""The library `libzhailu` as Python calls it: zhailu.h says what its functions do."""

from __future__ import annotations

import ctypes
import os
from typing import Iterable

from ._errors import RulesError, ZhailuError

__all__ = ["BITS", "Handle", "contract", "path", "version"]

BITS = {
    "organization": 1,
    "amount": 2,
    "quantity": 4,
    "date": 8,
    "number": 16,
    "ordinal": 32,
    "event": 64,
}

_library: ctypes.CDLL | None = None


def path() -> str:
    """The path of the library: the one that `ZHAILU_LIBRARY` names, or the package's own."""
    named = os.environ.get("ZHAILU_LIBRARY")
    return named or os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "lib", "libzhailu.so"
    )


def _loaded() -> ctypes.CDLL:
    global _library
    if _library is None:
        try:
            library = ctypes.CDLL(path())
        except OSError as error:
            raise ZhailuError(
                f"the library of zhailu cannot be loaded: {error}; install the wheel, "
                "or name it by ZHAILU_LIBRARY"
            ) from None
        pointer, size, text = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
        for name, result, arguments in [
            ("version", text, []),
            ("contract", ctypes.c_int32, []),
            ("open", pointer, [ctypes.POINTER(text), size, ctypes.POINTER(pointer)]),
            ("copy", pointer, [pointer]),
            ("close", None, [pointer]),
            ("rules", text, [pointer]),
            ("error", text, [pointer]),
            ("free", None, [pointer]),
            (
                "extract",
                ctypes.c_int32,
                [pointer, text, size, text, text, ctypes.c_uint32, pointer, pointer],
            ),
        ]:
            function = getattr(library, "zhailu_" + name)
            function.restype, function.argtypes = result, arguments
        _library = library
    return _library


def version() -> str:
    """The version of the library."""
    return _loaded().zhailu_version().decode()


def contract() -> int:
    """The version of the contract of the records."""
    return _loaded().zhailu_contract()


class Handle:
    """An extractor of the library; one thread at a time may use it."""

    __slots__ = ("_close", "_error", "_extract", "_free", "_lines", "_out", "_pointer", "_size")

    def __init__(self, pointer: int) -> None:
        library = _loaded()
        self._pointer: int | None = pointer
        self._extract = library.zhailu_extract
        self._free = library.zhailu_free
        self._error = library.zhailu_error
        self._close = library.zhailu_close
        self._lines = ctypes.c_void_p()
        self._size = ctypes.c_size_t()
        # Made once, since making them takes longer than a short text does.
        self._out = (ctypes.byref(self._lines), ctypes.byref(self._size))

    @classmethod
    def open(cls, folders: Iterable[str]) -> "Handle":
        library = _loaded()
        names = [os.fsencode(folder) for folder in folders]
        for name in names:
            if b"\0" in name:
                raise ValueError("the name of a folder holds a zero")
        array = (ctypes.c_char_p * len(names))(*names)
        error = ctypes.c_void_p()
        pointer = library.zhailu_open(array, len(names), ctypes.byref(error))
        if pointer:
            return cls(pointer)
        message = ctypes.string_at(error.value).decode() if error.value else "unknown"
        library.zhailu_free(error)
        raise RulesError._of(message)

    def copy(self) -> "Handle":
        pointer = _loaded().zhailu_copy(self._pointer)
        if not pointer:
            raise MemoryError("no memory for another extractor")
        return Handle(pointer)

    @property
    def rules(self) -> str:
        return _loaded().zhailu_rules(self._pointer).decode()

    def extract(
        self, text: bytes, document: bytes, published: bytes | None, types: int
    ) -> bytes:
        lines, size = self._lines, self._size
        status = self._extract(
            self._pointer, text, len(text), document, published, types, *self._out
        )
        if status:
            message = self._error(self._pointer).decode()
            if status == 1:
                raise ValueError(message)
            raise MemoryError(message) if status == 4 else ZhailuError(message)
        found = ctypes.string_at(lines, size.value)
        self._free(lines)
        return found

    def __del__(self) -> None:
        # Where __init__ failed there is nothing to close.
        pointer, self._pointer = getattr(self, "_pointer", None), None
        if pointer:
            self._close(pointer)
