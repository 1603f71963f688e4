# SPDX-License-Identifier: Apache-2.0
"""Tables of texts to tables of records, by the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from . import arrow

if TYPE_CHECKING:
    from ._extractor import Extractor

__all__ = ["extract_table"]


def extract_table(
    extractor: "Extractor", table: pa.Table, text: str, document: str, published: str
) -> pa.Table:
    lines, row = [], 0
    known = table.column_names
    for batch in table.to_batches():
        nothing = [None] * batch.num_rows
        names = arrow.texts(batch, document) if document in known else nothing
        days = arrow.dates(batch, published) if published in known else nothing
        for name, content, day in zip(names, arrow.texts(batch, text), days):
            row += 1
            if content is not None:
                name = f"text-{row}" if name is None else name
                lines.append(extractor.extract(content, day or None, name).jsonl)
    if not row and text not in known:
        raise KeyError(f"there is no column 【{text}】; there are {', '.join(known)}")
    return arrow.table(b"".join(lines))
