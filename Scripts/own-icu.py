#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives shared libraries an ICU of their own, which lies beside them.

  Scripts/own-icu.py FOLDER

In all of FOLDER's libraries the names of ICU's become others of the same length, so that no other
ICU of the process is taken for them; and libraries are looked for beside the first that was loaded
(RPATH), also those that ICU itself needs, and not only its own (RUNPATH).
"""
import argparse
import pathlib
import re
import struct
import sys

NAMES = re.compile(rb"libicu(data|uc)(\.so\.[0-9]+)")
DYNAMIC, RPATH, RUNPATH = 2, 15, 29


def own(data: bytes) -> bytes:
    return NAMES.sub(lambda name: b"libzhl" + name[1] + name[2], data)


def with_rpath(data: bytes) -> bytes:
    changed = bytearray(data)
    headers, = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for header in range(headers, headers + size * count, size):
        kind, _, start, _, _, length = struct.unpack_from("<IIQQQQ", data, header)
        for entry in range(start, start + length, 16) if kind == DYNAMIC else ():
            if struct.unpack_from("<Q", data, entry)[0] == RUNPATH:
                struct.pack_into("<Q", changed, entry, RPATH)
    return bytes(changed)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER")
    options = parser.parse_args()
    for path in sorted(pathlib.Path(options.folder).glob("*.so*")):
        data = path.read_bytes()
        if data[:6] != b"\x7fELF\x02\x01":
            sys.exit(f"{path}: is no library of 64 bits, lower bytes first")
        path.with_name(own(path.name.encode()).decode()).write_bytes(with_rpath(own(data)))
        if NAMES.match(path.name.encode()):
            path.unlink()


if __name__ == "__main__":
    main()
