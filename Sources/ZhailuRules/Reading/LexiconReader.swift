// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads a lexicon: tab-separated, a header line first, `#` for comments.
///
///     form	currency	place
///     美元	USD	after
///     !元	CNY
///
/// A field in double quotes may hold anything, tabs and quotes (doubled) too. A line that begins
/// with `!` switches off the entries of its form in the folders below, all or those with the values
/// that it gives; a form that itself begins with `!` or `#` goes in quotes.
struct LexiconReader {
  /// A line that switches entries off.
  struct Off {
    let form: String
    /// By column; empty where any value is meant.
    let values: [String]
    let place: Diagnostic.Place
  }

  struct Result {
    var lexicon: Lexicon
    var offs: [Off]
    /// What is hardly meant.
    var doubts: [Diagnostic]
  }

  private let file: RuleSource.File
  private let below: [String]?
  private var diagnostics: [Diagnostic] = []
  private var offs: [Off] = []
  private var doubts: [Diagnostic] = []
  /// The line of each entry, by all its fields with tabs between them.
  private var seen: [ExactText: Int] = [:]

  static let longestForm = 100
  static let mostColumns = 32

  /// `below` are the columns of the lexicon that this one adds to.
  static func read(
    _ file: RuleSource.File, name: String, below: [String]? = nil
  ) -> (Result?, [Diagnostic]) {
    var reader = LexiconReader(file: file, below: below)
    let lexicon = reader.read(name: name)
    let result = lexicon.map { Result(lexicon: $0, offs: reader.offs, doubts: reader.doubts) }
    return (result, reader.diagnostics)
  }

  private init(file: RuleSource.File, below: [String]?) {
    (self.file, self.below) = (file, below)
  }

  private mutating func read(name: String) -> Lexicon? {
    var columns: [String]?
    var entries: [Lexicon.Entry] = []
    for (number, line) in file.text.utf8Lines.enumerated() {
      if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
      let place = Diagnostic.Place(file: file.displayPath, line: number + 1)
      let isQuoted = line.utf8.contains(UInt8(ascii: "\""))
      guard let fields = fields(of: line, isQuoted: isQuoted, at: place) else { continue }
      guard let known = columns else {
        if let fault = noHeader(fields) {
          report(place, fault)
          return nil
        }
        columns = header(fields, at: place)
        continue
      }
      guard diagnostics.count <= RulePackReader.mostFaults else { break }
      guard let entry = entry(fields, line, isQuoted, columns: known, at: place) else { continue }
      entries.append(entry)
    }
    guard let columns else {
      report(
        Diagnostic.Place(file: file.displayPath, line: 1),
        "a lexicon begins with a header line whose first column is 【form】")
      return nil
    }
    return Lexicon(name: name, columns: columns, entries: entries)
  }

  private mutating func report(_ place: Diagnostic.Place, _ message: String) {
    diagnostics.append(Diagnostic(place, message))
  }

  // MARK: The header

  /// What is said where the first line is an entry, or holds its names in one field.
  private func noHeader(_ fields: [String]) -> String? {
    let names = ["form"] + (below ?? [])
    let line = below == nil ? "" : ": " + names.joined(separator: "<tab>")
    let first = fields.first ?? ""
    if first.hasPrefix("form"), first != "form", !TemplateParser.isSlotName(first) {
      return "between the names of the header 【\(first)】 stand tabs, not spaces or commas\(line)"
    }
    guard first != "form" else { return nil }
    let isNamed = fields.contains(where: names.contains)
    if below == nil ? TemplateParser.isSlotName(first.lowercased()) : isNamed { return nil }
    return "the header is missing: the first line names the columns, and 【form】 first"
      + (line.isEmpty ? ", as in form<tab>currency" : line)
  }

  private mutating func header(_ fields: [String], at place: Diagnostic.Place) -> [String] {
    if fields.first != "form" {
      report(place, "the first column of a lexicon is 【form】, not 【\(fields.first ?? "")】")
    }
    let columns = Array(fields.dropFirst())
    if columns.count > Self.mostColumns {
      report(place, "a lexicon has at most \(Self.mostColumns) columns, not 【\(columns.count)】")
    }
    var known: Set = ["form"]
    for (index, column) in columns.enumerated() {
      if column.isEmpty {
        report(place, "column 【\(index + 2)】 of the header has no name; is a tab too many?")
      } else if !known.insert(column).inserted {
        report(place, "the column 【\(column)】 stands twice in the header")
      } else if !TemplateParser.isSlotName(column) {
        report(
          place, "【\(column)】 is no name of a column; use lower-case letters, digits, - and .")
      }
    }
    return columns
  }

  // MARK: Entries

  private mutating func entry(
    _ fields: [String], _ line: Substring, _ isQuoted: Bool, columns: [String],
    at place: Diagnostic.Place
  ) -> Lexicon.Entry? {
    let isOff = line.utf8.first == UInt8(ascii: "!") && fields[0] != "!"
    let form = isOff ? String(fields[0].dropFirst()) : fields[0]
    guard fields.count <= columns.count + 1 else {
      report(
        place,
        "this line has \(fields.count) fields, the header \(columns.count + 1): 【\(form)】")
      return nil
    }
    guard isSound(form, fields, columns, isQuoted: isQuoted, at: place) else { return nil }
    let padding = columns.count + 1 - fields.count
    let values = Array(fields[1...]) + repeatElement("", count: padding)
    if isOff {
      offs.append(Off(form: form, values: values, place: place))
      return nil
    }
    // A line without quotes and with all fields is that already.
    let isKey = padding == 0 && !isQuoted
    let key = ExactText(isKey ? String(line) : ([form] + values).joined(separator: "\t"))
    if let earlier = seen[key] {
      report(place, "the entry 【\(form)】 stands in line \(earlier) already; delete one")
      return nil
    }
    seen[key] = place.line
    if !isQuoted, let doubt = doubt(of: form) {
      doubts.append(Diagnostic(place, doubt, severity: .warning))
    }
    return Lexicon.Entry(form: form, values: values, place: place)
  }

  private mutating func isSound(
    _ form: String, _ fields: [String], _ columns: [String], isQuoted: Bool,
    at place: Diagnostic.Place
  ) -> Bool {
    if form.isEmpty {
      report(place, "an entry without a form")
    } else if form.utf8.count > Self.longestForm, form.unicodeScalars.count > Self.longestForm {
      report(
        place, "【\(form.prefix(20))…】 has more than \(Self.longestForm) characters; no word has")
    } else if !isQuoted, form.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      report(
        place,
        "the form 【\(form)】 is only spaces, which stand everywhere; put it in quotes if they are meant"
      )
    } else if !isQuoted, let spaced = fields.first(where: Self.hasSpaceAround) {
      report(place, "【\(spaced)】 has a space at its end or start; delete it, or put it in quotes")
    } else if fields.count == 1, columns.count > 0, Self.hasSpacesForTab(form, isQuoted) {
      report(
        place,
        "【\(form)】: between a form and its fields, \(columns.joined(separator: ", ")), stands a "
          + "tab, not spaces")
    } else {
      return true
    }
    return false
  }

  /// What an input method for Chinese makes of signs of a lexicon, or of the end of a list's item.
  private func doubt(of form: String) -> String? {
    guard form.utf8.count > 3, let first = form.unicodeScalars.first,
      let last = form.unicodeScalars.last, form.unicodeScalars.count > 1
    else { return nil }
    switch first {
    case "！":
      let rest = form.unicodeScalars.dropFirst().map(String.init).joined()
      return
        "【！】 is full width, so that this is an entry 【\(form)】; write !\(rest) to switch \(rest) "
        + "off, or put the entry in quotes"
    case "＃":
      return
        "【＃】 is full width, so that this is an entry 【\(form)】; write # for a comment, or put the "
        + "entry in quotes"
    case _ where isSign(first): return atEdge("begins", first, form)
    case _ where isSign(last): return atEdge("ends", last, form)
    default: return nil
    }
  }

  private func atEdge(_ edge: String, _ sign: Unicode.Scalar, _ form: String) -> String {
    "【\(form)】 \(edge) with 【\(sign)】 and is found only with it; delete the sign, or put the entry in "
      + "quotes"
  }

  /// Marks that are the same in half width are written so where they are meant; the others are
  /// looked at only in what is laid over other rules.
  private func isSign(_ scalar: Unicode.Scalar) -> Bool {
    "，；：！？".unicodeScalars.contains(scalar)
      || file.layer > 0 && "、。".unicodeScalars.contains(scalar)
  }

  /// Names in Latin letters have spaces in them, those in Chinese ones have not.
  private static func hasSpacesForTab(_ form: String, _ isQuoted: Bool) -> Bool {
    let beginsInChinese = form.unicodeScalars.first?.properties.isIdeographic ?? false
    return form.contains("  ") || !isQuoted && beginsInChinese && form.contains(" ")
  }

  private static func hasSpaceAround(_ field: String) -> Bool {
    field.utf8.first == 0x20 || field.utf8.last == 0x20
  }

  // MARK: Fields

  private mutating func fields(
    of line: Substring, isQuoted: Bool, at place: Diagnostic.Place
  ) -> [String]? {
    guard isQuoted else {
      return line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
    do {
      return try LexiconLine.fields(line).map(\.text)
    } catch {
      let start = Diagnostic.Place(
        file: place.file, line: place.line, column: place.column + error.offset)
      switch error.kind {
      case .textAfterQuote:
        report(
          start,
          "after the closing quote of 【\(error.text)】 stands more text; write \"\" "
            + "for a quote inside a field")
      case .unclosedQuote: report(start, "the quote before 【\(error.text)】 is never closed")
      }
      return nil
    }
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
