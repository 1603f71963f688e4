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
    let lines = text.drop { $0 == "\u{FEFF}" }.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
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
