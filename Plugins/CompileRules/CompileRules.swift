// SPDX-License-Identifier: Apache-2.0
import Foundation
import PackagePlugin

/// Compiles the folder `Rules` at build time, again whenever a file of it or the compiler changes.
@main
struct CompileRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let package = context.package.directoryURL
    let rules = package.appending(path: "Rules")
    // Not in the plugin's own folder: C finds it from the package's, whichever scratch folder.
    let image = package.appending(path: ".build/shipped-rules/rules.image")
    let stamp = context.pluginWorkDirectoryURL.appending(path: "ShippedStamp+Generated.swift")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
    let inputs = paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }.sorted()
    return [
      .buildCommand(
        displayName: "Compiling Rules",
        executable: try context.tool(named: "compile-rules").url,
        arguments: [rules.path, image.path, stamp.path],
        inputFiles: inputs.map { rules.appending(path: $0) },
        outputFiles: [stamp])
    ]
  }
}
