// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuText

/// Documents as JSON Lines: `{"id","text","published"?,"title"?,"source"?}`, one a line.
struct JSONLReader {
  let defaultDate: PublicationDate?
  /// No line may have more bytes.
  var limit = InputReader.usualLimit

  private struct Line: Decodable {
    let id: String
    let text: String
    let published: String?
  }

  /// `first` is the number of the first line.
  func read(_ bytes: [UInt8], place: String, first: Int = 1) -> InputReader.Contents {
    var contents = InputReader.Contents()
    var number = first - 1
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        guard line.count <= limit else {
          throw Failure("the line \(ByteSource.tooLarge(limit))")
        }
        contents.documents.append(try document(Data(line)))
      } catch {
        contents.failures.append(
          DocumentFailure(
            document: "\(place):\(number)", place: "\(place):\(number)",
            reason: Self.reason(error)))
      }
    }
    return contents
  }

  private func document(_ line: Data) throws -> SourceText {
    let parsed = try JSONDecoder().decode(Line.self, from: line)
    var date = defaultDate
    if let published = parsed.published, !published.isEmpty {
      guard let parsedDate = PublicationDate(published) else {
        throw Failure("【\(published)】 is no date; `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS")
      }
      date = parsedDate
    }
    return SourceText(id: parsed.id, text: parsed.text, published: date)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.description
    case DecodingError.keyNotFound(let key, _):
      "the key 【\(key.stringValue)】 is missing; a document has id and text"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "【\(context.codingPath.last?.stringValue ?? "")】 is no text"
    default: "this line is no JSON object"
    }
  }
}
