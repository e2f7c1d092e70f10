import { figuresOf, inLanguage, itemsUsing, type Language, schemeNames } from '@parindex/core';
import { outcomeOf, standingOfAll } from '@parindex/core/assignments/index';
import type { loadAnswer } from '@parindex/core/contracts/schemas/index';
import { counts, type PartStanding, type Target, targetKey } from '@parindex/core/ledger/index';
import { declaringStep } from '@parindex/core/progress/index';
import { bodiesAtWork, type Membership } from '@parindex/core/rights/index';
import { closingFor } from '@parindex/core/round/index';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { SchemeNames } from '@parindex/core/words/scheme-names';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { readyEdition } from '../editions/ready.ts';
import { type AssignmentNow, decidersOf, readSheetAssignments, type SheetAssignments } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { targetNow } from '../sheets/item-now.ts';
import { findSheetPlaces, type SheetPlace } from '../sheets/queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from '../sheets/queries/takeovers.ts';
import { type PartsSeen, partsSeen, seesPart } from '../sheets/within-the-body.ts';
import { type PartState, readLoad, readPartsStanding } from './queries/assignments.ts';

const standsLate = (due: Date | null, standing: PartStanding | null, moment: Date): boolean =>
  due !== null && due < moment && (standing === null || !counts({ standing }));

/** An assignment for a reader. */
export function presentAssignment(
  { id, now, to, person, due, note, assignedBy, assignedAt }: AssignmentNow,
  standing: PartStanding | null,
  seen: PartsSeen,
  moment: Date,
) {
  return {
    ...{ id, kind: now.kind, target: now.id, to, person, due: due?.toISOString() ?? null, note: seesPart(seen, now) ? note : null, assignedBy },
    ...{ assignedAt: assignedAt.toISOString(), standing, late: standsLate(due, standing, moment) },
  };
}

const titleOf = (names: SchemeNames, { kind, id }: Target): string =>
  (kind === 'figure' ? names.figureTitle(id) : inLanguage(names.item(id)?.title, names.language)) ?? id;

/** What a department's list of work needs from each sheet. */
interface SheetOfLoad {
  readonly names: SchemeNames;
  readonly prepared: PreparedScheme;
  readonly takeovers: readonly TakeoverRow[];
  readonly parts: ReadonlyMap<string, PartState>;
  /** Figures assigned by themselves: they do not come with any item. */
  readonly given: ReadonlySet<string>;
  readonly seen: PartsSeen;
  readonly place: SheetPlace;
  readonly assigned: SheetAssignments;
}

async function readSheetOfLoad(
  db: Reading,
  sheet: { readonly round: string; readonly body: string },
  memberships: readonly Membership[],
  language: Language,
): Promise<SheetOfLoad | undefined> {
  const [place] = await findSheetPlaces(db, sheet.round, sheet.body);
  if (!place) return undefined;
  const edition = await readyEdition(db, place.edition, place.editionHash);
  const { scheme, prepared } = edition;
  const assigned = await readSheetAssignments(db, place, edition, memberships);
  const takeovers = await readTakeovers(db, sheet.round);
  const parts = (await readPartsStanding(db, sheet)).map((part) => [targetKey({ kind: part.kind, id: part.target }), part] as const);
  return {
    ...{ names: schemeNames(scheme, language), prepared, takeovers, parts: new Map(parts) },
    given: new Set(assigned.assignments.flatMap(({ now: { kind, id } }) => (kind === 'figure' ? [id] : []))),
    ...{ seen: partsSeen(assigned, place, memberships), place, assigned },
  };
}

/**
 * The state of an item with the figures that came with it, or of a figure by itself; the reason if it was returned or
 * changed; and whether any of it was brought before the reader, to pass it on or to approve it.
 */
function standsIn({ prepared, parts, given, place, assigned }: SheetOfLoad, target: Target, memberships: readonly Membership[]) {
  const own = parts.get(targetKey(target));
  const figures = target.kind === 'item' ? [...figuresOf(prepared, target.id)].filter((id) => !given.has(id)) : [];
  const along = figures.map((id) => parts.get(targetKey({ kind: 'figure', id })));
  const standing = standingOfAll(
    own?.standing ?? null,
    along.map((part) => part?.standing ?? null),
  );
  const told = standing === 'returned' || standing === 'changed' ? [own, ...along].filter((part) => part?.standing === standing) : [];
  const waitsForMe = [own, ...along].some(
    (part) =>
      (part?.standing === 'submitted' || part?.standing === 'passed') &&
      decidersOf(assigned, place, { kind: part.kind, id: part.target }, memberships).some(
        ({ by }) => by !== 'body' && !('refused' in outcomeOf({ act: 'accept', by, byDocument: false }, part, assigned.chain)),
      ),
  );
  const speaks = told.find((part) => part?.said) ?? told[0];
  return { standing, said: speaks?.said ?? null, saidBy: speaks?.by ?? null, waitsForMe };
}

/** When a part must be done: by the date set with it, or by the end of the body's self-assessment. */
function closingOf({ steps, extensions, body }: SheetPlace, due: Date | null): string | null {
  if (due !== null) return due.toISOString();
  const calendar = calendarOf({ steps, extensions });
  const declaring = declaringStep(calendar.steps);
  return declaring ? new Date(closingFor(declaring, calendar.extensions, body, null)).toISOString() : null;
}

export type LoadItem = z.output<typeof loadAnswer>['items'][number];

/** What departments have in hand, and in whose sheets. */
export interface DepartmentsLoad {
  readonly items: readonly LoadItem[];
  readonly places: readonly SheetPlace[];
}

/** Everything given to somebody's departments in open rounds, as it stands now. */
export async function readDepartmentsLoad(db: Reading, memberships: readonly Membership[], language: Language, moment: Date): Promise<DepartmentsLoad> {
  const items: LoadItem[] = [];
  const sheets = new Map<string, SheetOfLoad | undefined>();
  for (const row of await readLoad(db, bodiesAtWork(memberships))) {
    const key = `${row.round} ${row.body}`;
    if (!sheets.has(key)) sheets.set(key, await readSheetOfLoad(db, row, memberships, language));
    const sheet = sheets.get(key);
    const now = sheet && targetNow({ kind: row.kind, id: row.target }, row.edition, sheet.takeovers);
    if (!sheet || !now) continue;
    const { standing, said, saidBy, waitsForMe } = standsIn(sheet, now, memberships);
    const sees = seesPart(sheet.seen, now);
    items.push({
      ...presentAssignment({ ...row, now }, standing, sheet.seen, moment),
      round: { id: row.round, title: row.roundTitle, year: row.year },
      body: { id: row.body, name: row.bodyName },
      item: now.kind === 'item' ? now.id : (itemsUsing(sheet.prepared, now.id)[0] ?? null),
      title: titleOf(sheet.names, now),
      said: sees ? said : null,
      saidBy: sees ? saidBy : null,
      closes: closingOf(sheet.place, row.due),
      waitsForMe,
    });
  }
  return { items, places: [...sheets.values()].flatMap((sheet) => sheet?.place ?? []) };
}
