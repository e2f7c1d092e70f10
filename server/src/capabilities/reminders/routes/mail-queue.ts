import { mailDecision, outboxAnswer } from '@parindex/core/contracts/index';
import { reminderMail } from '@parindex/core/reminders/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { readOutbox } from '../../../mail/queries/mails.ts';
import { findMyself } from '../../accounts/routes/me.ts';
import { decideOnMails } from '../acts/decide-mails.ts';

const TAG = 'operation';
/** Most mails that are shown at once. */
const SHOWN = 200;

/** Mails that have not gone, for administrators: without a mail server they are passed on by hand. */
export function serveOutbox(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/operation/mails',
    summary: { vi: 'Thư nhắc việc chưa gửi được', en: 'Mails that have not gone' },
    tag: TAG,
    access: 'mail.read',
    answers: { 200: outboxAnswer },
    // Names and addresses of others are no token's matter.
    find: findMyself,
    handle: async ({ db }) => {
      const rows = await readOutbox(db, SHOWN + 1);
      const items = rows.slice(0, SHOWN).map(({ id, name, email, day, reminders, state, tries, told }) => ({
        ...{ id, day, state, tries, told },
        to: { name, email },
        ...reminderMail({ name, day, reminders, origin: context.origin, illustrative: context.kind === 'sandbox' }),
      }));
      return { body: { server: context.hasMailServer ?? false, items, more: rows.length > SHOWN } };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/operation/mails',
    summary: { vi: 'Ghi nhận đã chuyển thư bằng cách khác, hoặc cho gửi lại', en: 'Say that a mail was passed on, or is to be sent again' },
    tag: TAG,
    access: 'mail.decide',
    body: mailDecision,
    answers: { 204: z.null() },
    handle: async ({ acting, body }) => {
      await decideOnMails(acting, body.mails, body.decision);
      return {};
    },
  });
}
