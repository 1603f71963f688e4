// SPDX-License-Identifier: Apache-2.0

/// A fault of a rule file or lexicon: where it is, what is wrong, and what to do.
///
///     Rules/amount.yaml:12:5: no lexicon is called 【currency-aftr】; did you mean currency-after?
package struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// A place in a file: line and column from 1, the column in Unicode scalars.
  package struct Place: Hashable, Sendable, Comparable {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int = 1) {
      self.file = file
      self.line = line
      self.column = column
    }

    package func shifted(by columns: Int) -> Place {
      Place(file: file, line: line, column: column + columns)
    }

    /// Where `name` stands in `text`, whose first character is here; here, where it is not in it.
    func of(_ name: String, in text: String) -> Place {
      guard let range = text.firstRange(of: name) else { return self }
      return shifted(by: text.unicodeScalars[..<range.lowerBound].count)
    }

    package static func < (left: Place, right: Place) -> Bool {
      (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
  }

  package enum Severity: String, Sendable { case error, warning }

  package let place: Place
  package let severity: Severity
  package let message: String

  package init(_ place: Place, _ message: String, severity: Severity = .error) {
    self.place = place
    self.severity = severity
    self.message = Self.shown(message)
  }

  /// A message as a terminal may show it: control characters of a hostile file spelt out, and
  /// nobody's name a page long.
  private static func shown(_ message: String) -> String {
    guard message.utf8.count > longest || message.unicodeScalars.contains(where: isControl) else {
      return message
    }
    var scalars = message.unicodeScalars.map { isControl($0) ? spelt($0) : String($0) }
    if scalars.count > longest { scalars[longest - 100..<scalars.count - 80] = ["…"] }
    return scalars.joined()
  }

  private static let longest = 400

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func spelt(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  package var description: String {
    let kind = severity == .warning ? "warning: " : ""
    return "\(place.file):\(place.line):\(place.column): \(kind)\(message)"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.place, left.message) < (right.place, right.message)
  }
}

/// All the faults of a rule pack, which therefore cannot be used.
package struct FaultyRules: Error, CustomStringConvertible {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }

  package var description: String {
    let count = diagnostics.count
    return diagnostics.map(\.description).joined(separator: "\n")
      + "\n\(count) fault\(count == 1 ? "" : "s") in the rules; they were not used."
  }
}

/// A text in 【】, as messages name what stands in a file; one that has such brackets itself in “”.
func quoted(_ text: String) -> String {
  text.contains("【") || text.contains("】") ? "“\(text)”" : "【\(text)】"
}

/// The likeliest of the known words for one that is not: at most a third of its letters differ.
package func suggestion(for word: String, among known: some Sequence<String>) -> String? {
  let length = word.unicodeScalars.count
  guard length <= 64 else { return nil }
  let limit = max(1, length / 3)
  var closest: (distance: Int, word: String)?
  for candidate in known where abs(candidate.unicodeScalars.count - length) <= limit {
    let distance = editDistance(word, candidate)
    guard distance <= limit else { continue }
    if let best = closest, (best.distance, best.word) <= (distance, candidate) { continue }
    closest = (distance, candidate)
  }
  return closest?.word
}

/// `; did you mean …?`, or the words to choose from, or nothing.
package func hint(for word: String, among known: [String]) -> String {
  if let close = suggestion(for: word, among: known) { return "; did you mean \(close)?" }
  return known.isEmpty || known.count > 24 ? "" : "; known are \(known.joined(separator: ", "))"
}

/// `; did you mean …?`, or up to three of the known words that begin as the unknown one does.
func nearHint(for word: String, among known: some Sequence<String>) -> String {
  let known = Array(known)
  if let close = suggestion(for: word, among: known) { return "; did you mean \(close)?" }
  let least = (word.unicodeScalars.count + 1) / 2
  var near = known.map { (word: $0, shared: sharedStart($0, word)) }.filter { $0.shared >= least }
  near.sort { ($1.shared, $0.word) < ($0.shared, $1.word) }
  let words = near.prefix(3).map(\.word)
  return words.isEmpty ? "" : "; near it are \(words.joined(separator: ", "))"
}

/// How many characters two words begin with alike.
private func sharedStart(_ left: String, _ right: String) -> Int {
  zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
}

/// Insertions, deletions, exchanges of one character, and swaps of neighbours.
private func editDistance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  var older: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
      row.append(cost)
    }
    (older, last) = (last, row)
  }
  return last[b.count]
}
