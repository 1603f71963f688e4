// SPDX-License-Identifier: Apache-2.0

/// An element by the number of its name.
struct HTMLElement: Equatable {
  let number: Int

  init(_ name: String) { number = Self.numbers[name] ?? 0 }

  var isBlock: Bool { HTMLElements.blocks.contains(self) }

  /// Whether its tags end a line, as in a browser; cells of tables end in a tab.
  var endsLine: Bool {
    isBlock && !HTMLElements.partsOfTables.contains(self)
      || HTMLElements.otherBreaks.contains(self)
  }

  /// Those that hold others come first; all that are not here are one.
  private static let names = [
    "", "p", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option", "select",
    "datalist", "br", "legend", "optgroup", "ruby", "rt", "rp", "html", "body", "a", "abbr",
    "audio", "b", "bdo", "big", "button", "canvas", "cite", "code", "del", "em", "font", "i", "ins",
    "kbd", "label", "map", "mark", "nobr",
    "object", "q", "s", "small", "span", "strike", "strong", "sub",
    "sup", "textarea", "time", "tt", "u", "var", "video",
  ]
  private static let numbers = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })

  /// Elements that hold nothing and have no end tag.
  static let empty: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements whose text is none of the page: it is looked through for their end tag alone.
  static let unseen: Set = [
    "script", "style", "noscript", "template", "title", "svg", "iframe", "noembed", "noframes",
  ]
  /// Elements whose text nobody reads as part of the page.
  static let unread: Set = [
    "audio", "canvas", "video", "button", "datalist", "select", "textarea", "del", "s", "strike",
    "rp", "rt",
  ]
}

/// A few of the first 64 elements.
struct HTMLElements {
  private let bits: UInt64

  init(_ names: String...) { bits = names.reduce(0) { $0 | 1 << HTMLElement($1).number } }

  func contains(_ element: HTMLElement) -> Bool {
    element.number < 64 && bits >> element.number & 1 == 1
  }

  static let blocks = HTMLElements(
    "p", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
  static let partsOfTables = HTMLElements("tbody", "td", "tfoot", "th", "thead")
  static let otherBreaks = HTMLElements("br", "legend", "option", "optgroup", "body")
  static let lists = HTMLElements("ul", "ol", "menu")
  static let tables = HTMLElements("table")
  static let cellsAndTables = HTMLElements("td", "th", "caption", "table")
}
