# SPDX-License-Identifier: Apache-2.0
"""What may go wrong."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

__all__ = ["Fault", "RulesError", "ZhailuError"]


class ZhailuError(Exception):
    """What the library cannot do."""


class Fault(NamedTuple):
    """One thing that is wrong in rules."""

    file: str
    #: From 1; None where the fault is of the whole file or folder.
    line: int | None
    #: From 1, an index of a `str` plus one; None likewise.
    column: int | None
    message: str

    def __str__(self) -> str:
        place = [str(part) for part in self[:3] if part is not None]
        return f"{':'.join(place)}: {self.message}"


class RulesError(ZhailuError):
    """Rules that cannot be used; its text has every fault with its place, `faults` too."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults

    @classmethod
    def _of(cls, text: str) -> "RulesError":
        faults = []
        for line in text.split("\n"):
            known = re.match(r"(.*?):([0-9]+):([0-9]+): (?!warning: )(.*)", line)
            if known:
                file, row, column, message = known.groups()
                faults.append(Fault(file, int(row), int(column), message))
        if not faults:
            file, _, message = text.partition(": ")
            faults.append(Fault(file if message else "", None, None, message or text))
        return cls(text, tuple(faults))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.faults)
