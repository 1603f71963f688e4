# SPDX-License-Identifier: Apache-2.0
"""Records from Chinese articles: organizations, amounts, quantities, dates and events.

>>> import zhailu
>>> extractor = zhailu.Extractor()
>>> for record in extractor.extract("3月18日,万达集团减免金额超过40亿元。", published="2020-03-20"):
...     print(record.type, record.text, record.start, record.end)
date 3月18日 0 5
event 3月18日,万达集团减免金额超过40亿元 0 20
organization 万达集团 6 10
amount 40亿元 16 20
"""

from ._errors import Fault, RulesError, ZhailuError
from ._extractor import USUAL, Extractor
from ._library import contract, version
from ._program import ProgramNotFound, program
from ._records import Records
from ._values import (
    Amount,
    BareNumber,
    DateValue,
    Entity,
    Event,
    Number,
    Ordinal,
    Organization,
    Quantity,
    Ratio,
    Record,
    Value,
)

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "BareNumber",
    "DateValue",
    "Entity",
    "Event",
    "Extractor",
    "Fault",
    "Number",
    "Ordinal",
    "Organization",
    "ProgramNotFound",
    "Quantity",
    "Ratio",
    "Record",
    "Records",
    "RulesError",
    "USUAL",
    "Value",
    "ZhailuError",
    "contract",
    "program",
    "version",
    "__version__",
]
