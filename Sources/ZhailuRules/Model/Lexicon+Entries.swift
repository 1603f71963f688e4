// SPDX-License-Identifier: Apache-2.0

extension Lexicon {
  /// The entries: as they were read, or in an image, where each is made when it is asked for.
  package struct Entries: RangeReplaceableCollection, RandomAccessCollection, Sendable {
    private enum Store: Sendable {
      case read([Entry])
      case image(EntryImage)
    }

    private var store: Store

    package init() { store = .read([]) }
    package init(_ entries: [Entry]) { store = .read(entries) }
    init(_ image: EntryImage) { store = .image(image) }

    package var startIndex: Int { 0 }
    package var endIndex: Int {
      switch store {
      case .read(let entries): entries.count
      case .image(let image): image.forms.count
      }
    }

    package subscript(_ index: Int) -> Entry {
      switch store {
      case .read(let entries): entries[index]
      case .image(let image): image[index]
      }
    }

    func form(of index: Int) -> String {
      switch store {
      case .read(let entries): entries[index].form
      case .image(let image): image.forms[index]
      }
    }

    func value(_ column: Int, of index: Int) -> String {
      switch store {
      case .read(let entries): entries[index].values[column]
      case .image(let image): image.value(column, of: index)
      }
    }

    package mutating func replaceSubrange(
      _ range: Range<Int>, with entries: some Collection<Entry>
    ) {
      var all = Array(self)
      all.replaceSubrange(range, with: entries)
      store = .read(all)
    }
  }

  /// Entries in an image. They have no place: only checks and explanations ask for it.
  struct EntryImage: Sendable {
    let lexicon: String
    let columnCount: Int
    let forms: ImageTexts
    /// For each entry the numbers of its values in `values`, which holds each text once.
    let valueNumbers: FlatArray<UInt32>
    let values: ImageTexts

    subscript(_ index: Int) -> Entry {
      Entry(
        form: forms[index], values: (0..<columnCount).map { value($0, of: index) },
        place: Diagnostic.Place(file: lexicon, line: 0))
    }

    func value(_ column: Int, of index: Int) -> String {
      let number = Int(valueNumbers[index * columnCount + column])
      return number < values.count ? values[number] : ""
    }
  }

  /// With `isWhole` its entries too; rules that use none of them need but the name.
  func write(to writer: inout ImageWriter, isWhole: Bool) {
    writer.write(name)
    writer.write(columns)
    var numbers: [String: UInt32] = [:]
    var values: [String] = []
    let kept = isWhole ? entries : Entries()
    let valueNumbers = kept.flatMap(\.values).map { value in
      if let number = numbers[value] { return number }
      let number = UInt32(values.count)
      numbers[value] = number
      values.append(value)
      return number
    }
    writer.write(kept.map(\.form))
    writer.write(valueNumbers)
    writer.write(values)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    name = try reader.text()
    columns = Array(try reader.texts())
    let forms = try reader.texts()
    let valueNumbers: FlatArray<UInt32> = try reader.elements()
    guard valueNumbers.count == forms.count * columns.count else { throw DamagedImage() }
    entries = Entries(
      EntryImage(
        lexicon: name, columnCount: columns.count, forms: forms, valueNumbers: valueNumbers,
        values: try reader.texts()))
  }
}
