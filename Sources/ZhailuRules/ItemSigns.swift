// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The signs of each character, from the lexicons that `stages.yaml` names under `items: signs`.
package struct ItemSigns: Sendable {
  /// A character and its signs; none where nothing stands.
  private struct Slot: Sendable, BitwiseCopyable {
    var unit: UInt16 = 0
    var sign: ItemSign = []
  }

  /// A table of twice as many slots as characters or more: each stands in the first free one from
  /// its own on.
  private let slots: [Slot]

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
    var count = 2
    while count < signs.count * 2 { count *= 2 }
    var slots = [Slot](repeating: Slot(), count: count)
    for (unit, sign) in signs.sorted(by: { $0.key < $1.key }) {
      var place = Self.place(of: unit, in: count)
      while !slots[place].sign.isEmpty { place = (place + 1) & (count - 1) }
      slots[place] = Slot(unit: unit, sign: sign)
    }
    self.slots = slots
  }

  /// Neighbours in Unicode are far from each other.
  private static func place(of unit: UInt16, in count: Int) -> Int {
    Int(unit) &* 40503 >> 5 & (count - 1)
  }

  /// What a character is; nothing, for most.
  package subscript(_ unit: UInt16) -> ItemSign {
    slots.withUnsafeBufferPointer { slots in
      var place = Self.place(of: unit, in: slots.count)
      while slots[place].unit != unit, !slots[place].sign.isEmpty {
        place = (place + 1) & (slots.count - 1)
      }
      return slots[place].sign
    }
  }

  func write(to writer: inout ImageWriter) {
    writer.write(slots.map(\.unit))
    writer.write(slots.map(\.sign))
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    let units: [UInt16] = try reader.array()
    let signs: [ItemSign] = try reader.array()
    guard units.count == signs.count, units.count.nonzeroBitCount == 1, signs.contains([]) else {
      throw DamagedImage()
    }
    slots = zip(units, signs).map { Slot(unit: $0, sign: $1) }
  }
}
