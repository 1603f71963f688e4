// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

/// What `AnchorLists` leaves out must be what cannot match.
@Suite("Anchors")
struct AnchorListsTests {
  static let texts = [
    "3月18日,鲁谷街道商会购买170件全新军大衣。",
    "在线途游(北京)科技有限公司向武汉慈善总会捐款200万,万达集团减免金额超过40亿元。",
    "1 2 3 4,  5 万元\t6 月 7 日上午 9 点至 11 点半",
    "村里欠款不少,光他家就十二万多。今年房租收入(含水电费),合起来八百。",
    "本报北京7月9日讯 今年1至9月份,全区增长百分之三十五,正月初一至初九,三五百人",
  ]

  @Test(
    "an edge is listed for just the programs that can read what stands beside it and farther on",
    arguments: texts)
  func listed(text: String) throws {
    let extractor = try Extractor(rules: .compiled())
    _ = extractor.extractions(of: SourceText(id: "a", text: text, published: nil))
    let reading = SlowReading(extractor)
    let lists = Self.lists(of: extractor.run)
    var (wrong, count) = ([String](), 0)
    for (number, program) in reading.machine.programs.enumerated() where program.anchorSet >= 0 {
      let listed = lists[Int32(number)] ?? []
      for (index, edge) in reading.edges(of: program) {
        let isWanted = reading.canBegin(program, at: edge)
        let isListed = listed.contains(Int32(index))
        if isListed ? !isWanted : isWanted && reading.hasWalks(Int32(number), edge) {
          let place = "\(edge.start)-\(edge.end)"
          wrong.append("\(reading.rule(of: number)), program \(number), at \(place): \(isWanted)")
        }
        count += 1
      }
    }
    #expect(wrong == [])
    #expect(count > 100)
  }

  /// The edges that each program of the machine is tried at.
  private static func lists(of run: MatchRun) -> [Int32: Set<Int32>] {
    var lists: [Int32: Set<Int32>] = [:]
    let view = run.text.anchors.view
    for place in run.rules.order.indices {
      view.forEachListed(ofUnitAt: place) { ordinal, program in
        var next = view.first(of: ordinal)
        while next >= 0 {
          lists[program, default: []].insert(view[next].edge)
          next = view[next].next
        }
      }
    }
    return lists
  }

  @Test(
    "matches that nobody can read are left out, and what is found is the same", arguments: texts)
  func unread(text: String) throws {
    let extractor = try Extractor(rules: .compiled())
    let source = SourceText(id: "a", text: text, published: nil)
    let types = Set(MentionType.allCases)
    let records = extractor.records(of: source, types: types)
    let few = extractor.run.matches.count
    let extractions = extractor.extractions(of: source)
    let all = extractor.run.matches.count
    #expect(extractor.records(of: source, extractions: extractions, types: types) == records)
    #expect(few < all)
  }
}

/// What may begin at an edge, read move by move: what the lists know by rows of bits.
private struct SlowReading {
  let machine: Machine
  private let run: MatchRun
  private let rules: RuleSet
  private let found: Set<Int32>

  init(_ extractor: Extractor) {
    (run, rules) = (extractor.run, extractor.rules)
    machine = rules.machine
    found = Set(machine.units.map(\.kind))
  }

  /// The edges that a program may be anchored at by their kind alone, with their numbers.
  func edges(of program: Machine.Program) -> [(Int, Lattice.Edge)] {
    (0..<run.text.lattice.edges.count).map { ($0, run.text.lattice.edges[$0]) }
      .filter { machine.set(program.anchorSet, contains: Int($0.1.kind)) }
  }

  func rule(of program: Int) -> String {
    machine.units.firstIndex { $0.programs.contains(Int32(program)) }
      .map { rules.units[$0].rule.id } ?? "?"
  }

  func canBegin(_ program: Machine.Program, at edge: Lattice.Edge) -> Bool {
    accepts(edge, program.test)
      && canRead(machine.states[Int(program.right)], at: Int(edge.end), isRight: true)
      && canRead(machine.states[Int(program.left)], at: Int(edge.start), isRight: false)
  }

  /// Of a walk that is left out for what it needs farther on nothing comes.
  func hasWalks(_ program: Int32, _ edge: Lattice.Edge) -> Bool {
    var matcher = run.matcher
    let one = program..<program + 1
    return matcher.matches(one, .anything, at: edge.end, .right)
      && matcher.matches(one, .anything, at: edge.start, .left)
  }

  /// Of tests beyond those that have a bit the lists know nothing: any numeral may pass them.
  private func accepts(_ edge: Lattice.Edge, _ test: Int32) -> Bool {
    test >= Machine.mostTestBits && edge.source == .numeral
      || run.matcher.numeralTests.accepts(edge, test)
  }

  private func canRead(_ state: Machine.State, at place: Int, isRight: Bool) -> Bool {
    let moves = (state.firstMove..<state.firstMove + state.moveCount).map {
      machine.moves[Int($0)]
    }
    if state.wants.isOpen || !state.wants.classes.isEmpty
      || moves.contains(where: { move in found.contains { reads($0, move) } })
    {
      return true
    }
    return stands(moves, at: place, isRight)
      || character(at: place, isRight) == 0x20
        && stands(moves, at: isRight ? place + 1 : place - 1, isRight)
  }

  private func reads(_ kind: Int32, _ move: Machine.Move) -> Bool {
    move.action == .edge && machine.set(move.argument, contains: Int(kind))
  }

  private func stands(_ moves: [Machine.Move], at place: Int, _ isRight: Bool) -> Bool {
    moves.contains { move in
      move.action == .edge
        ? run.text.lattice.edges.elements.contains {
          Int(isRight ? $0.start : $0.end) == place && reads($0.kind, move)
            && accepts($0, move.test)
        }
        : character(at: place, isRight) == move.first
    }
  }

  /// What stands beside a place.
  private func character(at place: Int, _ isRight: Bool) -> UInt16? {
    let unit = isRight ? place : place - 1
    return (0..<run.text.units.count).contains(unit) ? run.text.units[unit] : nil
  }
}
