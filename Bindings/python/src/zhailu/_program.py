# SPDX-License-Identifier: Apache-2.0
"""Where the program `zhailu` is."""

from __future__ import annotations

import os
import shutil
import sys

__all__ = ["ProgramNotFound", "program"]


_OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "zhailu")


class ProgramNotFound(FileNotFoundError):
    """There is no program `zhailu`, or the one that `ZHAILU_PROGRAM` names is none."""


def program() -> str:
    """The path of the program `zhailu`: the one that the environment variable
    `ZHAILU_PROGRAM` names, else the one inside this package, else the first on `PATH`.

    Raises `ProgramNotFound` where there is none.
    """
    named = os.environ.get("ZHAILU_PROGRAM")
    if named:
        if not _is_executable(named):
            raise ProgramNotFound(f"ZHAILU_PROGRAM names 【{named}】, which is no program")
        return named
    if _is_executable(_OWN):
        return _OWN
    found = shutil.which("zhailu")
    if found:
        return found
    raise ProgramNotFound(
        "no program zhailu: set ZHAILU_PROGRAM to its path, or put it on PATH"
    )


def main() -> None:
    """The command `zhailu` of an environment that the package is installed in."""
    # Not the first on PATH, nor this one by another name: that would go on for ever.
    named = os.environ.get("ZHAILU_PROGRAM")
    is_this = named and os.path.realpath(named) == os.path.realpath(shutil.which(sys.argv[0]) or "")
    own = _OWN if is_this or not named else named
    try:
        os.execv(own, ["zhailu", *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"zhailu: {own}: {error.strerror}")


def _is_executable(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)
