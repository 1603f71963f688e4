// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stddef.h>

/// The image of the shipped rules, at the beginning of a page, and how many bytes it has.
const void *zhailu_shipped_rules(void);
size_t zhailu_shipped_size(void);
