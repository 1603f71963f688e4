// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Short names that stand in one piece in a longer name, and full names that do.
extension ShortForm {
  /// Whether a name begins with a level or a number, and so has no place.
  func mayHaveOwner(_ short: Units) -> Bool {
    short.first.map { forms.isDivision($0) || isNumber($0) } == true
  }

  /// How much of the name of a part is that of the body that `short` ends, or whose number it has:
  /// 江平市财政局 of 江平市财政局国库科 for 市财政局, 市第五中学 of 市第五中学女队 for 五中, 江平市政府 of
  /// 江平市政府办公室 for 市府.
  func lengthOfOwner(_ short: Units, in part: Units) -> Int? {
    guard let first = short.first, part.count > short.count + 1 else { return nil }
    let seats = short.count == 2 ? forms.seats.filter { short.ends(with: $0.kept) } : []
    let isOfDivision = forms.isDivision(first) && (short.count > 2 || !seats.isEmpty)
    guard isOfDivision || isNumber(first) else { return nil }
    return (short.count + 1..<part.count).first { count in
      let owner = part.prefix(count)
      guard isOfDivision else {
        return Self.numbered(owner, forms).map { $0.elementsEqual(short) } ?? false
      }
      return seats.isEmpty
        ? owner.ends(with: short)
        : seats.contains {
          owner.ends(with: $0.form) && owner.dropLast($0.form.count).last == first
        }
    }
  }

  /// What short names keep in one piece of a name with a number: 二中 of 市第二中学. A lone 一 is a part of
  /// too many words: 统一中国.
  static func numbered(_ full: Units, _ forms: NameForms) -> Units? {
    let isNumeral = { (unit: UInt16) in CharacterClass.of(unit).meets(.hanNumeral) }
    for head in forms.numberedHeads where full.ends(with: head.form) {
      let rest = full.dropLast(head.form.count)
      let number = rest.suffix(while: isNumeral)
      let isOne = number.count == 1 && Digit.of(number[number.startIndex]).value == 1
      guard let before = rest.dropLast(number.count).last, !number.isEmpty, !isOne,
        forms.ordinals.contains(before)
      else { continue }
      return full[number.startIndex..<number.endIndex + head.kept.count]
    }
    return nil
  }
}
