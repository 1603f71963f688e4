// SPDX-License-Identifier: Apache-2.0
#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// Takes blocks of 64 bytes into the state of a SHA-256 with the instructions that processors have for
/// it; 0 where this one has none, and nothing was done.
int zsha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
