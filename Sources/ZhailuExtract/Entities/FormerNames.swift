// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads between two names that one is what the body of the other was called before: 川北第三医院前身是仁泽医院,
/// 下塘羽毛厂，即今天翎公司.
struct FormerNames {
  let forms: NameForms

  /// The words for it stand right behind the first name, or behind a date: 于1998年更名为.
  private static let farthest = 2
  private static let farthestBehindDate = 9
  /// How much may stand between: 前身是1952年创办的.
  private static let longest = 20

  func join(_ one: Extent, _ other: Extent, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard other.start > one.end, other.start - one.end <= Self.longest else { return false }
    let between = units[one.end..<other.start]
    guard let word = place(in: between), hasNoOther(between) else { return false }
    let before = between[..<word.start]
    guard mayEnd(between[word.end...]) else { return false }
    return before.count <= Self.farthest
      || before.count <= Self.farthestBehindDate
        && before.contains { CharacterClass.of($0).meets([.digit, .hanNumeral]) }
  }

  private func place(in between: Slice<UnsafeBufferPointer<UInt16>>) -> Extent? {
    for start in between.indices where forms.formerStarts.contains(between[start]) {
      for form in forms.formerly where between[start...].starts(with: form) {
        return Extent(start, start + form.count)
      }
    }
    return nil
  }

  /// Whether what stands before the second name says whose it is: 前身是1952年创办的, but not 前身为由.
  private func mayEnd(_ rest: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    guard let last = rest.last else { return true }
    return forms.formerMarks.contains(last) || !CharacterClass.of(last).meets(.han)
  }

  /// Whether no other clause stands between; a comma may stand right behind the first name: ，即今.
  private func hasNoOther(_ between: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    between.indices.allSatisfy { place in
      let kind = CharacterClass.of(between[place])
      return !kind.meets(.clauseEnd)
        || place == between.startIndex && !kind.meets([.sentenceEnd, .lineBreak])
    }
  }
}
