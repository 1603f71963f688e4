// SPDX-License-Identifier: Apache-2.0
//
// Zhailu for C, and for all that calls C: records of organizations, amounts, quantities, dates and
// events from Chinese texts.
//
//     char *error = NULL;
//     zhailu *extractor = zhailu_open(NULL, 0, &error);
//     if (!extractor) { fputs(error, stderr); zhailu_free(error); return 1; }
//
//     char *lines = NULL;
//     size_t size = 0;
//     if (zhailu_extract(extractor, text, strlen(text), "page-1", "2020-03-20", 0, &lines, &size)
//         == ZHAILU_FINE) {
//       fwrite(lines, 1, size, stdout);
//       zhailu_free(lines);
//     }
//     zhailu_close(extractor);
//
// No call starts a thread, takes a signal, changes the locale or holds a lock when it returns; so a
// process may fork before and after any of them. No text, name or date stops the program. An
// extractor is used by one thread at a time; zhailu_copy() makes more of the same rules.
//
// The version of the library is that of the program. What is here stays in all versions with the
// same first number: functions and constants are only added.
#ifndef ZHAILU_H
#define ZHAILU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct zhailu zhailu;

/// What went wrong; zhailu_error() says it in words.
enum {
  ZHAILU_FINE = 0,
  /// `published` is no date.
  ZHAILU_BAD_DATE = 1,
  /// A pointer that must not be NULL is, or `types` has bits that mean nothing.
  ZHAILU_BAD_ARGUMENT = 2,
  /// The text has more than 2^30 bytes.
  ZHAILU_TOO_LONG = 3,
  ZHAILU_NO_MEMORY = 4,
};

/// The types of records that are wanted, added up; 0 is ZHAILU_USUAL.
enum {
  ZHAILU_ORGANIZATION = 1,
  ZHAILU_AMOUNT = 2,
  ZHAILU_QUANTITY = 4,
  ZHAILU_DATE = 8,
  ZHAILU_NUMBER = 16,
  ZHAILU_ORDINAL = 32,
  ZHAILU_EVENT = 64,
  ZHAILU_USUAL = 79,
  ZHAILU_ALL = 127,
};

/// The version of the library, "0.1.0".
const char *zhailu_version(void);
/// The version of the contract of the records, 1.
int32_t zhailu_contract(void);

/// Makes an extractor by the rules inside the library, with `count` folders of rules laid over them
/// in their order; a folder with a stages.yaml stands in the place of all before it.
///
/// Returns NULL where the rules cannot be used, and writes what is wrong with them to `error`, where
/// that is not NULL: a fault a line, each with its place, "my-rules/amount.yaml:12:5: ...". It is to
/// be given to zhailu_free().
zhailu *zhailu_open(const char *const *folders, size_t count, char **error);

/// Another extractor with the same rules, which takes no time and little memory. NULL where there is
/// no memory.
zhailu *zhailu_copy(const zhailu *extractor);

void zhailu_close(zhailu *extractor);

/// The SHA-256 of the rules in hexadecimal digits; it lives as long as the extractor.
const char *zhailu_rules(const zhailu *extractor);

/// Extracts the records of a text of `length` bytes in UTF-8.
///
/// `document` is its name, NULL for "text"; `published` the day by which its dates are resolved,
/// "2020-03-20" or with a time, "2020-03-20T08:30"; NULL where it is not known.
///
/// Writes to `lines` the records as JSON Lines in UTF-8, byte for byte as `zhailu extract` writes
/// them, with a zero after them, and to `size` how many bytes they have without it. They are to be
/// given to zhailu_free(). Where the text is not UTF-8, each malformed part counts as one U+FFFD.
///
/// Returns ZHAILU_FINE, or what was wrong; `lines` is NULL then and `size` 0.
int32_t zhailu_extract(zhailu *extractor, const char *text, size_t length, const char *document,
                       const char *published, uint32_t types, char **lines, size_t *size);

/// What was wrong with the last call of zhailu_extract(), "" if nothing was; it lives until the next
/// call with this extractor.
const char *zhailu_error(const zhailu *extractor);

/// Gives back what a call has written; NULL is nothing.
void zhailu_free(void *memory);

#ifdef __cplusplus
}
#endif
#endif
