# SPDX-License-Identifier: Apache-2.0
"""The library below the package: any bytes, any arguments."""

from __future__ import annotations

import json
import pathlib
import random

import pytest

from zhailu._library import Handle


@pytest.fixture(scope="module")
def handle() -> Handle:
    return Handle.open([])


def test_damaged_texts(handle: Handle, corpus: pathlib.Path) -> None:
    """Cut, doubled and overwritten articles: places count what is malformed as one character."""
    chance = random.Random(20260301)
    articles = [path.read_bytes() for path in sorted(corpus.glob("*.txt"))]
    for _ in range(400):
        text = bytearray(chance.choice(articles)[: chance.randrange(1, 1500)])
        for _ in range(chance.randrange(6)):
            place = chance.randrange(len(text))
            match chance.randrange(3):
                case 0:
                    text[place] = chance.randrange(256)
                case 1:
                    text[place:place] = text[chance.randrange(len(text)) :][:40]
                case 2:
                    del text[place : place + chance.randrange(4)]
            text = text or bytearray(b"\xff")
        lines = handle.extract(bytes(text), b"d", b"2020-03-20", 127)
        decoded = bytes(text).decode("utf-8", "replace")
        for line in lines.splitlines():
            record = json.loads(line)
            assert decoded[record["start"] : record["end"]] == record["text"]


def test_noise(handle: Handle) -> None:
    chance = random.Random(1)
    words = "元 亿 万 一 1 9 . , 年 月 日 公司 捐款 、 至 \0 \r\n 😷 ( ) 第 分之 % 。 ｜ \t 百 - ~".split(" ")
    for _ in range(400):
        text = "".join(chance.choices(words, k=chance.randrange(80)))
        for line in handle.extract(text.encode(), b"d", None, 127).splitlines():
            record = json.loads(line)
            assert text[record["start"] : record["end"]] == record["text"]


@pytest.mark.parametrize("name", [b"", b"\xff", b"\n\"\\", "摘录".encode()])
def test_names(handle: Handle, name: bytes) -> None:
    (line,) = handle.extract("5元".encode(), name, None, 0).splitlines()
    assert json.loads(line)["doc"] == name.decode("utf-8", "replace")


def test_copies_outlive_what_they_are_of() -> None:
    first = Handle.open([])
    second = first.copy()
    del first
    assert second.extract("5元".encode(), b"d", None, 0)
    assert len(second.rules) == 64
