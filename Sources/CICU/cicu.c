// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/uversion.h>

struct zicu_breaker {
  UBreakIterator *iterator;
};

zicu_breaker *zicu_breaker_open(int32_t kind, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator =
      ubrk_open(kind == ZICU_SENTENCES ? UBRK_SENTENCE : UBRK_WORD, "zh", NULL, 0, &code);
  *status = code;
  if (U_FAILURE(code)) return NULL;
  zicu_breaker *breaker = malloc(sizeof *breaker);
  if (!breaker) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void zicu_breaker_close(zicu_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t zicu_breaks(zicu_breaker *breaker, const uint16_t *text, int32_t length,
                    int32_t *boundaries, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &code);
  *status = code;
  if (U_FAILURE(code)) return 0;
  int32_t count = 0;
  ubrk_first(breaker->iterator);
  for (int32_t next = ubrk_next(breaker->iterator); next != UBRK_DONE;
       next = ubrk_next(breaker->iterator)) {
    boundaries[count++] = next;
  }
  return count;
}

// What the replacing callback has seen so far.
struct damage {
  int32_t count;
};

static void replace_and_count(const void *context, UConverterToUnicodeArgs *args,
                              const char *code_units, int32_t length,
                              UConverterCallbackReason reason, UErrorCode *code) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone: nothing is malformed
  ((struct damage *)context)->count += 1;
  *code = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, code);
  (void)code_units;
  (void)length;
}

int32_t zicu_decode(const char *encoding, const uint8_t *bytes, int32_t length, uint16_t *units,
                    int32_t *malformed, int32_t *first_malformed, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  struct damage damage = {0};
  UConverter *converter = ucnv_open(encoding, &code);
  *malformed = 0;
  *first_malformed = -1;
  if (U_FAILURE(code)) {
    *status = code;
    return 0;
  }
  ucnv_setToUCallBack(converter, replace_and_count, &damage, NULL, NULL, &code);
  const char *source = (const char *)bytes;
  const char *limit = source + length;
  UChar *target = (UChar *)units;
  UChar *target_limit = target + 2 * (int64_t)length + 2;
  // In chunks, so that the first malformed place is known to within one of them.
  const char *chunk = source;
  while (U_SUCCESS(code) && chunk < limit) {
    const char *chunk_end = chunk + 4096 < limit ? chunk + 4096 : limit;
    int32_t before = damage.count;
    source = chunk;
    ucnv_toUnicode(converter, &target, target_limit, &source, chunk_end, NULL,
                   chunk_end == limit, &code);
    if (damage.count > before && *first_malformed < 0) {
      *first_malformed = (int32_t)(chunk - (const char *)bytes);
    }
    chunk = chunk_end;
  }
  *malformed = damage.count;
  ucnv_close(converter);
  *status = code;
  return (int32_t)(target - (UChar *)units);
}

const char *zicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

const char *zicu_version(void) { return U_ICU_VERSION; }
