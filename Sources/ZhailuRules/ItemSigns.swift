// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The signs of each character, from the lexicons that `stages.yaml` names under `items: signs`.
package struct ItemSigns: Sendable {
  /// Sorted, in folded text.
  private let units: [UInt16]
  private let signs: [ItemSign]

  init(_ lexicons: [Lexicon]) {
    var signs: [UInt16: ItemSign] = [:]
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        let name = lexicon.value("class", of: entry) ?? ""
        guard let sign = ItemSign.byName[name],
          let unit = FoldTable.fold(lexicon.entries[entry].form).first
        else { continue }
        signs[unit, default: []].formUnion(sign)
      }
    }
    units = signs.keys.sorted()
    self.signs = units.map { signs[$0] ?? [] }
  }

  /// What a character is; nothing, for most.
  package subscript(_ unit: UInt16) -> ItemSign {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < units.count && units[low] == unit ? signs[low] : []
  }

  func write(to writer: inout ImageWriter) {
    writer.write(units)
    writer.write(signs)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    units = try reader.array()
    signs = try reader.array()
    guard units.count == signs.count else { throw DamagedImage() }
  }
}
