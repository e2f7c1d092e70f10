import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/accounts-people';
import type { Body } from '@parindex/core/contracts/contract';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { signedInByBrowser } from '../../../http/signed-in.ts';
import { readIssuer } from '../../sheets/queries/report-place.ts';
import { handOver } from '../acts/hand-over.ts';
import { agencyOf, handoverDocument } from '../printed-handover.ts';
import { documentsHandedOver, findHandover, type HandoverRecord, type StoredHandover } from '../queries/handovers.ts';
import { type FoundPerson, findPerson } from '../queries/people.ts';
import { administered, type PersonSubject, partOf, wholeOf } from '../subject.ts';

interface FoundPair {
  readonly of: PersonSubject;
  readonly from: FoundPerson | undefined;
  readonly to: FoundPerson | undefined;
}

/** The two people named in the body: the giver must be administered as a whole, the receiver in part. */
async function findPair(db: Reading, caller: Caller, { from: fromId, to: toId, id }: Draft<Body<typeof contracts.performHandover>>): Promise<FoundPair> {
  const from = fromId === undefined ? undefined : await findPerson(db, fromId);
  const to = toId === undefined ? undefined : await findPerson(db, toId);
  const there = id === undefined ? undefined : await findHandover(db, id);
  // An unknown person is a fault, shown to anybody who administers somebody; a repeated request is answered though the roles have passed by now.
  if (!from || !to || there?.record.performedBy.id === caller.account) return { of: { bodiesAbove: administered(caller.memberships) }, from, to };
  const reach = partOf(to).bodiesAbove;
  return { of: { bodiesAbove: wholeOf(from).bodiesAbove.filter((body) => reach.includes(body)) }, from, to };
}

/** A handover, for the two people in it, for administrators of either, and for auditors. */
async function findForReading(db: Reading, caller: Caller, id: string): Promise<{ of: object; handover: StoredHandover } | undefined> {
  const handover = await findHandover(db, id.toLowerCase());
  if (!handover) return undefined;
  if (![handover.from, handover.to].includes(caller.account)) {
    const people = [await findPerson(db, handover.from), await findPerson(db, handover.to)];
    if (!people.some((person) => person && may(caller.memberships, 'person.read', partOf(person)))) throw new Problem('refused');
  }
  return { of: {}, handover };
}

/** Handovers (bàn giao): all roles and open work of one person pass to another, with a record to print. */
export function serveHandovers(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.performHandover, {
    find: ({ db, caller, draft }) => findPair(db, signedInByBrowser(caller), draft),
    judge: async ({ draft, found }, faults) => {
      for (const side of ['from', 'to'] as const) {
        const id = draft[side];
        if (id !== undefined && (!found[side] || found[side].ended)) faults.add('unknownId', at(ROOT, side), { found: id });
      }
      const { from, to } = draft;
      if (from !== undefined && from === to) faults.add('duplicateId', at(ROOT, 'to'), { found: from });
    },
    handle: async ({ acting, caller, body }) => {
      const office = caller?.memberships.find(({ id }) => id === acting.membership);
      if (!caller || !office) throw new Problem('refused');
      const performer = { id: caller.account, name: caller.name, role: office.role as HandoverRecord['performedBy']['role'], body: office.body };
      const done = await handOver(acting, body, performer, context.kind);
      if ('refusedWith' in done) return done;
      const { record, replayed } = done;
      return { status: replayed ? 200 : 201, effect: effectOf(replayed), body: record };
    },
  });

  defineRoute(app, context, contracts.readHandover, {
    find: ({ db, caller, params }) => findForReading(db, signedInByBrowser(caller), params.id),
    handle: async ({ found }) => ({ body: found.handover.record }),
  });

  defineRoute(app, context, contracts.printHandover, {
    find: ({ db, caller, params }) => findForReading(db, signedInByBrowser(caller), params.id),
    handle: async ({ db, found: { handover }, query: { format } }) => {
      const { record } = handover;
      const issuer = await readIssuer(db, agencyOf(record));
      const document = handoverDocument(record, await documentsHandedOver(db, record), issuer, context.kind === 'sandbox');
      return documentAnswer(document, format, `bien-ban-ban-giao-${record.day}`);
    },
  });
}
