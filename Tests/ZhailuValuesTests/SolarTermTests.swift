// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuValues

@Suite struct SolarTermTests {
  private static let names = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑",
    "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  ]

  @Test(arguments: [
    ("清明", "2020-04-04"), ("清明", "2019-04-05"), ("立春", "2017-02-03"), ("立春", "2020-02-04"),
    ("立春", "2021-02-03"),
    ("春分", "2020-03-20"), ("夏至", "2020-06-21"), ("秋分", "2020-09-22"), ("冬至", "2020-12-21"),
    ("冬至", "2018-12-22"),
    ("小寒", "1900-01-06"), ("大寒", "2000-01-21"), ("冬至", "2100-12-22"), ("惊蛰", "1949-03-06"),
  ])
  func knownDays(name: String, text: String) {
    #expect(SolarTerm.date(of: name, year: day(text).year)?.description == text)
  }

  /// Against the sun: a term is the day, by Beijing time, on which the sun's longitude reaches a
  /// multiple of 15° (Meeus, "Astronomical Algorithms", 2nd edition, chapter 25, good to 0.01°,
  /// that is to a quarter of an hour).
  @Test func theSunAgrees() throws {
    var wrong: [String] = []
    for year in 1900...2100 {
      for (index, name) in Self.names.enumerated() {
        let date = try #require(SolarTerm.date(of: name, year: year))
        let target = Double((285 + 15 * index) % 360)
        let midnight = Double(date.dayNumber) + 2_440_587.5 - 8.0 / 24
        let before = Self.difference(Self.sunLongitude(midnight), target)
        let after = Self.difference(Self.sunLongitude(midnight + 1), target)
        if before > 0.02 || after < -0.02 { wrong.append("\(name) \(date): \(before), \(after)") }
      }
    }
    #expect(wrong == [])
  }

  /// The sun's apparent longitude in degrees at a Julian day of universal time.
  private static func sunLongitude(_ julianDay: Double) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    // About a minute of dynamical time in these centuries: less than the tolerance.
    let t = (julianDay + 60.0 / 86400 - 2_451_545) / 36525
    let mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    let anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    let center =
      (1.914602 - 0.004817 * t) * sin(anomaly)
      + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return mean + center - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))
  }

  private static func difference(_ longitude: Double, _ target: Double) -> Double {
    (longitude - target).remainder(dividingBy: 360)
  }

  @Test func inOrder() throws {
    for year in 1900...2100 {
      let dates = try Self.names.map { try #require(SolarTerm.date(of: $0, year: year)) }
      #expect(dates.map(\.month) == (0..<24).map { $0 / 2 + 1 })
      #expect(
        zip(dates, dates.dropFirst()).allSatisfy { (14...16).contains($1.dayNumber - $0.dayNumber) }
      )
    }
  }

  @Test(arguments: [
    ("清明", 1899), ("清明", 2101), ("清明节", 2020), ("", 2020), ("驚蟄", 2020), ("清明", Int.max),
  ])
  func unknown(name: String, year: Int) {
    #expect(SolarTerm.date(of: name, year: year) == nil)
  }
}
