import { actingMembership, type Membership, type Subject } from '@parindex/core/rights/index';
import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';

/** An appraiser sees a sheet from when appraisal opens: until then it is the body's own work. */
export function refuseEarlyAppraiser(
  caller: { readonly memberships: readonly Membership[] } | null,
  permission: 'sheet.read' | 'sheet.list' | 'evidence.read',
  subject: Subject,
  steps: SheetPlace['steps'],
  moment: Date,
): void {
  if (actingMembership(caller?.memberships ?? [], permission, subject)?.role !== 'appraiser') return;
  const opened = steps.some(({ step, opens }) => step === 'appraisal' && Date.parse(opens) <= moment.getTime());
  if (!opened) throw new Problem('appraisalNotOpen', { more: { steps: steps.filter(({ step }) => step === 'appraisal'), receivedAt: moment.toISOString() } });
}
