import type { Language } from '@parindex/core';
import type { paperFormFound } from '@parindex/core/contracts/schemas/survey-paper';
import * as contracts from '@parindex/core/contracts/survey-paper';
import { answerAt, differingLines, type Entry, entryLines, judgeEntry, linesOfEntry, reconciled } from '@parindex/core/survey/paper/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { enterPaper } from '../acts/enter-paper-form.ts';
import { type FoundPaper, findPaperForm, holdPaperForm } from '../queries/paper-entries.ts';
import { readBodies } from '../queries/surveys.ts';
import { nothingTyped, paperRefusal, refuseAnswers, requireCode } from '../refuse-paper.ts';
import { readSurveyGroups } from '../survey-groups.ts';

/** Paper forms, typed by people of whoever leads the survey: by two who do not see each other's, and where these differ by a third. */
export function servePaperEntries(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.findPaperForm, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body, language }) => {
      const paper = await findPaperForm(acting.db, round.id, requireCode(body.code, language));
      if (!paper) throw paperRefusal('unknown');
      if (paper.state !== 'open') throw paperRefusal(paper.state);
      return { effect: 'unchanged', body: await presentForm(acting.db, round.id, paper, language) };
    },
  });

  defineRoute(app, context, contracts.enterPaperForm, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body, language }) => {
      const code = requireCode(body.code, language);
      await holdPaperForm(acting.db, round.id, code);
      const paper = await findPaperForm(acting.db, round.id, code);
      if (!paper) throw paperRefusal('unknown');
      const typed = judgeEntry(paper.form, body.answers, body.invalid);
      refuseAnswers(paper.form, typed.faults, language);
      const entry = body.place === 3 ? settled(paper, typed.entry) : typed.entry;
      if (body.place !== 3 && Object.keys(entry.answers).length === 0) throw nothingTyped();
      const { outcome, effect } = await enterPaper(acting, round.id, paper, { code, place: body.place, entry });
      return { status: effect === 'done' ? 201 : 200, effect, body: { outcome } };
    },
  });
}

/** What two agree in, with what a third has said of the rest; of a form that two have not typed, or that is settled, nothing is settled. */
function settled({ form, entries: [first, second] }: FoundPaper, typed: Entry): Entry {
  return first && second ? reconciled(form, first, differingLines(form, first, second), typed) : typed;
}

const titleOfGroup = async (db: Reading, { form, group }: FoundPaper, language: Language): Promise<string> =>
  (await readSurveyGroups(db, form.scheme)).find(({ id }) => id === group)?.title[language] ?? group;

/** A form as it is typed; the third person sees what the two say where they differ, and nothing else of them. */
async function presentForm(db: Reading, round: string, paper: FoundPaper, language: Language): Promise<z.output<typeof paperFormFound>> {
  const { body, group, form, place, entries } = paper;
  const [named] = await readBodies(db, round, [body]);
  const [first, second] = entries;
  const differing = first && second ? differingLines(form, first, second) : [];
  const told = entries.map((entry) => linesOfEntry(form, entry, differing));
  return {
    body: named ?? { id: body, name: body },
    group: { id: group, title: await titleOfGroup(db, paper, language) },
    ...{ form, place },
    differing: entryLines(form)
      .filter(({ id }) => differing.includes(id))
      .map((line) => ({
        line: line.id,
        entries: told.map((entry) => ({ answer: answerAt(entry.answers, line) ?? null, invalid: entry.invalid.includes(line.id) })),
      })),
  };
}
