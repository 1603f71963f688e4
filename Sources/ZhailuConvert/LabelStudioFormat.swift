// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// Label Studio's JSON: a list of tasks, each with a text and what was marked in it.
///
/// It counts as JavaScript does, in UTF-16 units. Records, which a rule made, are predictions; gold
/// is an annotation. The value stands in the meta note of a region, which people see and which comes
/// back. The interface needs `<Labels name="label" toName="text">` and
/// `<Text name="text" value="$text"/>`.
package enum LabelStudioFormat {
  package static func write(
    _ documents: [AnnotatedDocument], unit: OffsetUnit = .utf16
  ) -> [UInt8] {
    var json = JSONWriter()
    json.value(.array(documents.map { task($0, unit) }))
    json.newline()
    return json.bytes
  }

  private static func task(_ document: AnnotatedDocument, _ unit: OffsetUnit) -> JSON {
    let map = OffsetMap(document.text, unit)
    let scalars = document.scalars
    let regions = document.annotations.enumerated().compactMap { index, annotation in
      map.unit(annotation.span).map { span in
        region(annotation, span, scalars.text(annotation.span), index)
      }
    }
    let isPrediction = document.annotations.contains { $0.rule != nil }
    let result = JSON.object(
      isPrediction
        ? [JSON.Member("model_version", .string("zhailu")), JSON.Member("result", .array(regions))]
        : [JSON.Member("result", .array(regions))])
    return .object(
      (
        "data",
        .object(("text", .string(document.text)), ("doc", .string(document.id)))
      ), (isPrediction ? "predictions" : "annotations", .array([result])))
  }

  private static func region(
    _ annotation: Annotation, _ span: Span, _ text: String, _ index: Int
  ) -> JSON {
    var note = JSONWriter()
    note.value(annotation.note)
    return .object(
      ("id", .string("r\(index + 1)")), ("from_name", .string("label")),
      ("to_name", .string("text")), ("type", .string("labels")),
      (
        "value",
        .object(
          ("start", .int(span.start)), ("end", .int(span.end)), ("text", .string(text)),
          ("labels", .array([.string(annotation.type.name)])))
      ),
      (
        "meta",
        .object(("text", .array([.string(String(decoding: note.bytes, as: UTF8.self))])))
      ))
  }

  // MARK: Reading

  package static func read(
    _ bytes: [UInt8], id: String, file: String, unit: OffsetUnit? = nil
  ) -> ConvertResult {
    var result = ConvertResult()
    guard let tasks = (try? JSONParser.parse(bytes))?.elements else {
      result.faults.append(ConvertFault(file, "this is no list of tasks of Label Studio"))
      return result
    }
    for (number, task) in tasks.enumerated() {
      let place = "\(file): task \(task["id"]?.shown ?? "\(number + 1)")"
      guard let text = task["data"]?["text"]?.text else {
        result.faults.append(ConvertFault(place, "the task has no text"))
        continue
      }
      let name = task["data"]?["doc"]?.text ?? "\(id)-\(task["id"]?.shown ?? "\(number + 1)")"
      read(task, AnnotatedDocument(id: name, text: text, annotations: []), place, unit, &result)
    }
    return result
  }

  /// What people marked; without it what was predicted.
  private static func read(
    _ task: JSON, _ empty: AnnotatedDocument, _ place: String, _ unit: OffsetUnit?,
    _ result: inout ConvertResult
  ) {
    let annotations = task["annotations"]?.elements ?? task["completions"]?.elements ?? []
    let chosen =
      annotations.last { $0["was_cancelled"] != .bool(true) }
      ?? task["predictions"]?.elements?.first
    var regions: [Region] = []
    for (number, json) in (chosen?["result"]?.elements ?? []).enumerated() {
      let name = json["id"]?.shown ?? "\(number + 1)"
      do throws(ConvertFault) {
        regions += try Region.regions(json, "\(place), region \(name)")
      } catch {
        result.faults.append(error)
      }
    }
    let scalars = empty.scalars
    let map = map(of: empty.text, scalars, regions, unit)
    var document = empty
    for region in regions {
      guard let label = Label(name: region.label) else {
        result.faults.append(
          ConvertFault(region.place, "the label 【\(region.label)】 is none of ours"))
        continue
      }
      guard let span = map.scalars(region.span) else {
        result.faults.append(
          ConvertFault(
            region.place, "the text has no place \(region.span.start)-\(region.span.end)"))
        continue
      }
      document.annotations.append(
        Annotation(type: label, span: span, text: scalars.text(span), note: region.note))
    }
    result.documents.append(document.sorted())
  }

  /// The unit in which the texts of the regions are right: other tools count in scalars.
  private static func map(
    of text: String, _ scalars: [Unicode.Scalar], _ regions: [Region], _ unit: OffsetUnit?
  ) -> OffsetMap {
    if let unit { return OffsetMap(text, unit) }
    for unit in [OffsetUnit.utf16, .scalars, .lines] {
      let map = OffsetMap(text, unit)
      if regions.allSatisfy({ $0.fits(scalars, map) }) { return map }
    }
    return OffsetMap(text, .utf16)
  }

  private struct Region {
    let span: Span
    let label: String
    let text: String?
    let note: JSON?
    /// Where it stands, for messages.
    let place: String

    /// A region has a mention for each of its labels. Its note is what we said of the first; other
    /// labels are somebody's.
    static func regions(_ json: JSON, _ place: String) throws(ConvertFault) -> [Region] {
      let value = json["value"]
      guard let labels = (value?["labels"] ?? value?["hypertextlabels"])?.elements, !labels.isEmpty
      else {
        let type = json["type"]?.text.map { " of type 【\($0)】" } ?? ""
        throw ConvertFault(place, "the region\(type) has no labels")
      }
      guard let start = value?["start"]?.int, let end = value?["end"]?.int else {
        throw ConvertFault(place, "start and end of the region are no whole numbers")
      }
      let note =
        json["meta"]?["text"]?.elements?.lazy.compactMap(\.text)
        .compactMap { try? JSONParser.parse(Array($0.utf8)) }.first
      return labels.enumerated().map { index, label in
        Region(
          span: Span(start: start, end: end), label: label.text ?? label.shown,
          text: value?["text"]?.text, note: index == 0 ? note : nil, place: place)
      }
    }

    func fits(_ scalars: [Unicode.Scalar], _ map: OffsetMap) -> Bool {
      guard let span = map.scalars(span), span.end <= scalars.count else { return false }
      guard let text else { return true }
      return scalars[span.start..<span.end].elementsEqual(text.unicodeScalars)
    }
  }
}
