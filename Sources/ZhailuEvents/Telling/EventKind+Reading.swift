// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// What the reading knows of some kinds of events, whatever verb tells them.
extension EventKind {
  /// Whether it is done once: a gift that comes every year is no single one.
  var isSingle: Bool {
    switch self {
    case .donation, .support, .payment, .purchase, .investment, .loan: true
    default: false
    }
  }

  /// Whether of two that signed a contract one does it, and the other is whom it is done to.
  var isContracted: Bool {
    switch self {
    case .payment, .investment, .loan, .purchase, .sale, .support, .donation: true
    default: false
    }
  }

  /// Whether whom it is done to need not be named beside the verb: 印刷厂失火,保险公司赔付40万元.
  var isOwed: Bool { self == .payment || self == .exemption }
}

extension BodyKind {
  /// Whether such bodies tell of what others do: 市政府宣布, 商会牵线,甲公司捐款5万元.
  var tellsOfOthers: Bool {
    switch self {
    case .government, .party, .media, .judicial, .association: true
    default: false
    }
  }
}
