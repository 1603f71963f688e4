// SPDX-License-Identifier: Apache-2.0

extension Double {
  /// The number from 0 up with so many decimal places: `0.941`.
  package func places(_ count: Int) -> String {
    var scale = 1
    for _ in 0..<count { scale *= 10 }
    let scaled = Int((self * Double(scale)).rounded())
    guard count > 0 else { return "\(scaled)" }
    let digits = String(scaled % scale)
    let zeros = String(repeating: "0", count: count - digits.count)
    return "\(scaled / scale).\(zeros)\(digits)"
  }
}

extension Double? {
  /// Three places, or a dash where there is no figure.
  var shown: String { map { $0.places(3) } ?? "–" }
}
