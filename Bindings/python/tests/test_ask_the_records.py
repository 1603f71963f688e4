# SPDX-License-Identifier: Apache-2.0
"""The commands of Docs/ask-the-records.md, run on the corpus."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import pytest


def blocks(project: pathlib.Path, language: str) -> list[str]:
    page = (project / "Docs" / "ask-the-records.md").read_text(encoding="utf-8")
    found = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert found, language
    return found


@pytest.fixture(scope="module")
def folder(project: pathlib.Path, program: str, tmp_path_factory) -> pathlib.Path:
    """A folder in which the page's first commands were run."""
    folder = tmp_path_factory.mktemp("records")
    shutil.copytree(project / "Corpus" / "articles" / "dev", folder / "articles")
    (folder / "bin").mkdir()
    os.symlink(program, folder / "bin" / "zhailu")
    paths = f"{folder / 'bin'}:{os.environ['PATH']}"
    for block in blocks(project, "sh"):
        subprocess.run(
            ["bash", "-euc", block], cwd=folder, check=True, env={**os.environ, "PATH": paths}
        )
    return folder


def count(folder: pathlib.Path) -> int:
    return (folder / "records.jsonl").read_bytes().count(b"\n")


def test_duckdb(project: pathlib.Path, folder: pathlib.Path, monkeypatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(folder)
    connection = duckdb.connect()
    answers = []
    for block in blocks(project, "sql"):
        for command in filter(str.strip, block.split(";\n")):
            answers.append((command, connection.execute(command).fetchall()))
    asked = [(command, rows) for command, rows in answers if command.startswith("SELECT")]
    assert len(asked) == 6
    assert all(rows for _, rows in asked), [command for command, rows in asked if not rows]
    by_type, from_parquet = asked[0][1], asked[-1][1]
    assert sum(row[1] for row in by_type) == count(folder)
    assert [row[:2] for row in by_type] == from_parquet
    assert all(str(given).replace(".", "").isdigit() for _, _, given in asked[1][1])


@pytest.fixture(scope="module")
def server(folder: pathlib.Path):
    """A PostgreSQL of our own; its socket's folder and port."""
    binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(binaries[-1]) if binaries else shutil.which("initdb")
    if not initdb or not shutil.which("psql"):
        pytest.skip("there is no PostgreSQL")
    # A server never runs as root, and its user must see its folder.
    user = "postgres" if os.geteuid() == 0 else None
    home = tempfile.mkdtemp(prefix="zhailu-postgres-", dir="/tmp")

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [os.path.join(os.path.dirname(initdb), program), *arguments],
            check=True, user=user, cwd=home, stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        )

    try:
        if user:
            shutil.chown(home, user)
        run("initdb", "-D", f"{home}/data", "-A", "trust", "-U", "asker", "-E", "UTF8")
        options = f"-k {home} -c listen_addresses= -c fsync=off"
        run("pg_ctl", "-D", f"{home}/data", "-w", "-l", f"{home}/log", "-o", options, "start")
        try:
            yield home
        finally:
            run("pg_ctl", "-D", f"{home}/data", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def test_postgresql(project: pathlib.Path, folder: pathlib.Path, server: str) -> None:
    def psql(script: str) -> str:
        command = ["psql", "-h", server, "-U", "asker", "-d", "postgres", "-XAtq"]
        return subprocess.run(
            [*command, "-v", "ON_ERROR_STOP=1"],
            input=script, cwd=folder, check=True, capture_output=True, text=True,
        ).stdout

    answers = [psql(block) for block in blocks(project, "psql")]
    assert all(answers), answers
    assert int(psql("SELECT count(*) FROM records")) == count(folder)
    assert int(psql("SELECT count(*) FROM events")) > 20
