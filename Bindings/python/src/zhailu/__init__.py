# SPDX-License-Identifier: Apache-2.0
"""Records from Chinese articles: organizations, amounts, quantities, dates and events.

    >>> import zhailu
    >>> zhailu.program()                                                    # doctest: +SKIP
    '/usr/local/lib/python3.11/site-packages/zhailu/bin/zhailu'
"""

from ._program import ProgramNotFound, program

__version__ = "0.1.0"

__all__ = ["ProgramNotFound", "program", "__version__"]
