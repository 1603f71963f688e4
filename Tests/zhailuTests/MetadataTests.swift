// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `metadata.tsv` beside the files of a folder, as a user writes it.
@Suite("metadata.tsv")
struct MetadataTests {
  @Test(
    "a header that cannot be read is told once, and nothing is extracted",
    arguments: [
      ("file\tdate\n", "the column 【date】 is not read as the date; call it published"),
      (
        "file published\n",
        "the header has no tab, and fields are set apart by tabs: file<tab>published"
      ),
      (
        "file,published\n",
        "the header has no tab, and fields are set apart by tabs: file<tab>published"
      ),
      ("文件\t发布日期\n", "the header has no column 【file】; it begins file<tab>published"),
      ("a.txt\t2021-05-01\n", "the header has no column 【file】; it begins file<tab>published"),
    ])
  func headers(header: String, words: String) throws {
    let files = try TemporaryFolder()
    for name in ["a", "b", "sub/c"] { try files.write("3月18日开工", to: "in/\(name).txt") }
    try files.write(header, to: "in/metadata.tsv")
    let run = try Program("extract", "in", in: files)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors == "in/metadata.tsv:1: \(words)\n")
  }

  @Test(
    "faults of rows are told",
    arguments: [
      ("file\tpublished\na.txt 2021-05-01\n", ":2: this row has no tab"),
      ("file\tpublished\na.txt\t2021-05-01\na.txt\t2022-05-01\n", ":3: a second row of 【a.txt】"),
      ("file\tpublished\nb.txt\t2021-05-01\n", ": rows of files that are not there: b.txt"),
    ])
  func metadataFaults(text: String, words: String) throws {
    let files = try TemporaryFolder()
    try files.write("3月18日开工", to: "a.txt")
    try files.write(text, to: "metadata.tsv")
    let run = try Program("extract", "a.txt", in: files)
    #expect(run.status == (words.hasPrefix(": rows") ? 0 : 3))
    #expect(run.errors.contains("metadata.tsv\(words)"), "\(run.errors)")
  }

  @Test("metadata.tsv may have the quotation marks of a spreadsheet")
  func quotedMetadata() throws {
    let files = try TemporaryFolder()
    try files.write("3月18日开工", to: "a.txt")
    try files.write(
      "\"file\"\t\"published\"\t\"title\"\na.txt\t\"2021-05-01\"\t\"他说\"\"好\"\"\"\n",
      to: "metadata.tsv")
    #expect(try Program("extract", "a.txt", in: files).output.contains("2021-03-18"))
  }

  @Test("metadata.tsv may have a byte-order mark and Windows line ends")
  func windowsMetadata() throws {
    let files = try TemporaryFolder()
    try files.write("3月18日开工", to: "a.txt")
    try files.write("\u{FEFF}file\tpublished\r\na.txt\t2021-05-01\r\n", to: "metadata.tsv")
    let run = try Program("extract", "a.txt", in: files)
    #expect(run.output.contains("2021-03-18"))
  }

  @Test("a misspelt column of metadata.tsv is told")
  func misspeltColumn() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。", to: "a.txt")
    try files.write("file\tpublishd\na.txt\t2021-05-01\n", to: "metadata.tsv")
    let run = try Program("extract", "a.txt", in: files)
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "metadata.tsv:1: the column 【publishd】 is not known; did you mean published?"))
  }
}
