// SPDX-License-Identifier: Apache-2.0

/// What a page says that nobody sees: `hidden`, `style="display:none"` or `visibility:hidden` on an
/// element; what only stands in for sound, pictures and other pages; fields of forms; what is struck out; and
/// how characters are read, which stands above them.
///
/// Style sheets are not read. `html` and `body` are taken as seen: pages that hide themselves show
/// themselves by script.
struct HTMLHiding {
  /// The elements that are open, the innermost last.
  private var open: [Element] = []
  /// How many of each are open.
  private var counts = [Int](repeating: 0, count: 256)
  /// The number of the outermost one that is not seen.
  private var hidden: Int?

  var isHidden: Bool { hidden != nil }

  /// Browsers go no deeper either.
  private static let deepest = 512

  mutating func begin(_ name: String, hides: Bool) {
    let element = Element(name)
    if element.isBlock { close(Elements("p"), inside: .blocks) }
    if let (closed, outer) = Self.closed(by: name) { close(closed, inside: outer) }
    guard !Self.empty.contains(name) else { return }
    let isUnseen = hides && !Self.pages.contains(name) || Self.unread.contains(name)
    if isUnseen, hidden == nil { hidden = open.count }
    open.append(element)
    counts[element.number] += 1
  }

  mutating func end(_ name: String) {
    let element = Element(name)
    guard counts[element.number] > 0 else { return }
    let outer = Self.outer(of: name, element)
    for index in open.indices.suffix(Self.deepest).reversed() {
      if open[index] == element { return close(from: index) }
      if outer.contains(open[index]) { return }
    }
  }

  /// Ends the innermost of these elements, and all in it, if none of `outer` comes before it.
  private mutating func close(_ elements: Elements, inside outer: Elements) {
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
  private static func closed(by name: String) -> (Elements, inside: Elements)? {
    switch name {
    case "li": (item, .lists)
    case "dd", "dt": (definition, Elements("dl"))
    case "td", "th": (cells, rows)
    case "tr": (Elements("tr"), Elements("table"))
    case "tbody", "tfoot": (bodies, Elements("table"))
    case "option": (Elements("option"), choices)
    case "rt", "rp": (readings, Elements("ruby"))
    default: nil
    }
  }

  /// What an end tag of this name does not reach out of.
  private static func outer(of name: String, _ element: Element) -> Elements {
    switch name {
    case "li": .lists
    case "table", "tr", "td", "th", "thead", "tbody", "tfoot": .tables
    default: element.isBlock ? .cellsAndTables : .blocks
    }
  }

  private static let item = Elements("li")
  private static let definition = Elements("dd", "dt")
  private static let cells = Elements("td", "th")
  private static let rows = Elements("tr", "table")
  private static let bodies = Elements("thead", "tbody", "tfoot")
  private static let readings = Elements("rt", "rp")
  private static let choices = Elements("select", "datalist")
  private static let unread: Set = [
    "audio", "canvas", "video", "button", "datalist", "select", "textarea", "del", "s", "strike",
    "rp", "rt",
  ]
  private static let pages: Set = ["html", "body"]
  private static let empty: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}

/// An element by the number of its name.
private struct Element: Equatable {
  let number: Int

  init(_ name: String) { number = Self.numbers[name] ?? 0 }

  var isBlock: Bool { Elements.blocks.contains(self) }

  /// Those that hold others come first; all that are not here are one.
  private static let names = [
    "", "p", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option", "select",
    "datalist", "ruby", "rt", "rp", "html", "body", "a", "abbr", "audio", "b", "bdo", "big",
    "button", "canvas", "cite",
    "code", "del", "em", "font", "i", "ins", "kbd", "label", "legend", "map", "mark", "nobr",
    "object", "optgroup", "q", "s", "small", "span", "strike", "strong", "sub",
    "sup", "textarea", "time", "tt", "u", "var", "video",
  ]
  private static let numbers = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
}

/// A few of the first 64 elements.
private struct Elements {
  private let bits: UInt64

  init(_ names: String...) { bits = names.reduce(0) { $0 | 1 << Element($1).number } }

  func contains(_ element: Element) -> Bool {
    element.number < 64 && bits >> element.number & 1 == 1
  }

  static let blocks = Elements(
    "p", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
  static let lists = Elements("ul", "ol", "menu")
  static let tables = Elements("table")
  static let cellsAndTables = Elements("td", "th", "caption", "table")
}

// MARK: Attributes

extension HTMLHiding {
  /// Whether what stands in a tag behind its name, ` class="a" hidden`, hides the element.
  static func isHiding(_ attributes: ArraySlice<UInt16>) -> Bool {
    var hides = false
    HTMLAttributes(attributes).forEach(ofLength: 5...6) { name, value in
      if name == "hidden" { hides = true }
      if name == "style", isHiding(style: String(decoding: value, as: UTF16.self)) { hides = true }
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
