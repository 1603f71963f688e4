// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct FieldPathTests {
  @Test func parts() {
    #expect(FieldPath("month") == FieldPath(groups: [], name: "month"))
    #expect(FieldPath("start.month") == FieldPath(groups: ["start"], name: "month"))
    #expect(FieldPath("a.b.c") == FieldPath(groups: ["a", "b"], name: "c"))
    #expect(FieldPath("start.month").inside(["min"]) == FieldPath("min.start.month"))
    #expect(FieldPath("month").inside([]) == FieldPath("month"))
  }
}
