// SPDX-License-Identifier: Apache-2.0

extension DateParts {
  /// The hour as it is counted from the midnight that the day begins with: 下午3点 is 15, 半夜1点 is 1.
  ///
  /// An evening runs past its midnight, which ends the day that is named: 今晚12点 and 今晚零点 are 24,
  /// 昨晚12点半 is 24:30 and 昨晚1点 is 25, which are of the next day. 凌晨12点 is 0, for dawn begins a day.
  mutating func settle(_ written: Int) throws {
    if lacksMinutes, let lacking = minute, lacking > 0, written > 0 {
      // 差五分八点 is 7:55.
      minute = 60 - lacking
      hour = hour(written - 1)
    } else {
      hour = hour(written)
    }
    lastHour = lastHour.map(hour(_:))
    guard let hour, hour < 24 || (hour == 24 && (minute ?? 0) == 0) || isLate else {
      throw NormalizationFailure("no such time of day")
    }
  }

  /// Whether it is of an evening or a night, which may go on behind midnight.
  var isLate: Bool { dayPart == "TEV" || dayPart == "TNI" }

  /// Whether its time is of the day after the one that it names: 昨晚12点半.
  var isOfNextDay: Bool { hour.map { $0 > 24 || ($0 == 24 && (minute ?? 0) > 0) } ?? false }

  private func hour(_ written: Int) -> Int {
    switch meridiem {
    case .am: return written == 12 ? 0 : written
    case .pm: return written < 12 ? written + 12 : written
    case nil: break
    }
    switch dayPart {
    case "TDW": return written == 12 ? 0 : written
    case "TMI": return written <= 3 && written > 0 ? written + 12 : written
    case "TAF": return written < 12 && written > 0 ? written + 12 : written
    case "TEV": return written < 4 ? written + 24 : written <= 12 ? written + 12 : written
    case "TNI":
      return written == 0 ? 24 : (6...12).contains(written) ? written + 12 : written
    default: return written
    }
  }
}
