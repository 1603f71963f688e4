// SPDX-License-Identifier: Apache-2.0

extension DateParts {
  /// The hour as it is counted from midnight: 下午3点 is 15, 晚12时 is 24, 半夜1点 is 1.
  mutating func settle(_ written: Int) throws {
    if lacksMinutes, let lacking = minute, lacking > 0, written > 0 {
      // 差五分八点 is 7:55.
      minute = 60 - lacking
      hour = hour(written - 1)
    } else {
      hour = hour(written)
    }
    lastHour = lastHour.map(hour(_:))
    // 昨晚12点半 is half an hour into the next day.
    let isLate = dayPart == "TEV" || dayPart == "TNI"
    guard let hour, (0...24).contains(hour), hour < 24 || (minute ?? 0) == 0 || isLate else {
      throw NormalizationFailure("no such time of day")
    }
  }

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
    case "TEV": return (4...12).contains(written) ? written + 12 : written
    case "TNI": return (6...12).contains(written) ? written + 12 : written
    default: return written
    }
  }
}
