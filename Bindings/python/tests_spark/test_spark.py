# SPDX-License-Identifier: Apache-2.0
"""PySpark in one JVM: the same records as the command line, with the declared schema."""

import json

from conftest import POISON, in_order, sorted_lines

from zhailu import arrow
from zhailu.spark import extract, extract_json, spark_schema


def rows(df):
    return [row.asDict() for row in df.collect()]


def test_the_command_lines_bytes(spark, articles, command_line):
    lines = articles(2000)
    wanted = sorted_lines(command_line(lines))
    documents = [tuple(json.loads(line).values()) for line in lines]
    df = spark.createDataFrame(documents, "url string, body string, day string").repartition(5)
    found = extract(df, text="body", published="day", id="url", json=True)
    assert in_order(rows(found)) == wanted
    found = extract(
        df.selectExpr("url", "body", "to_date(day) day"),
        text="body", published="day", id="url", json=True,
    )  # fmt: skip
    assert in_order(rows(found)) == wanted
    raw = spark.createDataFrame([(line,) for line in lines], "value string").repartition(3)
    assert in_order(rows(extract_json(raw, json=True))) == wanted


def test_the_schema_is_declared(spark):
    df = spark.createDataFrame([("a", "捐款200万元,共12.5%"), ("b", "")], "id string, text string")
    found = extract(df)
    assert found.schema == spark_schema()
    assert found.columns == arrow.schema().names
    found.createOrReplaceTempView("records")
    query = "select sum(number) n, max(value.currency) c from records where type = 'amount'"
    row = spark.sql(query).first()
    assert (str(row.n), row.c) == ("2000000.0000000000", "CNY")
    assert dict(found.dtypes)["start"] == "int"
    assert extract(df.limit(0)).count() == 0


def test_an_id_of_the_text(spark):
    df = spark.createDataFrame([("捐款200万元",)], "text string")
    one, other = (extract(df, id=None).first().doc for _ in range(2))
    assert one == other and len(one) == 32


def test_errors_are_rows_and_the_job_succeeds(spark, articles):
    lines = articles(200, {7: "CRASHHERE", 100: "HANGHERE"}) + ["no json\n"]
    raw = spark.createDataFrame([(line,) for line in lines], "value string").repartition(2)
    found = extract_json(raw, program=str(POISON), limit=4).where("error is not null")
    assert {row.doc: row.error for row in found.collect()} == {
        "d000007": "the program crashed on it: signal 4, SIGILL",
        "d000100": "took longer than 4 seconds",
        "no json": "this line is no JSON object",
    }


def test_types_and_nothing_else_goes_to_the_program(spark):
    df = spark.createDataFrame([("a", "2020年捐款200万元")], "id string, text string")
    found = extract(df, arguments=["--types", "date"])
    assert [row.type for row in found.collect()] == ["date"]
