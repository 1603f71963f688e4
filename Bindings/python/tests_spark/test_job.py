# SPDX-License-Identifier: Apache-2.0
"""The ready job by spark-submit: what Spark ships, a cluster, failures, files that come in."""

import gzip
import os
import shutil
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import in_order, read_parquet, sorted_lines

from zhailu import spark_job

#: `make test-spark DOCUMENTS=20000` is the long form.
DOCUMENTS = int(os.environ.get("ZHAILU_SPARK_DOCUMENTS", 4000))
CLUSTER = "local-cluster[2,1,1024]"


def test_eight_poisoned_documents_on_a_cluster(submit, tmp_path, articles, command_line):
    """Four that the program crashes on and four that it hangs in; the executor that holds one more
    is killed while it works. The package and the program come by --py-files and --files."""
    places = [DOCUMENTS * (2 * number + 1) // 17 for number in range(8)]
    words = ["CRASHHERE", "HANGHERE"] * 4
    lines = articles(DOCUMENTS, dict(zip(places, words)) | {DOCUMENTS // 2: "EXECUTORHERE"})
    healthy = articles(DOCUMENTS, {DOCUMENTS // 2: "EXECUTORHERE"})
    for place in places:
        healthy[place] = ""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("".join(lines), "utf-8")
    said = submit(
        "--input", "in/a.jsonl", "--output", "out", "--json", "--partitions", "8",
        "--program", "poison.py", "--limit", "5",
        master=CLUSTER, spark__executorEnv__ZHAILU_ONCE=str(tmp_path / "once"),
    )  # fmt: skip
    rows = read_parquet(tmp_path / "out")
    errors = {row["doc"]: row["error"] for row in rows if row["error"] is not None}
    reasons = {
        "CRASHHERE": "the program crashed on it: signal 4, SIGILL",
        "HANGHERE": "took longer than 5 seconds",
    }
    assert errors == {f"d{place:06}": reasons[word] for place, word in zip(places, words)}
    assert sum(row["error"] is not None for row in rows) == 8
    wanted = sorted_lines(command_line(healthy))
    assert in_order(rows) == wanted
    assert f"{len(wanted)} records, 8 documents failed" in said
    assert (tmp_path / "once").exists(), "no executor was killed"


@pytest.fixture
def job(spark):
    """Runs the job in the session that is there."""
    return lambda *given: spark_job.run(spark, spark_job.arguments(list(map(str, given))))


def test_text_files(job, tmp_path, capsys):
    folder = tmp_path / "in" / "b"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_bytes(b"\xef\xbb\xbf" + "捐款200万元".encode())
    (folder / "two.x.txt").write_bytes("昨日捐款200万元".encode("gb18030"))
    out = tmp_path / "out"
    job(
        "--input", tmp_path / "in", "--output", out, "--format", "text", "--encoding", "gb18030",
        "--types", "amount,date", "--published", "2020-03-20",
    )  # fmt: skip
    found = sorted((row["doc"], row["start"], row["type"]) for row in read_parquet(out))
    assert found == [("b/one", 2, "amount"), ("b/two.x", 0, "date"), ("b/two.x", 4, "amount")]
    assert capsys.readouterr().out == "3 records, 0 documents failed\n"


@pytest.mark.parametrize(
    "given, told",
    [
        (["--encoding", "klingon"], "no encoding is called 【klingon】"),
        (["--stream", "--input", "a", "b"], "--stream watches one folder"),
    ],
)
def test_wrong_usage_is_told_before_anything_starts(given, told, capsys):
    with pytest.raises(SystemExit):
        spark_job.arguments(["--input", "x", "--output", "y", *given])
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "name, format",
    [("a/*.jsonl.gz", "jsonl"), ("a.ndjson", "jsonl"), ("b/", "jsonl"), ("x.parquet/", "parquet")]
    + [("*.txt", "text")],
)
def test_formats_by_ending(name, format):
    args = spark_job.arguments(["--input", name, "--output", "y"])
    assert spark_job.format_of(args) == format


@pytest.mark.parametrize(
    "path, input, name",
    [
        ("s3a://lake/articles/a/1.txt", "s3a://lake/articles", "a/1"),
        ("hdfs://nn/lake/a/1.txt", "hdfs://nn/lake/", "a/1"),
        ("hdfs://nn/lake/a/1.txt", "/lake", "a/1"),
        ("file:/tmp/x/1.txt", "file:///tmp/x", "1"),
        ("file:/tmp/x/news-3/1.txt.gz", "/tmp/x/news-*", "news-3/1"),
        ("file:/tmp/x/a/1.txt", "./x/*/*.txt", "a/1"),
        ("file:/tmp/x/1.txt", "x/1.txt", "1"),
        ("file:/tmp/x/1.txt", ".", "tmp/x/1"),
        ("file:/tmp/x/1.txt", "elsewhere", "tmp/x/1"),
    ],
)
def test_ids_of_text_files(path, input, name):
    assert spark_job.name_of(path, [input]) == name


def test_text_files_may_be_packed():
    assert spark_job.decoded(gzip.compress("捐款".encode("gb18030")), "gb18030") == "捐款"
    assert spark_job.decoded(gzip.compress("捐款".encode())[:-9], "utf-8") is None
    assert spark_job.decoded(b"\xff\xfe" + "捐款".encode("utf-16-le"), "utf-8") == "捐款"
    assert spark_job.decoded(None, "utf-8") is None


def test_columns_of_parquet(job, tmp_path):
    table = pa.table({"url": [1, 2], "body": ["昨日", "捐款"], "day": ["2020-03-20", None]})
    pq.write_table(table, tmp_path / "a.parquet")
    job(
        "--input", tmp_path / "a.parquet", "--output", tmp_path / "out", "--id-column", "url",
        "--text-column", "body", "--published-column", "day",
    )  # fmt: skip
    rows = read_parquet(tmp_path / "out")
    assert [(row["doc"], row["value"]["timex"]) for row in rows] == [("1", "2020-03-19")]


def test_columns_of_json_lines(job, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"n":"x","body":"捐款200万元"}\n', "utf-8")
    job(
        "--input", tmp_path / "a.jsonl", "--output", tmp_path / "out", "--id-column", "n",
        "--text-column", "body", "--types", "amount",
    )  # fmt: skip
    assert [(r["doc"], str(r["number"])) for r in read_parquet(tmp_path / "out")] == [
        ("x", "2000000.0000000000")
    ]


def drop(folder, name, lines):
    """A file that is there at once and whole: written under a hidden name, then renamed."""
    hidden = folder / f".{name}"
    with gzip.open(hidden, "wt", encoding="utf-8") if name.endswith(".gz") else open(
        hidden, "w", encoding="utf-8"
    ) as file:
        file.writelines(lines)
    hidden.rename(folder / name)


def test_new_files_appear_exactly_once_over_a_restart(
    submit, tmp_path, articles, command_line, spark
):
    lines = articles(3000)
    folder = tmp_path / "in"
    folder.mkdir()
    drop(folder, "a.jsonl", lines[:1000])
    job = ["--input", "in", "--output", "out", "--stream", "--json", "--program", "zhailu-real"]
    running = submit.start(*job)
    try:
        log = tmp_path / "out" / "_spark_metadata" / "0"
        deadline = time.monotonic() + 240
        while not log.exists() and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        assert log.exists(), (tmp_path / "err.txt").read_text()[-4000:]
        # Killed, with the driver, while it works on the next file.
        drop(folder, "b.jsonl.gz", lines[1000:2000])
        time.sleep(0.5)
    finally:
        running.kill()
        running.wait()
    drop(folder, "c.jsonl", lines[2000:])
    for _ in range(2):
        submit(*job, "--once")
        rows = [row.asDict() for row in spark.read.parquet(str(tmp_path / "out")).collect()]
        assert in_order(rows) == sorted_lines(command_line(lines))
    shutil.rmtree(tmp_path / "out")
