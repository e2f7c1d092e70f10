import { stepsOf } from '@parindex/core/rights/index';
import { closingFor, endOfStep, isOpen } from '@parindex/core/round/index';
import { DECLARING } from '@parindex/core/round/steps';
import type { Reading, Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readExtensions } from '../rounds/queries/extensions.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { findSheetPlaces, lockSheet, type SheetPlace } from '../sheets/queries/sheets.ts';
import { refuseClosed } from '../sheets/refuse-closed.ts';

/** Until when a body may upload documents, and by which extension if the step itself has closed. */
export interface UploadWindow {
  readonly until: Date;
  /** What is uploaded now counts as late for good, by this extension. */
  readonly lateBy: string | null;
}

/** Whether a body may upload documents at a moment: while it declares, or by an extension for it or one of its items; while it explains. undefined: not now. */
export async function uploadWindowNow(db: Reading, place: SheetPlace, moment: Date): Promise<UploadWindow | undefined> {
  if (place.roundState !== 'open') return undefined;
  return (place.state === 'open' ? await declaringWindow(db, place, moment) : undefined) ?? explainingWindow(place, moment);
}

/** Whatever the sheet's state: what is cited here is no part of the claim. */
function explainingWindow(place: SheetPlace, moment: Date): UploadWindow | undefined {
  const { steps, extensions } = calendarOf(place);
  const opens = steps.find(({ step }) => step === 'explanation')?.opens;
  const end = endOfStep('explanation', steps, extensions, place.body);
  const now = moment.getTime();
  return opens !== undefined && end !== null && opens <= now && now < end ? { until: new Date(end), lateBy: null } : undefined;
}

async function declaringWindow(db: Reading, place: SheetPlace, moment: Date): Promise<UploadWindow | undefined> {
  const now = moment.getTime();
  // A reopening with its own end decides alone.
  if (place.reopening?.until) {
    const until = new Date(place.reopening.until);
    return until > moment ? { until, lateBy: null } : undefined;
  }
  const { steps } = calendarOf(place);
  const declaring = steps.filter(({ step, opens }) => DECLARING.includes(step) && opens <= now);
  const open = declaring.filter((times) => isOpen(times, [], place.body, null, now));
  if (open.length > 0) return { until: new Date(Math.max(...open.map((times) => closingFor(times, [], place.body, null)))), lateBy: null };
  const reaching = (await readExtensions(db, place.round)).filter(
    ({ step, body, until }) => declaring.some((times) => times.step === step) && (body ?? place.body) === place.body && until.getTime() > now,
  );
  const longest = reaching.toSorted((one, other) => other.until.getTime() - one.until.getTime())[0];
  return longest && { until: longest.until, lateBy: longest.id };
}

/** The same for a write: locks the sheet against a freeze and a change of plan, and refuses with the same reasons as saving a sheet. */
export async function mustUpload(db: Writing, { round, body }: Pick<SheetPlace, 'round' | 'body'>, moment: Date): Promise<UploadWindow> {
  await lockSheet(db, round, body);
  const [place] = await findSheetPlaces(db, round, body);
  if (!place) throw new Problem('notFound');
  refuseClosed(place);
  const bringing = await uploadWindowNow(db, place, moment);
  if (bringing) return bringing;
  if (place.state !== 'open') throw new Problem('sheetFrozen');
  throw new Problem('stepClosed', {
    more: { steps: place.steps.filter(({ step }) => stepsOf('evidence.write').includes(step)), receivedAt: moment.toISOString() },
  });
}
