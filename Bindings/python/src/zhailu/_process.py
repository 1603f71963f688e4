# SPDX-License-Identifier: Apache-2.0
"""One process of `zhailu extract --framed` and the pipes to it, which never block."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import subprocess
import time

__all__ = ["Process", "StartFailed"]

_PIECE = 1 << 18
_PIPE = 1 << 20
#: What every program must answer with an empty frame: a document without a text.
_PROBE = b'{"id":"probe","text":""}\n'


class StartFailed(RuntimeError):
    """The program does not start: no document is to blame, and none is done."""


class Process:
    """A running program. `exchange` gives it bytes and takes what it has written.

    Its standard error is read too, so that it never stands still because nobody reads; the end of
    it is kept for messages.
    """

    def __init__(self, command: list[str], start_limit: float) -> None:
        # Swift's own crash reporter would hold the pipes open for minutes.
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
        pipe = subprocess.PIPE
        try:
            self._child = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, bufsize=0
            )
        except OSError as error:
            raise StartFailed(f"{command[0]}: {error.strerror}") from None
        self._input = self._child.stdin.fileno()
        self._output = self._child.stdout.fileno()
        self._errors = self._child.stderr.fileno()
        self._poll = select.poll()
        for descriptor in (self._input, self._output, self._errors):
            os.set_blocking(descriptor, False)
        for descriptor in (self._input, self._output):
            _widen(descriptor)
        for descriptor in (self._output, self._errors):
            self._poll.register(descriptor, select.POLLIN)
        self._writes = False
        self.said = b""
        self.is_over = False
        try:
            self._begin(command[0], start_limit)
        except BaseException:
            self.end()
            raise

    def _begin(self, name: str, limit: float) -> None:
        rest, answer = memoryview(_PROBE), b""
        deadline = time.monotonic() + limit
        while answer != b"\n":
            left = deadline - time.monotonic()
            if left <= 0:
                raise StartFailed(f"{name} did not answer within {limit:g} seconds")
            written, more = self.exchange(rest, left)
            rest, answer = rest[written:], answer + more
            if self.is_over or len(answer) > 1:
                self.end()
                said = self.said.decode("utf-8", "replace").strip() or answer[:200].decode(
                    "utf-8", "replace"
                )
                raise StartFailed(f"{name} does not start ({self.fate()}): {said}")

    def exchange(self, rest: memoryview, wait: float) -> tuple[int, bytes]:
        """Writes what fits of `rest`, and returns how much that was and what the program has
        written; waits until one of the two is something, or `wait` seconds."""
        self._ask_to_write(len(rest) > 0)
        written, read = 0, b""
        for descriptor, _ in self._poll.poll(max(0, int(wait * 1000) + 1)):
            if descriptor == self._input:
                written = self._write(rest)
            elif descriptor == self._errors:
                self.said = (self.said + (self._read(descriptor) or b""))[-4096:]
            else:
                read = self._read(descriptor)
                if read is None:
                    self.is_over, read = True, b""
        return written, read

    def _ask_to_write(self, wanted: bool) -> None:
        if wanted and not self._writes:
            self._poll.register(self._input, select.POLLOUT)
        elif not wanted and self._writes:
            self._poll.unregister(self._input)
        self._writes = wanted

    def _write(self, rest: memoryview) -> int:
        try:
            return os.write(self._input, rest[:_PIECE])
        except BlockingIOError:
            return 0
        except OSError:  # Nobody reads any more; that the output ends says so too.
            self._poll.unregister(self._input)
            self._writes = False
            self.is_over = True
            return 0

    def _read(self, descriptor: int) -> bytes | None:
        """What is there; nothing at the end, where no more is asked."""
        try:
            piece = os.read(descriptor, _PIECE)
        except BlockingIOError:
            return b""
        except OSError:
            piece = b""
        if piece:
            return piece
        self._poll.unregister(descriptor)
        return None if descriptor == self._output else b""

    def end(self) -> bytes:
        """Kills the program, if it still runs, and returns the last that it has written."""
        if self._child.stdout.closed:
            return b""
        if self._child.returncode is None and not self._ends_by_itself():
            self._child.kill()
        try:
            self._child.wait(10)
        except subprocess.TimeoutExpired:  # It hangs in the kernel; leave it there.
            pass
        last = self._rest(self._output)
        self.said = (self.said + self._rest(self._errors))[-4096:]
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            pipe.close()
        return last

    def _ends_by_itself(self) -> bool:
        """Whether a program whose output has ended is about to say how it died."""
        if not self.is_over:
            return False
        try:
            self._child.wait(2)
        except subprocess.TimeoutExpired:
            return False
        return True

    @staticmethod
    def _rest(descriptor: int) -> bytes:
        """What is left in a pipe now; a child of the program may still hold its other end."""
        pieces = []
        try:
            while True:
                piece = os.read(descriptor, _PIECE)
                if not piece:
                    break
                pieces.append(piece)
        except OSError:
            pass
        return b"".join(pieces)

    def close(self) -> None:
        """Lets the program end by itself: its input is over."""
        self._child.stdin.close()
        try:
            self._child.wait(5)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait(10)
        self._child.stdout.close()
        self._child.stderr.close()

    @property
    def pid(self) -> int:
        return self._child.pid

    def fate(self) -> str:
        """How it ended, in words."""
        code = self._child.returncode
        if code is None:
            return "still running"
        if code < 0:
            try:
                return f"signal {-code}, {signal.Signals(-code).name}"
            except ValueError:
                return f"signal {-code}"
        return f"exit code {code}"


def _widen(descriptor: int) -> None:
    """Larger pipes, where the system gives them: fewer switches between the two processes."""
    try:
        fcntl.fcntl(descriptor, getattr(fcntl, "F_SETPIPE_SZ", 1031), _PIPE)
    except OSError:
        pass
