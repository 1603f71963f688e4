# SPDX-License-Identifier: Apache-2.0
"""What tests share: the project's folder and its built program."""

from __future__ import annotations

import os
import pathlib

import pytest

import zhailu


@pytest.fixture(scope="session")
def project() -> pathlib.Path:
    """The folder of the project, with Corpus and Rules."""
    return pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def program(project: pathlib.Path) -> str:
    """The built program: `ZHAILU_PROGRAM`, the package's own, the build's, or one on PATH."""
    built = project / os.environ.get("SCRATCH", ".build") / "release" / "zhailu"
    try:
        return zhailu.program()
    except zhailu.ProgramNotFound:
        if not os.access(built, os.X_OK):
            pytest.skip("there is no program zhailu; 'make build' makes it")
        return str(built)


@pytest.fixture(scope="session")
def corpus(project: pathlib.Path) -> pathlib.Path:
    """The articles that people tune on."""
    return project / "Corpus" / "articles" / "dev"
