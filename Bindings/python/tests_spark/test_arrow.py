# SPDX-License-Identifier: Apache-2.0
"""Records to tables and back; documents out of every kind of column."""

import datetime
import decimal
import json
import subprocess

import pyarrow as pa
import pytest
from conftest import PROJECT

from zhailu import arrow
from zhailu.stream import Stream


@pytest.fixture(scope="module")
def corpus(program):
    folder = PROJECT / "Corpus" / "articles" / "dev"
    run = subprocess.run([program, "extract", folder, "--types", "all"], stdout=subprocess.PIPE)
    return run.stdout


def test_a_table_is_its_lines(corpus):
    assert arrow.to_jsonl(arrow.table(corpus, json=True)) == corpus
    made = arrow.to_jsonl(arrow.table(corpus))
    pairs = list(zip(corpus.splitlines(), made.splitlines(), strict=True))
    assert all(json.loads(one) == json.loads(other) for one, other in pairs)
    for one, other in pairs:
        value = json.loads(one)["value"]
        assert one == other or {"amount", "quantity", "modifier"} <= set(value), one.decode()


def test_all_fields_of_the_schema_are_there():
    contract = json.loads((PROJECT / "Docs" / "record.schema.json").read_text())
    known = {field.name for field in arrow.VALUE}
    for type in contract["properties"]["type"]["enum"]:
        assert set(contract["definitions"][type]["properties"]) <= known
    # Provenance in full is nested as deep as rules are: no column has room for it.
    assert set(contract["properties"]) - {"provenance"} <= set(arrow.schema().names)


def test_numbers_are_exact():
    def number(text):
        value = json.dumps({"number": text})
        return arrow.table(f'{{"type":"number","value":{value}}}\n'.encode())

    for text in ("4000000000", "-12.5", "0.0000000001", "9" * 28, "1" * 28 + "." + "1" * 10):
        assert number(text).column("number").to_pylist() == [decimal.Decimal(text)]
    for text in ("1/3", "9" * 29, "0.00000000001"):
        table = number(text)
        assert table.column("number").to_pylist() == [None]
        assert table.column("value").to_pylist()[0]["number"] == text


def test_unknown_fields_are_not_lost_in_silence():
    with pytest.raises(pa.ArrowInvalid):
        arrow.table(b'{"doc":"a","type":"amount","value":{"colour":"red"}}\n')


def test_an_error_is_a_row(tmp_path):
    line = b'{"doc":"a\\u0008","place":"a\\u0008","error":"why"}\n'
    table = arrow.table(line)
    assert table.schema == arrow.schema()
    assert table.select(["doc", "error"]).to_pylist() == [{"doc": "a\b", "error": "why"}]
    assert arrow.to_jsonl(table) == line
    assert arrow.table(b"").schema == arrow.schema()
    (tmp_path / "x.jsonl").write_bytes(line * 3)
    assert arrow.read_jsonl(tmp_path / "x.jsonl").num_rows == 3
    (tmp_path / "x.jsonl").write_bytes(b"")
    assert arrow.read_jsonl(tmp_path / "x.jsonl", json=True).schema == arrow.schema(json=True)


TEXTS = ["没有", "天晴", "有雨", None]


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.string_view()]
    + [pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_columns_of_every_kind_and_sliced(kind):
    if pa.types.is_dictionary(kind):
        column = pa.array(TEXTS).dictionary_encode().slice(1)
    else:
        column = pa.array(TEXTS).cast(kind).slice(1)
    batch = pa.record_batch({"n": pa.array([7, 8, 9, 10]).slice(1), "body": column})
    found = [json.loads(d.line) for d in arrow.documents([batch], text="body", id="n")]
    assert found == [{"id": "8", "text": "天晴"}, {"id": "9", "text": "有雨"}, {"id": "10"}]


EVENING = datetime.datetime(2020, 3, 20, 23, 30, 5, 7)


@pytest.mark.parametrize(
    "column, published",
    [
        (pa.array(["2020-03-20", None]), ["2020-03-20", None]),
        (pa.array([datetime.date(2020, 3, 2), None]), ["2020-03-02", None]),
        (pa.array([datetime.date(2020, 3, 2), None], pa.date64()), ["2020-03-02", None]),
        (pa.array([EVENING, None], pa.timestamp("us", "UTC")), ["2020-03-20T23:30:05", None]),
        (
            pa.array([EVENING, None], pa.timestamp("us", "Asia/Shanghai")),
            ["2020-03-21T07:30:05", None],
        ),
        (pa.array([datetime.datetime(2020, 3, 20), None]), ["2020-03-20T00:00:00", None]),
        (pa.nulls(2), [None, None]),
    ],
)  # fmt: skip
def test_publication_dates(column, published):
    batch = pa.record_batch({"id": ["a", "b"], "text": ["x", "y"], "day": column})
    found = [json.loads(d.line) for d in arrow.documents([batch], published="day")]
    assert [document.get("published") for document in found] == published


def test_bytes_that_are_no_utf8_are_replaced():
    text = pa.array([b"\xe4\xbd\xff"]).view(pa.string())
    batch = pa.record_batch({"id": ["a"], "text": text})
    assert json.loads(next(arrow.documents([batch])).line)["text"] == "\ufffd\ufffd"


def test_lines_of_json():
    lines = ['\ufeff{"id":"a","text":""}\r', "  ", None, "no json", '{"id":5,"text":"x"}']
    found = list(arrow.json_documents([pa.record_batch({"value": lines})]))
    assert [document.id for document in found] == ["a", "no json", '{"id":5,"text":"x"}']
    assert found[0].line == b'{"id":"a","text":""}\n'


def test_json_over_several_lines_is_one_document(program):
    documents = [{"id": f"d{n}", "text": f"捐款{n}万元\n共{n}人"} for n in range(1, 6)]
    lines = [json.dumps(document, indent=1) for document in documents]
    with Stream(program) as stream:
        found = list(stream.answers(arrow.json_documents([pa.record_batch({"value": lines})])))
    assert [(answer.id, answer.error) for answer in found] == [(f"d{n}", None) for n in range(1, 6)]
    for n, answer in enumerate(found, 1):
        assert f'"text":"{n}万元"'.encode() in answer.records


def test_columns_that_are_not_there_are_told():
    batch = pa.record_batch({"id": ["a"], "body": ["x"], "n": [1.5]})
    with pytest.raises(KeyError, match="no column 【text】; there are id, body"):
        list(arrow.documents([batch]))
    with pytest.raises(TypeError, match="the column 【n】 is double; it must be text"):
        list(arrow.documents([batch], text="n"))
