# SPDX-License-Identifier: Apache-2.0
"""Where the program `zhailu` is."""

from __future__ import annotations

import os
import shutil

__all__ = ["ProgramNotFound", "program"]


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
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "zhailu")
    if _is_executable(own):
        return own
    found = shutil.which("zhailu")
    if found:
        return found
    raise ProgramNotFound(
        "no program zhailu: set ZHAILU_PROGRAM to its path, or put it on PATH"
    )


def _is_executable(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)
