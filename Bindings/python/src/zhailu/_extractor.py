# SPDX-License-Identifier: Apache-2.0
"""`Extractor`: texts to records."""

from __future__ import annotations

import datetime
import os
from itertools import repeat
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Union

from ._library import BITS, Handle
from ._records import Records

if TYPE_CHECKING:
    import pyarrow

__all__ = ["Extractor", "USUAL"]

#: The types of records that are given where none are named.
USUAL = ("organization", "amount", "quantity", "date", "event")

Path = Union[str, "os.PathLike[str]"]
Day = Union[str, datetime.date, None]


class Extractor:
    """Finds organizations, amounts, quantities, dates and events in Chinese texts.

    >>> extractor = Extractor()
    >>> [record.text for record in extractor.extract("武汉慈善总会收到捐款200万元。")]
    ['武汉慈善总会', '200万元']

    `rules` is a folder of rules, or several in their order, which are laid over those that the
    package carries; one with a `stages.yaml` stands in their place. `types` are the types of
    records that are wanted; `"all"` adds bare numbers and ordinals to the usual ones.

    It may be used by many threads at once, which work in parallel, and before and after a
    fork; it can be pickled, and reads its rules again then. The same text, date and rules give the
    same records, always.
    """

    __slots__ = ("_bits", "_folders", "_idle", "_model", "types")

    def __init__(
        self,
        rules: Path | Iterable[Path] | None = None,
        *,
        types: str | Iterable[str] = USUAL,
    ) -> None:
        if rules is None:
            rules = ()
        elif isinstance(rules, (str, os.PathLike)):
            rules = (rules,)
        self._folders = tuple(os.fspath(folder) for folder in rules)
        #: The types of the records.
        self.types = _names(types)
        self._bits = sum(BITS[name] for name in self.types)
        # Each thread takes one and gives it back; taking from a list is whole or not at all. The
        # model is never used but to make more.
        self._model = Handle.open(self._folders)
        self._idle: list[Handle] = []

    @property
    def rules(self) -> str:
        """The SHA-256 of the rules: the same rules have the same."""
        return self._model.rules

    def extract(self, text: str, published: Day = None, document: str = "text") -> Records:
        """The records of a text, one article or a page of several.

        `published` is the day by which 昨日 and 3月18日 mean a day: `"2020-03-20"`, with a time
        `"2020-03-20T08:30"`, or a `date` or `datetime`; a text without one keeps what is not
        known, `XXXX-03-18`. `document` is the name that records begin with.

        `text[record.start:record.end]` is the text of a record. Half of a surrogate pair alone,
        which no file can hold, counts as U+FFFD.
        """
        day = None if published is None else _day(published)
        try:
            handle = self._idle.pop()
        except IndexError:
            handle = self._model.copy()
        try:
            return Records(handle.extract(_utf8(text), _name(document), day, self._bits))
        finally:
            self._idle.append(handle)

    def extract_all(
        self,
        texts: Iterable[str],
        published: Day | Iterable[Day] = None,
        documents: Iterable[str] | None = None,
    ) -> Iterator[Records]:
        """The records of each of many texts, one after the other.

        `published` is one day for all or one for each. Documents are called `text-1`, `text-2`,
        where they are not named.
        """
        one = published is None or isinstance(published, (str, datetime.date))
        days: Iterator[Any] = repeat(published) if one else iter(published)  # type: ignore[arg-type]
        names = None if documents is None else iter(documents)
        for number, text in enumerate(texts, 1):
            name = f"text-{number}" if names is None else _next(names, "documents")
            yield self.extract(text, _next(days, "published"), name)

    def extract_table(
        self,
        table: "pyarrow.Table",
        *,
        text: str = "text",
        document: str = "id",
        published: str = "published",
    ) -> "pyarrow.Table":
        """A table of the records of a table of texts; needs pyarrow.

        `text`, `document` and `published` name its columns. Where there are no names, documents
        are called `text-1`, `text-2`; a row without a text gives nothing. The records have the
        columns of `zhailu.arrow`.
        """
        from ._tables import extract_table

        return extract_table(self, table, text, document, published)

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self._folders, self.types)

    def __repr__(self) -> str:
        folders = f"{list(self._folders)}, " if self._folders else ""
        return f"Extractor({folders}types={list(self.types)})"


def _again(folders: tuple[str, ...], types: tuple[str, ...]) -> Extractor:
    return Extractor(folders, types=types)


def _names(types: str | Iterable[str]) -> tuple[str, ...]:
    names = types.split(",") if isinstance(types, str) else list(types)
    for name in names:
        if name != "all" and name not in BITS:
            raise ValueError(f"no type is called 【{name}】; known are {', '.join(BITS)}, all")
    if not names:
        raise ValueError("name at least one type")
    return tuple(name for name in BITS if name in names or "all" in names)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text).encode()
    except AttributeError:
        raise TypeError(f"a text is str, not {type(text).__name__}") from None


def _name(document: str) -> bytes:
    name = _utf8(document)
    if b"\0" in name:
        raise ValueError("the name of a document holds a zero")
    return name


def _day(published: Any) -> bytes | None:
    if isinstance(published, str):
        return published.replace("\0", "\ufffd").encode("utf-8", "replace")
    # What pandas has for no date is equal to nothing, not even to itself; NA does not say.
    if (published != published) is not False:
        return None
    if isinstance(published, datetime.datetime):
        return published.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0").encode()
    if isinstance(published, datetime.date):
        return published.isoformat().encode()
    raise TypeError(f"a date is str, date or datetime, not {type(published).__name__}")


def _next(values: Iterator[Any], name: str) -> Any:
    for value in values:
        return value
    raise ValueError(f"there are fewer {name} than texts")
