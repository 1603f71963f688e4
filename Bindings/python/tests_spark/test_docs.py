# SPDX-License-Identifier: Apache-2.0
"""The page says what was measured."""

import subprocess
import sys

from conftest import PROJECT


def test_the_page_has_the_computed_numbers():
    check = [sys.executable, PROJECT / "Scripts" / "petabyte", "--check"]
    assert subprocess.run(check).returncode == 0
