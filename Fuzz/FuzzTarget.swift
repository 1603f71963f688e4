// SPDX-License-Identifier: Apache-2.0
import ZhailuDatabase
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

/// What is fuzzed: bytes go in; a trap, an address error or a broken promise comes out.
enum FuzzTarget {
  nonisolated(unsafe) static let all: [String: ([UInt8]) -> Void] = [
    "decoder": decoder, "html": html, "jsonl": jsonl, "json": json, "rules": rules,
    "lexicon": lexicon, "numerals": numerals, "dates": dates, "pipeline": pipeline, "rows": rows,
  ]

  // MARK: Reading

  private static let encodings = [nil, "UTF-8", "GB18030", "GBK", "Big5", "UTF-16LE", "UTF-16BE"]

  /// The first byte picks how; whatever comes is UTF-16 whose surrogates stand in pairs.
  private static func decoder(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let encoding = encodings[Int(first) % encodings.count]
    guard let decoded = try? TextDecoder.decode(rest, encoding: encoding) else { return }
    demand(areSurrogatesPaired(decoded.units), "surrogates of \(decoded.encoding)")
    demand(decoded.units.count <= 2 * rest.count, "more text than bytes")
    demand(decoded.malformed == 0 || decoded.firstMalformed != nil, "no place of what is malformed")
  }

  private static func html(_ bytes: [UInt8]) {
    let units = UTF8Decoder.decode(bytes).units
    let text = HTMLText.text(of: units)
    demand(areSurrogatesPaired(text), "surrogates of HTML")
  }

  private static func jsonl(_ bytes: [UInt8]) {
    let contents = JSONLReader(defaultDate: nil).read(bytes, place: "fuzz")
    let text = bytes.dropFirst(bytes.starts(with: StreamHead.byteOrderMark) ? 3 : 0)
    let lines = text.split(separator: 0x0A).count { $0.contains { $0 > 0x20 } }
    demand(contents.documents.count + contents.failures.count == lines, "a line without a word")
    for document in contents.documents {
      demand(areSurrogatesPaired(document.units), "surrogates of JSON Lines")
    }
  }

  private static func json(_ bytes: [UInt8]) {
    guard let value = try? JSONParser.parse(bytes) else { return }
    _ = value["text"]?.text
    _ = try? Record(jsonLine: bytes)
  }

  private static func rows(_ bytes: [UInt8]) {
    guard let rows = try? DocumentRows(frame: bytes) else { return }
    _ = NameSuffixes.of(rows.name)
    guard let again = try? DocumentRows(frame: Array(rows.bytes.dropFirst(4))) else {
      return demand(false, "rows that cannot be read again")
    }
    demand(again == rows, "rows that are others when read again")
  }

  // MARK: Rules

  /// A pack whose rule file and stages stand in the bytes, set apart by a zero.
  private static func rules(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    read([
      ("stages.yaml", parts.count > 2 ? parts[2] : stages), ("amount.yaml", parts[0]),
      ("lexicon/currency.tsv", parts.count > 1 ? parts[1] : "form\tcurrency\n元\tCNY\n"),
    ])
  }

  private static func lexicon(_ bytes: [UInt8]) {
    let rule = """
      - rule: amount.plain
        finds: amount
        says: A sum.
        pattern: "【{amount}{currency}】"
        where: { amount: number, currency: lexicon currency }

      """
    read([
      ("stages.yaml", stages), ("amount.yaml", rule),
      ("lexicon/currency.tsv", String(decoding: bytes, as: UTF8.self)),
    ])
  }

  private static let stages = "stages:\n  - stage: amounts\n    files: [amount.yaml]\n"

  private static func read(_ files: [(path: String, text: String)]) {
    let source = RuleSource(
      files: files.map { RuleSource.File(path: $0.path, displayPath: $0.path, text: $0.text) })
    _ = try? RuleSet(source)
  }

  // MARK: Values

  private static func numerals(_ bytes: [UInt8]) {
    let units = FoldTable.folded(UTF8Decoder.decode(bytes).units[...])
    var last = ExactDecimal(7)
    units.withUnsafeBufferPointer { units in
      for start in units.indices {
        guard let numeral = NumeralReader.read(units, at: start) else { continue }
        _ = numeral.low.description
        _ = numeral.high?.description
        demand(!(numeral.low < last && last < numeral.low), "an order of numbers")
        if let quotient = numeral.low.divided(by: last) {
          demand(quotient.times(last).map { $0 == numeral.low } ?? true, "a quotient")
        }
        _ = last.approximated(by: numeral.low, digits: 30)
        last = numeral.low
      }
    }
  }

  private static let dateWords: [String] = {
    let words =
      "年 月 日 号 时 点 分 秒 季度 周 星期 一 二 三 四 五 六 七 八 九 十 百 千 〇 两 半 今 明 昨 前 后 去 上 下 本 "
      + "初 底 末 中旬 上旬 下旬 至 到 - 、 , 。 ( ) 春节 除夕 清明 国庆 元旦 正月 闰 腊月 廿 冬至 立春 上午 下午 晚 凌晨 "
      + "世纪 年代 公元前 民国 光绪 每 小时 天 个月 多 余 近 约 以来 以前 之后 同 当 翌 工作日 周末 双休日 假期 24 31 30 29 02 "
      + "2020 1949 9999 0000 12 13 0 1 2 3 4 5 6 7 8 9 / . : T Z ~ 第 财年 月底 年底 年初 昨日 前天 大后天 上周五 "
      + "下个月 三天前 两年后 五一 十一 双十一 平安夜 世界杯 FY Q1 H2 天前 周年 刻钟 夜 \n"
    return words.split(separator: " ").map(String.init)
  }()

  /// Each byte is a word of dates, so that most texts are nearly dates.
  private static func dates(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let text = bytes.dropFirst().map { dateWords[Int($0) % dateWords.count] }.joined()
    let days = [nil, "2020-02-29", "0001-01-01", "9999-12-31", "2024-03-20T23:59:59"]
    let day = days[Int(first) % days.count].flatMap { PublicationDate($0) }
    extract(SourceText(id: "d", text: text, published: day), types: [.date])
  }

  // MARK: All of it

  nonisolated(unsafe) private static let extractor: Extractor = {
    do { return try Extractor(rules: try RuleSet.compiled()) } catch { fatalError("\(error)") }
  }()

  /// The first byte picks the format.
  private static func pipeline(_ bytes: [UInt8]) {
    guard let first = bytes.first,
      let decoded = try? TextDecoder.decode(
        Array(bytes.dropFirst()), encoding: first & 1 == 0 ? nil : "UTF-8")
    else { return }
    let units = first & 2 == 0 ? decoded.units : HTMLText.text(of: decoded.units)
    let published = first & 4 == 0 ? nil : PublicationDate("2020-03-20")
    extract(
      SourceText(id: "p", units: units, published: published), types: Set(MentionType.allCases))
  }

  /// Every record is what the contract says: in its place, in order, JSON that can be read.
  private static func extract(_ source: SourceText, types: Set<MentionType>) {
    let records = extractor.records(of: source, types: types)
    let scalars = Array(String(decoding: source.units, as: UTF16.self).unicodeScalars)
    var before = Span(start: 0, end: 0)
    for record in records {
      let span = record.span
      demand(0 <= span.start && span.start < span.end && span.end <= scalars.count, "a place")
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[span.start..<span.end])
      demand(String(slice).utf8.elementsEqual(record.text.utf8), "text is not its slice")
      demand(before <= span, "order")
      before = span
      var json = JSONWriter()
      record.write(to: &json)
      demand((try? JSONParser.parse(json.bytes))?["id"]?.text == record.id, "JSON of a record")
    }
    var lines = JSONWriter()
    for record in records { record.write(to: &lines) }
    var written = JSONWriter()
    extractor.write(recordsOf: source, types: types, to: &written) { _ in }
    demand(lines.bytes == written.bytes, "lines are not the records")
    let rows = DocumentRows(of: source, digest: "", records: records, keepsText: true)
    demand((try? DocumentRows(frame: Array(rows.bytes.dropFirst(4)))) == rows, "rows")
  }

  // MARK: Promises

  private static func demand(_ holds: Bool, _ promise: @autoclosure () -> String) {
    guard holds else { fatalError("broken promise: \(promise())") }
  }

  private static func areSurrogatesPaired(_ units: [UInt16]) -> Bool {
    var isOpen = false
    for unit in units {
      let (isHigh, isLow) = (unit & 0xFC00 == 0xD800, unit & 0xFC00 == 0xDC00)
      if isOpen != isLow { return false }
      isOpen = isHigh
    }
    return !isOpen
  }
}
