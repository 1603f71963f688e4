// SPDX-License-Identifier: Apache-2.0
#include "CShippedRules.h"

extern const unsigned char zhailu_image_start[], zhailu_image_end[];

const void *zhailu_shipped_rules(void) { return zhailu_image_start; }

size_t zhailu_shipped_size(void) { return (size_t)(zhailu_image_end - zhailu_image_start); }
