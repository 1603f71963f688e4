// SPDX-License-Identifier: Apache-2.0

/// Reads a lexicon: tab-separated, a header line first, `#` for comments.
///
///     form	currency	place
///     美元	USD	after
///
/// A field in double quotes may hold anything, tabs and quotes (doubled) too.
struct LexiconReader {
  private let file: RuleSource.File
  private var diagnostics: [Diagnostic] = []

  static func read(_ file: RuleSource.File, name: String) -> (Lexicon?, [Diagnostic]) {
    var reader = LexiconReader(file: file)
    let lexicon = reader.read(name: name)
    return (lexicon, reader.diagnostics)
  }

  private init(file: RuleSource.File) {
    self.file = file
  }

  private mutating func read(name: String) -> Lexicon? {
    var columns: [String]?
    var entries: [Lexicon.Entry] = []
    var seen: [String: Int] = [:]
    for (number, line) in file.text.utf8Lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = Diagnostic.Place(file: file.displayPath, line: number + 1)
      let fields = fields(of: line)
      guard let known = columns else {
        columns = header(fields, at: place)
        continue
      }
      guard let entry = entry(fields, columns: known, at: place) else { continue }
      let key = ([entry.form] + entry.values).joined(separator: "\t")
      if let earlier = seen[key] {
        diagnostics.append(
          Diagnostic(
            place, "the entry 【\(entry.form)】 stands in line \(earlier) already; delete one"))
        continue
      }
      seen[key] = number + 1
      entries.append(entry)
    }
    guard let columns else {
      diagnostics.append(
        Diagnostic(
          Diagnostic.Place(file: file.displayPath, line: 1),
          "a lexicon begins with a header line whose first column is 【form】"))
      return nil
    }
    return Lexicon(name: name, columns: columns, entries: entries)
  }

  private mutating func header(_ fields: [String], at place: Diagnostic.Place) -> [String] {
    if fields.first != "form" {
      diagnostics.append(
        Diagnostic(
          place, "the first column of a lexicon is 【form】, not 【\(fields.first ?? "")】"))
    }
    return Array(fields.dropFirst())
  }

  private mutating func entry(
    _ fields: [String], columns: [String], at place: Diagnostic.Place
  ) -> Lexicon.Entry? {
    guard fields.count <= columns.count + 1 else {
      diagnostics.append(
        Diagnostic(
          place,
          "this line has \(fields.count) fields, the header \(columns.count + 1): 【\(fields[0])】"))
      return nil
    }
    guard !fields[0].isEmpty else {
      diagnostics.append(Diagnostic(place, "an entry without a form"))
      return nil
    }
    let padding = repeatElement("", count: columns.count + 1 - fields.count)
    return Lexicon.Entry(form: fields[0], values: Array(fields.dropFirst()) + padding, place: place)
  }

  private func fields(of line: Substring) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(line.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          field.unicodeScalars.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", field.isEmpty {
        isQuoted = true
      } else if scalar == "\t" {
        fields.append(field)
        field = ""
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return fields + [field]
  }
}

extension String {
  /// The lines, without their ends; a carriage return before the feed is part of the end.
  var utf8Lines: [Substring] {
    var lines: [Substring] = []
    var start = startIndex
    while start <= endIndex {
      let end = utf8[start...].firstIndex(of: 0x0A) ?? endIndex
      var line = self[start..<end]
      if line.utf8.last == 0x0D { line = self[start..<utf8.index(before: end)] }
      lines.append(line)
      guard end < endIndex else { break }
      start = utf8.index(after: end)
    }
    return lines
  }
}
