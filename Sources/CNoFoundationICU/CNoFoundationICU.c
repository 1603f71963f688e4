// SPDX-License-Identifier: Apache-2.0
// Foundation has an ICU of its own for calendars, collation and the like, with 34 MB of data. Where
// Foundation is linked into the program that data would come with it, though nothing here asks for
// it: texts are cut by the system's ICU. Empty data under its name, of whichever version the
// toolchain has, keeps it out; ICU refuses data without a header and works by its defaults.
//
// The names are hidden, so that a Foundation in a shared library (in tests) keeps its own.
#define EMPTY(version) \
  __attribute__((visibility("hidden"), aligned(16))) const char icudt##version##_dat[64] = {0};

EMPTY(74)
EMPTY(75)
EMPTY(76)
EMPTY(77)
EMPTY(78)
EMPTY(79)
EMPTY(80)
EMPTY(81)
EMPTY(82)
