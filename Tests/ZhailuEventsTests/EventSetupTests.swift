// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Bodies that are set up")
struct EventSetupTests {
  @Test(
    "a body without a name stands before a verb without an object, and may be told when and where")
  func unnamed() throws {
    try EventRoad.expect("市图书馆城南分馆昨日在南湖公园揭牌。", ["setup → 市图书馆城南分馆 2020-03-19"])
    try EventRoad.expect("武汉大学与青禾控股集团共建的研究院正式揭牌。", ["setup 武汉大学、青禾控股集团→ 研究院"])
    try EventRoad.expect("青禾控股集团股权在联合产权交易所公开挂牌。", [])
  }

  @Test("behind 设 stands what ends as bodies and sites do, and how many")
  func sites() throws {
    try EventRoad.expect("青禾控股集团在出口设检疫点6个。", ["setup 青禾控股集团→ 6 个 检疫点"])
    try EventRoad.expect("青禾控股集团共设服务驿站3处。", ["setup 青禾控股集团→ 3 处 驿站"])
    try EventRoad.expect("青禾控股集团下设科室6个。", [])
    try EventRoad.expect("青禾控股集团设灯组120组。", [])
  }

  @Test("no body sets itself up, and a course is none")
  func others() throws {
    try EventRoad.expect("该行前身为1971年创立的青禾控股集团。", ["setup → 青禾控股集团 1971"])
    try EventRoad.expect("市妇联在抓好培训的同时，还为女工开设了心理课。", [])
  }
}
