// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

// `SQLITE_TRANSIENT` is a cast of -1 to a function, which Swift does not see: SQLite copies the bytes.
static inline int zhailu_bind_text(sqlite3_stmt *statement, int place, const char *bytes, int count) {
  return sqlite3_bind_text(statement, place, bytes, count, SQLITE_TRANSIENT);
}
