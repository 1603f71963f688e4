// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuValues

@Suite struct TimexTests {
  @Test func dates() {
    #expect(Timex.year(2020) == "2020")
    #expect(Timex.year(770) == "0770")
    #expect(Timex.year(nil) == "XXXX")
    #expect(Timex.month(3, of: 2020) == "2020-03")
    #expect(Timex.month(12, of: nil) == "XXXX-12")
    #expect(Timex.day(8, month: 3, year: 2020) == "2020-03-08")
    #expect(Timex.day(18, month: 3, year: nil) == "XXXX-03-18")
    #expect(Timex.day(18, month: nil, year: nil) == "XXXX-XX-18")
    #expect(Timex.day(nil, month: nil, year: nil) == "XXXX-XX-XX")
  }

  @Test(arguments: [(0, 2, "00"), (7, 2, "07"), (12, 2, "12"), (123, 2, "123"), (5, 4, "0005")])
  func padding(number: Int, width: Int, text: String) {
    #expect(Timex.padded(number, width) == text)
  }

  @Test func times() {
    #expect(Timex.time(hour: 9, minute: nil, second: nil) == "T09")
    #expect(Timex.time(hour: 15, minute: 30, second: nil) == "T15:30")
    #expect(Timex.time(hour: 15, minute: 5, second: 7) == "T15:05:07")
  }

  @Test func durations() throws {
    func duration(_ parts: (ExactDecimal, DurationUnit)...) throws -> String {
      try Timex.duration(parts.map { DurationParts.Part(count: $0.0, unit: $0.1) })
    }
    #expect(try duration((ExactDecimal(6), .day)) == "P6D")
    #expect(try duration((ExactDecimal(1), .year), (ExactDecimal(6), .month)) == "P1Y6M")
    #expect(try duration((ExactDecimal(1), .hour), (ExactDecimal(20), .minute)) == "PT1H20M")
    #expect(try duration((ExactDecimal(2), .day), (ExactDecimal(3), .hour)) == "P2DT3H")
    #expect(try duration((ExactDecimal(mantissa: 15, scale: 1), .week)) == "P1.5W")
    #expect(try duration((ExactDecimal(90), .second)) == "PT90S")
    #expect(try duration((ExactDecimal(3), .quarterHour)) == "PT45M")
  }

  @Test(arguments: DurationUnit.allCases)
  func everyUnitHasALetter(unit: DurationUnit) {
    #expect("YMDWHS".contains(unit.letter))
    #expect(unit.isClock == [.hour, .quarterHour, .minute, .fiveMinutes, .second].contains(unit))
    #expect(DurationUnit(rawValue: unit.rawValue) == unit)
  }

  @Test(arguments: [
    (DurationUnit.century, 100), (.decade, 10), (.halfYear, 6), (.quarter, 3), (.tenDays, 10),
    (.week, 1), (.year, 1),
    (.minute, 1),
  ])
  func multiples(unit: DurationUnit, multiple: Int) {
    #expect(unit.multiple == multiple)
  }
}
