// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Where addresses of pages and mailboxes stand, inside which digits are no numerals:
/// https://example.com/2020/03/18?q=20%25, zhang12@example.com.
///
/// An address lies in a run of printed ASCII. Each run is looked through once, and only where a numeral
/// touches other such characters.
struct WebAddresses {
  private let units: UnsafeBufferPointer<UInt16>
  /// The run looked at last, and the address in it.
  private var run = 0..<0
  private var address = 0..<0

  init(_ units: UnsafeBufferPointer<UInt16>) { self.units = units }

  /// Whether the numeral from `start` to `end` lies in an address; they are asked for in the order of the
  /// text.
  @inline(__always)
  mutating func hold(_ start: Int, _ end: Int) -> Bool {
    guard start > 0 && isPrinted(start - 1) || end < units.count && isPrinted(end) else {
      return false
    }
    return find(start)
  }

  @inline(__always)
  private func isPrinted(_ place: Int) -> Bool { units[place] > 0x20 && units[place] < 0x7F }

  @inline(never)
  private mutating func find(_ place: Int) -> Bool {
    if !run.contains(place) {
      var (start, end) = (place, place)
      while start > run.upperBound, isPrinted(start - 1) { start -= 1 }
      while end < units.count, isPrinted(end) { end += 1 }
      run = start..<end
      address = firstAddress()
    }
    return address.contains(place)
  }

  /// From the scheme, www. or the name of a mailbox to the end of the run.
  private func firstAddress() -> Range<Int> {
    for place in run {
      switch units[place] {
      case Mark.colon where stands(Self.slashes, at: place + 1):
        return beginning(before: place, Self.isLetter)..<run.upperBound
      case Mark.at where place + 1 < run.upperBound && Self.isOfName(units[place + 1]):
        let start = beginning(before: place, Self.isOfName)
        if start < place { return start..<run.upperBound }
      case Self.w where stands(Self.web, at: place):
        return place..<run.upperBound
      default: continue
      }
    }
    return 0..<0
  }

  private func beginning(before place: Int, _ belongs: (UInt16) -> Bool) -> Int {
    var start = place
    while start > run.lowerBound, belongs(units[start - 1]) { start -= 1 }
    return start
  }

  private func stands(_ text: [UInt16], at place: Int) -> Bool {
    place + text.count <= run.upperBound
      && text.indices.allSatisfy { units[place + $0] == text[$0] }
  }

  private static let w: UInt16 = 0x77
  private static let slashes = Array("//".utf16)
  private static let web = Array("www.".utf16)
  private static let marksOfNames = Array("._+-".utf16)

  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  /// Letters, digits and the marks . _ + - of a mailbox.
  private static func isOfName(_ unit: UInt16) -> Bool {
    isLetter(unit) || (0x30...0x39).contains(unit)
      || marksOfNames.contains(unit)
  }
}
