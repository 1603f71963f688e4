// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuText

@testable import ZhailuExtract

@Suite("Addresses of pages and mailboxes")
struct WebAddressesTests {
  @Test(
    "what stands in an address is no number",
    arguments: [
      "详见https://example.com/2020/03/18/n12.html?id=300&p=20%。",
      "请打开www.example.cn/a/20200318查看。",
      "来信请寄12wan@example.com或者zhang.san35@example.com。",
      "见<http://example.com/5%>。",
    ])
  func nothing(text: String) {
    let found = Road.records(text, all: true).filter { $0.type != .organization }
    #expect(found.isEmpty, "\(found.map(\.text))")
  }

  @Test(
    "what stands beside one is, and so is what only looks like one",
    arguments: [
      ("3月18日,https://example.com/5登出,20人报名。", ["3月18日", "20人"]),
      ("苹果@3.5元,梨@2.5元。", ["3.5元", "2.5元"]),
      ("比例为1:20,时间9:30//地点,共300元。", ["1", "20", "9", "30", "300元"]),
      ("www.example.com 20%", ["20%"]),
    ])
  func kept(text: String, expected: [String]) {
    let found = Road.records(text, all: true).filter { $0.type != .organization }
    #expect(found.map(\.text) == expected)
  }

  @Test("each run is looked through once")
  func once() {
    let units = Array(String(repeating: "1,", count: 20_000).utf16)
    units.withUnsafeBufferPointer { units in
      var (addresses, isHeld) = (WebAddresses(units), false)
      let time = ProcessorTime.of {
        for place in stride(from: 0, to: units.count, by: 2) {
          isHeld = isHeld || addresses.hold(place, place + 1)
        }
      }
      #expect(!isHeld)
      #expect(time < .seconds(10))
    }
  }
}
