# SPDX-License-Identifier: Apache-2.0
"""Tables of texts to tables of records, by the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from . import arrow

if TYPE_CHECKING:
    from ._extractor import Extractor

__all__ = ["extract_table"]


def extract_table(
    extractor: "Extractor", table: pa.Table, text: str, document: str, published: str
) -> pa.Table:
    texts = _column(table, text)
    if texts is None:
        raise KeyError(f"there is no column 【{text}】; there are {', '.join(table.column_names)}")
    names, days = _column(table, document), _column(table, published)
    lines = []
    for row, content in enumerate(texts):
        if content is None:
            continue
        name = f"{text}-{row + 1}" if names is None else str(names[row])
        day = None if days is None else days[row]
        lines.append(extractor.extract(content, day, name).jsonl)
    return arrow.table(b"".join(lines))


def _column(table: pa.Table, name: str) -> list[Any] | None:
    return table.column(name).to_pylist() if name in table.column_names else None
