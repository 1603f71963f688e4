# SPDX-License-Identifier: Apache-2.0
"""The wheel's tag: the oldest Linux that the library and the program inside it can run on.

What else there is to say about the package stands in pyproject.toml.
"""
import pathlib
import platform
import re
import subprocess

from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel

PACKAGE = pathlib.Path(__file__).parent / "src" / "zhailu"
# What every Linux has that is of the age that the tag says (PEP 600).
COMMON = re.compile(r"lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|z|zhl[a-z0-9]+)\.so\.|ld-linux")


def binaries():
    return [path for name in ("lib", "bin") for path in sorted((PACKAGE / name).glob("*"))
            if path.suffix != ".h"]


def dump(*arguments):
    return subprocess.run(
        ["objdump", *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout


def platform_tag():
    machine = platform.machine()
    versions = []
    for path in binaries():
        needed = re.findall(r"NEEDED\s+(\S+)", dump("-p", path))
        uncommon = [name for name in needed if not COMMON.match(name)]
        if uncommon:
            print(f"{path.name} needs {', '.join(uncommon)}: the wheel is for this machine only")
            return f"linux_{machine}"
        symbols = dump("-T", path)
        versions += re.findall(r"GLIBC_(\d+)\.(\d+)", symbols)
    major, minor = max((int(major), int(minor)) for major, minor in versions)
    return f"manylinux_{major}_{minor}_{machine}"


class WithBinaries(Distribution):
    def has_ext_modules(self):
        return bool(binaries())


class Wheel(bdist_wheel):
    def get_tag(self):
        return ("py3", "none", platform_tag() if binaries() else "any")


setup(cmdclass={"bdist_wheel": Wheel}, distclass=WithBinaries)
