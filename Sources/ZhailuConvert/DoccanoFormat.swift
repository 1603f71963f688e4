// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
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
      var notes = source.notes(of: json)
      for mark in marks(of: json) {
        do throws(ConvertFault) {
          document.annotations.append(try source.annotation(mark, &notes))
        } catch {
          result.faults.append(error)
        }
      }
      result.documents.append(document.sorted())
    }
    return result
  }

  typealias Mark = (start: Int, end: Int, label: String)

  /// `label` or `labels` with lists, or `entities` with objects, as doccano's versions write them.
  private static func marks(of json: JSON) -> [Mark] {
    let lists = json["label"]?.elements ?? json["labels"]?.elements ?? []
    let objects = json["entities"]?.elements ?? []
    return lists.compactMap(mark(list:))
      + objects.compactMap { object -> Mark? in
        guard let start = object["start_offset"]?.int, let end = object["end_offset"]?.int,
          let label = object["label"]?.text
        else { return nil }
        return (start, end, label)
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

    func notes(of json: JSON) -> [(mark: Mark, note: JSON)] {
      let lists = json["notes"]?.elements ?? json["meta"]?["notes"]?.elements ?? []
      return lists.compactMap { list in
        guard let mark = mark(list: list), let note = list.elements?.last else { return nil }
        return (mark, note)
      }
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
