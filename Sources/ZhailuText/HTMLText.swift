// SPDX-License-Identifier: Apache-2.0

/// The text of an HTML page: what a reader sees, one line a block.
///
/// `<p>捐款<b>200</b>万</p>` gives 捐款200万. Scripts, styles, comments and what is hidden are left
/// out, character references read; tags that end a line in a browser end one here, table cells end
/// in a tab, terms before what they mean too, marks of notes are left out. What is preformatted keeps its
/// lines and spaces.
package struct HTMLText {
  private let units: [UInt16]
  private var next = 0
  private var text: [UInt16] = []
  private var hiding = HTMLHiding()
  private var tables = HTMLTables()
  private var raised = HTMLRaised()
  /// Where the term of a list of terms begins that nothing but its meaning may follow.
  private var term: Int?
  /// How many `<pre>` are open.
  private var preformatted = 0
  private var preformattedStart = 0

  package static func text(of html: [UInt16]) -> [UInt16] {
    var reader = HTMLText(units: html)
    reader.read()
    return reader.text
  }

  private init(units: [UInt16]) {
    self.units = units
  }

  private mutating func read() {
    while next < units.count {
      switch units[next] {
      case Self.less: readTag()
      case _ where hiding.isHidden: next += 1
      case Mark.ampersand: readReference()
      case let unit where Self.isSpace(unit):
        if preformatted > 0 { appendPreformatted(unit) } else { appendSpace() }
        next += 1
      default:
        text.append(units[next])
        next += 1
      }
    }
    tables.end(&text)
    while text.last.map(Self.isSpace) ?? false { text.removeLast() }
  }

  // MARK: Tags

  private mutating func readTag() {
    if starts(with: "<!--") { return skip(past: "-->") }
    if starts(with: "<!") || starts(with: "<?") { return skip(past: ">") }
    var start = next + 1
    let isEnd = start < units.count && units[start] == Mark.slash
    if isEnd { start += 1 }
    // A name begins with a letter: `<5万元` is text, `</5>` a comment, as the HTML standard has it.
    guard start < units.count, Self.isLetter(units[start]) else {
      if isEnd, start < units.count { return skip(past: ">") }
      if !hiding.isHidden { text.append(units[next]) }
      next += 1
      return
    }
    var end = start + 1
    while end < units.count, Self.isNameUnit(units[end]) { end += 1 }
    let name = String(units: units[start..<end]).lowercased()
    skipTag(from: end)
    if !isEnd, HTMLElement.unseen.contains(name) { return skip(past: "</\(name)", thenTag: true) }
    let wasHidden = hiding.isHidden
    let attributes = attributes(from: end)
    if isEnd {
      hiding.end(name)
    } else {
      hiding.begin(name, hides: HTMLHiding.isHiding(attributes))
    }
    if hiding.isHidden { return }
    if !wasHidden || !isEnd { readStructure(name, attributes, isEnd: isEnd) }
    if HTMLElement(name).endsLine { appendLineBreak() }
    if name == "pre" {
      preformatted = max(0, preformatted + (isEnd ? -1 : 1))
      preformattedStart = text.count
    }
    readTerm(name, isEnd: isEnd)
  }

  /// `<dt>捐赠单位</dt><dd>恒泰公司</dd>` gives 捐赠单位⇥恒泰公司: a term and its meaning are one line.
  private mutating func readTerm(_ name: String, isEnd: Bool) {
    switch name {
    case "dt": if !isEnd { term = text.count }
    case "dd":
      if let start = term, text.last == Mark.lineFeed, text.count > start + 1,
        !text[start..<text.count - 1].contains(Mark.lineFeed)
      {
        text[text.count - 1] = Mark.tab
      }
      term = nil
    case "dl": term = nil
    default: break
    }
  }

  /// What tables and raised text make of a tag.
  private mutating func readStructure(
    _ name: String, _ attributes: ArraySlice<UInt16>, isEnd: Bool
  ) {
    if isEnd {
      tables.end(name, &text)
      raised.end(name, &text)
    } else {
      tables.begin(name, attributes, &text)
      raised.begin(name, at: text.count)
    }
  }

  /// To the end of the tag, past quoted attributes; a quote counts only after an equals sign.
  private mutating func skipTag(from start: Int) {
    next = start
    var quote: UInt16?
    var isValue = false
    while next < units.count {
      let unit = units[next]
      next += 1
      if let open = quote {
        if unit == open { quote = nil }
      } else if isValue, unit == Self.quote || unit == Self.apostrophe {
        quote = unit
      } else if unit == Self.greater {
        return
      }
      isValue = quote == nil && (unit == Self.equals || isValue && Self.isSpace(unit))
    }
  }

  /// What stands between the name of the tag that was just read and its end.
  private func attributes(from start: Int) -> ArraySlice<UInt16> {
    units[start..<max(start, units[next - 1] == Self.greater ? next - 1 : next)]
  }

  private mutating func skip(past mark: String, thenTag: Bool = false) {
    let mark = Array(mark.utf16)
    while next < units.count, !matches(mark, at: next) { next += 1 }
    next = min(next + mark.count, units.count)
    if thenTag { skipTag(from: next) }
  }

  private func starts(with mark: String) -> Bool { matches(Array(mark.utf16), at: next) }

  private func matches(_ mark: [UInt16], at start: Int) -> Bool {
    guard start + mark.count <= units.count else { return false }
    for (offset, unit) in mark.enumerated() {
      let other = units[start + offset]
      let lower = (0x41...0x5A).contains(other) ? other + 32 : other
      if lower != unit { return false }
    }
    return true
  }

  // MARK: Text

  private mutating func readReference() {
    let end = units[next...].prefix(12).firstIndex(of: Mark.semicolon)
    guard let end, let scalar = HTMLReference.scalar(units[(next + 1)..<end]) else {
      text.append(Mark.ampersand)
      next += 1
      return
    }
    text.append(contentsOf: String(scalar).utf16)
    next = end + 1
  }

  private mutating func appendSpace() {
    if let last = text.last, !Self.isSpace(last) { text.append(Mark.space) }
  }

  /// A line feed right behind `<pre>` is none, as the HTML standard has it.
  private mutating func appendPreformatted(_ unit: UInt16) {
    switch unit {
    case Mark.space, Mark.tab: text.append(unit)
    case Mark.lineFeed: if text.count > preformattedStart { text.append(unit) }
    default: break
    }
  }

  private mutating func appendLineBreak() {
    while text.last == Mark.space { text.removeLast() }
    if let last = text.last, last != Mark.lineFeed { text.append(Mark.lineFeed) }
  }

  private static func isSpace(_ unit: UInt16) -> Bool {
    unit == Mark.space || (0x09...0x0D).contains(unit)
  }

  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    isLetter(unit) || (0x30...0x39).contains(unit)
  }

  private static let less: UInt16 = 0x3C
  private static let greater: UInt16 = 0x3E
  private static let equals: UInt16 = 0x3D
  private static let quote: UInt16 = 0x22
  private static let apostrophe: UInt16 = 0x27
}
