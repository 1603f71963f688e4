// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// `metadata.tsv` beside text files: what the files do not say themselves, a line a file.
///
///     file	published	title
///     a.txt	2020-03-20	第一版
///
/// Columns other than `file` and `published` are free.
struct Metadata {
  private var published: [String: PublicationDate] = [:]
  private var rows: [String: [String: String]] = [:]

  static let fileName = "metadata.tsv"

  /// The metadata of the folder, or none.
  init(folder: String) throws(Failure) {
    let path = "\(folder)/\(Self.fileName)"
    guard FileSystem.exists(path) else { return }
    var columns: [String]?
    let text = try FileSystem.readText(path)
    for (index, line) in Self.lines(of: text).enumerated()
    where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard let known = columns else {
        guard fields.contains("file") else {
          throw Failure("\(path):\(index + 1): the header has no column 【file】")
        }
        try Self.check(fields, at: "\(path):\(index + 1)")
        columns = fields
        continue
      }
      let row = Dictionary(zip(known, fields)) { first, _ in first }
      guard let file = row["file"] else { continue }
      rows[file] = row
      guard let date = row["published"], !date.isEmpty else { continue }
      guard let parsed = PublicationDate(date) else {
        throw Failure(
          "\(path):\(index + 1): 【\(date)】 is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM")
      }
      published[file] = parsed
    }
  }

  /// The lines of a file with LF, CRLF or CR, without a byte order mark. Found by their bytes:
  /// character by character it takes half as long as to extract a page.
  private static func lines(of text: String) -> [Substring.UTF8View] {
    let bytes = text.utf8.starts(with: "\u{FEFF}".utf8) ? text.utf8.dropFirst(3) : text.utf8[...]
    let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    return bytes.split(separator: end, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }

  /// A misspelt `published` would leave every date unresolved without a word.
  private static func check(_ columns: [String], at place: String) throws(Failure) {
    guard !columns.contains("published") else { return }
    for column in columns where suggestion(for: column, among: ["published"]) != nil {
      throw Failure("\(place): the column 【\(column)】 is not known; did you mean published?")
    }
  }

  /// All that is said of a file, by column.
  func row(of file: String) -> [String: String] { rows[file] ?? [:] }

  func published(of file: String) -> PublicationDate? { published[file] }
}
