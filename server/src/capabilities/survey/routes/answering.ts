import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import {
  type Answers,
  answerOf,
  answersFromFields,
  fieldName,
  judgeAnswers,
  NO_OPINION_VALUE,
  pagesInOrder,
  type Question,
  withoutUnasked,
} from '@parindex/core/survey/index';
import type { Language } from '@parindex/core/words/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import { inTransaction, type Writing } from '../../../db/transaction.ts';
import { codeKept, keptCode, newReceipt, newResumeCode, noCode, typedCode } from '../answering/codes.ts';
import {
  type Band,
  busyPage,
  closedPage,
  doorPage,
  type FormAddress,
  firstOpenPart,
  formAddress,
  fullPage,
  notYetPage,
  partPage,
  REVIEW,
  reviewPage,
  thanksPage,
} from '../answering/form-page.ts';
import { type FormsBehindLinks, type FoundForm, SURVEY_FORMS } from '../queries/forms.ts';
import { TRIED_FORMS } from '../queries/tried-forms.ts';

/** Bytes of a part of a form as it is sent. */
const MOST_BYTES = 128 * 1024;
/** Milliseconds by which whoever tries links waits longer; no connection is held meanwhile. */
const SLOWED = 1_500;
/** What links end with, of a survey or of a pilot: whatever else stands there is none, and reaches no database. */
const TOKEN = /^(thu-)?[A-Za-z0-9_-]{43}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Fields = Readonly<Record<string, string | string[]>>;

const languageOf = (request: FastifyRequest): Language => ((request.query as { lang?: string }).lang === 'en' ? 'en' : 'vi');

const tokenOf = (request: FastifyRequest): string => (request.params as { token?: string }).token ?? '';

/** Where the form behind a link is kept: those of pilots apart from all others. */
const formsOf = (token: string): FormsBehindLinks => (TOKEN.exec(token)?.[1] === undefined ? SURVEY_FORMS : TRIED_FORMS);

interface OpenForm {
  readonly forms: FormsBehindLinks;
  readonly found: FoundForm;
  /** As the device keeps it; empty where it has none. */
  readonly code: string;
  readonly address: FormAddress;
}

/** More fields than any part of a form has: what comes beyond is not read. */
const MOST_FIELDS = 2_000;

const fieldsOf = (text: string): Fields => {
  const fields: Record<string, string | string[]> = Object.create(null);
  let left = MOST_FIELDS;
  for (const [name, value] of new URLSearchParams(text)) {
    if (left-- === 0) break;
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (typeof before === 'string') fields[name] = [before, value];
    else before.push(value);
  }
  return fields;
};

/** What was typed into the line of a question, to stand there again where it could not be taken. */
const typedIn = (question: Question, fields: Fields): [string, string][] => {
  const value = fields[fieldName(question.id)];
  const one = typeof value === 'string' ? value : value?.find((each) => each !== NO_OPINION_VALUE);
  return one !== undefined && ['number', 'date', 'text'].includes(question.kind) ? [[question.id, one]] : [];
};

/**
 * The respondent's pages: HTML and forms alone, so that they work without script on any telephone. Whoever has a link is known by its secret, and sees answers
 * that are kept by the code of the draft, which the device that began it keeps and every part shows; no line of any log holds either.
 */
export function serveAnswering(app: FastifyInstance, context: Context): void {
  const style = readFileSync(new URL('../answering/kieu.css', import.meta.url));
  const bandsOf = (request: FastifyRequest): Band[] => [
    ...(context.kind === 'sandbox' ? ['sandbox' as const] : []),
    ...(formsOf(tokenOf(request)).pilot ? ['pilot' as const] : []),
  ];
  const asStranger = <T>(request: FastifyRequest, writes: boolean, work: (db: Writing) => Promise<T>): Promise<T> =>
    inTransaction(context.pool, {}, context.clock.now(), writes, (db) => work(db)).catch((error: unknown) => {
      request.refusal = { cause: 'database' };
      throw error;
    });

  app.register(async (scope) => {
    await scope.register(cookie);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, fieldsOf(body as string)));
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');
    });
    // What was kept before stays: whoever fills in a form is told so, in words.
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) context.log('survey form', error);
      const code = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 503;
      return sendPage(reply.code(code), busyPage(languageOf(request), bandsOf(request)));
    });

    scope.get('/phieu/kieu.css', (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style));

    const closed = async (request: FastifyRequest, reply: FastifyReply) => {
      await pause(SLOWED);
      return sendPage(reply.code(404), closedPage(languageOf(request), bandsOf(request)));
    };
    /** Told as soon as it is known: at the door, after each part, and at the sending. What was begun stays, and is told to whoever has its code. */
    const full = (request: FastifyRequest, reply: FastifyReply, { resumed }: FoundForm) =>
      sendPage(reply.code(403), fullPage(languageOf(request), bandsOf(request), resumed));
    /** The form behind the link of a request, or undefined where it has been answered that there is none. */
    const openForm = async (request: FastifyRequest, reply: FastifyReply, code = keptCode(request), keepsFull = false): Promise<OpenForm | undefined> => {
      const [token, language] = [tokenOf(request), languageOf(request)];
      const forms = formsOf(token);
      const found = TOKEN.test(token) ? await asStranger(request, false, (db) => forms.find(db, token, code)) : undefined;
      if (found?.state === 'open' || (keepsFull && found?.state === 'full'))
        return { forms, found, code, address: { token, language, bands: bandsOf(request) } };
      if (found?.state === 'notYet') await sendPage(reply.code(403), notYetPage(language, bandsOf(request)));
      else if (found?.state === 'full') await full(request, reply, found);
      else await closed(request, reply);
      return undefined;
    };
    /** The same where the device has the draft's code; all others are sent to the door. */
    const resumedForm = async (request: FastifyRequest, reply: FastifyReply, keepsFull = false): Promise<OpenForm | undefined> => {
      const open = await openForm(request, reply, keptCode(request), keepsFull);
      if (!open || open.found.resumed) return open;
      await reply.redirect(formAddress(open.address), 303);
      return undefined;
    };
    const review = (reply: FastifyReply, { found, address }: Pick<OpenForm, 'found' | 'address'>) => {
      const { faults } = judgeAnswers(found.form, withoutUnasked(found.form, found.answers), true);
      return sendPage(reply, reviewPage(found, address, faults, randomUUID()));
    };

    // Each form has an order of its own, also those behind one open link.
    const orderOf = ({ forms, code, address }: OpenForm) => (forms.pilot ? code : address.token);

    scope.get('/phieu/:token', async (request, reply) => {
      const { phan } = request.query as { phan?: string };
      if (phan === undefined) {
        const open = await openForm(request, reply);
        return open ? sendPage(reply, doorPage(open.found, open.address)) : reply;
      }
      const open = await resumedForm(request, reply);
      if (!open) return reply;
      const { found, code, address } = open;
      if (phan === REVIEW) return review(reply, open);
      const shown = pagesInOrder(found.form, orderOf(open))[Number(phan) - 1];
      if (!shown) return reply.redirect(formAddress(address), 303);
      return sendPage(reply, partPage(found, address, { part: Number(phan), page: shown, answers: found.answers, faults: [], typed: {}, code }));
    });

    scope.post('/phieu/:token/bat-dau', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const open = await openForm(request, reply);
      if (!open) return reply;
      const { forms, found, address } = open;
      const code = newResumeCode();
      const anew = (request.body as Fields | undefined)?.['lai'] === '1';
      // Pressed twice: what this device has begun is gone on with.
      if (found.resumed && !anew) return reply.redirect(formAddress(address, 1), 303);
      const begun = await asStranger(request, true, (db) => forms.begin(db, address.token, code, anew));
      // Begun elsewhere meanwhile: the door asks for its code.
      if (!begun) return reply.redirect(formAddress(address), 303);
      return reply.header('set-cookie', codeKept(context, address.token, code, found.closes)).redirect(formAddress(address, 1), 303);
    });

    scope.post('/phieu/:token/tiep', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const code = typedCode((request.body as Fields | undefined)?.['ma']);
      const open = await openForm(request, reply, code);
      if (!open) return reply;
      const { found, address } = open;
      if (!found.resumed) {
        await pause(SLOWED);
        return sendPage(reply.code(422), doorPage(found, address, true));
      }
      return reply
        .header('set-cookie', codeKept(context, address.token, code, found.closes))
        .redirect(formAddress(address, firstOpenPart(found.form, found.answers)), 303);
    });

    scope.post('/phieu/:token', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      // What was written while the last place went is kept before that is told.
      const open = await resumedForm(request, reply, true);
      if (!open) return reply;
      const { forms, found, code, address } = open;
      const part = Number((request.query as { phan?: string }).phan);
      const shown = pagesInOrder(found.form, orderOf(open))[part - 1];
      const fields = (request.body ?? {}) as Fields;
      if (!shown) return reply.redirect(formAddress(address), 303);
      const given = answersFromFields(shown.questions, fields);
      const { answers, faults } = judgeAnswers(found.form, given, false);
      // A question whose answer is wrong keeps what it had; one whose fields are empty has none any more.
      const wrong = new Set(faults.map(({ question }) => question));
      const kept = Object.fromEntries(Object.keys(given).flatMap((id) => (wrong.has(id) ? [] : [[id, answerOf(answers, id) ?? null]]))) as unknown as Answers;
      const saved = await asStranger(request, true, (db) => forms.save(db, address.token, code, kept));
      if (!saved) return closed(request, reply);
      if (found.state === 'full') return full(request, reply, found);
      if (faults.length === 0) {
        const to = fields['den'] === 'truoc' ? part - 1 : part + 1;
        return reply.redirect(formAddress(address, to > found.form.pages.length ? REVIEW : Math.max(1, to)), 303);
      }
      const now = { ...found.answers, ...answers };
      const typed = Object.fromEntries(shown.questions.flatMap((question) => (wrong.has(question.id) ? typedIn(question, fields) : [])));
      return sendPage(reply.code(422), partPage(found, address, { part, page: shown, answers: now, faults, typed, code }));
    });

    scope.post('/phieu/:token/gui', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const [token, language, bands, code] = [tokenOf(request), languageOf(request), bandsOf(request), keptCode(request)];
      const forms = formsOf(token);
      const address = { token, language, bands };
      const submission = (request.body as Fields | undefined)?.['lan'];
      if (typeof submission !== 'string' || !UUID.test(submission)) return reply.redirect(formAddress(address, REVIEW), 303);
      if (!TOKEN.test(token)) return closed(request, reply);
      const told = await asStranger(request, true, async (db) => {
        await forms.hold(db, token, code);
        const found = await forms.find(db, token, code);
        if (!found) return { state: 'unknown' as const };
        const send = (answers: Answers) => forms.send(db, { token, code, submission, form: found.form, answers, receipt: newReceipt() });
        // What is sent again is known by its id, whatever became of the form and its code since: of a pilot's nothing else is left.
        if ((found.state !== 'open' && found.state !== 'full') || (forms.pilot && !found.resumed)) return send({});
        if (!found.resumed) return { state: 'notResumed' as const };
        const answers = withoutUnasked(found.form, found.answers);
        const judged = judgeAnswers(found.form, answers, true);
        if (judged.faults.length > 0) return { state: found.state === 'full' ? ('full' as const) : ('incomplete' as const), found };
        // Where the last place goes just now it is told by the sending alone, and where one has come it is taken.
        const sent = await send(answers);
        return sent.state === 'full' ? { state: 'full' as const, found } : sent;
      });
      if (told.state === 'notResumed') return reply.redirect(formAddress(address), 303);
      if (told.state === 'full' && 'found' in told) return full(request, reply, told.found);
      if (told.state === 'incomplete') return review(reply.code(422), { found: told.found, address });
      if ((told.state === 'accepted' || told.state === 'repeated') && told.receipt !== undefined)
        return sendPage(reply.header('set-cookie', noCode(context, token)), thanksPage(language, bands, told.receipt));
      return closed(request, reply);
    });
  });
}

const sendPage = (reply: FastifyReply, text: string): FastifyReply => reply.type('text/html; charset=utf-8').send(text);
