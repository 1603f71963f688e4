// SPDX-License-Identifier: Apache-2.0

/// 两三天后, 三到五个月前: from the one day to the other.
extension DateResolver {
  /// `nil` where hours are counted from a time that is not known, or before the common era.
  mutating func distances(
    _ near: Fields, _ far: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue? {
    var parts = try DateParts(near, context.years)
    var others = try DateParts(far, context.years)
    do {
      let points = try [point(&parts, at: place), point(&others, at: place)]
      guard points.allSatisfy({ $0.days != nil }) else { return nil }
      context.note(points[0], parts, modifier: modifier, at: place)
      let isBack = near.integer("direction") == -1
      return try range(
        from: points[isBack ? 1 : 0], to: points[isBack ? 0 : 1], isToNow: false,
        modifier: modifier, at: place)
    } catch is TimeUnknown {
      return nil
    }
  }
}

extension Fields {
  /// The shorter and the longer of two distances in one: 两天后 and 三天后 of 两三天后, 三天后 and 五天后 of
  /// 三到五天后.
  var pairOfDistances: (near: Fields, far: Fields)? {
    guard has("direction") else { return nil }
    if let start = group("start"), let end = group("end"), start.numeral("count") != nil {
      let shared = without("start").without("end")
      return (start.followed(by: shared), end.followed(by: shared))
    }
    guard let count = numeral("count"), let high = count.high else { return nil }
    return (counting(count, as: count.low), counting(count, as: high))
  }

  private func followed(by shared: Fields) -> Fields {
    var all = self
    all.append(contentsOf: shared, in: [], behind: 0)
    return all
  }

  private func counting(_ count: Numeral, as number: ExactDecimal) -> Fields {
    var single = count
    (single.low, single.high) = (number, nil)
    return with("count", single)
  }
}
