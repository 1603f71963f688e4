// SPDX-License-Identifier: Apache-2.0

/// Words that are looked for in a stretch beside a verb of events, by the lexicon `event-sign`: a clause
/// that begins with 用于 (`purpose`) says what money is for.
package struct EventPhrases: Sendable {
  package let lists, contracts, holdings, purposes, capitals, benefits: EventForms
  package let paying, parts, prices, orders, works, visits, declared, receipts, notices: EventForms
  package let proxies, hands, asked, portions, sources: EventForms

  init(_ forms: ClassForms<EventSign>) {
    lists = forms.words(.list)
    contracts = forms.words(.contract)
    holdings = forms.words(.holding)
    purposes = forms.words(.purpose)
    capitals = forms.words(.capital)
    benefits = forms.words(.benefit)
    paying = forms.words(.paying)
    parts = forms.words(.part)
    prices = forms.words(.price)
    orders = forms.words(.order)
    works = forms.words(.work)
    visits = forms.words(.visit)
    declared = forms.words(.declared)
    receipts = forms.words(.receipt)
    notices = forms.words(.notice)
    proxies = forms.words(.proxy)
    hands = forms.words(.hand)
    asked = forms.words(.asked)
    portions = forms.words(.portion)
    sources = forms.words(.source)
  }
}
