// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// How many records there are of each type.
struct RecordCounts: Sendable, Equatable {
  private var numbers = SIMD8<Int32>()

  init() {}

  subscript(_ type: MentionType) -> Int {
    get { Int(numbers[type.index]) }
    set { numbers[type.index] = Int32(clamping: newValue) }
  }

  /// As a journal has them: 3,0,12,1,0,0,0.
  init?(_ text: some StringProtocol) {
    let fields = text.split(separator: ",").compactMap { Int($0) }
    guard fields.count == MentionType.allCases.count else { return nil }
    for (type, number) in zip(MentionType.allCases, fields) { self[type] = number }
  }
}
