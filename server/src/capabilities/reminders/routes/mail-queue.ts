import * as contracts from '@parindex/core/contracts/reminders';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { findMyself } from '../../../http/signed-in.ts';
import { readMailQueue } from '../../../mail/queries/mails.ts';
import { writeMail } from '../../../mail/write-mail.ts';
import { decideOnMails } from '../acts/decide-mails.ts';

/** Most mails shown at once. */
const SHOWN = 200;

/** Unsent mails, for administrators, who deliver them by hand if there is no mail server. */
export function serveMailQueue(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listMails, {
    // Not by token: names and addresses of others are shown.
    find: findMyself,
    handle: async ({ db }) => {
      const rows = await readMailQueue(db, SHOWN + 1);
      const items = rows.slice(0, SHOWN).map(({ id, name, email, day, reminders, content, state, tries, told, nextTry }) => ({
        ...{ id, day, state, tries, told, kind: content.kind, nextTry: state === 'waiting' && tries > 0 ? nextTry.toISOString() : null },
        // An anchor goes to nobody's account.
        to: { name: name === '' ? email : name, email },
        ...writeMail({ name, day, reminders, content }, context),
      }));
      return { body: { server: context.hasMailServer ?? false, items, more: rows.length > SHOWN } };
    },
  });

  defineRoute(app, context, contracts.decideMails, {
    handle: async ({ acting, body }) => {
      await decideOnMails(acting, body.mails, body.decision);
      return {};
    },
  });
}
