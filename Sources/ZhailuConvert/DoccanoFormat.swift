// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// doccano's JSON Lines for sequence labelling, a document a line.
///
///     {"text":"捐5万元","label":[[1,4,"MONEY"]],"doc":"a","notes":[[1,4,"MONEY",{"value":{…}}]]}
///
/// doccano counts in scalars, or in graphemes where the project says so. It keeps keys that it does
/// not know as meta data, so that the values come back with what people marked; what they moved or
/// added has none.
package enum DoccanoFormat {
  package static func write(_ document: AnnotatedDocument, unit: OffsetUnit = .scalars) -> [UInt8] {
    let map = OffsetMap(document.text, unit)
    let marks = document.annotations.compactMap { annotation in
      map.unit(annotation.span).map { (annotation, $0) }
    }
    func place(_ annotation: Annotation, _ span: Span) -> [JSON] {
      [.int(span.start), .int(span.end), .string(annotation.type.name)]
    }
    var json = JSONWriter()
    json.value(
      .object(
        ("text", .string(document.text)),
        ("label", .array(marks.map { .array(place($0, $1)) })), ("doc", .string(document.id)),
        ("notes", .array(marks.map { .array(place($0, $1) + [$0.note]) }))))
    json.newline()
    return json.bytes
  }

  package static func read(
    _ bytes: [UInt8], id: String, file: String, unit: OffsetUnit = .scalars
  ) -> ConvertResult {
    var result = ConvertResult()
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      let place = "\(file):\(number + 1)"
      guard let json = try? JSONParser.parse(line), let text = json["text"]?.text else {
        result.faults.append(ConvertFault(place, "this line is no document of doccano"))
        continue
      }
      let name =
        json["doc"]?.text ?? json["meta"]?["doc"]?.text
        ?? json["id"].map { "\(id)-\($0.shown)" } ?? "\(id)-\(number + 1)"
      let source = Source(
        text: text, scalars: Array(text.unicodeScalars), map: OffsetMap(text, unit), place: place)
      var document = AnnotatedDocument(id: name, text: text, annotations: [])
      let found = Self.marks(of: json)
      var notes = source.notes(of: json)
      for fault in found.faults + notes.faults {
        result.faults.append(ConvertFault(place, fault))
      }
      for mark in found.list {
        do throws(ConvertFault) {
          document.annotations.append(try source.annotation(mark, &notes.list))
        } catch {
          result.faults.append(error)
        }
      }
      result.documents.append(document.sorted())
    }
    return result
  }

  typealias Mark = (start: Int, end: Int, label: String)

  /// What was read of a list, and what its other elements are.
  private typealias Read<Element> = (list: [Element], faults: [String])

  /// `label` or `labels` with lists, or `entities` with objects, as doccano's versions write them.
  private static func marks(of json: JSON) -> Read<Mark> {
    var read: Read<Mark> = ([], [])
    let key = json["label"] == nil ? "labels" : "label"
    add(json, key, "[START, END, LABEL]", to: &read, mark(list:))
    add(json, "entities", "{start_offset, end_offset, label}", to: &read) { object in
      guard let start = object["start_offset"]?.int, let end = object["end_offset"]?.int,
        let label = object["label"]?.text
      else { return nil }
      return (start, end, label)
    }
    return read
  }

  /// The elements of the list `json[key]`; each should be a `form`.
  private static func add<Element>(
    _ json: JSON?, _ key: String, _ form: String, to read: inout Read<Element>,
    _ element: (JSON) -> Element?
  ) {
    guard let value = json?[key], value != .null else { return }
    guard let elements = value.elements else {
      read.faults.append("\(key) is no list, but 【\(value.shown)】")
      return
    }
    for part in elements {
      if let found = element(part) {
        read.list.append(found)
      } else {
        read.faults.append("an element of \(key) is no \(form), but 【\(part.shown)】")
      }
    }
  }

  private static func mark(list: JSON) -> Mark? {
    guard let fields = list.elements, fields.count >= 3, let start = fields[0].int,
      let end = fields[1].int, let label = fields[2].text
    else { return nil }
    return (start, end, label)
  }

  /// The text of a line, to place marks in.
  private struct Source {
    let text: String
    let scalars: [Unicode.Scalar]
    let map: OffsetMap
    let place: String

    func notes(of json: JSON) -> Read<(mark: Mark, note: JSON)> {
      var read: Read<(mark: Mark, note: JSON)> = ([], [])
      let holder = json["notes"] == nil ? json["meta"] : json
      // Notes of another kind are somebody's.
      guard holder?["notes"]?.elements != nil else { return read }
      add(holder, "notes", "[START, END, LABEL, NOTE]", to: &read) { list in
        guard let mark = mark(list: list), let fields = list.elements, fields.count == 4 else {
          return nil
        }
        return (mark, fields[3])
      }
      return read
    }

    func annotation(
      _ mark: Mark, _ notes: inout [(mark: Mark, note: JSON)]
    ) throws(ConvertFault) -> Annotation {
      guard let label = Label(name: mark.label) else {
        throw ConvertFault(place, "the label 【\(mark.label)】 is none of ours")
      }
      guard let span = map.scalars(Span(start: mark.start, end: mark.end)) else {
        throw ConvertFault(place, "the text has no place \(mark.start)-\(mark.end)")
      }
      let index = notes.firstIndex { $0.mark == mark }
      return Annotation(
        type: label, span: span, text: scalars.text(span),
        note: index.map { notes.remove(at: $0).note })
    }
  }
}
