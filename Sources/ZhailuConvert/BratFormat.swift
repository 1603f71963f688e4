// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// brat's stand-off format: a text, and an `.ann` file with a line for each mention.
///
///     T1	MONEY 2 5	5万元
///     #1	AnnotatorNotes T1	{"value":{"amount":"50000","currency":"CNY"}}
///
/// brat counts in scalars, CRLF as one, for it reads texts as Python does; a mention may not cross a
/// line, so that it has a piece in each. The value stands in a note, which brat shows and keeps. An
/// event is a mention of its own and a line that names its parts.
package enum BratFormat {
  package static func write(
    _ document: AnnotatedDocument, unit: OffsetUnit = .lines
  ) -> [UInt8] {
    let scalars = document.scalars
    let map = OffsetMap(document.text, unit)
    var lines: [String] = []
    var names: [String: String] = [:]
    for (index, annotation) in document.annotations.enumerated() {
      let span = annotation.span
      names["\(span.start)-\(span.end):\(annotation.type.rawValue)"] = "T\(index + 1)"
      let pieces = pieces(of: span, in: scalars)
      let places = pieces.compactMap(map.unit).map { "\($0.start) \($0.end)" }
      let text = pieces.map(scalars.text).joined(separator: " ")
      lines.append(
        "T\(index + 1)\t\(annotation.type.name) \(places.joined(separator: ";"))\t\(text)")
    }
    for (index, annotation) in document.annotations.enumerated() {
      if annotation.type == .event { lines.append(event(annotation, index, document.id, names)) }
      var note = JSONWriter()
      note.value(annotation.note)
      lines.append(
        "#\(index + 1)\tAnnotatorNotes T\(index + 1)\t\(String(decoding: note.bytes, as: UTF8.self))"
      )
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// The parts of a span between line ends.
  private static func pieces(of span: Span, in scalars: [Unicode.Scalar]) -> [Span] {
    var pieces: [Span] = []
    var start: Int?
    for place in span.start..<span.end {
      let isBreak = ["\r", "\n"].contains(scalars[place])
      if !isBreak, start == nil { start = place }
      if isBreak, let begun = start {
        pieces.append(Span(start: begun, end: place))
        start = nil
      }
    }
    if let start { pieces.append(Span(start: start, end: span.end)) }
    return pieces.isEmpty ? [span] : pieces
  }

  /// `E3	EVENT:T9 Part:T1 Part2:T4`
  private static func event(
    _ annotation: Annotation, _ index: Int, _ document: String, _ names: [String: String]
  ) -> String {
    let ids = annotation.value.first { $0.name == "mentions" }?.value.elements ?? []
    let parts = ids.compactMap { $0.text }.compactMap { id -> String? in
      id.hasPrefix("\(document):") ? names[String(id.dropFirst(document.count + 1))] : nil
    }
    let roles = parts.enumerated().map { " Part\($0 == 0 ? "" : "\($0 + 1)"):\($1)" }
    return "E\(index + 1)\tEVENT:T\(index + 1)\(roles.joined())"
  }

  /// What brat needs to know of the labels, beside the texts.
  package static var configuration: String {
    let entities = Label.allCases.filter { $0 != .event }.map(\.name)
    return
      (["[entities]"] + entities
      + ["", "[relations]", "", "[events]", "EVENT\tPart*:<ENTITY>", "", "[attributes]", ""])
      .joined(separator: "\n")
  }

  // MARK: Reading

  package static func read(
    _ annotations: String, text: String, id: String, file: String, unit: OffsetUnit? = nil
  ) -> ConvertResult {
    var result = ConvertResult()
    var mentions: [Mention] = []
    var notes: [String: JSON] = [:]
    // No other character ends a line here: a mention may hold U+2028.
    let lines = annotations.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      switch fields[0].first {
      case "T":
        do throws(ConvertFault) {
          mentions.append(try Mention(fields, "\(file):\(number + 1)"))
        } catch {
          result.faults.append(error)
        }
      case "#" where fields.count == 3 && fields[1].hasPrefix("AnnotatorNotes "):
        let target = String(fields[1].dropFirst("AnnotatorNotes ".count))
        notes[target] = try? JSONParser.parse(Array(fields[2].utf8))
      // Our events are told by the notes of their mentions; people's notes are for people.
      case "E", "#": break
      default:
        let kind = "\(fields[0].prefix(1))"
        result.faults.append(
          ConvertFault("\(file):\(number + 1)", "records have nothing for a line of kind 【\(kind)】")
        )
      }
    }
    let scalars = Array(text.unicodeScalars)
    let map = Self.map(of: text, scalars, mentions, unit)
    var document = AnnotatedDocument(id: id, text: text, annotations: [])
    for mention in mentions {
      guard let span = map.scalars(mention.span), mention.fits(scalars, map) else {
        result.faults.append(
          ConvertFault(mention.place, "the text does not have 【\(mention.text)】 there"))
        continue
      }
      document.annotations.append(
        Annotation(
          type: mention.label, span: span, text: scalars.text(span), note: notes[mention.id]))
    }
    result.documents.append(document.sorted())
    return result
  }

  /// Tools that write `.ann` files count in different units: the first in which all texts are right.
  private static func map(
    of text: String, _ scalars: [Unicode.Scalar], _ mentions: [Mention], _ unit: OffsetUnit?
  ) -> OffsetMap {
    if let unit { return OffsetMap(text, unit) }
    for unit in [OffsetUnit.lines, .scalars, .utf16] {
      let map = OffsetMap(text, unit)
      if mentions.allSatisfy({ $0.fits(scalars, map) }) { return map }
    }
    return OffsetMap(text, .lines)
  }

  /// A line `T1	ORG 0 5;6 9	text`.
  private struct Mention {
    let id: String
    let label: Label
    let pieces: [Span]
    let text: String
    let place: String

    var span: Span { Span(start: pieces[0].start, end: pieces[pieces.count - 1].end) }

    init(_ fields: [Substring], _ place: String) throws(ConvertFault) {
      guard fields.count == 3, let space = fields[1].firstIndex(of: " ") else {
        throw ConvertFault(place, "a mention is `T1<tab>LABEL START END<tab>TEXT`")
      }
      let name = fields[1][..<space]
      guard let label = Label(name: name) else {
        throw ConvertFault(place, "the label 【\(name)】 is none of ours")
      }
      let pieces = fields[1][fields[1].index(after: space)...].split(separator: ";").compactMap {
        piece -> Span? in
        let numbers = piece.split(separator: " ").compactMap { Int($0) }
        return numbers.count == 2 ? Span(start: numbers[0], end: numbers[1]) : nil
      }
      guard !pieces.isEmpty else { throw ConvertFault(place, "the mention has no place") }
      (id, self.label, self.pieces) = (String(fields[0]), label, pieces)
      (text, self.place) = (String(fields[2]), place)
    }

    func fits(_ scalars: [Unicode.Scalar], _ map: OffsetMap) -> Bool {
      let found = pieces.compactMap(map.scalars).filter { $0.end <= scalars.count }
      guard found.count == pieces.count else { return false }
      let shown = found.map(scalars.text).joined(separator: " ")
      return shown.unicodeScalars.elementsEqual(text.unicodeScalars)
    }
  }
}

extension AnnotatedDocument {
  /// With its annotations in the order of records; those of one place and type as they come.
  func sorted() -> AnnotatedDocument {
    let order = annotations.enumerated().sorted {
      ($0.element.span, $0.element.type.rawValue, $0.offset)
        < ($1.element.span, $1.element.type.rawValue, $1.offset)
    }
    return AnnotatedDocument(id: id, text: text, annotations: order.map(\.element))
  }
}
