// swift-tools-version: 6.1
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Swift's libraries inside the program, without what debuggers read: it starts in a third of the
// time and runs where Swift is not.
let linkStatically = ["-static-stdlib"]

// All that the library for C shows.
let exports = "\(Context.packageDirectory)/Bindings/c/zhailu.map"

// One-way imports: a target may use only the targets above it. CI checks the arrow with
// `swift build --explicit-target-dependency-import-check error`.
let package = Package(
  name: "zhailu",
  products: [
    .executable(name: "zhailu", targets: ["zhailu"]),
    // For programs in Swift; nothing that it is made of has unsafe flags, so that a package may ask
    // for it by version.
    .library(name: "Zhailu", targets: ["Zhailu"]),
    // For programs in C and in all that calls C, with Swift inside.
    .library(name: "CZhailu", type: .dynamic, targets: ["CZhailu"]),
    // For the package in Benchmarks/.
    .library(name: "ZhailuStages", targets: ["ZhailuStages"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc")]
    ),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"])]),
    .systemLibrary(
      name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"])]),
    .target(name: "CSHA256"),
    .target(name: "ZhailuText", dependencies: ["CICU"]),
    .target(name: "ZhailuSegment", dependencies: ["CICU", "ZhailuText"]),
    .target(name: "ZhailuValues", dependencies: ["ZhailuText"]),
    .target(name: "ZhailuRecords", dependencies: ["ZhailuText", "ZhailuValues"]),
    .target(
      name: "ZhailuRules",
      dependencies: [
        "CSHA256", "CZlib", "ZhailuText", "ZhailuSegment", "ZhailuValues",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    // The folder Rules inside the program: the tool compiles it, the stamp says that it did, C holds
    // the bytes. The header search path is where the tool leaves them; it is the same in every
    // scratch folder.
    .executableTarget(name: "compile-rules", dependencies: ["ZhailuRules"]),
    .plugin(name: "CompileRules", capability: .buildTool(), dependencies: ["compile-rules"]),
    .target(name: "ShippedStamp", plugins: ["CompileRules"]),
    .target(
      name: "CShippedRules", dependencies: ["ShippedStamp"],
      cSettings: [.headerSearchPath("../../.build/shipped-rules")]),
    .target(name: "CNoFoundationICU"),
    .target(name: "ZhailuShipped", dependencies: ["ShippedStamp", "CShippedRules", "ZhailuRules"]),
    .target(
      name: "ZhailuLoader", dependencies: ["ZhailuRules", "ZhailuShipped", "ZhailuText"]),
    .target(
      name: "ZhailuEvents",
      dependencies: ["ZhailuText", "ZhailuSegment", "ZhailuValues", "ZhailuRules"]
    ),
    .target(
      name: "ZhailuExtract",
      dependencies: [
        "ZhailuText", "ZhailuSegment", "ZhailuValues", "ZhailuRecords", "ZhailuRules",
        "ZhailuEvents",
      ]
    ),
    .target(
      name: "ZhailuScore",
      dependencies: ["ZhailuText", "ZhailuValues", "ZhailuRecords", "ZhailuExtract"]
    ),
    .target(
      name: "ZhailuStages",
      dependencies: [
        "ZhailuText", "ZhailuSegment", "ZhailuValues", "ZhailuRecords", "ZhailuRules",
        "ZhailuShipped", "ZhailuExtract",
      ]
    ),
    .target(
      name: "ZhailuDiff",
      dependencies: ["ZhailuText", "ZhailuRecords", "ZhailuRules"]
    ),
    .target(
      name: "ZhailuReport",
      dependencies: [
        "ZhailuText", "ZhailuValues", "ZhailuRecords", "ZhailuRules", "ZhailuExtract",
        "ZhailuScore", "ZhailuDiff",
      ],
      resources: [
        .embedInCode("Page/report.css"), .embedInCode("Page/dom.js"),
        .embedInCode("Page/charts.js"), .embedInCode("Page/article.js"),
        .embedInCode("Page/views.js"), .embedInCode("Page/main.js"),
      ]
    ),
    .target(name: "ZhailuConvert", dependencies: ["ZhailuText", "ZhailuRecords"]),
    .target(
      name: "ZhailuDatabase",
      dependencies: ["CSQLite", "ZhailuText", "ZhailuValues", "ZhailuRecords"]),
    // Not in a folder of its name: some file systems would take it for the program's.
    .target(
      name: "Zhailu",
      dependencies: [
        "ZhailuText", "ZhailuValues", "ZhailuRecords", "ZhailuRules", "ZhailuLoader",
        "ZhailuExtract", "CNoFoundationICU",
      ],
      path: "Sources/ZhailuLibrary"
    ),
    .target(
      name: "CZhailu",
      dependencies: [
        "ZhailuText", "ZhailuValues", "ZhailuRecords", "ZhailuRules", "ZhailuLoader",
        "ZhailuExtract", "CNoFoundationICU",
      ],
      swiftSettings: [.unsafeFlags(linkStatically, .when(configuration: .release))],
      linkerSettings: [
        .unsafeFlags(
          linkStatically + [
            "-Xlinker", "-s", "-Xlinker", "--gc-sections",
            "-Xlinker", "--version-script=\(exports)",
          ], .when(configuration: .release))
      ]
    ),
    .executableTarget(
      name: "zhailu",
      dependencies: [
        "CZlib", "ZhailuText", "ZhailuSegment", "ZhailuValues", "ZhailuRecords", "ZhailuRules",
        "ZhailuShipped", "ZhailuLoader", "ZhailuExtract", "ZhailuScore", "CNoFoundationICU",
        "ZhailuDiff", "ZhailuReport", "ZhailuConvert", "ZhailuDatabase",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.unsafeFlags(linkStatically, .when(configuration: .release))],
      linkerSettings: [
        // Nobody loads the program, so that it need not say what is in it a second time, and may stand where
        // it was linked for: 86,000 places need not be corrected at each start.
        .unsafeFlags(
          linkStatically + [
            "-Xlinker", "-S", "-Xlinker", "--no-export-dynamic", "-Xclang-linker", "-no-pie",
          ],
          .when(configuration: .release))
      ]
    ),
    // The clock of tests that ask how long something takes.
    .target(name: "TestClock", path: "Tests/TestClock"),
    .testTarget(name: "ZhailuTextTests", dependencies: ["ZhailuText", "TestClock"]),
    .testTarget(
      name: "ZhailuSegmentTests", dependencies: ["ZhailuSegment", "ZhailuText", "TestClock"]),
    .testTarget(
      name: "ZhailuValuesTests", dependencies: ["ZhailuValues", "ZhailuText", "TestClock"]),
    .testTarget(
      name: "ZhailuRecordsTests", dependencies: ["ZhailuRecords", "ZhailuText", "ZhailuValues"]),
    .testTarget(name: "ZhailuLoaderTests", dependencies: ["ZhailuLoader", "ZhailuRules"]),
    .testTarget(name: "ZhailuRulesTests", dependencies: ["ZhailuRules", "ZhailuShipped"]),
    .testTarget(
      name: "ZhailuEventsTests",
      dependencies: [
        "ZhailuEvents", "ZhailuExtract", "ZhailuRecords", "ZhailuRules", "ZhailuShipped",
        "ZhailuText", "ZhailuValues", "TestClock",
      ]
    ),
    .testTarget(
      name: "ZhailuExtractTests",
      dependencies: [
        "ZhailuExtract", "ZhailuRecords", "ZhailuRules", "ZhailuShipped", "ZhailuText",
        "ZhailuValues", "ZhailuSegment", "TestClock", .product(name: "Yams", package: "Yams"),
      ]
    ),
    .testTarget(
      name: "ZhailuScoreTests",
      dependencies: ["ZhailuScore", "ZhailuExtract", "ZhailuRecords", "ZhailuText", "ZhailuValues"]),
    .testTarget(name: "ZhailuStagesTests", dependencies: ["ZhailuStages", "TestClock"]),
    .testTarget(
      name: "ZhailuDiffTests",
      dependencies: ["ZhailuDiff", "ZhailuRecords", "ZhailuRules", "ZhailuText"]),
    .testTarget(
      name: "ZhailuReportTests",
      dependencies: ["ZhailuReport", "ZhailuDiff", "ZhailuRecords", "ZhailuText", "ZhailuValues"]),
    .testTarget(
      name: "ZhailuConvertTests", dependencies: ["ZhailuConvert", "ZhailuRecords", "ZhailuText"]),
    .testTarget(
      name: "ZhailuDatabaseTests",
      dependencies: ["ZhailuDatabase", "ZhailuRecords", "ZhailuText", "ZhailuValues"]),
    .testTarget(name: "ZhailuLibraryTests", dependencies: ["Zhailu", "library-example"]),
    .testTarget(name: "CZhailuTests", dependencies: ["CZhailu"]),
    .testTarget(name: "zhailuTests", dependencies: ["zhailu", "Zhailu", "ZhailuDatabase"]),
    // The examples of the library's documentation, so that each build compiles them.
    .executableTarget(
      name: "library-example", dependencies: ["Zhailu"], path: "Bindings/swift",
      exclude: ["output.txt"]),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz targets are built by `Scripts/fuzz` only, which names libFuzzer's archive: they stand in
// this package because they call what is `package`, and apart because not every toolchain has libFuzzer.
if let libFuzzer = Context.environment["ZHAILU_LIBFUZZER"] {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CZlib", "ZhailuText", "ZhailuValues", "ZhailuRecords", "ZhailuRules", "ZhailuShipped",
        "ZhailuLoader", "ZhailuExtract", "ZhailuDatabase",
      ],
      path: "Fuzz",
      exclude: ["regressions", "words.txt"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags([libFuzzer, "-lstdc++"])]))
}
