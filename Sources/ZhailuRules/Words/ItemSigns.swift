// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The signs of characters and of words of two, from the lexicons that `stages.yaml` names under `items: signs`.
package struct ItemSigns: Sendable {
  /// One character, or two as one number, and their signs; none where nothing stands.
  private struct Slot: Sendable, BitwiseCopyable {
    var key: UInt32 = 0
    var sign: ItemSign = []
  }

  static let longest = 2

  /// A table of twice as many slots as entries or more: each stands in the first free one from its
  /// own on.
  private let slots: [Slot]

  init(_ lexicons: [Lexicon]) {
    var signs: [UInt32: ItemSign] = [:]
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        let name = lexicon.value("class", of: entry) ?? ""
        let form = FoldTable.fold(lexicon.entries[entry].form)
        guard let sign = ItemSign.byName[name], (1...Self.longest).contains(form.count) else {
          continue
        }
        signs[form.reduce(0) { $0 << 16 | UInt32($1) }, default: []].formUnion(sign)
      }
    }
    var count = 2
    while count < signs.count * 2 { count *= 2 }
    var slots = [Slot](repeating: Slot(), count: count)
    for (key, sign) in signs.sorted(by: { $0.key < $1.key }) {
      var place = Self.place(of: key, in: count)
      while !slots[place].sign.isEmpty { place = (place + 1) & (count - 1) }
      slots[place] = Slot(key: key, sign: sign)
    }
    self.slots = slots
  }

  /// Neighbours in Unicode are far from each other.
  private static func place(of key: UInt32, in count: Int) -> Int {
    Int(key &* 0x9E37_79B9 >> 16) & (count - 1)
  }

  /// What a character is; nothing, for most.
  package subscript(_ unit: UInt16) -> ItemSign { sign(of: UInt32(unit)) }

  /// What a word of two characters is.
  package subscript(_ first: UInt16, _ second: UInt16) -> ItemSign {
    sign(of: UInt32(first) << 16 | UInt32(second))
  }

  private func sign(of key: UInt32) -> ItemSign {
    slots.withUnsafeBufferPointer { slots in
      var place = Self.place(of: key, in: slots.count)
      while slots[place].key != key, !slots[place].sign.isEmpty {
        place = (place + 1) & (slots.count - 1)
      }
      return slots[place].sign
    }
  }

  func write(to writer: inout ImageWriter) {
    writer.write(slots.map(\.key))
    writer.write(slots.map(\.sign))
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    let keys: [UInt32] = try reader.array()
    let signs: [ItemSign] = try reader.array()
    guard keys.count == signs.count, keys.count.nonzeroBitCount == 1, signs.contains([]) else {
      throw DamagedImage()
    }
    slots = zip(keys, signs).map { Slot(key: $0, sign: $1) }
  }
}
