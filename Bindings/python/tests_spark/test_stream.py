# SPDX-License-Identifier: Apache-2.0
"""The supervisor: every document is answered, whatever the program does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import POISON

from zhailu.stream import (
    Document, ProgramNotFound, StartFailed, Stream, TooManyFailures, find_program, line_of,
)  # fmt: skip


def some(count, poisoned=None):
    words = poisoned or {}
    return [
        Document(f"d{index}", line_of(f"d{index}", f"捐款{index + 1}万元{words.get(index, '')}"))
        for index in range(count)
    ]


def answers(documents, program=str(POISON), **settings):
    with Stream(program, **{"limit": 20, **settings}) as stream:
        return list(stream.answers(documents)), stream


def test_answers_are_the_command_lines(program, command_line):
    documents = some(3000)
    found, stream = answers(documents, program)
    assert [answer.id for answer in found] == [document.id for document in documents]
    lines = b"".join(answer.records for answer in found).decode().splitlines()
    assert lines == command_line([document.line.decode() for document in documents])
    assert stream.starts == 1


@pytest.mark.parametrize("place", [0, 1, 500, 999])
@pytest.mark.parametrize(
    "word, reason",
    [
        ("CRASHHERE", "the program crashed on it: signal 4, SIGILL"),
        ("HALFHERE", "the program crashed on it: signal 4, SIGILL"),
        ("LEAVEHERE", "the program crashed on it: exit code 7"),
        ("HANGHERE", "took longer than 2 seconds"),
    ],
)
def test_one_document_fails_and_no_other(program, word, reason, place):
    found, _ = answers(some(1000, {place: word}), limit=2)
    assert [(a.id, a.error) for a in found if a.error] == [(f"d{place}", reason)]
    assert all(a.records for a in found if not a.error)
    assert len(found) == 1000


@pytest.mark.parametrize("line", [b"", b"\n", b" \r\n", b'{"id":"a"}', b'{"id":\n"a"}\n', b"{}\n{}\n"])
def test_what_is_not_one_line_is_refused(program, line):
    with Stream(program) as stream, pytest.raises(ValueError, match="【a】 is not one line of JSON"):
        list(stream.answers([Document("a", line)]))


def test_a_stream_that_is_forgotten_ends_its_program(program):
    stream = Stream(program)
    list(stream.answers(some(1)))
    child = stream._process.pid
    del stream
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_a_crash_from_outside_costs_nothing(program, tmp_path, monkeypatch):
    monkeypatch.setenv("ZHAILU_ONCE", str(tmp_path / "once"))
    found, stream = answers(some(50, {20: "KILLONCE"}))
    assert [answer.error for answer in found] == [None] * 50
    assert stream.starts == 2


def test_documents_beside_each_other_fail(program):
    found, _ = answers(some(20, {5: "CRASHHERE", 6: "HANGHERE", 7: "CRASHHERE"}), limit=2)
    assert [a.id for a in found if a.error] == ["d5", "d6", "d7"]


def test_it_gives_up_where_all_fail(program):
    with pytest.raises(TooManyFailures, match="5 documents failed one after the other"):
        answers(some(50, dict.fromkeys(range(50), "LEAVEHERE")), failures_in_a_row=4)
    with pytest.raises(TooManyFailures, match="was started 4 times"):
        answers(some(50, dict.fromkeys(range(0, 50, 2), "LEAVEHERE")), restarts=3, attempts=1)


def test_what_the_program_says_of_a_document(program):
    lines = [b"no json\n", b'{"id":"x"}\n', line_of("y", "捐款5万元", "soon")]
    lines.append(line_of("z", "\ud800"))
    found, stream = answers([Document(str(i), line) for i, line in enumerate(lines)], program)
    assert found[0].error == "this line is no JSON object"
    assert found[1].error.startswith("the key 【text】 is missing")
    assert found[2].error.startswith("【soon】 is no date")
    assert len(found) == 4 and stream.starts == 1
    assert found[1].error_record.startswith(b'{"doc":"1","place":"1","error":"the key')


def test_a_blank_line_gets_no_answer(program):
    lines = b'{"id":"a","text":""}\n\n \t\r\n{"id":"b","text":""}\n'
    command = [program, "extract", "--framed", "--input", "jsonl"]
    assert subprocess.run(command, input=lines, stdout=subprocess.PIPE).stdout == b"\n\n"


def test_large_documents_do_not_fill_the_pipes(program):
    text = "捐款200万元。" * 150_000
    documents = [Document(str(i), line_of(str(i), text)) for i in range(3)]
    found, _ = answers(documents, program, limit=60)
    assert [answer.records.count(b"\n") for answer in found] == [150_000] * 3


def test_programs_that_do_not_start(program, tmp_path):
    with pytest.raises(ProgramNotFound):
        Stream("/no/such/program")
    with pytest.raises(StartFailed, match="no type is called"):
        answers(some(1), program, arguments=["--types", "colour"])
    script = tmp_path / "slow"
    script.write_text("#!/bin/sh\nsleep 60\n")
    script.chmod(0o755)
    with pytest.raises(StartFailed, match="did not answer within 1 seconds"):
        answers(some(1), str(script), start_limit=1)
    script.write_text("#!/bin/sh\necho libicu is missing >&2; exit 127\n")
    with pytest.raises(StartFailed, match="exit code 127.*libicu is missing"):
        answers(some(1), str(script))


def test_the_program_is_found(program, tmp_path, monkeypatch):
    assert find_program() == program
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (tmp_path / "mine").write_text("#!/bin/sh\n")
    (tmp_path / "mine").chmod(0o755)
    assert find_program("mine") == str(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert find_program("mine") == str(tmp_path / "mine")


def test_a_stream_that_is_left_early_ends_its_program(program):
    stream = Stream(program)
    source = stream.answers(some(5000))
    next(source)
    process = stream._process.pid
    source.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert len(list(stream.answers(some(3)))) == 3
    stream.close()


def test_the_program_ends_with_who_feeds_it(program):
    """As when Spark kills the worker of a task."""
    code = (
        "import time, zhailu.stream as z; s = z.Stream();"
        "a = s.answers(z.Document('a', z.line_of('a', '天晴')) for _ in range(99999));"
        "next(a); print(s._process.pid, flush=True); time.sleep(99)"
    )
    feeder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    fed = int(feeder.stdout.readline())
    assert "zhailu" in Path(f"/proc/{fed}/cmdline").read_text()
    feeder.kill()
    feeder.communicate()
    deadline = time.monotonic() + 20
    while is_alive(fed) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(fed)


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_slow_reader_is_not_a_slow_document(program):
    with Stream(program, limit=2) as stream:
        for answer in stream.answers(some(700)):
            if answer.id in ("d10", "d690"):
                time.sleep(2.5)
            assert answer.error is None


def test_a_stopped_program_is_late(program):
    with Stream(program, limit=2, attempts=1) as stream:
        source = stream.answers(some(5000))
        next(source)
        os.kill(stream._process.pid, signal.SIGSTOP)
        found = list(source)
    assert len(found) == 4999
    assert [a.error for a in found if a.error] == ["took longer than 2 seconds"]


def test_no_descriptors_are_left(program):
    before = len(os.listdir("/proc/self/fd"))
    answers(some(30, {3: "CRASHHERE", 9: "HANGHERE"}), limit=2)
    assert len(os.listdir("/proc/self/fd")) == before
