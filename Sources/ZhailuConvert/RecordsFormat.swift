// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// Records and gold, a line each, with the text of their document beside them.
package enum RecordsFormat {
  /// `text` gives the text of a document.
  package static func read(
    _ bytes: [UInt8], file: String, text: (String) -> String?
  ) -> ConvertResult {
    var result = ConvertResult()
    var indices: [String: Int] = [:]
    var scalars: [[Unicode.Scalar]] = []
    var unknown: Set<String> = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      let place = "\(file):\(number + 1)"
      do throws(ConvertFault) {
        let (document, annotation, surface) = try annotation(line, place)
        if indices[document] == nil, !unknown.contains(document) {
          guard let text = text(document) else {
            unknown.insert(document)
            throw ConvertFault(
              place, "the text of 【\(document)】 is not known; --texts names its folder")
          }
          indices[document] = result.documents.count
          scalars.append(Array(text.unicodeScalars))
          result.documents.append(AnnotatedDocument(id: document, text: text, annotations: []))
        }
        guard let index = indices[document] else { continue }
        guard fits(annotation.span, surface, in: scalars[index]) else {
          let (start, end) = (annotation.span.start, annotation.span.end)
          throw ConvertFault(
            place, "the text of 【\(document)】 does not have this at \(start)-\(end)")
        }
        result.documents[index].annotations.append(annotation)
      } catch {
        result.faults.append(error)
      }
    }
    return result
  }

  private static func annotation(
    _ line: ArraySlice<UInt8>, _ place: String
  ) throws(ConvertFault) -> (document: String, Annotation, surface: String) {
    guard let json = try? JSONParser.parse(line) else {
      throw ConvertFault(place, "this line is no JSON object")
    }
    guard let document = json["doc"]?.text, let name = json["type"]?.text,
      let surface = json["text"]?.text, let start = json["start"]?.int, let end = json["end"]?.int,
      let value = json["value"]?.members
    else {
      throw ConvertFault(place, "this line is no record: doc, type, text, start, end, value")
    }
    guard let type = Label(rawValue: name) else {
      throw ConvertFault(place, "no type of record is called 【\(name)】")
    }
    let annotation = Annotation(
      type: type, span: Span(start: start, end: end), value: value, rule: json["rule"]?.text,
      article: json["article"]?.text)
    return (document, annotation, surface)
  }

  private static func fits(_ span: Span, _ surface: String, in scalars: [Unicode.Scalar]) -> Bool {
    (0...scalars.count).contains(span.start) && span.end >= span.start && span.end <= scalars.count
      && scalars[span.start..<span.end].elementsEqual(surface.unicodeScalars)
  }

  /// The records of a document, in the layout of the contract.
  package static func write(_ document: AnnotatedDocument) -> [UInt8] {
    let scalars = document.scalars
    var json = JSONWriter()
    var ordinals: [Span: Int] = [:]
    for annotation in document.annotations {
      if annotation.type == .event { ordinals[annotation.span, default: 0] += 1 }
      let ordinal = annotation.type == .event ? ordinals[annotation.span] ?? 1 : 1
      json.object { json in
        json.key("doc")
        json.string(document.id)
        if let article = annotation.article {
          json.key("article")
          json.string(article)
        }
        json.key("type")
        json.string(annotation.type.rawValue)
        json.key("text")
        json.string(scalars.text(annotation.span))
        json.key("start")
        json.number(annotation.span.start)
        json.key("end")
        json.number(annotation.span.end)
        json.key("value")
        json.value(.object(annotation.value))
        if let rule = annotation.rule {
          json.key("rule")
          json.string(rule)
        }
        json.key("id")
        json.identifier(document.id, annotation.span, annotation.type.rawValue, ordinal)
      }
      json.newline()
    }
    return json.bytes
  }
}

extension [Unicode.Scalar] {
  /// The characters of a span that lies in the text.
  func text(_ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[span.start..<span.end])
    return String(view)
  }
}
