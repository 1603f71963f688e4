# SPDX-License-Identifier: Apache-2.0
"""Records and their values, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Union

__all__ = [
    "Amount",
    "BareNumber",
    "DateValue",
    "Entity",
    "Event",
    "Number",
    "Ordinal",
    "Organization",
    "Quantity",
    "Ratio",
    "Record",
    "Value",
]


class Ratio(Fraction):
    """A fraction that no decimal is equal to, 1/3; `str` of it is as the record has it, 2/6."""

    __slots__ = ("written",)
    written: str

    def __new__(cls, written: str) -> "Ratio":
        self = super().__new__(cls, written)
        self.written = written
        return self

    def __str__(self) -> str:
        return self.written

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.written,)

    def __copy__(self) -> "Ratio":
        return self

    def __deepcopy__(self, _: Any) -> "Ratio":
        return self


#: An exact number.
Number = Union[Decimal, Ratio]


def number(text: str) -> Number:
    return Ratio(text) if "/" in text else Decimal(text)


def _plain(value: Any) -> Any:
    """A field as JSON has it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Fraction) else value


class _Fields:
    """Fields in the order of the contract; those that are None are left out of a dict."""

    __slots__: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        fields = ((name, getattr(self, name)) for name in self.__slots__)
        return {name: _plain(value) for name, value in fields if value is not None}


@dataclass(frozen=True, slots=True)
class Organization(_Fields):
    """A named body that can act."""

    #: The longest form of the same body in the document.
    name: str
    #: company, government, party, association, judicial, medical, education, research, media,
    #: sport, military or international.
    kind: str
    #: The same for all mentions of one body in the document.
    entity: str


@dataclass(frozen=True, slots=True)
class Amount(_Fields):
    """A sum of money: one number, or a range with `min` and `max`."""

    amount: Number | None = None
    min: Number | None = None
    max: Number | None = None
    #: The exact fraction, where `amount` had to be rounded.
    fraction: Number | None = None
    #: By ISO 4217.
    currency: str = ""
    #: approx, more_than, less_than, at_least, at_most or nearly.
    modifier: str | None = None
    #: Where no currency word stands, what speaks of money: implied: 捐款.
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(_Fields):
    """A count or a measure: one number, or a range with `min` and `max`."""

    quantity: Number | None = None
    min: Number | None = None
    max: Number | None = None
    #: The exact fraction, where `quantity` had to be rounded.
    fraction: Number | None = None
    #: A measure word (件), a symbol (kg, %), or nothing.
    unit: str = ""
    #: What the unit measures: count, length, ratio.
    dimension: str = ""
    modifier: str | None = None
    #: What is counted, where it stands beside the unit.
    item: str | None = None
    #: Where no unit stands at the number, from what it is implied.
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class DateValue(_Fields):
    """A day, time, duration, set or range, in TIMEX3."""

    timex: str
    #: date, time, duration, set or range.
    kind: str
    #: The first day of a range.
    start: str | None = None
    #: The last day of a range, which belongs to it.
    end: str | None = None
    #: As of an amount, or before, after, since, until, start, mid, end.
    modifier: str | None = None
    #: Other values, where a reader could not decide either.
    alternatives: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class BareNumber(_Fields):
    """A number that counts and measures nothing."""

    number: Number | None = None
    min: Number | None = None
    max: Number | None = None
    #: The exact fraction, where `number` had to be rounded.
    fraction: Number | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Ordinal(_Fields):
    """A place in an order: 第三 is 3."""

    ordinal: Number


@dataclass(frozen=True, slots=True)
class Event(_Fields):
    """Who did what for whom."""

    #: donation, exemption, support, loan, investment, acquisition, purchase, import, sale,
    #: payment, resumption, inspection, disinfection, demolition or setup.
    kind: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    amount: Number | None = None
    min: Number | None = None
    max: Number | None = None
    currency: str | None = None
    quantity: Number | None = None
    unit: str | None = None
    modifier: str | None = None
    item: str | None = None
    #: In TIMEX3.
    date: str | None = None
    #: What percentage of all the quantity is.
    share: Number | None = None
    #: The ids of the records that it is made of.
    mentions: tuple[str, ...] = ()


Value = Union[Organization, Amount, Quantity, DateValue, BareNumber, Ordinal, Event]

_NUMBERS = {"amount", "quantity", "number", "ordinal", "min", "max", "fraction", "share"}

_CLASSES: dict[str, Callable[..., Value]] = {
    "organization": Organization,
    "amount": Amount,
    "quantity": Quantity,
    "date": DateValue,
    "number": BareNumber,
    "ordinal": Ordinal,
    "event": Event,
}


def _value(type: str, fields: dict[str, Any]) -> Value:
    if type == "organization":
        return Organization(fields["name"], fields["kind"], fields["entity"])
    return _CLASSES[type](
        **{
            name: number(field)
            if name in _NUMBERS
            else tuple(field)
            if isinstance(field, list)
            else field
            for name, field in fields.items()
        }
    )


@dataclass(frozen=True, slots=True)
class Record:
    """A mention or an event: where it stands, what it is worth, and the rule that found it."""

    #: The name of its document.
    doc: str
    #: The article in the document, from 1: text#1.
    article: str
    #: organization, amount, quantity, date, event, number or ordinal.
    type: str
    #: What stands in the text from `start` to `end`.
    text: str
    #: Its place in the text: `text[record.start:record.end]` is its text.
    start: int
    end: int
    value: Value
    #: The rule that found it: amount.plain.
    rule: str
    #: Document, place and type: text:12-18:amount.
    id: str

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> "Record":
        """From an object of JSON, a line of `zhailu extract`."""
        return cls(
            fields["doc"],
            fields["article"],
            fields["type"],
            fields["text"],
            fields["start"],
            fields["end"],
            _value(fields["type"], fields["value"]),
            fields["rule"],
            fields["id"],
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it: numbers are strings."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        fields["value"] = self.value.to_dict()
        return fields


@dataclass(frozen=True, slots=True)
class Entity:
    """A body that a document speaks of, with all records that name it."""

    #: What the mentions have as `entity`.
    id: str
    #: The longest form in the document.
    name: str
    kind: str
    mentions: tuple[Record, ...]
