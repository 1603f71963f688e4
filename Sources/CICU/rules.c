// SPDX-License-Identifier: Apache-2.0
//
// What ICU's break iterators for Chinese are made of, for a faster walk over the same data: the
// state tables of their rules, the category of each character there, and the dictionary of words.
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "cicu.h"

// The head of ICU's compiled rules, as ubrk_getBinaryRules() gives them, format 6 (ICU 69 on).
struct rules_head {
  uint32_t magic;
  uint8_t format[4];
  uint32_t length, categories;
  uint32_t forward, forward_length, reverse, reverse_length;
  uint32_t trie, trie_length;
};

struct states_head {
  uint32_t states, row_length, dictionary_start, lookahead_size, flags;
};

enum { BEGINS = 2, BYTES = 4, MAGIC = 0xb1a0, FORMAT = 6 };

struct zicu_rules {
  uint8_t *bytes;
  UCPTrie *trie;
  const uint8_t *rows;
  uint32_t categories;
  struct states_head head;
};

static int32_t read_rules(zicu_rules *rules, int32_t kind, UErrorCode *code) {
  UBreakIterator *iterator =
      ubrk_open(kind == ZICU_SENTENCES ? UBRK_SENTENCE : UBRK_WORD, "zh", NULL, 0, code);
  if (U_FAILURE(*code)) return 0;
  int32_t length = ubrk_getBinaryRules(iterator, NULL, 0, code);
  *code = U_ZERO_ERROR;
  rules->bytes = length > 0 ? malloc((size_t)length) : NULL;
  if (rules->bytes) ubrk_getBinaryRules(iterator, rules->bytes, length, code);
  ubrk_close(iterator);
  return rules->bytes ? length : 0;
}

static int32_t is_inside(uint32_t offset, uint32_t length, int32_t whole) {
  return offset <= (uint32_t)whole && length <= (uint32_t)whole - offset;
}

// Whether the rules are of the one format that is known here, without look-ahead.
static int32_t open_states(zicu_rules *rules, int32_t length, UErrorCode *code) {
  struct rules_head head;
  if (length < (int32_t)sizeof head) return 0;
  memcpy(&head, rules->bytes, sizeof head);
  if (head.magic != MAGIC || head.format[0] != FORMAT) return 0;
  if (!is_inside(head.forward, head.forward_length, length)) return 0;
  if (!is_inside(head.trie, head.trie_length, length)) return 0;
  if (head.forward_length < sizeof rules->head) return 0;
  memcpy(&rules->head, rules->bytes + head.forward, sizeof rules->head);
  rules->rows = rules->bytes + head.forward + sizeof rules->head;
  uint32_t unit = rules->head.flags & BYTES ? 1 : 2;
  if (rules->head.states > 0xFFFF || head.categories > 0xFF) return 0;
  if (rules->head.row_length < (3 + head.categories) * unit) return 0;
  if (rules->head.states * rules->head.row_length > head.forward_length - sizeof rules->head) {
    return 0;
  }
  rules->categories = head.categories;
  rules->trie = ucptrie_openFromBinary(UCPTRIE_TYPE_FAST, UCPTRIE_VALUE_BITS_ANY,
                                       rules->bytes + head.trie, (int32_t)head.trie_length, NULL,
                                       code);
  return U_SUCCESS(*code);
}

zicu_rules *zicu_rules_open(int32_t kind, zicu_rules_shape *shape) {
  UErrorCode code = U_ZERO_ERROR;
  zicu_rules *rules = calloc(1, sizeof *rules);
  if (!rules) return NULL;
  int32_t length = read_rules(rules, kind, &code);
  if (U_FAILURE(code) || !open_states(rules, length, &code)) {
    zicu_rules_close(rules);
    return NULL;
  }
  shape->states = (int32_t)rules->head.states;
  shape->categories = (int32_t)rules->categories;
  shape->begins = (rules->head.flags & BEGINS) != 0;
  return rules;
}

void zicu_rules_close(zicu_rules *rules) {
  if (!rules) return;
  ucptrie_close(rules->trie);
  free(rules->bytes);
  free(rules);
}

static int32_t field(const zicu_rules *rules, int32_t state, int32_t index) {
  const uint8_t *row = rules->rows + (size_t)state * rules->head.row_length;
  return rules->head.flags & BYTES ? row[index] : ((const uint16_t *)row)[index];
}

int32_t zicu_rules_next(const zicu_rules *rules, int32_t state, int32_t category) {
  return field(rules, state, 3 + category);
}

int32_t zicu_rules_accepts(const zicu_rules *rules, int32_t state) {
  int32_t accepting = field(rules, state, 0);
  return accepting > 1 || field(rules, state, 1) > 1 ? -1 : accepting;
}

static int32_t marked(const zicu_rules *rules, uint32_t category) {
  return (int32_t)(category >= rules->head.dictionary_start ? category | ZICU_DICTIONARY : category);
}

int32_t zicu_rules_category(const zicu_rules *rules, int32_t scalar) {
  return marked(rules, ucptrie_get(rules->trie, scalar));
}

// Whether a unit is a Han character in which nothing is to be normalized. No Unified Ideograph ever is,
// by Unicode's stability policy, and those of Unicode 3.0 are Han in every ICU; to ask ICU that of 27,000 of
// them takes longer than a page does.
static UBool is_plain_han(int32_t unit) {
  if ((0x3400 <= unit && unit <= 0x4DB5) || (0x4E00 <= unit && unit <= 0x9FA5)) return 1;
  UErrorCode code = U_ZERO_ERROR;
  if (uscript_getScript(unit, &code) != USCRIPT_HAN) return 0;
  if ((0x3400 <= unit && unit < 0x4DC0) || (0x4E00 <= unit && unit < 0xA000)) return 1;
  return u_getIntPropertyValue(unit, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass(unit) == 0;
}

void zicu_rules_units(const zicu_rules *rules, uint16_t *categories) {
  for (int32_t unit = 0; unit < 0x10000;) {
    uint32_t value = 0;
    int32_t last = ucptrie_getRange(rules->trie, unit, UCPMAP_RANGE_NORMAL, 0, NULL, NULL, &value);
    int32_t category = marked(rules, value);
    do {
      UBool is_plain = category & ZICU_DICTIONARY && is_plain_han(unit);
      categories[unit] = (uint16_t)(is_plain ? category | ZICU_PLAIN_HAN : category);
    } while (unit++ < last && unit < 0x10000);
  }
}

static UBool is_dictionary(void *context, const char *type, const char *name,
                           const UDataInfo *info) {
  (void)context;
  (void)type;
  (void)name;
  return memcmp(info->dataFormat, "Dict", 4) == 0 && info->formatVersion[0] == 1;
}

void *zicu_dictionary_open(const uint16_t **units, int32_t *count) {
  // Places in the head of a dictionary: where its trie begins, its whole size, the kind of trie.
  enum { TRIE = 0, SIZE = 3, KIND = 4, HEAD = 8, OF_UNITS = 1, KIND_MASK = 7, HAS_VALUES = 8 };
  UErrorCode code = U_ZERO_ERROR;
  UDataMemory *data =
      udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", is_dictionary, NULL, &code);
  if (U_FAILURE(code)) return NULL;
  const int32_t *head = udata_getMemory(data);
  int32_t kind = head[KIND];
  int32_t is_known = (kind & KIND_MASK) == OF_UNITS && (kind & HAS_VALUES) &&
                     head[TRIE] >= HEAD * 4 && head[TRIE] % 2 == 0 && head[SIZE] > head[TRIE];
  if (!is_known) {
    udata_close(data);
    return NULL;
  }
  *units = (const uint16_t *)((const char *)head + head[TRIE]);
  *count = (head[SIZE] - head[TRIE]) / 2;
  return data;
}

void zicu_dictionary_close(void *dictionary) { udata_close(dictionary); }
