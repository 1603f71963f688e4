import Testing
extension ScoreReportTests { @Test func dump() { print("<<<" + currentText + ">>>") } }
