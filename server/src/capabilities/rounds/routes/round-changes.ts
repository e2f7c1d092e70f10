import { at, type Faults, isObject, itemsOfDomains, type Raw, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/rounds';
import { moment, uuid } from '@parindex/core/contracts/schemas/index';
import { checkMapping } from '@parindex/core/ledger/index';
import { may } from '@parindex/core/rights/index';
import { closingFor, EXTENSION_WITHOUT_DECISION, type Step } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findEdition } from '../../editions/queries/editions.ts';
import { type ReadyEdition, readyEdition } from '../../editions/ready.ts';
import { readTakeovers, type TakeoverRow } from '../../sheets/queries/takeovers.ts';
import { extendStep, storedExtension } from '../acts/extend-step.ts';
import { heldInRound, takeOver } from '../acts/take-over.ts';
import { findKnownRound, findRoundWithin, holdFound } from '../found.ts';
import { hasAgenda } from '../queries/council-agenda.ts';
import { type ExtensionRow, readExtensions } from '../queries/extensions.ts';
import { readDecisions } from '../queries/round-documents.ts';
import { participantsOf } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { requireTold } from '../require-told.ts';
import { schemeOfEdition } from '../scheme.ts';

const registerOrder = z.tuple([moment, uuid]);

const presentExtension = ({
  id,
  step,
  body,
  bodyName,
  item,
  edition,
  until,
  documentNumber,
  documentDate,
  decision,
  reason,
  grantedBy,
  grantedAt,
}: ExtensionRow) => ({
  id,
  step,
  body: body === null ? null : { id: body, name: bodyName ?? body },
  item,
  edition,
  until: until.toISOString(),
  document: { number: documentNumber, date: documentDate },
  decision,
  reason,
  grantedBy,
  grantedAt: grantedAt.toISOString(),
});

/** Body and item of an extension must be in the round, and the new end must be later. */
async function judgeExtension(
  db: Reading,
  round: RoundRow,
  { body, item, step, until, document, decision }: Draft<Body<typeof contracts.extendStep>>,
  now: Date,
  faults: Faults,
): Promise<void> {
  if (body !== undefined && !(await participantsOf(db, round.id)).includes(body)) faults.add('unknownId', at(ROOT, 'body'), { found: body });
  if (typeof decision === 'string') {
    const attached = (await readDecisions(db, round.id)).find(({ id }) => id === decision);
    const fits = attached?.versions.some(({ number, date }) => number === document?.number && date === document?.date) === true;
    if (!fits) faults.add('unknownId', at(ROOT, 'decision'), { found: decision });
  }
  if (item !== undefined) {
    const scheme = await schemeOfEdition(db, round.edition);
    if (!scheme || !itemsOfDomains(scheme.domains).some(({ code }) => code === item)) faults.add('unknownId', at(ROOT, 'item'), { found: item });
  }
  const times = (await readPlan(db, round.id)).steps.find((known) => known.step === step);
  if (!times) {
    if (step !== undefined) faults.add('unknownId', at(ROOT, 'step'), { found: step });
    return;
  }
  if (until === undefined) return;
  const granted = (await readExtensions(db, round.id)).map((row) => ({ step: row.step, body: row.body, item: row.item, until: row.until.getTime() }));
  // An extension for all must not end before earlier ones for all; one for a body or item, not before what applies to exactly that.
  const standing = closingFor(
    { step: times.step as Step, opens: Date.parse(times.opens), closes: Date.parse(times.closes) },
    granted,
    body ?? '',
    item ?? null,
  );
  const least = Math.max(standing, now.getTime());
  if (Date.parse(until) <= least) faults.add('outOfRange', at(ROOT, 'until'), { found: until, expected: `> ${new Date(least).toISOString()}` });
}

/** Extensions: granted by a document, in a register that everybody in the round can read. */
function serveExtensions(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listExtensions, {
    find: findRoundWithin,
    handle: async ({ db, found: { round }, query: { limit, after } }) => {
      const rows = await readExtensions(db, round.id, { after: readCursor(after, registerOrder), limit: limit + 1 });
      const last = rows[limit - 1];
      const next = rows.length > limit && last ? cursorOf([last.grantedAt.toISOString(), last.id]) : null;
      return { body: { items: rows.slice(0, limit).map(presentExtension), next } };
    },
  });

  defineRoute(app, context, contracts.extendStep, {
    find: findKnownRound,
    judge: async ({ db, found, draft, receivedAt }, faults) => {
      const round = await holdFound(db, found, ['open', 'closed']);
      const stored = draft.id === undefined ? undefined : await storedExtension(db, round.id, draft.id);
      if (stored) return { stored };
      await holdFound(db, found, ['open']);
      await judgeExtension(db, round, draft, receivedAt, faults);
      return { stored };
    },
    handle: async ({ acting, found, judged: { stored }, body, language }) => {
      if (!stored && body.decision === null) requireTold([EXTENSION_WITHOUT_DECISION], body.told, language);
      return { status: 201, effect: effectOf(stored !== undefined), body: presentExtension(await extendStep(acting, found.round, body, stored)) };
    },
  });
}

const presentTakeover = ({ number, from, to, mapping, documentNumber, documentDate, performedBy, performedAt }: TakeoverRow) => ({
  number,
  from,
  to,
  mapping: { items: mapping.items, figures: mapping.figures },
  dropped: Object.entries(mapping.sheets).flatMap(([body, { dropped }]) => dropped.map(({ stage, target, fields }) => ({ body, stage, target, fields }))),
  document: { number: documentNumber, date: documentDate },
  performedBy,
  performedAt: performedAt.toISOString(),
});

interface Editions {
  readonly from: ReadyEdition;
  readonly to: ReadyEdition;
}

/** Checks a new takeover: its number, the edition, and where every code goes. */
async function judgeTakeover(
  db: Writing,
  round: RoundRow,
  { number, toEdition: wanted }: Draft<Body<typeof contracts.takeOver>>,
  raw: Raw,
  earlier: number,
  now: Date,
  faults: Faults,
): Promise<Editions | undefined> {
  if (number !== undefined && number !== earlier + 1) faults.add('outOfRange', at(ROOT, 'number'), { found: String(number), expected: String(earlier + 1) });
  if (wanted === undefined) return undefined;
  const row = await findEdition(db, wanted);
  if (row?.state !== 'adopted' || row.hash === null || row.withdrawn_at !== null) {
    faults.add('unknownId', at(ROOT, 'toEdition'), { found: wanted });
    return undefined;
  }
  if (wanted === round.edition) {
    faults.add('notAllowedHere', at(ROOT, 'toEdition'), { found: wanted });
    return undefined;
  }
  const [from, to] = [await readyEdition(db, round.edition as string, round.editionHash as string), await readyEdition(db, row.id, row.hash)];
  checkMapping(
    isObject(raw) ? raw['mapping'] : undefined,
    from.entryRules.known,
    to.entryRules.known,
    await heldInRound(db, round, now),
    at(ROOT, 'mapping'),
    faults,
  );
  return { from, to };
}

/** Sessions and their minutes speak of items by the codes that held. */
const BEFORE_THE_COUNCIL = {
  vi: 'Đã có nội dung đưa ra Hội đồng trong kỳ này; không chuyển sang bộ tiêu chí khác được nữa.',
  en: 'Items of this round stand before its council: no other edition can take over any more.',
};

/** A later edition takes over in mid-round. */
function serveTakeovers(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listTakeovers, {
    find: findRoundWithin,
    handle: async ({ db, caller, found: { of, round } }) => {
      const leads = may(caller?.memberships ?? [], 'round.write', of);
      const takeovers = (await readTakeovers(db, round.id)).map(presentTakeover);
      return { body: { takeovers: leads ? takeovers : takeovers.map((one) => ({ ...one, dropped: [] })) } };
    },
  });

  defineRoute(app, context, contracts.takeOver, {
    find: findKnownRound,
    judge: async ({ db, found, raw, draft, receivedAt }, faults) => {
      const round = await holdFound(db, found, ['open', 'closed']);
      const earlier = await readTakeovers(db, round.id);
      const stored = earlier.find(({ number }) => number === draft.number);
      if (stored) return { stored, editions: undefined };
      await holdFound(db, found, ['open']);
      if (await hasAgenda(db, round.id)) throw new Problem('notNow', { detail: BEFORE_THE_COUNCIL });
      return { stored, editions: await judgeTakeover(db, round, draft, raw, earlier.length, receivedAt, faults) };
    },
    handle: async ({ acting, found: { round }, judged: { stored, editions }, body: { number, toEdition, mapping, document } }) => {
      if (stored) {
        const { items, figures } = stored.mapping;
        const same =
          stored.to === toEdition &&
          stored.documentNumber === document.number &&
          stored.documentDate === document.date &&
          sameMapping(items, mapping.items) &&
          sameMapping(figures, mapping.figures);
        if (!same) throw new Problem('idReused', { more: { number } });
        return { status: 201, effect: 'unchanged', body: presentTakeover(stored) };
      }
      if (!editions) throw new Error('a takeover without its editions has been let through');
      await takeOver(acting, round, editions.from, editions.to, { number, mapping, document });
      const made = (await readTakeovers(acting.db, round.id)).find((row) => row.number === number) as TakeoverRow;
      return { status: 201, body: presentTakeover(made) };
    },
  });
}

const sameMapping = (one: Readonly<Record<string, string | null>>, other: Readonly<Record<string, string | null>>): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([id, place]) => Object.hasOwn(other, id) && other[id] === place);

/** Changes of an open round: more time by a document, a later edition. */
export function serveRoundChanges(app: FastifyInstance, context: Context): void {
  serveExtensions(app, context);
  serveTakeovers(app, context);
}
