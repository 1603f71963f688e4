// SPDX-License-Identifier: Apache-2.0
//
// The few calls that Zhailu makes of ICU, coarse enough to cost nothing to cross.
//
// No ICU type or name stands in this header: ICU's functions are macros that carry its version,
// and its UErrorCode clashes with the one inside Foundation. A status is ICU's error code, zero
// or less when all went well; zicu_status_name() spells it.
#ifndef ZHAILU_CICU_H
#define ZHAILU_CICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct zicu_breaker zicu_breaker;

enum { ZICU_WORDS = 0, ZICU_SENTENCES = 1 };

/// A break iterator for Chinese words or sentences; NULL, with the status set, where ICU has none.
zicu_breaker *zicu_breaker_open(int32_t kind, int32_t *status);
void zicu_breaker_close(zicu_breaker *breaker);

/// Writes the boundaries of `text` after its start, in ascending order, the last of which is
/// `length`. Returns their count; at most `length` are written, so `boundaries` must hold that many.
int32_t zicu_breaks(zicu_breaker *breaker, const uint16_t *text, int32_t length,
                    int32_t *boundaries, int32_t *status);

/// ICU's compiled rules for Chinese words or sentences: a state table over categories of characters.
typedef struct zicu_rules zicu_rules;

/// `begins` says that a walk starts with the category of the beginning.
typedef struct {
  int32_t states, categories, begins;
} zicu_rules_shape;

enum {
  ZICU_STOP = 0,
  ZICU_START = 1,
  ZICU_END_CATEGORY = 1,
  ZICU_BEGIN_CATEGORY = 2,
  ZICU_CATEGORY_MASK = 0xFF,
  /// Added to a category whose words a dictionary cuts.
  ZICU_DICTIONARY = 0x100,
  /// Added for Han characters that the dictionary is asked for as they stand.
  ZICU_PLAIN_HAN = 0x200,
};

/// NULL where this ICU keeps its rules in a way not known here.
zicu_rules *zicu_rules_open(int32_t kind, zicu_rules_shape *shape);
void zicu_rules_close(zicu_rules *rules);
int32_t zicu_rules_next(const zicu_rules *rules, int32_t state, int32_t category);
/// 1 where a piece may end in this state, 0 where not; -1 for what needs look-ahead.
int32_t zicu_rules_accepts(const zicu_rules *rules, int32_t state);
/// The category of a scalar, or of a surrogate by itself.
int32_t zicu_rules_category(const zicu_rules *rules, int32_t scalar);
/// The categories of all UTF-16 units, with what is added; `categories` must hold 65536.
void zicu_rules_units(const zicu_rules *rules, uint16_t *categories);

/// ICU's dictionary of Chinese and Japanese words, a serialized UCharsTrie; NULL where it has none
/// of the known format. It must be closed.
void *zicu_dictionary_open(const uint16_t **units, int32_t *count);
void zicu_dictionary_close(void *dictionary);

/// Decodes `bytes` from `encoding` into UTF-16, replacing what is malformed by U+FFFD and counting
/// it in `malformed`; `first_malformed` is the
/// start of the block of 4096 bytes that holds the first such byte, or -1. Returns the
/// number of units; `units` must hold 2 * length + 2. An unknown encoding sets the status.
int32_t zicu_decode(const char *encoding, const uint8_t *bytes, int32_t length, uint16_t *units,
                    int32_t *malformed, int32_t *first_malformed, int32_t *status);

const char *zicu_status_name(int32_t status);
/// ICU's version, such as 72.1.
const char *zicu_version(void);

#ifdef __cplusplus
}
#endif
#endif
