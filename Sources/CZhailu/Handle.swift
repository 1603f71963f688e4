// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What stands behind the pointer that C holds.
final class Handle {
  /// What went wrong, by the numbers of zhailu.h.
  enum Status: Int32 {
    case fine, badDate, badArgument, tooLong, noMemory
  }

  private let rules: RuleSet
  private let extractor: Extractor
  private var json = JSONWriter()
  /// Kept as C strings, which live as long as C may look at them.
  let digest: UnsafeMutablePointer<CChar>?
  private(set) var error: UnsafeMutablePointer<CChar>?

  convenience init(rules: RuleSet, digest: String) throws {
    try self.init(of: rules, digest: digest)
    readOnce()
  }

  private init(of rules: RuleSet, digest: String) throws {
    self.rules = rules
    extractor = try Extractor(rules: rules)
    self.digest = strdup(digest)
  }

  /// Swift and ICU make some of their tables when they are first used, under locks; a process that
  /// forks just then in another thread would leave them locked in its child for ever. So they are
  /// made here, by a text that has something of each kind.
  private func readOnce() {
    let text = "2020年3月18日上午,该市某公司向北京大学捐款200万元和口罩3.5万只(约5吨),增长7%。"
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBufferPointer {
      let read = lines(
        of: UnsafeBufferPointer($0), document: "", published: "2020-03-20",
        types: Set(MentionType.allCases))
      free(read.lines)
    }
  }

  deinit {
    free(digest)
    free(error)
  }

  func copy() -> Handle? {
    try? Handle(of: rules, digest: digest.map { String(cString: $0) } ?? "")
  }

  /// The lines of a text as memory of malloc's, which ends with a zero.
  func lines(
    of text: UnsafeBufferPointer<UInt8>, document: String, published: String?,
    types: Set<MentionType>
  ) -> (status: Status, lines: UnsafeMutablePointer<CChar>?, size: Int) {
    forgetError()
    guard text.count <= Self.longest else {
      return failed(.tooLong, "this text has \(text.count) bytes; the most are \(Self.longest)")
    }
    var date: PublicationDate?
    if let published {
      date = PublicationDate(published)
      if date == nil {
        return failed(
          .badDate, PublicationDate.fault(of: published))
      }
    }
    let units = UTF8Decoder.wellFormed(text) ?? UTF8Decoder.decode(text).units
    json.removeAll()
    extractor.write(
      recordsOf: SourceText(id: document, units: units, published: date), types: types, to: &json,
      { _ in })
    return written()
  }

  private func written() -> (Status, UnsafeMutablePointer<CChar>?, Int) {
    json.withBytes { bytes in
      guard let memory = malloc(bytes.count + 1) else {
        return failed(.noMemory, "there is no memory for \(bytes.count) bytes of records")
      }
      if let start = bytes.baseAddress { memcpy(memory, start, bytes.count) }
      let lines = memory.assumingMemoryBound(to: CChar.self)
      lines[bytes.count] = 0
      return (.fine, lines, bytes.count)
    }
  }

  func failed(
    _ status: Status, _ message: String
  ) -> (status: Status, lines: UnsafeMutablePointer<CChar>?, size: Int) {
    error = strdup(message)
    return (status, nil, 0)
  }

  func forgetError() {
    free(error)
    error = nil
  }

  private static let longest = 1 << 30
}
