import { type BodyResult, Faults, hashOf, PHRASES, prepareScheme, rankBodies, readSnapshot, scoreBodies, snapshotIfConfirmed } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/results';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findRoundSubject } from '../../rounds/found.ts';
import { readKeptSnapshot } from '../../rounds/queries/results.ts';
import { snapshotOf } from '../../rounds/snapshot.ts';
import { readSheets } from '../../sheets/queries/sheets.ts';

/** What the second reading tells of a body. */
const standingOf = (body: BodyResult | undefined) =>
  body ? { points: body.points, maximum: body.maximum, total: body.total, index: body.index, rank: body.rank } : null;

/** The snapshot of a round in the present state of its sheets; refused if it has none. */
async function readRound(db: Reading, round: string) {
  const rows = await readSheets(db, round, { withoutParts: true });
  const [first] = rows;
  if (!first) throw new Problem('notNow', { detail: { vi: 'Kỳ đánh giá chưa có bảng chấm điểm nào.', en: 'The round has no sheets yet.' } });
  const edition = await readyEdition(db, first.edition, first.editionHash);
  return { first, rows, edition, snapshot: snapshotOf(round, edition.scheme, rows) };
}

/** A round's index and ranks from the present sheets, for its owners; and the snapshot, from which anybody computes the same. */
export function serveResults(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readRanking, {
    find: findRoundSubject,
    handle: async ({ db, params, language, receivedAt }) => {
      const { first, rows, edition, snapshot: raw } = await readRound(db, params.round);
      const faults = new Faults();
      const { snapshot } = readSnapshot(raw, faults);
      if (!snapshot) throw new Problem('faulty', { faults });
      const prepared = prepareScheme(snapshot.scheme);
      const { bodies, summary } = rankBodies(prepared, scoreBodies(prepared, snapshot, faults));
      const confirmed = snapshotIfConfirmed(snapshot);
      const second = new Map((confirmed ? rankBodies(prepared, scoreBodies(prepared, confirmed, new Faults())).bodies : []).map((body) => [body.id, body]));
      const scored = new Set(bodies.map(({ id }) => id));
      const told = PHRASES[language].fault;
      return {
        body: {
          round: params.round,
          year: first.year,
          edition: edition.id,
          snapshot: hashOf(snapshot),
          computedAt: receivedAt.toISOString(),
          bodies: bodies.map(({ items, domains, sources, bonus, penalty, ...body }) => ({ ...body, ifConfirmed: standingOf(second.get(body.id)) })),
          summary,
          unscored: rows
            .filter(({ body }) => !scored.has(body))
            .map(({ body, name }) => ({
              id: body,
              name,
              faults: faults.list
                .filter(({ keys }) => keys.includes(body) || (keys[0] === 'bodies' && rows[Number(keys[1])]?.body === body))
                .map(({ code, path, details }) => ({ path, message: told[code](details) })),
            })),
        },
      };
    },
  });

  defineRoute(app, context, contracts.readSnapshot, {
    find: findRoundSubject,
    handle: async ({ db, params }) => ({ body: (await readRound(db, params.round)).snapshot as object }),
  });

  defineRoute(app, context, contracts.readFinalSnapshot, {
    find: findRoundSubject,
    handle: async ({ db, params }) => {
      const kept = await readKeptSnapshot(db, params.round);
      if (kept === undefined) throw new Problem('notFound');
      return { body: JSON.parse(kept) as object };
    },
  });
}
