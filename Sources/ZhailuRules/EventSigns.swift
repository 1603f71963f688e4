// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Characters and units that say what a stretch beside a verb of events is, by the lexicon
/// `event-sign`: 一家福建公司 ends in 司 (`body-end`) and so is somebody who acts.
package struct EventSigns: Sendable {
  package let bodyEnds, siteEnds, personEnds, placeEnds, commonEnds, dueEnds, moneyEnds: UnitSet
  package let givingEnds, receiverEnds, buildEnds, leadEnds, tails, edges, nounStops: UnitSet
  package let joiners, withs, articles, plurals, rests, ofs, existences, copulas, pairs: UnitSet
  package let finished, done, completing, planned, futures, carriedOut: UnitSet
  package let targets, givers, circumstances, loans, wires, behindNames, toos, titleEnds: UnitSet
  package let somes, pers: UnitSet
  package let partyUnits, idleUnits: Set<String>

  init(_ forms: ClassForms<EventSign>) {
    bodyEnds = forms.units(.bodyEnd)
    siteEnds = forms.units(.siteEnd)
    personEnds = forms.units(.personEnd)
    placeEnds = forms.units(.placeEnd)
    commonEnds = forms.units(.commonEnd)
    dueEnds = forms.units(.dueEnd)
    moneyEnds = forms.units(.moneyEnd)
    givingEnds = forms.units(.givingEnd)
    receiverEnds = forms.units(.receiverEnd)
    buildEnds = forms.units(.buildEnd)
    leadEnds = forms.units(.leadEnd)
    tails = forms.units(.tail)
    edges = forms.units(.edge)
    nounStops = forms.units(.nounStop)
    joiners = forms.units(.joiner)
    withs = forms.units(.with)
    articles = forms.units(.article)
    plurals = forms.units(.plural)
    rests = forms.units(.rest)
    ofs = forms.units(.of)
    existences = forms.units(.existence)
    copulas = forms.units(.copula)
    pairs = forms.units(.pair)
    finished = forms.units(.finished)
    done = forms.units(.done)
    completing = forms.units(.completing)
    planned = forms.units(.planned)
    futures = forms.units(.future)
    carriedOut = forms.units(.carried)
    targets = forms.units(.target)
    givers = forms.units(.giver)
    circumstances = forms.units(.circumstance)
    loans = forms.units(.loan)
    wires = forms.units(.wire)
    behindNames = forms.units(.behindName)
    toos = forms.units(.too)
    somes = forms.units(.some)
    pers = forms.units(.per)
    titleEnds = UnitSet(personEnds.units + forms.units(.titleEnd).units)
    partyUnits = Set(forms[.partyUnit])
    idleUnits = Set(forms[.idleUnit])
  }
}
