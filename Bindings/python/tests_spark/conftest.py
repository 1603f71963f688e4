# SPDX-License-Identifier: Apache-2.0
"""What the tests share: the program, articles, a session of Spark, and spark-submit."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys
import zipfile

import pytest

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
SOURCE = HERE.parent / "src"
POISON = HERE / "poison.py"

os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ["PYTHONPATH"] = str(SOURCE)
BASIC = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "Asia/Shanghai",
}


@pytest.fixture(scope="session")
def program() -> str:
    """The built program."""
    built = PROJECT / os.environ.get("SCRATCH", ".build") / "release" / "zhailu"
    path = os.environ.setdefault("ZHAILU_PROGRAM", str(built))
    if not os.access(path, os.X_OK):
        pytest.skip("there is no program zhailu; 'make build' makes it")
    os.environ["ZHAILU_REAL"] = path
    return path


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """Paragraphs of the articles that people tune on."""
    files = sorted((PROJECT / "Corpus" / "articles" / "dev").glob("*.txt"))
    # Those in other encodings become strange texts, which are texts too.
    read = [file.read_bytes().decode("utf-8", "replace") for file in files]
    lines = [line for text in read for line in text.splitlines()]
    return [line for line in lines if len(line) > 30]


@pytest.fixture(scope="session")
def articles(texts):
    """Makes lines of JSON of so many documents; `poisoned` puts words into some of them."""

    def make(count: int, poisoned: dict[int, str] | None = None) -> list[str]:
        lines = []
        for index in range(count):
            text = texts[index % len(texts)] + (poisoned or {}).get(index, "")
            document = {"id": f"d{index:06}", "text": text, "published": "2020-03-20"}
            lines.append(json.dumps(document, ensure_ascii=False) + "\n")
        return lines

    return make


@pytest.fixture(scope="session")
def command_line(program):
    """The records that the program itself writes of lines of JSON, a list of lines."""

    def run(lines: list[str]) -> list[str]:
        done = subprocess.run(
            [program, "extract", "--input", "jsonl"], input="".join(lines).encode(),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        return done.stdout.decode().splitlines()

    return run


@pytest.fixture(scope="session")
def spark(program):
    if not shutil.which("java"):
        pytest.skip("there is no Java")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]")
    for key, value in BASIC.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def submit(tmp_path, program):
    """Runs the ready job by spark-submit, with the package as a zip and the program as a file that
    Spark ships: nothing of it is installed where the tasks run."""
    if not shutil.which("java"):
        pytest.skip("there is no Java")
    package = tmp_path / "zhailu.zip"
    with zipfile.ZipFile(package, "w") as zip:
        for file in sorted((SOURCE / "zhailu").glob("*.py")):
            zip.write(file, f"zhailu/{file.name}")
    real = tmp_path / "zhailu-real"
    shutil.copy(program, real)

    def command(*arguments: str, master: str, **conf: str) -> list[str]:
        import pyspark

        conf = {**BASIC, **{key.replace("__", "."): value for key, value in conf.items()}}
        given = [f"{key}={value}" for key, value in conf.items()]
        return [
            os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit"),
            "--master", master, "--py-files", str(package), "--files", f"{POISON},{real}",
            *(part for one in given for part in ("--conf", one)),
            str(SOURCE / "zhailu" / "spark_job.py"), *arguments,
        ]  # fmt: skip

    def environment(folder: pathlib.Path) -> dict[str, str]:
        # Neither the package nor the program may be found but by what Spark ships.
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("ZHAILU", "PYTHONPATH"))}
        return {**kept, "ZHAILU_ONCE": str(folder / "once")}

    def start(*arguments: str, master: str = "local[2]", **conf: str) -> subprocess.Popen:
        return subprocess.Popen(
            command(*arguments, master=master, **conf), env=environment(tmp_path), cwd=tmp_path,
            stdout=open(tmp_path / "out.txt", "wb"), stderr=open(tmp_path / "err.txt", "wb"),
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def run(*arguments: str, **more: str) -> str:
        process = start(*arguments, **more)
        code = process.wait(900)
        errors = (tmp_path / "err.txt").read_text("utf-8", "replace")
        assert code == 0, errors[-6000:]
        return (tmp_path / "out.txt").read_text()

    run.start = start
    return run


def read_parquet(folder) -> list[dict]:
    import pyarrow.parquet as pq

    return pq.read_table(str(folder)).to_pylist()


def in_order(rows: list[dict]) -> list[str]:
    """The records of rows as lines of JSON, in the order of the contract."""
    rows = [row for row in rows if row["error"] is None]
    return [row["json"] for row in sorted(rows, key=order)]


def order(row):
    types = ("organization", "amount", "quantity", "date", "number", "ordinal", "event")
    return row["doc"], row["start"], row["end"], row["type"]


def sorted_lines(lines: list[str]) -> list[str]:
    """The lines of the command line, documents in the order of their ids."""
    return in_order([{**json.loads(line), "json": line, "error": None} for line in lines])
