# SPDX-License-Identifier: Apache-2.0
"""What the pages show in Python."""

from __future__ import annotations

import contextlib
import doctest
import io
import pathlib
import re

import pytest

import zhailu

MODULES = ["zhailu", "zhailu._extractor", "zhailu._records"]


def blocks(page: pathlib.Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    module = __import__(name, fromlist=["*"])
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


def test_first_example(project: pathlib.Path) -> None:
    page = project / "Bindings" / "python" / "README.md"
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(blocks(page, "python")[0], {})
    assert output.getvalue() == blocks(page, "text")[0]


def test_main_page(project: pathlib.Path) -> None:
    examples = [b for b in blocks(project / "README.md", "python") if "import zhailu" in b]
    assert len(examples) == 1
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(examples[0], {})
    assert "40亿元 amount 4000000000" in output.getvalue()


def test_many_texts(project: pathlib.Path) -> None:
    pandas = pytest.importorskip("pandas")
    page = project / "Bindings" / "python" / "README.md"
    names = {"extractor": zhailu.Extractor(), "pandas": pandas}
    names["frame"] = pandas.DataFrame({"text": ["捐款5元", "", "捐款6元和7元"]})
    (example,) = [block for block in blocks(page, "python") if "pandas" in block]
    exec(example, names)
    assert list(names["records"]["value.amount"]) == ["5", "6", "7"]


def test_tables(project: pathlib.Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    page = project / "Bindings" / "python" / "README.md"
    (example,) = [block for block in blocks(page, "python") if "extract_table" in block]
    names: dict = {"extractor": zhailu.Extractor()}
    exec(example, names)
    assert names["records"].column("text").to_pylist() == ["3月18日", "5元"]
    assert names["records"].column("doc").to_pylist() == ["a", "a"]
    assert names["records"].column("value")[0].as_py()["timex"] == "2020-03-18"
    bare = pyarrow.table({"text": ["捐款5元", None, "捐款6元"]})
    found = names["extractor"].extract_table(bare)
    assert found.column("doc").to_pylist() == ["text-1", "text-3"]
    odd = pyarrow.table(
        {
            "id": ["a", None],
            "body": pyarrow.array(["3月18日".encode(), "3月18日".encode()]),
            "published": ["", "2020-03-20"],
        }
    )
    found = names["extractor"].extract_table(odd, text="body")
    assert found.column("doc").to_pylist() == ["a", "text-2"]
    days = [value["timex"] for value in found.column("value").to_pylist()]
    assert days == ["XXXX-03-18", "2020-03-18"]
    with pytest.raises(KeyError, match="【body】"):
        names["extractor"].extract_table(bare, text="body")


def test_spacy(project: pathlib.Path) -> None:
    pytest.importorskip("spacy")
    page = project / "Bindings" / "python" / "README.md"
    (example,) = [block for block in blocks(page, "python") if "spacy" in block]
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(example, {})
    assert output.getvalue() == "[('organization', '武汉慈善总会'), ('amount', '200万元')]\n"
