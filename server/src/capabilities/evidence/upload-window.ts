import { type Membership, may, stepsOf } from '@parindex/core/rights/index';
import { closingFor, endOfStep, isOpen } from '@parindex/core/round/index';
import { DECLARING, type Step } from '@parindex/core/round/steps';
import type { Reading, Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readExtensions } from '../rounds/queries/extensions.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { FoundPlace } from '../sheets/found.ts';
import { stepClosed } from '../sheets/in-time.ts';
import { readOwnCauses } from '../sheets/own-cause.ts';
import { findSheetPlaces, lockSheet, type SheetPlace } from '../sheets/queries/sheets.ts';
import { refuseClosed } from '../sheets/refuse-closed.ts';

/** Until when a body may upload documents, and by which extension if the step itself has closed. */
export interface UploadWindow {
  readonly until: Date;
  /** What is uploaded now counts as late for good, by this extension. */
  readonly lateBy: string | null;
}

/** Who brings documents into a library: its own people, or whoever appraises it. */
export type Bringing = 'body' | 'appraiser';

/** As whom somebody brings documents into a library; undefined: they do not, as for an appraiser it would be their own cause. */
export async function bringingOf(db: Reading, memberships: readonly Membership[], { place, of }: FoundPlace): Promise<Bringing | undefined> {
  if (may(memberships, 'evidence.write', of)) return 'body';
  if (!may(memberships, 'evidence.upload', of)) return undefined;
  return (await readOwnCauses(db, place.round)).some(({ body }) => body === place.body) ? undefined : 'appraiser';
}

/**
 * Whether documents may be brought at a moment. By the body: while it declares, or by an extension for it or one of its items; while it
 * explains. By an appraiser: while a step of the appraisal is open to the body. undefined: not now.
 */
export async function uploadWindowNow(db: Reading, place: SheetPlace, moment: Date, by: Bringing): Promise<UploadWindow | undefined> {
  if (place.roundState !== 'open') return undefined;
  if (by === 'appraiser') return stepWindow(place, 'secondAppraisal', moment) ?? stepWindow(place, 'appraisal', moment);
  return (place.state === 'open' ? await declaringWindow(db, place, moment) : undefined) ?? stepWindow(place, 'explanation', moment);
}

/** In a step after the declaration, whatever the sheet's state: what is cited there is no part of the claim. */
function stepWindow(place: SheetPlace, step: Step, moment: Date): UploadWindow | undefined {
  const { steps, extensions } = calendarOf(place);
  const opens = steps.find((dated) => dated.step === step)?.opens;
  const end = endOfStep(step, steps, extensions, place.body);
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
export async function mustUpload(db: Writing, { round, body }: Pick<SheetPlace, 'round' | 'body'>, moment: Date, by: Bringing = 'body'): Promise<UploadWindow> {
  await lockSheet(db, round, body);
  const [place] = await findSheetPlaces(db, round, body);
  if (!place) throw new Problem('notFound');
  refuseClosed(place);
  const bringing = await uploadWindowNow(db, place, moment, by);
  if (bringing) return bringing;
  if (by === 'body' && place.state !== 'open') throw new Problem('sheetFrozen');
  throw stepClosed(place, stepsOf(by === 'body' ? 'evidence.write' : 'sheet.appraise'), moment);
}
