// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@Suite struct DigitTests {
  static let digits: [(characters: String, kind: Digit.Kind, value: Int)] = [
    ("0", .arabic, 0), ("9", .arabic, 9), ("〇零", .digit, 0), ("一壹", .digit, 1), ("二两贰俩", .digit, 2),
    ("三叁参仨", .digit, 3), ("四肆", .digit, 4), ("五伍", .digit, 5), ("六陆", .digit, 6), ("七柒", .digit, 7),
    ("八捌", .digit, 8), ("九玖", .digit, 9), ("十拾", .magnitude, 1), ("百佰", .magnitude, 2),
    ("千仟", .magnitude, 3),
    ("万", .magnitude, 4), ("亿", .magnitude, 8), ("兆", .magnitude, 12), ("廿", .tens, 2),
    ("卅", .tens, 3),
    ("½", .fraction, 0), ("¾", .fraction, 2), ("⅓²①", .none, 0),
    ("点", .point, 0), ("几半余多上 aＡ、人", .none, 0),
  ]

  @Test(arguments: digits)
  func says(characters: String, kind: Digit.Kind, value: Int) {
    for unit in characters.utf16 {
      #expect(Digit.of(unit).kind == kind)
      #expect(Digit.of(unit).value == value)
      #expect(Digit.of(unit).isHan == ![.none, .arabic, .fraction].contains(kind))
    }
  }

  /// The scanner looks for numerals only where the class says that one may begin.
  @Test func everyDigitHasItsClass() {
    for unit in UInt16.min...UInt16.max {
      let kind = CharacterClass.of(unit)
      switch Digit.of(unit).kind {
      case .arabic: #expect(kind.contains(.digit))
      case .digit, .magnitude, .tens: #expect(kind.contains(.hanNumeral))
      case .fraction: #expect(kind.contains(.numeralStart))
      case .point, .none: #expect(!kind.contains(.digit))
      }
    }
  }
}
