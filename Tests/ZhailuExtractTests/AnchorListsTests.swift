// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped
import ZhailuText

@testable import ZhailuExtract

/// What `AnchorLists` leaves out must be what cannot match.
@Suite("Anchors")
struct AnchorListsTests {
  static let texts = [
    "3月18日,鲁谷街道商会购买170件全新军大衣。",
    "在线途游(北京)科技有限公司向武汉慈善总会捐款200万,万达集团减免金额超过40亿元。",
    "1 2 3 4,  5 万元\t6 月 7 日上午 9 点至 11 点半",
    "本报北京7月9日讯 今年1至9月份,全区增长百分之三十五,正月初一至初九,三五百人",
  ]

  @Test(arguments: texts)
  func whatMayGetOnIsListed(text: String) throws {
    let extractor = try Extractor(rules: .compiled())
    _ = extractor.extractions(of: SourceText(id: "a", text: text, published: nil))
    let (run, machine) = (extractor.run, extractor.rules.machine)
    var missing: [String] = []
    for (number, program) in machine.programs.enumerated() where program.anchorSet >= 0 {
      let listed = Self.edges(of: Int32(number), in: run.text.anchors)
      for index in 0..<run.text.lattice.edges.count where !listed.contains(Int32(index)) {
        let edge = run.text.lattice.edges[index]
        let (right, left) = (
          machine.states[Int(program.right)], machine.states[Int(program.left)]
        )
        if run.text.lattice.set(Int(program.anchorSet), contains: edge.kind),
          run.matcher.mayRead(right, at: edge.end, .right, run.text),
          run.matcher.mayRead(left, at: edge.start, .left, run.text)
        {
          missing.append("program \(number) at \(edge.start)-\(edge.end)")
        }
      }
    }
    #expect(missing.isEmpty)
  }

  private static func edges(of program: Int32, in anchors: AnchorLists) -> Set<Int32> {
    var edges: Set<Int32> = []
    var next = anchors.first(of: program)
    while next >= 0 {
      edges.insert(anchors[next].edge)
      next = anchors[next].next
    }
    return edges
  }
}
