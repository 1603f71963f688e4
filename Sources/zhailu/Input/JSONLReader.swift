// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuText

/// Documents as JSON Lines: `{"id","text","published"?,"title"?,"source"?}`, one a line.
struct JSONLReader {
  let defaultDate: PublicationDate?
  /// No line may have more bytes.
  var limit = InputReader.usualLimit

  /// `first` is the number of the first line.
  func read(_ bytes: [UInt8], place: String, first: Int = 1) -> InputReader.Contents {
    var contents = InputReader.Contents()
    var mistaken: String?
    bytes.withUnsafeBufferPointer { bytes in
      var number = first
      var start = first == 1 && bytes.starts(with: StreamHead.byteOrderMark) ? 3 : 0
      while start < bytes.count {
        let end = Self.endOfLine(from: start, in: bytes)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.contains(where: { $0 > 0x20 }) {
          read(line, at: "\(place):\(number)", to: &contents, &mistaken)
        }
        number += 1
        start = end + 1
      }
    }
    if let mistaken {
      contents.warnings.append(
        "\(place): the key 【\(mistaken)】 is not read as the date; call it \(PublishedKey.name)")
    }
    return contents
  }

  private static func endOfLine(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func read(
    _ line: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> String,
    to contents: inout InputReader.Contents, _ mistaken: inout String?
  ) {
    do {
      contents.documents.append(try document(line, &mistaken))
    } catch {
      let place = place()
      contents.failures.append(
        DocumentFailure(
          document: DocumentLineFault.id(of: line) ?? place, place: place,
          reason: error.description))
    }
  }

  /// `mistaken` becomes the key of a line without a date that is meant as one.
  private func document(
    _ bytes: UnsafeBufferPointer<UInt8>, _ mistaken: inout String?
  ) throws(Failure) -> SourceText {
    guard bytes.count <= limit else { throw Failure("the line \(ByteSource.tooLarge(limit))") }
    guard let line = JSONLine(bytes) else { throw Failure(DocumentLineFault.reason(of: bytes)) }
    if line.isRecord { throw Failure("this is a record that zhailu wrote, and no document") }
    if let key = line.keyWithoutText { throw Failure("【\(key)】 is no text") }
    guard let id = line.id else { throw Self.missing("id") }
    guard let text = line.text else { throw Self.missing("text") }
    guard !id.isEmpty else { throw Failure("【id】 is empty; records name their document by it") }
    if line.published == nil, let key = line.mistakenKey { mistaken = key }
    return SourceText(id: id, units: text, published: try date(line.published))
  }

  private static func missing(_ key: String) -> Failure {
    Failure("the key 【\(key)】 is missing; a document has id and text")
  }

  private func date(_ published: String?) throws(Failure) -> PublicationDate? {
    guard let published, !published.isEmpty else { return defaultDate }
    guard let date = PublicationDate(published) else {
      throw Failure(
        PublicationDate.fault(of: published, advice: "`published` is \(PublicationDate.form)"))
    }
    return date
  }
}
