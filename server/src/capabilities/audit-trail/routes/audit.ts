import * as contracts from '@parindex/core/contracts/audit-trail';
import type { FastifyInstance } from 'fastify';
import { readHead } from '../../../audit/head.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { findAuditRows, type ShownAuditRow } from '../queries/audit.ts';
import { tellEntries } from '../tell-entries.ts';

const presentRow = (
  { n, at, actor, actorName, role, officeBody, act, subject, round, body, content, erasable, erasedBy, hash }: ShownAuditRow,
  told: string | undefined,
) => ({
  n,
  at: at.toISOString(),
  actor: actor === null ? null : { id: actor, name: actorName ?? '' },
  office: role === null ? null : { role, body: officeBody },
  act,
  subject,
  round,
  body,
  content,
  told: told ?? null,
  erasable,
  erasedBy,
  hash: hash.toString('hex'),
});

/** The audit trail: read, itself leaving a trace; and its head, to be kept outside. */
export function serveAudit(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listAudit, {
    handle: async ({ acting, db, query, language }) => {
      const { limit, ...filter } = query;
      const rows = await findAuditRows(db, filter, limit + 1);
      const page = rows.slice(0, limit);
      const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      await recordAct(acting, { act: 'audit.view', subject: 'audit', content: { asked, rows: String(page.length) } });
      const told = await tellEntries(
        db,
        page.map(({ subject }) => subject),
        language,
      );
      return { body: { items: page.map((row) => presentRow(row, told.get(row.subject))), next: rows.length > limit ? (page.at(-1)?.n ?? null) : null } };
    },
  });

  defineRoute(app, context, contracts.readAuditHead, {
    handle: async ({ db }) => ({ body: await readHead(db) }),
  });
}
