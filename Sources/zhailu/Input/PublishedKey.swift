// SPDX-License-Identifier: Apache-2.0

/// What the publication date is called in `metadata.tsv` and JSON Lines, and what people call it.
enum PublishedKey {
  static let name = "published"

  /// Whether a column or key of this name is meant as the publication date, and is not read as it.
  static func isMistaken(_ name: String) -> Bool { mistaken.contains(name.lowercased()) }

  private static let mistaken: Set<String> = [
    "date", "day", "time", "datetime", "pubdate", "pub_date", "publication", "publish_date",
    "publication_date", "published_at", "publishedat", "publish_time", "pub_time", "日期", "时间",
    "发布日期", "发布时间", "发表日期", "出版日期", "發布日期", "發布時間", "發表日期",
  ]
}
