// What the pure core offers to server, site and command line.
export { runCases } from './cases/run-cases.ts';
export { computeIndex, rankBodies, scoreBodies } from './compute-index.ts';
export { type IllustrativeOptions, illustrativeRound } from './illustration/illustrative-round.ts';
export { displayDate, displayDecimal, displayFraction } from './quantity/display.ts';
export { isNumberText, shortest } from './quantity/number-text.ts';
export { type DomainRanks, rankDomains } from './ranking/domain-ranks.ts';
export { type Fault, type FaultCode, Faults } from './reading/faults.ts';
export { readJson } from './reading/json.ts';
export { canonicalText, hashOf } from './reading/normal-form.ts';
export { at, type Path, ROOT } from './reading/path.ts';
export { faultsOfReading, isObject, NumberToken, type Place, type Raw, type RawDocument, Unreadable } from './reading/raw.ts';
export { readYaml } from './reading/yaml.ts';
export { maximaBySource } from './scheme/maxima.ts';
export type { Placed } from './scheme/placed-parts.ts';
export { readScheme } from './scheme/read.ts';
export { hasParts, type Item, itemsOf, itemsOfDomains, type Scheme, SOURCES } from './scheme/types.ts';
export { affectedItems, figuresOf, itemsUsing } from './scoring/affected-items.ts';
export { maximaOfOthers, type PastPoints, pastPoints } from './scoring/beside-points.ts';
export { figureTypesOf } from './scoring/body-inputs.ts';
export { isClaim, isRefused, scoreIfConfirmed, snapshotIfConfirmed } from './scoring/claims.ts';
export { ownItems } from './scoring/own-items.ts';
export { prepareScheme } from './scoring/prepared.ts';
export { type BodyResult, type Index, type ItemResult, RESULT_LINES_FORMAT, type Result, type Summary } from './scoring/result.ts';
export { scoreBody } from './scoring/score-body.ts';
export { type SheetScore, scoreSheet } from './scoring/score-sheet.ts';
export {
  type OwnPoints,
  ownPoints,
  ownPointsIfUnconfirmed,
  type PartPoints,
  type SheetPoints,
  type SourcePoints,
  sheetPoints,
} from './scoring/sheet-points.ts';
export { type Declarable, declarable } from './snapshot/check-body.ts';
export { type KeyedPart, keysInLine, type PartStore, SnapshotLines } from './snapshot/lines.ts';
export { readSnapshot, type SchemeFileReader } from './snapshot/read.ts';
export { SNAPSHOT_LINES_FORMAT } from './snapshot/types.ts';
export { csvLine } from './text/csv-line.ts';
export { searchFit } from './text/search-fit.ts';
export { searchKey } from './text/search-key.ts';
export { describeRule } from './words/describe-rule.ts';
export { countScheme, describeScheme, guidanceText, isAssumed, ruleLines, type SchemeRow } from './words/describe-scheme.ts';
export { explainItem, type ItemWords } from './words/explain-item.ts';
export { inLanguage, type Language, PHRASES } from './words/index.ts';
export { legalBasisInFull, legalBasisText, validityText } from './words/legal-basis.ts';
export { pointsOver, pointsText } from './words/points-text.ts';
export type { RuleWords } from './words/rule-wording.ts';
export { type SchemeNames, schemeNames } from './words/scheme-names.ts';
export { unreadableText } from './words/unreadable.ts';
