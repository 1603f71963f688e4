# SPDX-License-Identifier: Apache-2.0
"""Records as tables of Apache Arrow, and documents out of them. Needs the package pyarrow.

    table = zhailu.arrow.table(jsonl)        # the output of `zhailu extract`
    zhailu.arrow.to_jsonl(table)             # and back

The columns are always those of `schema()`, whatever the records hold, so that tables of many runs
fit together: `doc, article, type, text, start, end, value, rule, id, number, error`.

`value` is one struct for all types; a field that a type has not is null. Its numbers are strings,
as in the records: `"1/3"` and a number of forty digits have no other exact form. `number` is the
same as `decimal128(38, 10)`, to compute with: the `amount`, `quantity`, `number` or `ordinal`; null
for a range or a fraction, and where it would have to be rounded. A document that failed is a row
with `doc` and `error`, and nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj

from .stream import Answer, Document, line_of

__all__ = [
    "NUMBER",
    "VALUE",
    "documents",
    "json_documents",
    "lines",
    "read_jsonl",
    "schema",
    "table",
    "to_jsonl",
]

_TEXTS = pa.list_(pa.string())

#: The fields of all values, in the order in which records have them.
VALUE = pa.struct(
    [
        *((name, pa.string()) for name in ("name", "timex", "kind", "entity", "start", "end")),
        ("actor", _TEXTS),
        ("recipient", _TEXTS),
        *((name, pa.string()) for name in ("amount", "currency", "quantity", "number", "ordinal")),
        *((name, pa.string()) for name in ("min", "max", "fraction", "unit", "dimension")),
        *((name, pa.string()) for name in ("modifier", "item", "evidence", "date", "share")),
        ("alternatives", _TEXTS),
        ("mentions", _TEXTS),
    ]
)

NUMBER = pa.decimal128(38, 10)
#: What fits into it without being rounded.
_FITS = r"^-?[0-9]{1,28}(\.[0-9]{1,10})?$"

_READ = pa.schema(
    [
        *((name, pa.string()) for name in ("doc", "article", "type", "text")),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("value", VALUE),
        *((name, pa.string()) for name in ("rule", "id", "error", "place")),
    ]
)


def schema(*, json: bool = False) -> pa.Schema:
    """The columns; with `json` also the line of JSON that a row is made of, byte for byte."""
    fields = [field for field in _READ if field.name not in ("error", "place")]
    fields += [pa.field("number", NUMBER), pa.field("error", pa.string())]
    return pa.schema(fields + ([pa.field("json", pa.string())] if json else []))


# MARK: Records


def table(jsonl: bytes, *, json: bool = False) -> pa.Table:
    """Records, and errors, in lines of JSON as a table, a row a line.

    A field that is not known here is an error: it would be lost otherwise.
    """
    if not jsonl.strip():
        return schema(json=json).empty_table()
    read = pj.read_json(
        pa.BufferReader(jsonl),
        read_options=pj.ReadOptions(use_threads=False, block_size=min(len(jsonl) + 1, 2**31 - 1)),
        parse_options=pj.ParseOptions(explicit_schema=_READ, unexpected_field_behavior="error"),
    )
    columns = {name: read.column(name) for name in read.column_names}
    columns["number"] = _numbers(columns["value"])
    if json:
        columns["json"] = pa.array([line for line in jsonl.split(b"\n") if line.strip()]).cast(
            pa.string()
        )
    wanted = schema(json=json)
    return pa.table([columns[name] for name in wanted.names], schema=wanted)


def read_jsonl(path: str | os.PathLike[str], *, json: bool = False) -> pa.Table:
    """A file of records as a table."""
    pieces = []
    with open(path, "rb") as file:
        while lines := file.readlines(1 << 25):
            pieces.append(table(b"".join(lines), json=json))
    return pa.concat_tables(pieces) if pieces else schema(json=json).empty_table()


def _numbers(value: pa.ChunkedArray) -> pa.ChunkedArray:
    named = [pc.struct_field(value, name) for name in ("amount", "quantity", "number", "ordinal")]
    # An event's own number is that of what was given; both of them only where one is missing.
    digits = pc.coalesce(*named)
    fits = pc.match_substring_regex(digits, _FITS)
    return pc.if_else(fits, digits, pa.scalar(None, pa.string())).cast(NUMBER)


def lines(answers: Iterable[Answer]) -> bytes:
    """What a stream has answered, as lines of JSON; a failed document is an error record."""
    return b"".join(
        answer.records if answer.error is None else answer.error_record for answer in answers
    )


#: The order of the fields of a value, where it is another than that of `VALUE`.
_ORDER = {
    "date": ("timex", "kind", "start", "end", "modifier", "alternatives"),
    "amount": ("amount", "min", "max", "currency", "modifier", "evidence"),
    "quantity": ("quantity", "min", "max", "unit", "dimension", "modifier", "item", "evidence"),
    "number": ("number", "min", "max", "fraction", "modifier"),
}


def to_jsonl(table: pa.Table | pa.RecordBatch) -> bytes:
    """The rows as lines of JSON: the `json` column where there is one, else made of the others.

    These are the bytes that `table` was given, but that the fields of an event that has both a sum
    and a count may come in another order, and that an error has its document for its place.
    """
    if "json" in table.schema.names:
        return "".join(f"{line}\n" for line in table.column("json").to_pylist()).encode()
    return "".join(_line(row) for row in table.to_pylist()).encode()


def _line(row: dict[str, Any]) -> str:
    if row["error"] is not None:
        return _json({"doc": row["doc"], "place": row["doc"], "error": row["error"]}) + "\n"
    names = ("doc", "article", "type", "text", "start", "end", "value", "rule", "id")
    record = {name: row[name] for name in names}
    record["value"] = dict(_fields(row["type"], row["value"]))
    return _json(record) + "\n"


def _fields(type: str, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    order = _event_order(value) if type == "event" else _ORDER.get(type, value)
    return ((name, value[name]) for name in order if value[name] is not None)


def _event_order(value: dict[str, Any]) -> list[str]:
    """Each number has its modifier after its unit; of two numbers the sum comes first."""
    is_sum = value["currency"] is not None
    is_sums_range = is_sum and value["amount"] is None
    order = ["kind", "actor", "recipient", "amount"]
    order += ["min", "max", "currency"] if is_sums_range else ["currency"]
    order += ["modifier"] if is_sum else []
    order += ["quantity", *([] if is_sums_range else ["min", "max"]), "unit"]
    order += [] if is_sum else ["modifier"]
    return order + ["item", "date", "share", "mentions"]


def _json(value: Any) -> str:
    """As the program writes JSON, which has fewer short escapes than Python."""
    if isinstance(value, str):
        text = encode_basestring(value)
        if "\\b" in text or "\\f" in text:
            text = text.replace("\\\\", "\0").replace("\\b", "\\u0008").replace("\\f", "\\u000c")
            text = text.replace("\0", "\\\\")
        return text
    if isinstance(value, dict):
        return "{" + ",".join(f"{_json(key)}:{_json(of)}" for key, of in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_json, value)) + "]"
    return json.dumps(value)


# MARK: Documents


def documents(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str = "id",
    published: str | None = None,
) -> Iterator[Document]:
    """The documents in columns of batches. Of one without a text or an id the program will say so.

    `text` and `id` may be any kind of string or binary column, and may be sliced; an `id` may also
    be a number. `published` may be a string, a date or a timestamp, whose own clock counts.
    """
    for batch in batches:
        ids = _bytes(batch, id)
        contents = _bytes(batch, text)
        days = dates(batch, published) if published else [None] * batch.num_rows
        for name, content, date in zip(ids, contents, days):
            if name is None:
                yield Document("", b'{"text":""}\n')
                continue
            document = _text(name)
            if content is None:
                yield Document(document, f'{{"id":{_json(document)}}}\n'.encode())
            else:
                yield Document(document, line_of(document, _text(content), date))


def json_documents(
    batches: Iterable[pa.RecordBatch], *, column: str = "value"
) -> Iterator[Document]:
    """The documents in a column of JSON, one in each row, which the program reads itself.

    It may be written over several lines; the program gets it on one.
    """
    for batch in batches:
        for line in _bytes(batch, column):
            line = (line or b"").removeprefix(b"\xef\xbb\xbf").strip(b"\r\n")
            # The end of a line is white space in JSON, and in a text it stands as an escape.
            line = line.replace(b"\n", b" ")
            if any(byte > 0x20 for byte in line):
                yield Document(_id_of(line), line + b"\n")


def _id_of(line: bytes) -> str:
    """The id of a document in JSON; of what is none, how it begins."""
    try:
        name = json.loads(line)["id"]
        if isinstance(name, str):
            return name
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    return line[:60].decode("utf-8", "replace")


def texts(batch: pa.RecordBatch, name: str) -> list[str | None]:
    """The texts in a column of any kind of string, binary or integer."""
    return [one if one is None else _text(one) for one in _bytes(batch, name)]


def _text(content: bytes) -> str:
    # What is malformed is replaced as the program itself would.
    return content.decode("utf-8", "replace")


def _bytes(batch: pa.RecordBatch, name: str) -> list[bytes | None]:
    column = _column(batch, name)
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_integer(kind):
        column = column.cast(pa.string())
    elif not (_is_text(kind) or _is_binary(kind)):
        raise TypeError(f"the column 【{name}】 is {kind}; it must be text")
    # As bytes, because an engine may hand over what is no UTF-8.
    return [None if one is None else bytes(one) for one in _as_binary(column).to_pylist()]


def _as_binary(column: pa.Array) -> pa.Array:
    kind = column.type
    if _is_binary(kind):
        return column
    wide = pa.types.is_large_string(kind)
    if not wide and kind != pa.string():  # A view.
        return column.cast(pa.large_string()).view(pa.large_binary())
    return column.view(pa.large_binary() if wide else pa.binary())


def _is_text(kind: pa.DataType) -> bool:
    views = getattr(pa.types, "is_string_view", lambda _: False)
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or views(kind)


def _is_binary(kind: pa.DataType) -> bool:
    views = getattr(pa.types, "is_binary_view", lambda _: False)
    return pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or views(kind)


def dates(batch: pa.RecordBatch, name: str) -> list[str | None]:
    """The days or moments in a column of texts, dates or timestamps, as the program reads them."""
    column = _column(batch, name)
    kind = column.type
    if pa.types.is_null(kind):
        return [None] * len(column)
    if pa.types.is_date(kind):
        return column.cast(pa.date32()).cast(pa.string()).to_pylist()
    if pa.types.is_timestamp(kind):
        if kind.tz is not None:
            column = pc.local_timestamp(column)
        seconds = pc.floor_temporal(column, unit="second").cast(pa.timestamp("s"))
        return [one and one.replace(" ", "T") for one in seconds.cast(pa.string()).to_pylist()]
    return texts(batch, name)


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    if name not in batch.schema.names:
        known = ", ".join(batch.schema.names)
        raise KeyError(f"there is no column 【{name}】; there are {known}")
    return batch.column(batch.schema.get_field_index(name))
