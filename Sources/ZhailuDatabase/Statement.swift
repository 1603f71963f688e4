// SPDX-License-Identifier: Apache-2.0
import CSQLite

/// A prepared statement of a database, run as often as needed with other values.
package final class Statement {
  package enum Value: Equatable {
    case null
    case integer(Int64)
    case text(String)

    static func number(_ number: Int) -> Value { .integer(Int64(number)) }
    /// A text, or NULL.
    static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  }

  private let handle: OpaquePointer
  /// Open as long as its statements are there.
  private let database: Database

  init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs a statement that gives no rows, with these values for its question marks.
  package func run(_ values: Value...) throws(DatabaseFailure) { try run(values) }

  package func run(_ values: [Value]) throws(DatabaseFailure) {
    try bind(values)
    while try step() {}
  }

  /// Begins anew, with these values.
  package func bind(_ values: [Value]) throws(DatabaseFailure) {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .text(let text): bind(text, at: place)
        }
      guard code == SQLITE_OK else { throw database.failure() }
    }
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let count = Int32(exactly: characters.count) else { return SQLITE_TOOBIG }
        guard let start = characters.baseAddress else {
          return zhailu_bind_text(handle, place, "", 0)
        }
        return zhailu_bind_text(handle, place, start, count)
      }
    }
  }

  /// The next row; `false` at the end.
  package func step() throws(DatabaseFailure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.failure()
    }
  }

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// A column of the row, by its place from 0.
  package func text(_ column: Int) -> String? {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
}
