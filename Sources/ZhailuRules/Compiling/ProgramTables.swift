// SPDX-License-Identifier: Apache-2.0

/// What is known of the programs of all rules before there is a text: by it those are left out that
/// cannot match, and matches that nobody can read.
package final class ProgramTables: Sendable {
  package let anchors: AnchorTables
  package let needs: NeedTables
  package let readers: ReaderTables

  init(_ machine: Machine, units: [RuleSet.Unit], kindCount: Int, order: [Int]) {
    let finder = ReaderFinder(machine, units: units, kindCount: kindCount)
    anchors =
      AnchorTableBuilder(machine, kindCount: kindCount, order: order, readers: finder).tables
    needs = NeedTables(
      machine, kindCount: kindCount, programs: anchors.programs, found: finder.found)
    readers = ReaderTables(finder, kindCount: kindCount)
  }

  func write(to writer: inout ImageWriter) {
    anchors.write(to: &writer)
    needs.write(to: &writer)
    readers.write(to: &writer)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    anchors = try AnchorTables(from: &reader)
    needs = try NeedTables(from: &reader)
    readers = try ReaderTables(from: &reader)
  }
}
