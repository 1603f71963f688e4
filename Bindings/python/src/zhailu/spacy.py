# SPDX-License-Identifier: Apache-2.0
"""A component for spaCy: records as spans of a document.

    import spacy
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhailu")
    doc = nlp("万达集团减免金额超过40亿元。")
    for span in doc.spans["zhailu"]:
        print(span.label_, span.text)

`doc._.zhailu` are the records themselves. Where `doc._.published` is set before the component runs,
dates are resolved by it.
"""

from __future__ import annotations

from typing import Optional, Union

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from ._extractor import USUAL, Extractor
from ._records import Records

__all__ = ["Component", "create"]

#: Where the lines of the records lie: text, which goes along with a document to disk.
_LINES = "zhailu_jsonl"


def _records(doc: Doc) -> Optional[Records]:
    lines = doc.user_data.get(_LINES)
    return None if lines is None else Records(lines.encode())


if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
if not Doc.has_extension("zhailu"):
    Doc.set_extension("zhailu", getter=_records)


class Component:
    """Puts the records of a document into `doc.spans[key]` and `doc._.zhailu`."""

    def __init__(self, extractor: Extractor, key: str) -> None:
        self.extractor = extractor
        self.key = key

    def __call__(self, doc: Doc) -> Doc:
        records = self.extractor.extract(doc.text, doc._.published)
        doc.user_data[_LINES] = records.jsonl.decode()
        # Where a token reaches beyond the record, its span does too; the record has the exact place.
        spans = (
            doc.char_span(r.start, r.end, label=r.type, span_id=r.id, alignment_mode="expand")
            for r in records
        )
        doc.spans[self.key] = SpanGroup(
            doc, name=self.key, spans=[span for span in spans if span is not None]
        )
        return doc


@Language.factory(
    "zhailu", default_config={"rules": None, "types": list(USUAL), "spans_key": "zhailu"}
)
def create(
    nlp: Language, name: str, rules: Optional[Union[str, list]], types: list, spans_key: str
) -> Component:
    return Component(Extractor(rules, types=types), spans_key)
