import * as contracts from '@parindex/core/contracts/reminders';
import { calendarFeed, dutiesOf, reminderSentence } from '@parindex/core/reminders/index';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { findMyself } from '../../../http/signed-in.ts';
import { feedMadeAt, makeFeed, revokeFeed } from '../queries/calendar-feeds.ts';
import { countReminders, markRead, readRemindedByFeed, remindersOf } from '../queries/reminders.ts';

/** How many of the newest reminders are shown. */
const SHOWN = 100;

/** What a person was reminded of, and their calendar for a calendar program. */
export function serveReminders(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listReminders, {
    find: findMyself,
    handle: async ({ db, found: { me }, language }) => {
      const items = (await remindersOf(db, me.account, SHOWN)).map(({ id, told, day, read_at }) => {
        const { kind, about, body, step, closes } = told;
        return { id, kind, day, about, body, step, closes, text: reminderSentence(told, language), readAt: read_at?.toISOString() ?? null };
      });
      return { body: { items, unread: (await countReminders(db, me.account)).unread } };
    },
  });

  defineRoute(app, context, contracts.markRemindersRead, {
    find: findMyself,
    handle: async ({ acting, found: { me }, body, receivedAt }) => {
      const read = await markRead(acting.db, me.account, body.ids, receivedAt);
      await recordAct(acting, { act: 'reminder.read', subject: `account:${me.account}`, content: { reminders: read } });
      return {};
    },
  });

  serveCalendarFeed(app, context);
}

function serveCalendarFeed(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readCalendarFeed, {
    find: findMyself,
    handle: async ({ db, found: { me } }) => ({ body: { madeAt: (await feedMadeAt(db, me.account))?.toISOString() ?? null } }),
  });

  defineRoute(app, context, contracts.createCalendarFeed, {
    find: findMyself,
    handle: async ({ acting, found: { me }, receivedAt }) => {
      const { token, hash } = newSecretToken();
      await makeFeed(acting.db, me.account, hash, receivedAt);
      await recordAct(acting, { act: 'calendarFeed.make', subject: `account:${me.account}` });
      return { status: 201, body: { path: `/api/calendar/${token}.ics` } };
    },
  });

  defineRoute(app, context, contracts.revokeCalendarFeed, {
    find: findMyself,
    handle: async ({ acting, found: { me } }) => {
      if (!(await revokeFeed(acting.db, me.account))) throw new Problem('notFound');
      await recordAct(acting, { act: 'calendarFeed.revoke', subject: `account:${me.account}` });
      return {};
    },
  });

  defineRoute(app, context, contracts.downloadCalendar, {
    handle: async ({ db, params, receivedAt }) => {
      const reminded = await readRemindedByFeed(db, hashOfToken(params.file.slice(0, -'.ics'.length)), receivedAt);
      if (!reminded) throw new Problem('notFound');
      const duties = reminded.people.flatMap((person) => dutiesOf(person, reminded.rounds));
      return {
        body: calendarFeed(duties, receivedAt.getTime(), context.origin),
        headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
      };
    },
  });
}
