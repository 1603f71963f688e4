// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not see. 15 + 16: a gzip stream.
static inline int zhailu_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
