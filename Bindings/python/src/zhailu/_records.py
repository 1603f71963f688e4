# SPDX-License-Identifier: Apache-2.0
"""The records of a text, which are read only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from ._library import BITS
from ._values import Entity, Event, Organization, Record

__all__ = ["Records"]


class Records(Sequence[Record]):
    """The records of a text, in the order of the text: a sequence of `Record`.

    >>> records = Records(b"")
    >>> len(records), list(records)
    (0, [])

    They come as lines of JSON, `jsonl`, and are made into objects when they are asked for; who
    only stores them, or counts them by `len`, pays nothing for that.
    """

    __slots__ = ("_records", "jsonl")

    #: The lines of `zhailu extract`, byte for byte.
    jsonl: bytes

    def __init__(self, jsonl: bytes) -> None:
        self.jsonl = jsonl
        self._records: tuple[Record, ...] | None = None

    def to_dicts(self) -> list[dict[str, Any]]:
        """The records as plain dictionaries, made anew with each call; numbers are strings."""
        if not self.jsonl:
            return []
        from json import loads

        lines = self.jsonl.decode()
        return loads("[" + lines[:-1].replace("\n", ",") + "]")

    def _all(self) -> tuple[Record, ...]:
        if self._records is None:
            self._records = tuple(map(Record.from_dict, self.to_dicts()))
        return self._records

    def __len__(self) -> int:
        return self.jsonl.count(b"\n")

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...

    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Record]:
        return iter(self._all())

    def __bool__(self) -> bool:
        return bool(self.jsonl)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Records):
            return self.jsonl == other.jsonl
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.jsonl)

    def __repr__(self) -> str:
        return f"<{len(self)} records>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.jsonl,)

    def of(self, *types: str) -> tuple[Record, ...]:
        """The records of these types: `records.of("amount", "quantity")`."""
        for name in types:
            if name not in BITS:
                raise ValueError(f"no type is called 【{name}】; known are {', '.join(BITS)}")
        return tuple(record for record in self._all() if record.type in types)

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, without the places."""
        return tuple(r.value for r in self._all() if isinstance(r.value, Event))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The bodies that are named, in the order in which they are named first."""
        bodies: dict[str, Organization] = {}
        mentions: dict[str, list[Record]] = {}
        for record in self._all():
            if isinstance(record.value, Organization):
                bodies.setdefault(record.value.entity, record.value)
                mentions.setdefault(record.value.entity, []).append(record)
        return tuple(
            Entity(key, body.name, body.kind, tuple(mentions[key]))
            for key, body in bodies.items()
        )
