// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// CoNLL by characters: a scalar, a tab and its tag (BIO) a line, a blank line after each line end
/// of the text.
///
///     # doc = a
///     # mention 1-4 MONEY {"value":{"amount":"50000","currency":"CNY"}}
///     捐	O
///     5	B-MONEY
///     万	I-MONEY
///     元	I-MONEY
///
/// Spaces, controls and `\` are written as escapes (`\n`, `\u3000`), so that every reader splits the
/// lines alike and the text comes back exactly. Values stand in comments; so do events, which lie
/// over other mentions and have no tags.
package enum ConllFormat {
  /// Without comments there is nothing but characters and tags; values, events and ids are lost.
  package static func write(_ document: AnnotatedDocument, comments: Bool = true) -> [UInt8] {
    let scalars = document.scalars
    var tags = [String](repeating: "O", count: scalars.count)
    for annotation in document.annotations where annotation.type != .event {
      for place in annotation.span.start..<annotation.span.end {
        let isFirst = place == annotation.span.start
        tags[place] = "\(isFirst ? "B" : "I")-\(annotation.type.name)"
      }
    }
    var text = comments ? "# doc = \(document.id.unicodeScalars.map(escaped).joined())\n" : ""
    if comments { for annotation in document.annotations { text += comment(annotation) } }
    for (scalar, tag) in zip(scalars, tags) {
      text += "\(escaped(scalar))\t\(tag)\n"
      if scalar == "\n" { text += "\n" }
    }
    if scalars.last != "\n" { text += "\n" }
    return Array(text.utf8)
  }

  private static func comment(_ annotation: Annotation) -> String {
    var note = JSONWriter()
    note.value(annotation.note)
    return "# mention \(annotation.span.start)-\(annotation.span.end) \(annotation.type.name) "
      + "\(String(decoding: note.bytes, as: UTF8.self))\n"
  }

  static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let properties = scalar.properties
      guard
        properties.isWhitespace || properties.generalCategory == .control
          || properties.generalCategory == .format
          || ["\u{2028}", "\u{2029}"].contains(scalar)
      else { return String(Character(scalar)) }
      let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - hexadecimal.count))
      return scalar.value > 0xFFFF
        ? "\\u{\(hexadecimal)}" : "\\u\(padding)\(hexadecimal)"
    }
  }

  // MARK: Reading

  package static func read(_ text: String, id: String, file: String) -> ConvertResult {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.last == "\r" ? $0.dropLast() : $0
    }
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("-DOCSTART-") }
    var reader = Reader(id: id, file: file, columns: first.map { fields(of: $0).count } ?? 2)
    for (number, line) in lines.enumerated() { reader.read(line, number + 1) }
    reader.finish()
    return reader.result
  }

  /// Between tabs, or without any between spaces.
  private static func fields(of line: Substring) -> [Substring] {
    line.split(separator: line.utf8.contains(UInt8(ascii: "\t")) ? "\t" : " ")
  }

  /// `O`, or `B-ORG` with a mark of BIO or another scheme.
  private static func isTag(_ field: Substring) -> Bool {
    guard field != "O" else { return true }
    guard let mark = field.first, "BIMESL".contains(mark), field.count > 2 else { return false }
    return field.dropFirst().first == "-"
  }

  private struct Reader {
    let file: String
    /// How many fields a token's line has.
    let columns: Int
    var result = ConvertResult()
    private var id: String
    /// Whether the file says where documents begin and what the line ends are.
    private var isOurs = false
    private var scalars: [Unicode.Scalar] = []
    private var mentions: [(label: Label, start: Int, end: Int)] = []
    private var notes: [(label: Label, span: Span, note: JSON, line: Int)] = []
    private var open: Label?
    private var blanks = 0

    init(id: String, file: String, columns: Int) {
      self.id = id
      self.file = file
      self.columns = columns
    }

    mutating func read(_ line: Substring, _ number: Int) {
      if line.isEmpty {
        // In our files a mention may go on after a line end.
        if !isOurs { open = nil }
        blanks += 1
      } else if line.hasPrefix("# doc = ") {
        finish()
        isOurs = true
        id = unescaped(line.dropFirst(8)).map(String.init).joined()
      } else if line.hasPrefix("# mention ") {
        readNote(line.dropFirst(10), number)
      } else if line.hasPrefix("-DOCSTART-") {
        let name = id
        finish()
        id = "\(name.prefix { $0 != "~" })~\(result.documents.count + 1)"
      } else if !isComment(line) {
        readToken(line, number)
      }
    }

    /// `# text = …`; but `# O` is the character # where the lines of tokens have two fields.
    private func isComment(_ line: Substring) -> Bool {
      guard line.hasPrefix("# "), !line.contains("\t") else { return false }
      let fields = ConllFormat.fields(of: line)
      return isOurs || fields.count != columns || !(fields.last.map(isTag) ?? false)
    }

    private mutating func readToken(_ line: Substring, _ number: Int) {
      let fields = ConllFormat.fields(of: line)
      guard fields.count >= 2, let token = fields.first, let tag = fields.last else {
        result.faults.append(
          ConvertFault("\(file):\(number)", "a line is a character, a tab and a tag"))
        return
      }
      // In a file of others a blank line is where a line or sentence ended.
      if !isOurs, blanks > 0, !scalars.isEmpty { scalars.append("\n") }
      blanks = 0
      let start = scalars.count
      scalars += isOurs ? unescaped(token) : Array(token.unicodeScalars)
      readTag(tag, start, number)
    }

    /// B, I and O; also the M, E and S of other schemes.
    private mutating func readTag(_ tag: Substring, _ start: Int, _ number: Int) {
      guard let mark = tag.first, tag != "O", isTag(tag) else {
        open = nil
        if tag != "O" {
          result.faults.append(ConvertFault("\(file):\(number)", "【\(tag)】 is no tag of BIO"))
        }
        return
      }
      guard let label = Label(name: tag.dropFirst(2)) else {
        result.faults.append(
          ConvertFault("\(file):\(number)", "the label 【\(tag.dropFirst(2))】 is none of ours"))
        open = nil
        return
      }
      if "BS".contains(mark) || open != label || mentions.isEmpty {
        mentions.append((label, start, scalars.count))
      } else {
        mentions[mentions.count - 1].end = scalars.count
      }
      open = "ESL".contains(mark) ? nil : label
    }

    private mutating func readNote(_ text: Substring, _ number: Int) {
      let fields = text.split(separator: " ", maxSplits: 2)
      let places = fields.first.map { $0.split(separator: "-").compactMap { Int($0) } } ?? []
      guard fields.count == 3, places.count == 2, let label = Label(name: fields[1]),
        let note = try? JSONParser.parse(Array(fields[2].utf8))
      else {
        result.faults.append(
          ConvertFault("\(file):\(number)", "a comment is `# mention 1-4 MONEY {…}`"))
        return
      }
      notes.append((label, Span(start: places[0], end: places[1]), note, number))
    }

    /// Ends a document.
    mutating func finish() {
      defer {
        (scalars, mentions, notes, open, blanks) = ([], [], [], nil, 0)
      }
      guard !scalars.isEmpty || isOurs else { return }
      var document = AnnotatedDocument(
        id: id, text: scalars.text(Span(start: 0, end: scalars.count)), annotations: [])
      var left = notes
      for mention in mentions {
        let span = Span(start: mention.start, end: mention.end)
        let index = left.firstIndex { $0.label == mention.label && $0.span == span }
        let note = index.map { left.remove(at: $0).note }
        document.annotations.append(
          Annotation(type: mention.label, span: span, text: scalars.text(span), note: note))
      }
      for event in left where event.label == .event {
        guard event.span.end <= scalars.count, event.span.start >= 0,
          event.span.start <= event.span.end
        else {
          let place = "\(event.span.start)-\(event.span.end)"
          result.faults.append(
            ConvertFault("\(file):\(event.line)", "the text has no place \(place)"))
          continue
        }
        document.annotations.append(
          Annotation(
            type: .event, span: event.span, text: scalars.text(event.span), note: event.note))
      }
      result.documents.append(document.sorted())
    }

    private func unescaped(_ token: Substring) -> [Unicode.Scalar] {
      var scalars: [Unicode.Scalar] = []
      var rest = Array(token.unicodeScalars)[...]
      while let scalar = rest.popFirst() {
        guard scalar == "\\", let next = rest.popFirst() else {
          scalars.append(scalar)
          continue
        }
        switch next {
        case "n": scalars.append("\n")
        case "r": scalars.append("\r")
        case "t": scalars.append("\t")
        case "u":
          let isBraced = rest.first == "{"
          let digits =
            isBraced ? Array(rest.dropFirst().prefix { $0 != "}" }) : Array(rest.prefix(4))
          rest = rest.dropFirst(digits.count + (isBraced ? 2 : 0))
          let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0xFFFD
          scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        default: scalars.append(next)
        }
      }
      return scalars
    }
  }
}
