// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What the program writes depends on its input alone: not on where, in which language and when it
/// runs.
@Suite struct EnvironmentTests {
  private static let document =
    #"{"id":"a","text":"昨日23时59分,今年3月18日到去年除夕,上周五至本周日,三天前,"#
    + #"2019年春节假期,每周三14:30,半年后,4/5G,2020年2月29日24时。","published":"2020-03-20T23:59:59"}"#
    + "\n" + #"{"id":"b","text":"3月18日,昨天,明年,12月31日"}"# + "\n"

  private static let places: [(zone: String, locale: String)] = [
    ("UTC", "C"), ("Asia/Shanghai", "zh_CN.UTF-8"), ("Asia/Taipei", "zh_TW.UTF-8"),
    ("America/Los_Angeles", "en_US.UTF-8"), ("Pacific/Kiritimati", "fr_FR.UTF-8"),
    ("Pacific/Pago_Pago", "ar_EG.UTF-8"), ("Asia/Kathmandu", "th_TH.UTF-8"),
    ("Europe/Istanbul", "tr_TR.UTF-8"), ("Africa/Casablanca", "fa_IR.UTF-8"),
    ("Australia/Lord_Howe", "ja_JP.eucJP"),
  ]

  private func output(zone: String, locale: String) throws -> String {
    let run = try Program(
      ["extract"], input: Data(Self.document.utf8),
      environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale, "LANGUAGE": locale])
    #expect(run.status == 0)
    return run.output
  }

  @Test func theSameInTenPlaces() throws {
    let first = try output(zone: "UTC", locale: "C")
    #expect(first.contains("2020-03-19T23:59"))
    #expect(first.contains("XXXX-03-18"))
    for place in Self.places {
      let other = try output(zone: place.zone, locale: place.locale)
      #expect(other == first, "\(place)")
    }
  }

  /// No code on the road from text to records can ask for the time, the zone or the language.
  @Test func nothingReadsTheClock() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let forbidden = [
      "Date()", "time(nil", "gettimeofday", "clock_gettime", "localtime", "TimeZone", "Locale",
      "Calendar.current", "ContinuousClock", "SuspendingClock", "strftime", "setlocale",
    ]
    let targets = [
      "ZhailuText", "ZhailuSegment", "ZhailuValues", "ZhailuRecords", "ZhailuRules",
      "ZhailuEvents", "ZhailuExtract",
    ]
    for target in targets {
      let folder = root.appending(path: target)
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      for file in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in forbidden {
          #expect(!text.contains(word), "\(file.lastPathComponent) has \(word)")
        }
      }
    }
  }
}
