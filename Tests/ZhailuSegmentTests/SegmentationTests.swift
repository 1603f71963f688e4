// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuSegment
import ZhailuText

@Suite struct SegmentationTests {
  @Test(arguments: [
    (0, 0), (4, 0), (5, nil), (6, 1), (8, 1), (9, 2), (11, 2), (12, nil), (99, nil), (-1, nil),
  ])
  func theSentenceAtAPlace(offset: Int, sentence: Int?) {
    let segmentation = Segmentation(sentences: [Extent(0, 5), Extent(6, 9), Extent(9, 12)])
    #expect(segmentation.sentence(at: offset) == sentence)
  }

  @Test func withoutSentences() {
    #expect(Segmentation(sentences: []).sentence(at: 0) == nil)
  }
}
