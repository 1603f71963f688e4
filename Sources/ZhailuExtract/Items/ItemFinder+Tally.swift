// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What stands before a word that sums up: 学生共36名, 展品总计200件.
extension ItemFinder {
  /// The place before 共, 共计 and their like that end at `place`; `place` where none does.
  func beforeTally(_ place: Int) -> Int {
    if place > 2, signs[units[place - 2], units[place - 1]].contains(.tally) { return place - 2 }
    guard place > 1, has(.tally, at: place - 1), words.word(endingAt: place)?.count == 1 else {
      return place
    }
    return place - 1
  }

  /// Whether what is summed up is what the unit counts; 学校共20台, 法案共36条 and 大楼共18层 say what
  /// somebody has or what it is made of.
  func maySumUp(_ noun: Extent, _ extent: Extent, _ unit: CountedUnit) -> Bool {
    if unit.kind == .person || unit.kind == .body || countsPeople(extent) { return true }
    guard !unit.isOfParts else { return false }
    let kind = wordClass(noun)
    return kind == .noun || kind == .unknown && noun.count > 2
  }
}
