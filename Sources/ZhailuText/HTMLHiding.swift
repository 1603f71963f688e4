// SPDX-License-Identifier: Apache-2.0

/// What a page says that nobody sees: `hidden`, `style="display:none"` or `visibility:hidden` on an
/// element; what only stands in for sound, pictures and other pages; fields of forms; what is struck out; and
/// how characters are read, which stands above them.
///
/// Style sheets are not read. `html` and `body` are taken as seen: pages that hide themselves show
/// themselves by script.
struct HTMLHiding {
  /// The elements that are open, the innermost last.
  private var open: [HTMLElement] = []
  /// How many of each are open.
  private var counts = [Int](repeating: 0, count: 256)
  /// The number of the outermost one that is not seen.
  private var hidden: Int?

  var isHidden: Bool { hidden != nil }

  /// Browsers go no deeper either.
  private static let deepest = 512

  mutating func begin(_ name: String, hides: Bool) {
    let element = HTMLElement(name)
    if element.isBlock { close(HTMLElements("p"), inside: .blocks) }
    if let (closed, outer) = Self.closed(by: name) { close(closed, inside: outer) }
    guard !HTMLElement.empty.contains(name) else { return }
    let isUnseen = hides && !Self.pages.contains(name) || HTMLElement.unread.contains(name)
    if isUnseen, hidden == nil { hidden = open.count }
    open.append(element)
    counts[element.number] += 1
  }

  mutating func end(_ name: String) {
    let element = HTMLElement(name)
    guard counts[element.number] > 0 else { return }
    let outer = Self.outer(of: name, element)
    for index in open.indices.suffix(Self.deepest).reversed() {
      if open[index] == element { return close(from: index) }
      if outer.contains(open[index]) { return }
    }
  }

  /// Ends the innermost of these elements, and all in it, if none of `outer` comes before it.
  private mutating func close(_ elements: HTMLElements, inside outer: HTMLElements) {
    for index in open.indices.suffix(Self.deepest).reversed() {
      if elements.contains(open[index]) { return close(from: index) }
      if outer.contains(open[index]) { return }
    }
  }

  private mutating func close(from index: Int) {
    for element in open[index...] { counts[element.number] -= 1 }
    open.removeSubrange(index...)
    if let first = hidden, first >= index { hidden = nil }
  }

  /// The elements without an end tag that end where another begins, and what holds them.
  private static func closed(by name: String) -> (HTMLElements, inside: HTMLElements)? {
    switch name {
    case "li": (item, .lists)
    case "dd", "dt": (definition, HTMLElements("dl"))
    case "td", "th": (cells, rows)
    case "tr": (HTMLElements("tr"), HTMLElements("table"))
    case "tbody", "tfoot": (bodies, HTMLElements("table"))
    case "option": (HTMLElements("option"), choices)
    case "rt", "rp": (readings, HTMLElements("ruby"))
    default: nil
    }
  }

  /// What an end tag of this name does not reach out of.
  private static func outer(of name: String, _ element: HTMLElement) -> HTMLElements {
    switch name {
    case "li": .lists
    case "table", "tr", "td", "th", "thead", "tbody", "tfoot": .tables
    default: element.isBlock ? .cellsAndTables : .blocks
    }
  }

  private static let item = HTMLElements("li")
  private static let definition = HTMLElements("dd", "dt")
  private static let cells = HTMLElements("td", "th")
  private static let rows = HTMLElements("tr", "table")
  private static let bodies = HTMLElements("thead", "tbody", "tfoot")
  private static let readings = HTMLElements("rt", "rp")
  private static let choices = HTMLElements("select", "datalist")
  private static let pages: Set = ["html", "body"]
}

// MARK: Attributes

extension HTMLHiding {
  /// Whether what stands in a tag behind its name, ` class="a" hidden`, hides the element.
  static func isHiding(_ attributes: ArraySlice<UInt16>) -> Bool {
    var hides = false
    HTMLAttributes(attributes).forEach(ofLength: 5...6) { name, value in
      if name == "hidden" { hides = true }
      if name == "style", isHiding(style: String(units: value)) { hides = true }
    }
    return hides
  }

  /// `display:none`, `visibility: hidden !important`; of two the last counts.
  private static func isHiding(style: String) -> Bool {
    var values: [String: String] = [:]
    for declaration in style.lowercased().split(separator: ";") {
      let letters = declaration.unicodeScalars.filter { !$0.properties.isWhitespace }
      let parts = String(String.UnicodeScalarView(letters)).split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      values[String(parts[0])] = parts[1].split(separator: "!").first.map(String.init)
    }
    return values["display"] == "none" || values["visibility"] == "hidden"
      || values["visibility"] == "collapse"
  }
}
