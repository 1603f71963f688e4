// SPDX-License-Identifier: Apache-2.0

/// The 24 solar terms, 1900 to 2100, by table.
package enum SolarTerm {
  private static let names = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  ]

  /// The day of a term, by its Simplified name: 清明 of 2020 is 2020-04-04.
  package static func date(of name: String, year: Int) -> CalendarDate? {
    guard let index = names.firstIndex(of: name), table.indices.contains(year - 1900) else {
      return nil
    }
    let later = Int(table[year - 1900] >> UInt64(2 * index) & 3)
    return CalendarDate(year: year, month: index / 2 + 1, day: earliest[index] + later)
  }
}
