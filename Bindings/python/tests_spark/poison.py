#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`zhailu extract --framed` that dies or stands still on marked texts, for tests only.

It passes each line to the real program, which ZHAILU_REAL names or lies beside it as zhailu-real,
and the answer back. On the word CRASHHERE in a line it ends by a signal, on HANGHERE it sleeps, on
LEAVEHERE it ends with code 7, on HALFHERE it writes half an answer and ends; with KILLONCE it ends
where the file that the environment variable ZHAILU_ONCE names does not exist yet, and makes it;
with EXECUTORHERE it kills the executor of Spark that it works for, once likewise.
"""

import os
import signal
import subprocess
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
real = os.environ.get("ZHAILU_REAL") or os.path.join(here, "zhailu-real")
child = subprocess.Popen([real, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
output = sys.stdout.buffer


def die():
    child.kill()
    os.kill(os.getpid(), signal.SIGILL)


def kill_executor():
    """The executor, a JVM, started Python's daemon, that the worker, and that this program."""
    above = os.getppid()
    for _ in range(8):
        with open(f"/proc/{above}/cmdline", "rb") as file:
            if b"CoarseGrainedExecutorBackend" in file.read():
                os.kill(above, signal.SIGKILL)
                time.sleep(3600)
        with open(f"/proc/{above}/stat") as file:
            above = int(file.read().rsplit(")", 1)[1].split()[1])
    sys.exit("there is no executor above")


def dies_once():
    try:
        os.close(os.open(os.environ["ZHAILU_ONCE"], os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


for line in sys.stdin.buffer:
    if b"CRASHHERE" in line or b"KILLONCE" in line and dies_once():
        die()
    if b"EXECUTORHERE" in line and dies_once():
        kill_executor()
    if b"HANGHERE" in line:
        child.kill()
        time.sleep(3600)
    if b"LEAVEHERE" in line:
        child.kill()
        sys.stderr.write("I leave.\n")
        sys.exit(7)
    if b"HALFHERE" in line:
        output.write(b'{"doc":"half')
        output.flush()
        die()
    child.stdin.write(line)
    child.stdin.flush()
    while True:
        record = child.stdout.readline()
        output.write(record)
        if record == b"\n":
            break
    output.flush()
child.stdin.close()
sys.exit(child.wait())
