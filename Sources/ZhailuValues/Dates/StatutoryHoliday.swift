// SPDX-License-Identifier: Apache-2.0

/// Statutory holidays of the mainland as the State Council announced them, year by year.
///
/// 春节假期 of 2020 is 2020-01-24 to 2020-02-02. Years that the table does not have are no fault: the
/// holiday is then the day of its festival.
package enum StatutoryHoliday {
  /// The days off in a row, without the working days that make up for them.
  package static func daysOff(_ name: String, year: Int) -> ClosedRange<CalendarDate>? {
    guard let column = names.firstIndex(of: name), table.indices.contains(year - firstYear) else {
      return nil
    }
    let entry = table[year - firstYear][column]
    guard entry.length > 0,
      let newYear = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    let first = newYear.adding(days: entry.start)
    return first...first.adding(days: entry.length - 1)
  }
}
