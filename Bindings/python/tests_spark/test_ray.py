# SPDX-License-Identifier: Apache-2.0
"""The function for Ray Data, and Ray itself where somebody has installed it."""

import os

import pyarrow as pa
import pytest
from conftest import POISON

from zhailu import arrow
from zhailu.spark import ray_batches


def test_batches_one_after_the_other(program):
    batches = ray_batches(text="body", id="n", program=str(POISON), limit=2)
    for start in (0, 3):
        ids = list(range(start, start + 3))
        body = ["捐款200万元", "CRASHHERE", "天晴"]
        found = batches(pa.table({"n": ids, "body": body}))
        assert found.schema == arrow.schema()
        assert found["doc"].to_pylist() == [str(start), str(start + 1)]
        assert found["error"].to_pylist()[0] is None and found["error"].to_pylist()[1]
    assert batches(pa.table({"n": [1], "body": ["天晴"]})).num_rows == 0


def test_ray(program):
    ray = pytest.importorskip("ray")
    ray.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": os.environ["PYTHONPATH"], "ZHAILU_REAL": program}},
    )  # fmt: skip
    texts = ["捐款200万元" + ("CRASHHERE" if index == 77 else "") for index in range(300)]
    documents = [{"id": f"d{index}", "text": text} for index, text in enumerate(texts)]
    records = ray.data.from_items(documents).repartition(4).map_batches(
        ray_batches, batch_format="pyarrow", batch_size=50, zero_copy_batch=True,
        fn_constructor_kwargs={"program": str(POISON)},
        concurrency=2, num_cpus=0.5, max_restarts=3, max_task_retries=3,
    )  # fmt: skip
    rows = records.take_all()
    ray.shutdown()
    assert len(rows) == 300
    assert [row["doc"] for row in rows if row["error"]] == ["d77"]
