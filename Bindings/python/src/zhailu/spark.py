# SPDX-License-Identifier: Apache-2.0
"""Records of many documents with Apache Spark, or with any engine that has batches of Arrow.

    from zhailu.spark import extract

    records = extract(spark.read.parquet("articles"), text="body", id="url", published="day")
    records.where("type = 'amount' and value.currency = 'CNY'").groupBy("doc").sum("number")

Each task runs one program `zhailu` for all documents of its partition. A document that the program
crashes on, or that takes too long, becomes a row with `doc` and `error`; the task goes on.
Docs/spark.md says how to run it on a cluster, and what happens when something fails.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from . import arrow
from .stream import Document, Stream

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["extract", "extract_batches", "extract_json", "ray_batches", "schema", "spark_schema"]

#: So many bytes of records make a batch.
_BATCH = 4 << 20

schema = arrow.schema


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str = "id",
    published: str | None = None,
    lines: str | None = None,
    json: bool = False,
    program: str | None = None,
    arguments: Iterable[str] = (),
    **settings: Any,
) -> Iterator[pa.RecordBatch]:
    """Batches of documents to batches of records: what `mapInArrow` calls.

    text, id, published: the names of the columns.
    lines: the name of a column whose texts are documents as lines of JSON, instead.
    json: whether a column `json` has each record as the program wrote it.
    program, arguments, settings: of `zhailu.stream.Stream`.
    """
    if lines is None:
        documents = arrow.documents(batches, text=text, id=id, published=published)
    else:
        documents = arrow.json_documents(batches, column=lines)
    with Stream(program, arguments, **settings) as stream:
        yield from _answered(stream, documents, json)


def _answered(
    stream: Stream, documents: Iterable[Document], json: bool
) -> Iterator[pa.RecordBatch]:
    ready, size = [], 0
    for answer in stream.answers(documents):
        ready.append(answer)
        size += len(answer.records) + 100
        if size >= _BATCH:
            yield from _made(ready, json)
            ready, size = [], 0
    yield from _made(ready, json)


def _made(answers: list, json: bool) -> Iterator[pa.RecordBatch]:
    table = arrow.table(arrow.lines(answers), json=json)
    return iter(table.combine_chunks().to_batches(max_chunksize=10_000))


def spark_schema(*, json: bool = False):
    """The columns of the result, as Spark has them."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema(json=json))


def extract(
    df: "DataFrame",
    text: str = "text",
    published: str | None = None,
    id: str | None = "id",
    *,
    json: bool = False,
    **options: Any,
) -> "DataFrame":
    """The records of the documents in a data frame: a row each, with the columns of `schema()`.

    Where there is no column with an id, `id=None` makes one of the text: the first 32 digits of
    its SHA-256, the same in each run. The options are those of `extract_batches`.
    """
    from pyspark.sql import functions as F

    name = id
    if id is None:
        name = "zhailu_id"
        df = df.withColumn(name, F.substring(F.sha2(F.col(text).cast("binary"), 256), 1, 32))
    wanted = dict.fromkeys([name, text] + ([published] if published else []))
    return _mapped(
        df.select(*wanted), json, text=text, published=published, id=name, **options
    )


def extract_json(
    df: "DataFrame", column: str = "value", *, json: bool = False, **options: Any
) -> "DataFrame":
    """The same for a column with documents as lines of JSON, as `spark.read.text` reads a
    file of them; the program reads them itself, as on the command line."""
    return _mapped(df.select(column), json, lines=column, **options)


def _mapped(df: "DataFrame", json: bool, **options: Any) -> "DataFrame":
    if "arguments" in options:
        options["arguments"] = list(options["arguments"])
    function = functools.partial(extract_batches, json=json, **options)
    return df.mapInArrow(function, spark_schema(json=json))


class ray_batches:
    """The same for Ray Data: `ds.map_batches(ray_batches, ...)`, as Docs/spark.md shows. Each actor
    keeps its program from one batch to the next. The options are those of `extract_batches`."""

    def __init__(
        self,
        *,
        json: bool = False,
        lines: str | None = None,
        program: str | None = None,
        arguments: Iterable[str] = (),
        text: str = "text",
        id: str = "id",
        published: str | None = None,
        **settings: Any,
    ) -> None:
        self._stream = Stream(program, arguments, **settings)
        self._json = json
        if lines is None:
            columns = {"text": text, "id": id, "published": published}
            self._documents = functools.partial(arrow.documents, **columns)
        else:
            self._documents = functools.partial(arrow.json_documents, column=lines)

    def __call__(self, table: pa.Table) -> pa.Table:
        documents = self._documents(table.to_batches())
        made = _answered(self._stream, documents, self._json)
        return pa.Table.from_batches(made, schema(json=self._json))
