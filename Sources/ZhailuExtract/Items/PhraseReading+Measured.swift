// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A noun at the end of a phrase that belongs to the number or the verb behind it.
extension PhraseReading {
  /// 六个乡镇图书9000册: the last noun has a count of its own.
  private func isSecondThing(_ last: Extent, countedBy next: ItemFinder.Token) -> Bool {
    guard next.isNumber, run.count == 2, finder.wordClass(last).isThing,
      finder.wordClass(run[0]).isThing
    else { return false }
    let unit = finder.signs[finder.units[next.extent.end - 1]]
    return !unit.isDisjoint(with: [
      .personUnit, .bodyUnit, .vehicleUnit, .machineUnit, .headUnit, .thingUnit, .generalUnit,
    ])
  }

  /// 三场演出收入7300元, 36个城市猪肉均价为: what is told of the things in numbers is not counted.
  mutating func dropMeasured(before index: Int) {
    guard unit.isCount, index < tokens.count, let last = run.last, isRun(before: index) else {
      return
    }
    let next = tokens[index]
    guard next.isNumber || next.extent.count == 1 && finder.isAim(next.extent),
      next.extent.start == last.end,
      case let isSecond = isSecondThing(last, countedBy: next),
      finder.isState(last) || finder.isTotal(last) || isSecond
    else { return }
    run.removeLast()
    if let first = run.firstIndex(where: { finder.wordClass($0).isThing }) {
      run.removeSubrange((first + 1)...)
    }
  }
}
