// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// All words that a field may hold, where the record contract closes it, or the program knows no
/// others: the kind of an organization, a currency, a modifier, the season of a date.
struct Vocabulary: Sendable {
  /// What messages call one of its words: `kind of organization`.
  let name: String
  let words: Set<String>
  /// Whether it says yes, or nothing.
  private let isMark: Bool
  /// What people write in place of some of them: RMB for CNY.
  private let usual: [String: String]

  init(_ name: String, _ words: some Sequence<String>, usual: [String: String] = [:]) {
    (self.name, self.words, self.usual, isMark) = (name, Set(words), usual, false)
  }

  /// That of a field which is yes, or is not there; any other word would be taken for a yes.
  private init(mark field: String) {
    (name, words, usual, isMark) = (field, ["yes"], [:], true)
  }

  /// What is said of a word that is none of them; `nil` of one that is.
  func fault(_ word: String) -> String? {
    if words.contains(word) { return nil }
    if isMark { return "【\(name)】 is yes or nothing, not 【\(word)】" }
    return "no \(name) is called 【\(word)】" + hint(word)
  }

  private func hint(_ word: String) -> String {
    let upper = word.uppercased()
    if let meant = usual[upper] ?? (words.contains(upper) ? upper : nil) {
      return "; did you mean \(meant)?"
    }
    return ZhailuRules.hint(for: word, among: words.sorted())
  }
}

// MARK: Of records

extension Vocabulary {
  /// That of a field of records of a type; `nil` where it may hold anything.
  static func of(_ field: String, _ type: String) -> Vocabulary? {
    byType[type]?[field]
  }

  private static let byType: [String: [String: Vocabulary]] = [
    "organization": ["kind": organizationKind],
    "amount": number.merging(["currency": currency, "home": Vocabulary(mark: "home")]) { $1 },
    "quantity": number,
    "number": number,
    "date": date.merging(marks.map { ($0, Vocabulary(mark: $0)) }) { $1 },
  ]

  static let organizationKind = Vocabulary(
    "kind of organization", BodyKind.allCases.map(\.rawValue))
  static let eventKind = Vocabulary("kind of event", EventKind.allCases.map(\.rawValue))

  private static let currency = Vocabulary(
    "currency of ISO 4217", CurrencyCodes.all, usual: CurrencyCodes.usual)

  private static let numberModifiers: [Modifier] = [
    .approx, .moreThan, .lessThan, .atLeast, .atMost, .nearly,
  ]

  private static let number = [
    "modifier": Vocabulary("modifier of a number", numberModifiers.map(\.rawValue)),
    "sign": Vocabulary("sign", ["-", "±"]),
  ]

  private static let dateModifier = Vocabulary(
    "modifier of a date", Modifier.allCases.map(\.rawValue))
  private static let lengthOfTime = Vocabulary(
    "length of time", DurationUnit.allCases.map(\.rawValue))

  private static let date = [
    "kind": Vocabulary("kind of date", DateValue.Kind.allCases.map(\.rawValue)),
    "modifier": dateModifier,
    "edge": dateModifier,
    "unit": lengthOfTime,
    "duration": lengthOfTime,
    "nth-unit": lengthOfTime,
    "first-unit": lengthOfTime,
    "from": Vocabulary("day to count from", DateParts.Reference.allCases.map(\.rawValue)),
    "calendar": Vocabulary("calendar", DateParts.Calendar.allCases.map(\.rawValue)),
    "season": Vocabulary("season", DateParts.Season.allCases.map(\.rawValue)),
    "meridiem": Vocabulary("half of the day", DateParts.Meridiem.allCases.map(\.rawValue)),
    "direction": Vocabulary("direction", ["1", "-1"]),
    "told": Vocabulary("kind of date that must be told before", ["lunar", "republic"]),
  ]

  /// What dates ask of a field is only whether it is there.
  private static let marks = [
    "leap", "weekend", "school-year", "now", "today", "from-event", "from-end", "planned", "bygone",
    "lack", "named", "compared", "dayless", "ambiguous", "same-period",
  ]
}

// MARK: Of words beside a count

extension Vocabulary {
  static let itemSign = Vocabulary("sign beside a count", ItemSign.byName.keys)
  static let itemWord = Vocabulary("class of words beside a count", WordClasses.names)
}

// MARK: Of ends of names

extension Vocabulary {
  static let nameForm = Vocabulary(
    "class of ends of names", NameForms.Class.allCases.map(\.rawValue))
}

// MARK: Of headings

extension Vocabulary {
  static let headingSign = Vocabulary(
    "class of signs of headings", HeadingSigns.Class.allCases.map(\.rawValue))
}

// MARK: Of lists and lines

extension Vocabulary {
  static let listSign = Vocabulary(
    "class of signs of lists", ListSigns.Class.allCases.map(\.rawValue))
  static let layoutSign = Vocabulary(
    "class of signs of lines", LayoutClass.allCases.map(\.rawValue))
}

// MARK: Of words of events

extension Vocabulary {
  /// That of a column of one of the lexicons that events are read from.
  static func ofEvents(_ column: String, lexicon: String) -> Vocabulary? {
    switch (column, lexicon) {
    case ("class", EventSign.lexicon): signClass
    case ("class", _): wordClass
    case ("means", "event-party"): meaning
    case ("kind", "event-party"): organizationKind
    case ("kind", "event-word"), ("kind", "event-thing"): eventKind
    default: nil
    }
  }

  /// That of a column of a lexicon of headings.
  static func ofHeadings(_ column: String) -> Vocabulary? {
    column == "class" ? columnRole : column == "kind" ? eventKind : nil
  }

  private static let columnRole = Vocabulary(
    "class of headings", ColumnRole.allCases.map(\.rawValue))

  static let verbWeight = Vocabulary(
    "weight of a verb", EventRules.Weight.allCases.map(\.rawValue))

  private static let wordClass = Vocabulary(
    "class of words of events", EventRules.WordClass.allCases.map(\.rawValue) + ["surname"])
  private static let signClass = Vocabulary(
    "class of signs of events", EventSign.allCases.map(\.rawValue))
  private static let meaning = Vocabulary(
    "meaning of a party", EventRules.Meaning.allCases.map(\.rawValue))
}
