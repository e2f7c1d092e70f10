import { itemsUsing, type Language, type SheetScore, schemeNames } from '@parindex/core';
import type { reviewAnswer } from '@parindex/core/contracts/schemas/index';
import { sheetDataAt, targetKey, targetOfKey, withProposals } from '@parindex/core/ledger/index';
import { findingsByItem } from '@parindex/core/review/by-item';
import {
  type CitedHint,
  contradictionsOf,
  type Finding,
  type Review,
  type ReviewCounts,
  type ReviewInput,
  reviewCounts,
  reviewSheet,
} from '@parindex/core/review/index';
import { findingText } from '@parindex/core/words/finding-text';
import type { z } from 'zod';
import { Problem } from '../../http/problems.ts';
import { type CheckFiles, checksOf } from '../editions/checks.ts';
import { NO_ASSIGNMENTS, type SheetAssignments } from '../sheets/assigned.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { scoreStage } from '../sheets/sheet.ts';
import { type PartsSeen, seesPart } from '../sheets/within-the-body.ts';
import { awaitingApproval } from './awaiting-approval.ts';

/** A sheet as its body claims it, prepared for the check; `score` if it has been scored already. */
function reviewInput(
  { place, edition, sheet, beside }: OpenSheet,
  hints: readonly CitedHint[],
  assigned: SheetAssignments,
  score: SheetScore = scoreStage(edition, place, sheet, 'claimed', beside),
): ReviewInput {
  const claimed = sheet.columns.claimed;
  const { figures } = sheetDataAt(edition.scheme, sheet, 'claimed');
  const fields = (target: Parameters<typeof targetKey>[0]) => claimed.get(targetKey(target))?.fields ?? {};
  return {
    prepared: edition.prepared,
    year: place.year,
    score,
    figures,
    previous: beside.previous ?? undefined,
    fields,
    hints,
    awaitingApproval: awaitingApproval(assigned, sheet),
  };
}

/** The findings of the check before sending, in a sheet as its body claims it. */
export const reviewOf = (
  open: OpenSheet,
  files: CheckFiles,
  hints: readonly CitedHint[],
  assigned: SheetAssignments,
  names: ReadonlyMap<string, string> = new Map(),
): Review => reviewSheet({ ...reviewInput(open, hints, assigned), documentName: (id) => names.get(id) ?? null }, checksOf(files, open.edition));

/**
 * What the check would say if what departments propose were approved: of the parts that the reader sees, and of the items
 * that rest on them. Whether they are approved is what is being decided, and is left out.
 */
export function reviewOfProposals(open: OpenSheet, files: CheckFiles, assigned: SheetAssignments, seen: PartsSeen): Review {
  const { sheet, edition } = open;
  const mine = [...assigned.assignedTargets.keys()].map(targetOfKey).filter((target) => seesPart(seen, target));
  const keys = new Set(mine.map(targetKey));
  const proposed = [...sheet.parts].flatMap(([key, part]) => (keys.has(key) ? [part] : []));
  const claimed = withProposals(sheet.columns.claimed, proposed);
  const asApproved = { ...open, sheet: { ...sheet, columns: { ...sheet.columns, claimed } } };
  const items = new Set(mine.flatMap(({ kind, id }) => (kind === 'item' ? [id] : itemsUsing(edition.prepared, id))));
  return reviewSheet({ ...reviewInput(asApproved, [], assigned), awaitingApproval: [] }, checksOf(files, edition), items);
}

/** What must be corrected in a scored sheet, besides unanswered items. */
export const contradictionsIn = (open: OpenSheet, files: CheckFiles, score: SheetScore, assigned: SheetAssignments): Finding[] =>
  contradictionsOf(reviewInput(open, [], assigned, score), checksOf(files, open.edition));

/** How much the check finds in a scored sheet, besides unanswered items; hints in documents never block and are left out. */
export const reviewCountsIn = (open: OpenSheet, files: CheckFiles, score: SheetScore): ReviewCounts =>
  reviewCounts(reviewInput(open, [], NO_ASSIGNMENTS, score), checksOf(files, open.edition));

/** Items that go out without the explanation that the check asks for, each with what is to be explained, as sentences. */
export function unexplainedIn(open: OpenSheet, files: CheckFiles): { readonly item: string; readonly said: readonly string[] }[] {
  const found = presentFindings(open, reviewOf(open, files, [], NO_ASSIGNMENTS).findings, 'vi');
  return findingsByItem(found).flatMap(({ item, severity, findings }) => {
    const said = findings.flatMap((finding) => (finding.severity === 'mustExplain' ? [finding.message] : []));
    return item === null || severity !== 'mustExplain' ? [] : [{ item, said }];
  });
}

type PresentedFinding = z.output<typeof reviewAnswer>['findings'][number];

/** Findings for a reader: each with its link and one sentence. */
export function presentFindings({ edition }: Pick<OpenSheet, 'edition'>, findings: readonly Finding[], language: Language): PresentedFinding[] {
  const names = schemeNames(edition.scheme, language);
  const domains = new Map(
    edition.prepared.domains.flatMap(({ code, criteria }) => criteria.flatMap(({ items }) => items.map(({ item }) => [item.code, code] as const))),
  );
  return findings.map((finding) => {
    const { item, figure } = finding.where;
    const { code, severity, costs } = finding;
    return { code, severity, item, figure, domain: item === null ? null : (domains.get(item) ?? null), costs, message: findingText(finding, names) };
  });
}

/** A review for a reader. */
export const presentReview = (open: OpenSheet, { findings, totals }: Review, language: Language): z.output<typeof reviewAnswer> => ({
  round: open.place.round,
  body: open.place.body,
  edition: open.edition.id,
  seq: open.sheet.seq,
  state: open.sheet.state,
  findings: presentFindings(open, findings, language),
  totals,
});

/** Refuses to send a sheet with something to be corrected, and lists all of it. Hints in documents never block. */
export function refuseToSend(open: OpenSheet, files: CheckFiles, assigned: SheetAssignments, language: Language): void {
  const findings = reviewOf(open, files, [], assigned).findings.filter(({ severity }) => severity === 'mustMend');
  if (findings.length > 0) throw new Problem('mustMend', { more: { findings: presentFindings(open, findings, language) } });
}
