# SPDX-License-Identifier: Apache-2.0
"""A ready job for spark-submit: documents in, records as Parquet out.

    spark-submit .../zhailu/spark_job.py --input articles/*.jsonl --output records
"""

from __future__ import annotations

import argparse
import codecs
import gzip
import os
import re
import sys
import zlib


def _leave_own_folder() -> None:
    """Run as a script, Python looks for modules in this folder first, where `spacy` and `arrow`
    would hide others; the package is found from the folder above."""
    own = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != own]
    try:
        import zhailu  # noqa: F401
    except ImportError:
        sys.path.insert(0, os.path.dirname(own))


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="spark_job.py", description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--input", required=True, nargs="+", help="files, folders or patterns")
    add("--output", required=True, help="the folder of the Parquet files")
    add("--format", choices=["jsonl", "text", "parquet"], help="of the input; by its ending")
    add("--text-column", default="text", help="of Parquet or JSON Lines")
    add("--id-column", default="id", help="likewise; 'none' makes an id of the text")
    add("--published-column", help="likewise; a date, a timestamp or a text")
    add("--published", help="the publication date of all documents that have none")
    add("--encoding", default="utf-8", help="of text files, where they begin with no mark")
    add("--types", help="types to write, separated by commas, as zhailu extract has it")
    add("--rules", action="append", default=[], help="a folder of rules where the tasks run")
    add("--program", help="the program, by path or as --files has shipped it")
    add("--limit", type=float, default=60, help="seconds that a document may take")
    add("--partitions", type=int, help="spread the input over so many tasks")
    add("--json", action="store_true", help="add a column with the records as lines of JSON")
    add("--mode", choices=["error", "overwrite", "append"], default="error")
    add("--stream", action="store_true", help="wait for new files; the input is one folder")
    add("--once", action="store_true", help="with --stream: end when all files are done")
    add("--checkpoint", help="with --stream: what was done; OUTPUT/_checkpoint if not given")
    args = parser.parse_args(given)
    try:
        codecs.lookup(args.encoding)
    except LookupError:
        parser.error(f"no encoding is called 【{args.encoding}】")
    if args.stream and len(args.input) != 1:
        parser.error("--stream watches one folder")
    return args


def options(args: argparse.Namespace) -> dict:
    more = ["--types", args.types] if args.types else []
    more += [part for folder in args.rules for part in ("--rules", folder)]
    more += ["--published", args.published] if args.published else []
    return {
        "program": args.program, "arguments": more, "limit": args.limit, "json": args.json,
    }


def format_of(args: argparse.Namespace) -> str:
    if args.format:
        return args.format
    name = args.input[0].rstrip("/").removesuffix(".gz")
    for format, endings in (("jsonl", (".jsonl", ".ndjson", ".json")), ("text", (".txt",))):
        if name.endswith(endings):
            return format
    return "parquet" if name.endswith(".parquet") else "jsonl"


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decoded(content: bytes | None, encoding: str) -> str | None:
    """A text file, perhaps packed by gzip; the marks of UTF-8 and UTF-16 at its beginning say what
    it is. None where it cannot be unpacked."""
    if content is None:
        return None
    content = bytes(content)
    if content.startswith(b"\x1f\x8b"):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            return None
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark):].decode(name, "replace")
    return content.decode(encoding, "replace")


def name_of(path: str, inputs: list[str]) -> str:
    """The id of a text file: its path in the input folder, without its ending; of an input that is
    this file its name, and the whole path where none fits."""
    path = "/" + _place(path)
    for input in inputs:
        folder = "/" + _folder(input)
        if folder != "/" and folder + "/" in path:
            return _stem(path.split(folder + "/", 1)[1])
        if path.endswith(folder):
            return _stem(path.rpartition("/")[2])
    return _stem(path[1:])


def _folder(input: str) -> str:
    """The folder of an input; of a pattern the one that stands before its first sign."""
    whole = re.split(r"[*?\[{]", input)[0]
    return _place(whole if whole == input else whole.rpartition("/")[0])


def _place(path: str) -> str:
    """A path without its scheme, `s3a://lake/a` and `file:///lake/a` as `lake/a`; `./a` as `a`."""
    path = re.sub(r"^[a-z][a-z0-9+.-]*:", "", path, flags=re.IGNORECASE).strip("/")
    return re.sub(r"^(\.(/|$))+", "", path)


def _stem(path: str) -> str:
    return os.path.splitext(path.removesuffix(".gz"))[0]


def texts(df, args):
    """Text files as documents."""
    encoding, inputs = args.encoding, args.input

    def decode(batches):
        import pyarrow as pa

        for batch in batches:
            names = [name_of(one, inputs) for one in batch.column("path").to_pylist()]
            texts = [decoded(one, encoding) for one in batch.column("content").to_pylist()]
            yield pa.record_batch({"id": names, "text": texts})

    return df.select("path", "content").mapInArrow(decode, "id string, text string")


def records(spark, args):
    """The data frame of the records that are asked for."""
    from zhailu.spark import extract, extract_json

    reader = spark.readStream if args.stream else spark.read
    paths = args.input[0] if args.stream else args.input
    format = format_of(args)
    columns = (args.text_column, args.id_column, args.published_column or "published")
    if format == "jsonl" and columns == ("text", "id", "published"):
        lines = reader.option("lineSep", "\n").text(paths)
        return extract_json(spread(lines, args), **options(args))
    if format == "jsonl":
        names = [name for name in dict.fromkeys(columns) if name and name != "none"]
        df = reader.schema(", ".join(f"`{name}` string" for name in names)).json(paths)
    elif format == "text":
        files = reader.format("binaryFile").option("recursiveFileLookup", "true")
        df = texts(spread(files.load(paths), args), args)
        return extract(df, **options(args))
    else:
        if args.stream:
            reader = reader.schema(spark.read.parquet(paths).schema)
        df = reader.parquet(*([paths] if args.stream else paths))
    published = args.published_column or ("published" if "published" in df.columns else None)
    id = None if args.id_column == "none" else args.id_column
    return extract(
        spread(df, args), text=args.text_column, published=published, id=id, **options(args)
    )


def spread(df, args):
    return df.repartition(args.partitions) if args.partitions else df


def run(spark, args) -> None:
    found = records(spark, args)
    if args.stream:
        checkpoint = args.checkpoint or args.output.rstrip("/") + "/_checkpoint"
        writer = found.writeStream.format("parquet").option("checkpointLocation", checkpoint)
        if args.once:
            writer = writer.trigger(availableNow=True)
        writer.start(args.output).awaitTermination()
        return
    from pyspark.sql import Observation, functions as F

    counts = Observation("zhailu")
    found = found.observe(
        counts,
        F.count("id").alias("records"),
        F.count("error").alias("errors"),
    )
    found.write.mode(args.mode).parquet(args.output)
    print(f"{counts.get['records']} records, {counts.get['errors']} documents failed")


def main() -> None:
    _leave_own_folder()
    args = arguments()
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("zhailu").getOrCreate()
    try:
        run(spark, args)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
