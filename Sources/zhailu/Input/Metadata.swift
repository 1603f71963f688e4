// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// `metadata.tsv` beside text files: what the files do not say themselves, a line a file.
///
///     file	published	title
///     a.txt	2020-03-20	第一版
///
/// Columns other than `file` and `published` are free. A row that cannot be read is a fault of its file
/// alone.
struct Metadata {
  private var published: [String: PublicationDate] = [:]
  private var rows: [String: [String: String]] = [:]
  private var faults: [String: Failure] = [:]

  static let fileName = "metadata.tsv"

  /// The metadata of the folder, or none.
  init(folder: String) throws(Failure) {
    var columns: [String]?
    for row in try Self.rows(in: folder) {
      guard let known = columns else {
        try Self.check(row.fields, at: row.place)
        columns = row.fields
        continue
      }
      add(Dictionary(zip(known, row.fields)) { first, _ in first }, of: row.fields, at: row.place)
    }
  }

  /// The first line of the folder's `metadata.tsv`, if there is one, names columns that are known.
  static func checkHeader(in folder: String) throws(Failure) {
    guard let header = try rows(in: folder).first(where: { _ in true }) else { return }
    try check(header.fields, at: header.place)
  }

  /// The lines that are no comment, cut into fields as they are asked for.
  private static func rows(
    in folder: String
  ) throws(Failure) -> some Sequence<(fields: [String], place: String)> {
    let path = "\(folder)/\(fileName)"
    let lines = FileSystem.exists(path) ? lines(of: try text(of: path)) : []
    return lines.enumerated().lazy
      .filter { !$0.element.isEmpty && $0.element.first != UInt8(ascii: "#") }
      .map { index, line in
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        return (
          fields.map { unquoted(String(decoding: $0, as: UTF8.self)) }, "\(path):\(index + 1)"
        )
      }
  }

  /// The text in whatever encoding it is, as of articles: spreadsheets write UTF-16 and GB18030.
  private static func text(of path: String) throws(Failure) -> String {
    let bytes = try FileSystem.read(path)
    do {
      let decoded = try TextDecoder.decode(bytes)
      return String(units: decoded.units)
    } catch {
      throw Failure("\(path): \(error); save it as UTF-8")
    }
  }

  private mutating func add(_ row: [String: String], of fields: [String], at place: String) {
    guard let written = row["file"] else { return }
    if fields.count == 1, let cut = written.firstIndex(where: Self.cuts.contains),
      case let file = Self.plain(written[..<cut]), InputReader.isRead(file)
    {
      rows[file] = row
      faults[file] = Failure("\(place): this row has no tab, and fields are set apart by tabs")
      return
    }
    let file = Self.plain(written[...])
    if let earlier = rows[file], earlier != row {
      faults[file] = Failure(
        "\(place): a second row of 【\(file)】 says something else than the first")
      return
    }
    rows[file] = row
    guard let date = row["published"], !date.isEmpty else { return }
    published[file] = PublicationDate(date)
    guard published[file] == nil else { return }
    faults[file] = Failure("\(place): \(PublicationDate.fault(of: date))")
  }

  /// ./a.txt is a.txt.
  private static func plain(_ file: Substring) -> String {
    String(file.hasPrefix("./") ? file.dropFirst(2) : file)
  }

  /// What sets fields apart in files that are not of this kind.
  private static let cuts: Set<Character> = [" ", ",", ";", "，", "\u{3000}"]

  /// Spreadsheets put fields in quotation marks, and double those inside.
  private static func unquoted(_ field: String) -> String {
    guard field.utf8.count >= 2, field.utf8.first == UInt8(ascii: "\""),
      field.utf8.last == UInt8(ascii: "\"")
    else { return field }
    var text = ""
    var wasQuote = false
    for scalar in field.dropFirst().dropLast().unicodeScalars {
      wasQuote = scalar == "\"" && !wasQuote
      if !wasQuote { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// The lines of a file with LF, CRLF or CR, without a byte order mark. Found by their bytes:
  /// character by character it takes half as long as to extract a page.
  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let mark = Array("\u{FEFF}".utf8)
    let bytes = Array(text.utf8)[(text.utf8.starts(with: mark) ? mark.count : 0)...]
    let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    return bytes.split(separator: end, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }

  /// A misspelt `published`, or one by another name, would leave every date unresolved without a word.
  private static func check(_ columns: [String], at place: String) throws(Failure) {
    guard columns.contains("file") else {
      guard columns.count == 1, columns[0].contains(where: cuts.contains) else {
        throw Failure("\(place): the header has no column 【file】; it begins file<tab>published")
      }
      throw Failure(
        "\(place): the header has no tab, and fields are set apart by tabs: file<tab>published")
    }
    guard !columns.contains(PublishedKey.name) else { return }
    for column in columns where suggestion(for: column, among: [PublishedKey.name]) != nil {
      throw Failure("\(place): the column 【\(column)】 is not known; did you mean published?")
    }
    for column in columns where PublishedKey.isMistaken(column) {
      throw Failure("\(place): the column 【\(column)】 is not read as the date; call it published")
    }
  }

  /// A row of a file that is not there is most often one whose name is misspelt.
  func noteOnMissingFiles(in folder: String) {
    let missing = rows.keys.filter { !exists("\(folder)/\($0)") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !missing.isEmpty else { return }
    Console.note(
      "\(folder)/\(Self.fileName): rows of files that are not there: \(LeftOut.some(missing))")
  }

  private func exists(_ path: String) -> Bool {
    FileSystem.exists(path) || FileSystem.exists(String(shownPath: path))
  }

  /// All that is said of a file, by column.
  func row(of file: String) -> [String: String] { rows[file] ?? [:] }

  func published(of file: String) throws(Failure) -> PublicationDate? {
    if let fault = faults[file] { throw fault }
    return published[file]
  }
}
