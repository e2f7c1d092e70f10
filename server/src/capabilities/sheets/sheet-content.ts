import { targetKey } from '@parindex/core/ledger/index';
import { type ReportContent, reportContent } from '@parindex/core/submissions/report-content';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import type { OpenSheet } from './open-sheet.ts';
import { scoreStage, scoreStageIfConfirmed } from './sheet.ts';

/** What a sheet says as its body claims it: the report and the brief are written from it, so that they say the same. */
export const contentOf = ({ place, edition, sheet, beside }: OpenSheet, checks: CheckFiles): ReportContent =>
  reportContent({
    prepared: edition.prepared,
    own: ownItemsOf(checks, edition),
    result: scoreStage(edition, place, sheet, 'claimed', beside).result,
    confirmed: scoreStageIfConfirmed(edition, place, sheet, 'claimed', beside)?.result ?? null,
    fields: (target) => sheet.columns.claimed.get(targetKey(target))?.fields ?? {},
    before: beside.previous?.items ?? {},
  });
