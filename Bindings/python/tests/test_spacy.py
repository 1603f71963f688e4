# SPDX-License-Identifier: Apache-2.0
"""The component for spaCy."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")

TEXT = "😷3月18日,万达集团减免金额\r\n超过40亿元。"


def test_spans() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhailu")
    doc = nlp.make_doc(TEXT)
    doc._.published = "2020-03-20"
    doc = nlp(doc)
    records = doc._.zhailu
    assert records[0].value.timex == "2020-03-18"
    spans = doc.spans["zhailu"]
    assert [(s.start_char, s.end_char, s.label_, s.id_) for s in spans] == [
        (r.start, r.end, r.type, r.id) for r in records
    ]


def test_documents_go_to_disk_and_to_other_processes(tmp_path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhailu")
    doc = nlp(TEXT)
    back = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.zhailu == doc._.zhailu and len(doc._.zhailu) > 2
    assert nlp.make_doc(TEXT)._.zhailu is None
    found = list(nlp.pipe([TEXT] * 8, n_process=2, batch_size=2))
    assert all(other._.zhailu == doc._.zhailu for other in found)


def test_config_goes_to_disk_and_back(tmp_path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhailu", config={"types": ["date"], "spans_key": "days"})
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("3月18日捐款5元")
    assert [span.text for span in doc.spans["days"]] == ["3月18日"]
