import { randomUUID } from 'node:crypto';
import { at, type Faults, figuresOf, inLanguage, itemsUsing, type Language, ROOT, schemeNames } from '@parindex/core';
import { standingOfAll } from '@parindex/core/assignments/index';
import * as contracts from '@parindex/core/contracts/assignments';
import type { Body } from '@parindex/core/contracts/contract';
import { counts, type PartStanding, type Target, targetKey } from '@parindex/core/ledger/index';
import { bodiesAtWork, type Membership, may } from '@parindex/core/rights/index';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { SchemeNames } from '@parindex/core/words/scheme-names';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { BodyOf } from '../../../http/answer.ts';
import { type Draft, isUnsound } from '../../../http/draft.ts';
import { defineRoute } from '../../../http/route.ts';
import { readyEdition } from '../../editions/ready.ts';
import { answerSaved } from '../../sheets/answers.ts';
import { type AssignmentNow, readSheetAssignments } from '../../sheets/assigned.ts';
import { enteringOrReading } from '../../sheets/entering.ts';
import { findRights, findSheet } from '../../sheets/found.ts';
import { targetNow } from '../../sheets/item-now.ts';
import { holdSheet, type OpenSheet } from '../../sheets/open-sheet.ts';
import { findSheetPlaces } from '../../sheets/queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from '../../sheets/queries/takeovers.ts';
import { targetNamed } from '../../sheets/sent-entry.ts';
import { type PartsSeen, partsSeen, seesPart } from '../../sheets/within-the-body.ts';
import { assign, setChain, takeAssignmentsBack } from '../acts/assign.ts';
import { decideParts, judgeDecisions } from '../acts/decide-parts.ts';
import { type PartState, readDepartments, readLoad, readPartsStanding } from '../queries/assignments.ts';

const standsLate = (due: Date | null, standing: PartStanding | null, moment: Date): boolean =>
  due !== null && due < moment && (standing === null || !counts({ standing }));

function presentAssignment(
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
    seen: partsSeen(assigned, place, memberships),
  };
}

/** The state of an item with the figures that came with it, or of a figure by itself, and the reason if it was returned or changed. */
function standsIn({ prepared, parts, given }: SheetOfLoad, target: Target): { standing: PartStanding | null; said: string | null } {
  const own = parts.get(targetKey(target));
  const figures = target.kind === 'item' ? [...figuresOf(prepared, target.id)].filter((id) => !given.has(id)) : [];
  const along = figures.map((id) => parts.get(targetKey({ kind: 'figure', id })));
  const standing = standingOfAll(
    own?.standing ?? null,
    along.map((part) => part?.standing ?? null),
  );
  const told = standing === 'returned' || standing === 'changed' ? [own, ...along].filter((part) => part?.standing === standing) : [];
  return { standing, said: told.find((part) => part?.said)?.said ?? null };
}

/** Adds a fault for each target that the edition does not have or that is named twice, and for departments or persons that cannot be assigned to. */
async function judgeAssignments(
  db: Reading,
  { place, edition }: OpenSheet,
  { targets, to, person }: Draft<Body<typeof contracts.assign>>,
  faults: Faults,
): Promise<void> {
  const seen = new Set<string>();
  (targets ?? []).forEach((entry, index) => {
    if (!entry || isUnsound(entry, 'item') || isUnsound(entry, 'figure')) return;
    const path = at(ROOT, 'targets', index);
    const target = targetNamed(entry, path, faults);
    if (!target) return;
    const known = target.kind === 'item' ? edition.entryRules.known.items : edition.entryRules.known.figures;
    if (!known.has(target.id)) faults.add('unknownId', at(path, target.kind), { found: target.id });
    if (seen.has(targetKey(target))) faults.add('duplicateId', at(path, target.kind), { found: target.id });
    seen.add(targetKey(target));
  });
  if (to === undefined) return;
  const department = (await readDepartments(db, place.body)).find(({ id }) => id === to);
  if (!department) faults.add('unknownId', at(ROOT, 'to'), { found: to });
  else if (person !== undefined && !department.people.some(({ id }) => id === person)) faults.add('unknownId', at(ROOT, 'person'), { found: person });
}

/** Delegation: parts of a sheet assigned to departments, decisions on them, and all work of one's own department. */
export function serveAssignments(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listAssignments, {
    find: findSheet,
    handle: async ({ db, caller, found: { of, place, edition, sheet }, receivedAt }) => {
      const memberships = caller?.memberships ?? [];
      const assigned = await readSheetAssignments(db, place, edition, memberships, 'all');
      const { chain, assignments } = assigned;
      const seen = partsSeen(assigned, place, memberships);
      const { division, review, version } = chain;
      return {
        body: {
          chain: { division, review, version },
          assignments: assignments.map((assignment) =>
            presentAssignment(assignment, sheet.parts.get(targetKey(assignment.now))?.standing ?? null, seen, receivedAt),
          ),
          departments: may(memberships, 'assignment.write', of) ? await readDepartments(db, place.body) : [],
        },
      };
    },
  });

  defineRoute(app, context, contracts.assign, {
    find: findRights,
    judge: async ({ db, params, draft }, faults) => {
      const open = await holdSheet(db, params);
      await judgeAssignments(db, open, draft, faults);
      return open;
    },
    handle: async ({ acting, caller, judged: { place, edition }, body }) => {
      const { assignments } = await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all');
      return { status: 204, effect: await assign(acting, place, assignments, body) };
    },
  });

  defineRoute(app, context, contracts.withdrawAssignments, {
    find: findRights,
    handle: async ({ acting, caller, params, body }) => {
      const { place, edition } = await holdSheet(acting.db, params);
      const { assignments } = await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all');
      return { status: 204, effect: await takeAssignmentsBack(acting, place, assignments, body.ids) };
    },
  });

  defineRoute(app, context, contracts.setApprovalChain, {
    find: findRights,
    handle: async ({ acting, caller, params, body }) => {
      const { place, edition } = await holdSheet(acting.db, params);
      await setChain(acting, place, await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all'), randomUUID(), body);
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.decideProposals, {
    find: findRights,
    judge: async ({ draft }, faults) => {
      judgeDecisions(draft, faults);
      return {};
    },
    handle: async ({ acting, caller, found: { of }, params, body, language }) => {
      const open = await holdSheet(acting.db, params);
      const entering = await enteringOrReading(acting.db, open, of, caller?.memberships ?? []);
      return answerSaved(await decideParts(acting, open, entering, body.decisions, language));
    },
  });

  defineRoute(app, context, contracts.readLoad, {
    handle: async ({ db, caller, language, receivedAt }) => {
      const memberships = caller?.memberships ?? [];
      const items: BodyOf<typeof contracts.readLoad>['items'][number][] = [];
      const sheets = new Map<string, SheetOfLoad | undefined>();
      for (const row of await readLoad(db, bodiesAtWork(memberships))) {
        const key = `${row.round} ${row.body}`;
        if (!sheets.has(key)) sheets.set(key, await readSheetOfLoad(db, row, memberships, language));
        const sheet = sheets.get(key);
        const now = sheet && targetNow({ kind: row.kind, id: row.target }, row.edition, sheet.takeovers);
        if (!sheet || !now) continue;
        const { standing, said } = standsIn(sheet, now);
        items.push({
          ...presentAssignment({ ...row, now }, standing, sheet.seen, receivedAt),
          round: { id: row.round, title: row.roundTitle, year: row.year },
          body: { id: row.body, name: row.bodyName },
          item: now.kind === 'item' ? now.id : (itemsUsing(sheet.prepared, now.id)[0] ?? null),
          title: titleOf(sheet.names, now),
          said: seesPart(sheet.seen, now) ? said : null,
        });
      }
      return { body: { items } };
    },
  });
}
