// SPDX-License-Identifier: Apache-2.0

/// A date that was read, as later dates of the article are read by it.
struct NotedDate {
  let point: DatePoint
  let parts: DateParts
  let days: ClosedRange<CalendarDate>
  let modifier: Modifier?
  let place: DatePlace

  var first: CalendarDate { days.lowerBound }
  var grain: DatePoint.Grain { point.grain }
}
