// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What stretches beside a verb of events are known by, of each class of the lexicon `event-sign`: 一家福建
/// 公司 ends in 司 (`body-end`) and so is somebody who acts; a clause that begins with 用于 (`purpose`) says
/// what money is for.
package final class EventSigns: SignTable, Sendable {
  /// By the numbers of the classes.
  private let words: [EventForms]
  private let starts: [UnitSet]
  /// They are asked for by the units of quantities and not by characters of the text.
  package let partyUnits, idleUnits: Set<String>
  let forms: ClassForms<EventSign>

  init(_ forms: ClassForms<EventSign>) {
    self.forms = forms
    words = EventSign.allCases.map(forms.words)
    starts = words.map(\.starts)
    partyUnits = Set(forms[.partyUnit].map { String(units: $0) })
    idleUnits = Set(forms[.idleUnit].map { String(units: $0) })
  }

  /// The words of a class.
  package subscript(_ sign: EventSign) -> EventForms { words[sign.number] }

  /// Whether a character is one of a class, or the first of a word of it.
  package func has(_ sign: EventSign, _ unit: UInt16) -> Bool {
    starts[sign.number].contains(unit)
  }
}

extension EventSign {
  /// Its place among the cases, which is how an enum without values is kept.
  var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
