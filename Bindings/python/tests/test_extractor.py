# SPDX-License-Identifier: Apache-2.0
"""Texts to records."""

from __future__ import annotations

import concurrent.futures
import copy
import csv
import dataclasses
import datetime
import decimal
import json
import os
import pathlib
import pickle
import subprocess
import sys
import time

import pytest

import zhailu

TEXT = "3月18日,万达集团减免金额超过40亿元。"


@pytest.fixture(scope="module")
def extractor() -> zhailu.Extractor:
    return zhailu.Extractor()


@pytest.fixture(scope="module")
def every() -> zhailu.Extractor:
    return zhailu.Extractor(types="all")


def test_records(extractor: zhailu.Extractor) -> None:
    records = extractor.extract(TEXT, published="2020-03-20", document="page-1")
    assert [r.type for r in records] == ["date", "event", "organization", "amount"]
    assert len(records) == 4
    amount = records[-1]
    assert isinstance(amount, zhailu.Record)
    assert amount.value == zhailu.Amount(
        amount=decimal.Decimal(4_000_000_000), currency="CNY", modifier="more_than"
    )
    assert amount.id == "page-1:16-20:amount"
    assert TEXT[amount.start : amount.end] == amount.text == "40亿元"
    assert records.events[0].date == "2020-03-18"
    assert [e.name for e in records.entities] == ["万达集团"]
    assert records.of("date") == (records[0],)


@pytest.mark.parametrize("half", ["dev", "test"])
def test_as_the_program(
    project: pathlib.Path, program: str, tmp_path: pathlib.Path, half: str, every
) -> None:
    articles = project / "Corpus" / "articles" / half
    if not articles.is_dir():
        pytest.skip("this half of the corpus is not here")
    subprocess.run(
        [program, "extract", articles, "-o", tmp_path, "--types", "all", "--keep-text"],
        check=True,
    )
    with open(articles / "metadata.tsv", encoding="utf-8", newline="") as table:
        dates = {row["file"]: row["published"] for row in csv.DictReader(table, delimiter="\t")}
    count = 0
    for name, published in dates.items():
        document = name.rsplit(".", 1)[0]
        text = (tmp_path / f"{document}.txt").read_bytes().decode()
        lines = (tmp_path / f"{document}.jsonl").read_bytes()
        records = every.extract(text, published or None, document)
        assert records.jsonl == lines, name
        dicts = [json.loads(line) for line in lines.splitlines()]
        assert [record.to_dict() for record in records] == dicts == records.to_dicts(), name
        assert all(text[r.start : r.end] == r.text for r in records), name
        assert [zhailu.Record.from_dict(d) for d in dicts] == list(records), name
        count += len(records)
    assert count > 1000


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ufeff", "\U0010ffff", "。\r\r\n", "\ud83d捐款", "六分之二的人", "1e999亿亿亿元", "九" * 5000],
)
def test_odd_texts(text: str, every: zhailu.Extractor) -> None:
    for record in every.extract(text):
        assert record.to_dict()["text"] == record.text


def test_places_beside_emoji_and_windows_lines(extractor: zhailu.Extractor) -> None:
    text = "😷𠮷家👨‍👩‍👧\r\n\r\n武汉慈善总会捐款200万元\r\n"
    records = extractor.extract(text)
    assert {"武汉慈善总会", "200万元"} <= {r.text for r in records}
    assert all(text[r.start : r.end] == r.text for r in records)


def test_half_surrogates_keep_places(extractor: zhailu.Extractor) -> None:
    text = "\ud83d\ude37\ud83d捐款200万元"
    (amount,) = extractor.extract(text).of("amount")
    assert text[amount.start : amount.end] == "200万元"


@pytest.mark.parametrize(
    "day",
    ["2020-03-20", datetime.date(2020, 3, 20), datetime.datetime(2020, 3, 20, 8, 30)],
)
def test_days(extractor: zhailu.Extractor, day: object) -> None:
    assert extractor.extract("3月18日", day)[0].value.timex == "2020-03-18"


def test_no_day(extractor: zhailu.Extractor) -> None:
    for day in (None, float("nan")):
        assert extractor.extract("3月18日", day)[0].value.timex == "XXXX-03-18"


def test_no_day_of_pandas(extractor: zhailu.Extractor) -> None:
    pandas = pytest.importorskip("pandas")
    for day in (pandas.NA, pandas.NaT):
        assert extractor.extract("3月18日", day)[0].value.timex == "XXXX-03-18"


def test_wrong_arguments(extractor: zhailu.Extractor) -> None:
    with pytest.raises(ValueError, match="【2020-02-30】 is no date"):
        extractor.extract("", "2020-02-30")
    with pytest.raises(ValueError, match="is no date"):
        extractor.extract("", "2020-02-03\0")
    with pytest.raises(TypeError, match="not bytes"):
        extractor.extract(b"")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="zero"):
        extractor.extract("", document="a\0b")
    with pytest.raises(ValueError, match="no type is called 【money】"):
        zhailu.Extractor(types="money")
    with pytest.raises(ValueError, match="no type is called 【amounts】"):
        extractor.extract("捐款5元").of("amounts")
    assert extractor.extract("捐款5元"), "it still works"


def test_rules(tmp_path: pathlib.Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "money-trigger.tsv").write_text(
        "form\tcurrency\tevidence\n义卖\tCNY\timplied: 义卖\n", encoding="utf-8"
    )
    mine = zhailu.Extractor(rules=tmp_path)
    assert mine.rules != zhailu.Extractor().rules
    assert mine.extract("社区义卖200万").of("amount")[0].value.evidence == "implied: 义卖"
    again = pickle.loads(pickle.dumps(mine))
    assert again.rules == mine.rules


def test_wrong_rules_have_places(tmp_path: pathlib.Path) -> None:
    (tmp_path / "amount.yaml").write_text("- rule: amount.mine\n  fidns: amount\n")
    with pytest.raises(zhailu.RulesError) as caught:
        zhailu.Extractor(rules=[tmp_path])
    fault = next(fault for fault in caught.value.faults if fault.line == 2)
    assert (fault.file, fault.column) == (f"{tmp_path}/amount.yaml", 3)
    assert "【fidns】" in fault.message
    assert str(fault) in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults
    with pytest.raises(zhailu.RulesError, match="nowhere: there is no such folder of rules"):
        zhailu.Extractor(rules=tmp_path / "nowhere")


def test_types() -> None:
    records = zhailu.Extractor(types=["number", "ordinal"]).extract("第三名得了300。收到200万元。")
    assert [r.value for r in records] == [
        zhailu.Ordinal(decimal.Decimal(3)),
        zhailu.BareNumber(decimal.Decimal(300)),
    ]


def test_fractions_are_as_written(every: zhailu.Extractor) -> None:
    (record,) = every.extract("六分之二的人").of("quantity")
    assert record.value.quantity * 3 == 1
    assert str(record.value.quantity) == "2/6"
    assert record.to_dict()["value"]["quantity"] == "2/6"
    assert copy.deepcopy(record) == record == copy.copy(record)
    assert str(copy.deepcopy(record.value.quantity)) == "2/6"
    assert str(dataclasses.asdict(record)["value"]["quantity"]) == "2/6"


def test_many(extractor: zhailu.Extractor) -> None:
    found = list(extractor.extract_all([TEXT, "", TEXT], ["2020-03-20", None, "2021-03-20"]))
    assert [len(records) for records in found] == [4, 0, 4]
    assert [records[0].value.timex for records in found if records] == ["2020-03-18", "2021-03-18"]
    assert found[2][0].doc == "text-3"
    with pytest.raises(ValueError, match="fewer documents"):
        list(extractor.extract_all(["", ""], documents=["a"]))


def test_threads(extractor: zhailu.Extractor) -> None:
    expected = extractor.extract(TEXT)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(r == expected for r in pool.map(lambda _: extractor.extract(TEXT), range(2000)))


def test_forks(extractor: zhailu.Extractor) -> None:
    """Before and after, many times, with other threads at work in the parent."""
    expected = extractor.extract(TEXT)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        busy = [pool.submit(lambda: [extractor.extract(TEXT) for _ in range(200)]) for _ in range(2)]
        children = []
        for _ in range(20):
            child = os.fork()
            if child == 0:
                same = extractor.extract(TEXT) == expected
                same = same and zhailu.Extractor().extract(TEXT) == expected
                os._exit(0 if same else 1)
            children.append(child)
        deadline = time.monotonic() + 60
        for child in children:
            while True:
                done, status = os.waitpid(child, os.WNOHANG)
                if done:
                    assert status == 0
                    break
                assert time.monotonic() < deadline, "a child hangs"
                time.sleep(0.01)
        assert all(r == expected for job in busy for r in job.result())


def run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout


def test_adds_no_thread_and_no_handler_of_signals() -> None:
    state = "{l.split(':')[0]: l for l in open('/proc/self/status')}"
    out = run(
        f"before = {state}\nimport zhailu\nzhailu.Extractor().extract('捐款200万元')\n"
        f"after = {state}\nprint(*[before[k] == after[k] for k in ('Threads', 'SigCgt', 'SigIgn')])"
    )
    assert out.split() == ["True"] * 3


def slowness() -> float:
    """How many times as long this processor takes as the one that the bars of time were set on; at
    least 1. Machines of one kind differ by a third."""

    def loop() -> float:
        start = time.process_time()
        total = 0
        for i in range(200_000):
            total += i % 7
        return time.process_time() - start

    return max(1, min(loop() for _ in range(20)) / 0.0059)


def test_import_is_quick() -> None:
    code = (
        "import time; t = time.process_time(); import zhailu; "
        "print(time.process_time() - t)"
    )
    assert min(float(run(code)) for _ in range(5)) < 0.05 * slowness()


def test_a_short_call_is_quick(extractor: zhailu.Extractor) -> None:
    """At most 20 µs of processor for a dozen characters that hold nothing, on a machine that may
    be busy or slow: the best of many."""

    def cost(text: str) -> float:
        start = time.process_time()
        for _ in range(500):
            extractor.extract(text)
        return (time.process_time() - start) / 500

    assert min(cost("今天天气不错,我们走吧") for _ in range(20)) < 20e-6 * slowness()


def test_version(project: pathlib.Path, program: str) -> None:
    assert zhailu.version() == zhailu.__version__
    text = (project / "Bindings" / "python" / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{zhailu.__version__}"' in text
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    assert said.stdout.startswith(f"zhailu {zhailu.__version__}, records version {zhailu.contract()},")
