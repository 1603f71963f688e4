# SPDX-License-Identifier: Apache-2.0
"""Many documents through one long-lived program, which may crash or hang on some of them.

    with zhailu.stream.Stream() as stream:
        for answer in stream.answers([Document("a", line_of("a", "捐款200万元"))]):
            answer.id, answer.records, answer.error

The program is `zhailu extract --framed`: it answers each line with the records of that document
and one empty line, at once and in order. So it is always known which document is being worked on:
if the program ends or stands still, that one gets an error, and the others are not touched by it.
There are no threads; this is safe in programs that fork.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections import deque
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring
from typing import NamedTuple

from ._process import Process, StartFailed
from ._program import ProgramNotFound, program as usual_program

__all__ = [
    "Answer",
    "Document",
    "StartFailed",
    "Stream",
    "TooManyFailures",
    "find_program",
    "line_of",
]


class Document(NamedTuple):
    """A document on its way: its id, and the line of JSON that the program is given, with its end
    and no other in it."""

    id: str
    line: bytes


class Answer(NamedTuple):
    """What became of a document: its records, lines of JSON, or why there are none."""

    id: str
    records: bytes
    error: str | None

    @property
    def error_record(self) -> bytes:
        """The error as a line of JSON, as `errors.jsonl` has it."""
        record = {"doc": self.id, "place": self.id, "error": self.error}
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class TooManyFailures(RuntimeError):
    """So many documents failed that something other than them must be wrong."""


def line_of(id: str, text: str, published: str | None = None) -> bytes:
    """The line of JSON of a document.

    >>> line_of("a", "天晴", "2020-03-20").decode()
    '{"id":"a","text":"天晴","published":"2020-03-20"}\\n'
    """
    line = f'{{"id":{encode_basestring(id)},"text":{encode_basestring(text)}'
    if published:
        line += f',"published":{encode_basestring(published)}'
    try:
        return (line + "}\n").encode()
    except UnicodeEncodeError:  # Half a surrogate pair, which UTF-8 has no bytes for.
        document = {"id": id, "text": text, **({"published": published} if published else {})}
        return json.dumps(document).encode() + b"\n"


def find_program(named: str | None = None) -> str:
    """The program: the one that is named, by path or as it was shipped by Spark's `--files`; else
    what `ZHAILU_PROGRAM` names, what Spark shipped as `zhailu`, the one inside this package, the
    first on PATH. A shipped program that has lost its right to be executed gets it again."""
    if named:
        for path in (named, _shipped(os.path.basename(named)), shutil.which(named)):
            if path and os.path.isfile(path) and _made_executable(path):
                return os.path.abspath(path)
        raise ProgramNotFound(f"【{named}】 is no program")
    if not os.environ.get("ZHAILU_PROGRAM"):
        path = _shipped("zhailu")
        if path and _made_executable(path):
            return path
    return usual_program()


def _shipped(name: str) -> str | None:
    """A file that Spark has brought here, if this is a program of Spark."""
    import sys

    if "pyspark" not in sys.modules:
        return None
    try:
        from pyspark import SparkFiles

        path = SparkFiles.get(name)
    except Exception:  # There is no context, and so nothing was shipped.
        return None
    return path if os.path.isfile(path) else None


def _made_executable(path: str) -> bool:
    if not os.access(path, os.X_OK):
        try:
            os.chmod(path, os.stat(path).st_mode | 0o111)
        except OSError:
            return False
    return os.access(path, os.X_OK)


class _Sent:
    """A document that was handed over and is not answered yet."""

    __slots__ = ("document", "end", "tries")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.end = 0
        self.tries = 0


class Stream:
    """Gives documents to the program and takes its answers.

    limit: seconds that a document may take; then the program is killed and the document fails.
    start_limit: seconds that the program may take to start.
    attempts: how often a document that the program crashes on is tried; the second time shows
        whether it was the document. One that takes too long is not tried again.
    failures_in_a_row, restarts: after more of them the stream gives up, with `TooManyFailures`.
    arguments: more arguments of `zhailu extract`, such as `["--types", "amount"]`.
    """

    #: No more documents, or bytes, than these wait for their answer.
    WINDOW = 512
    WINDOW_BYTES = 4 << 20

    def __init__(
        self,
        program: str | None = None,
        arguments: Iterable[str] = (),
        *,
        limit: float = 60.0,
        start_limit: float = 120.0,
        attempts: int = 2,
        failures_in_a_row: int = 20,
        restarts: int = 1000,
    ) -> None:
        self._command = [find_program(program), "extract", "--framed", "--input", "jsonl"]
        self._command += arguments
        self._limit, self._start_limit = limit, start_limit
        self._attempts, self._row, self._restarts = attempts, failures_in_a_row, restarts
        self._process: Process | None = None
        self._owner = os.getpid()
        self._is_busy = False
        self._forget()
        #: How often the program was started, and how many documents failed with it.
        self.starts = 0
        self.failures = 0
        self._failures_in_a_row = 0

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        # Of what a fork has copied, the program belongs to the parent.
        if getattr(self, "_process", None) is not None and self._owner == os.getpid():
            self.close()

    def close(self) -> None:
        """Ends the program; a further use starts it again."""
        process, self._process = self._process, None
        if process is not None:
            process.end() if self._sent else process.close()
        self._forget()

    def _forget(self) -> None:
        self._sent: deque[_Sent] = deque()
        self._out = memoryview(b"")
        #: Bytes written to this process so far, and those of all that were handed over.
        self._written = self._total = 0
        #: Bytes of those that wait.
        self._waiting = 0
        self._in = bytearray()
        self._searched = 0

    def answers(self, documents: Iterable[Document]) -> Iterator[Answer]:
        """An answer for each document, in their order. One at a time; leaving it early is fine."""
        if self._is_busy:
            raise RuntimeError("the answers of this stream are being read already")
        self._is_busy = True
        source = iter(documents)
        try:
            while self._fill(source):
                yield from self._turn()
        finally:
            self._is_busy = False
            if self._sent:
                self.close()

    # MARK: Giving

    def _fill(self, source: Iterator[Document]) -> bool:
        """Takes more documents, if few are waiting; whether any are left to be answered."""
        if len(self._sent) > self.WINDOW // 2:
            return True
        lines = []
        while len(self._sent) < self.WINDOW and self._waiting < self.WINDOW_BYTES:
            document = next(source, None)
            if document is None:
                break
            lines.append(self._hand_over(_Sent(document)))
        if lines:
            self._out = memoryview(b"".join([self._out, *lines]))
        return bool(self._sent)

    def _hand_over(self, sent: _Sent) -> bytes:
        line = sent.document.line
        # Of two lines, or of none, the answers would be taken for those of other documents.
        if line.find(b"\n") != len(line) - 1 or not line.strip(b" \t\r\n"):
            raise ValueError(f"the document 【{sent.document.id}】 is not one line of JSON")
        self._total += len(line)
        self._waiting += len(line)
        sent.end = self._total
        self._sent.append(sent)
        return line

    # MARK: Taking

    def _turn(self) -> Iterator[Answer]:
        """Waits for the next answers, or finds out why none come."""
        if self._process is None:
            self._start()
        process = self._process
        deadline = time.monotonic() + self._limit
        while True:
            written, read = process.exchange(self._out, deadline - time.monotonic())
            if written:
                # What is not handed over cannot be late.
                if self._written < self._sent[0].end:
                    deadline = time.monotonic() + self._limit
                self._out = self._out[written:]
                self._written += written
            if read:
                answers = self._take(read)
                if answers:
                    yield from answers
                    return
            if process.is_over or time.monotonic() >= deadline:
                yield from self._lost(not process.is_over)
                return

    def _take(self, read: bytes) -> list[Answer]:
        """The frames that are whole now. A frame is lines and an empty line."""
        self._in += read
        answers, start = [], 0
        while self._sent:
            if self._in.startswith(b"\n", start):
                end = start
            else:
                end = self._in.find(b"\n\n", max(start, self._searched)) + 1
                if end == 0:
                    break
            answers.append(_answer(self._pop(), bytes(self._in[start:end])))
            start = end + 1
        del self._in[:start]
        self._searched = max(0, len(self._in) - 1)
        if answers:
            self._failures_in_a_row = 0
        return answers

    def _pop(self) -> Document:
        document = self._sent.popleft().document
        self._waiting -= len(document.line)
        return document

    # MARK: Failing

    def _lost(self, is_late: bool) -> Iterator[Answer]:
        """The program has ended, or is too slow: the first of those that wait is to blame."""
        process, self._process = self._process, None
        row = self._failures_in_a_row
        answers = self._take(process.end())
        yield from answers
        if not self._sent:
            return self._forget()
        if is_late and answers:  # It came just now.
            return self._again()
        sent = self._sent[0]
        sent.tries += 1
        if not is_late and sent.tries < self._attempts:
            return self._again()
        self._pop()
        self.failures += 1
        self._failures_in_a_row = 1 if answers else row + 1
        reason = (
            f"took longer than {self._limit:g} seconds"
            if is_late
            else f"the program crashed on it: {process.fate()}"
        )
        self._again()
        yield Answer(sent.document.id, b"", reason)
        if self._failures_in_a_row > self._row:
            raise TooManyFailures(
                f"{self._failures_in_a_row} documents failed one after the other, "
                f"the last because: {reason}; {_last_line(process.said)}"
            )

    def _again(self) -> None:
        """What was sent and not answered is sent to the next program."""
        waiting = self._sent
        self._forget()
        lines = [self._hand_over(sent) for sent in waiting]
        self._out = memoryview(b"".join(lines))

    def _start(self) -> None:
        if self.starts > self._restarts:
            raise TooManyFailures(f"the program was started {self.starts} times")
        self._process = Process(self._command, self._start_limit)
        self.starts += 1


def _answer(document: Document, frame: bytes) -> Answer:
    # Inside a text the quotation marks would be escaped, so this can only be the key.
    if b',"error":"' in frame:
        return Answer(document.id, b"", json.loads(frame)["error"])
    return Answer(document.id, frame, None)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
