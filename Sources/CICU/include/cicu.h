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

/// The likeliest encoding of `bytes` by its IANA name, into `name` (of `capacity` bytes, always
/// terminated); returns ICU's confidence from 0 to 100.
int32_t zicu_detect_encoding(const uint8_t *bytes, int32_t length, char *name, int32_t capacity,
                             int32_t *status);

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
