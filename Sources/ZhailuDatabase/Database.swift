// SPDX-License-Identifier: Apache-2.0
import CSQLite

/// Why a database could not be read or written, in SQLite's words.
package struct DatabaseFailure: Error, Equatable, CustomStringConvertible {
  package let description: String
}

/// An open SQLite database. It belongs to one thread at a time.
///
///     let database = try Database(path: "records.db")
///     try database.run("CREATE TABLE names (name TEXT)")
///     let insert = try database.statement("INSERT INTO names VALUES (?)")
///     try insert.run(.text("武汉慈善总会"))
package final class Database {
  private let handle: OpaquePointer

  /// Opens the file, and makes it where it is not there; `:memory:` is no file.
  package init(path: String) throws(DatabaseFailure) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = opened else { throw DatabaseFailure(description: "no memory is left") }
    self.handle = handle
    // `deinit` closes what was opened, also where it failed.
    if code != SQLITE_OK { throw failure() }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  package func run(_ sql: String) throws(DatabaseFailure) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  package func statement(_ sql: String) throws(DatabaseFailure) -> Statement {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw failure()
    }
    return Statement(prepared, of: self)
  }

  /// All rows of a query, as text; `nil` is NULL.
  package func rows(_ sql: String) throws(DatabaseFailure) -> [[String?]] {
    let query = try statement(sql)
    var rows: [[String?]] = []
    while try query.step() { rows.append((0..<query.columnCount).map(query.text)) }
    return rows
  }

  /// The number of the row that was inserted last.
  package var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func failure() -> DatabaseFailure {
    DatabaseFailure(description: String(cString: sqlite3_errmsg(handle)))
  }
}
