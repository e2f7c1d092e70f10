import type { paperForms } from '@parindex/core/contracts/schemas/survey-paper';
import type { z } from 'zod';
import type { Named } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { stateOf } from './present-survey.ts';
import { type BatchRow, type Returned, type ReturnRow, readBatches, readReturns } from './queries/paper-batches.ts';
import { readPaperProgress } from './queries/paper-entries.ts';
import { findSurvey, readBodies, readConfirmedBodies } from './queries/surveys.ts';
import { readSurveyGroups } from './survey-groups.ts';

const NONE_BACK: Returned = { returned: 0, blank: 0, spoiled: 0, refused: 0 };

/** All that went out and came back of the batches of a body by a group. */
const outAndBack = (batches: readonly BatchRow[], returns: ReadonlyMap<string, ReturnRow>): Returned & { readonly out: number } =>
  batches
    .map(({ id, count }) => ({ out: count, ...(returns.get(id) ?? NONE_BACK) }))
    .reduce(
      (sum, one) => ({
        ...{ out: sum.out + one.out, returned: sum.returned + one.returned, blank: sum.blank + one.blank },
        ...{ spoiled: sum.spoiled + one.spoiled, refused: sum.refused + one.refused },
      }),
      { out: 0, ...NONE_BACK },
    );

const presentBack = ({ returned, blank, spoiled, refused, by, at }: ReturnRow) => ({
  ...{ returned, blank, spoiled, refused },
  ...{ recordedBy: by, recordedAt: at.toISOString() },
});

/** The paper forms of a survey, for whoever leads it: by body and group, and batch by batch. */
export async function presentPaper(db: Reading, round: RoundRow, language: 'vi' | 'en'): Promise<z.output<typeof paperForms>> {
  const survey = await findSurvey(db, round.id);
  const groups = await readSurveyGroups(db, survey?.edition ?? round.edition);
  const bodies = await readBodies(db, round.id, null);
  const [batches, returns, confirmed] = [await readBatches(db, round.id), await readReturns(db, round.id), new Set(await readConfirmedBodies(db, round.id))];
  const typed = new Map((await readPaperProgress(db, round.id)).map((row) => [keyOf(row), row]));
  const places = Map.groupBy(batches, keyOf);
  const named = new Map(bodies.map((body) => [body.id, body]));
  const bodyOf = (id: string): Named => named.get(id) ?? { id, name: id };
  return {
    state: stateOf(survey),
    groups: groups.map(({ id, title }) => ({ id, title: title[language] })),
    bodies: bodies.filter(({ id }) => id !== round.ownerBody).map((body) => ({ ...body, confirmed: confirmed.has(body.id) })),
    progress: bodies.flatMap(({ id: body }) =>
      groups.flatMap(({ id: group }) => {
        const of = places.get(keyOf({ body, group }));
        if (!of) return [];
        const { once = 0, differing = 0, counted = 0, setApart = 0, elsewhere = 0 } = typed.get(keyOf({ body, group })) ?? {};
        return [{ body: bodyOf(body), group, ...outAndBack(of, returns), once, differing, counted, setApart, elsewhere: survey?.closedAt ? null : elsewhere }];
      }),
    ),
    batches: batches.map(({ id, body, group, kind, count, madeBy, madeAt }) => {
      const back = returns.get(id);
      return {
        ...{ id, body: bodyOf(body), group, kind, count, madeBy, madeAt: madeAt.toISOString() },
        ...{ back: back ? presentBack(back) : null, records: back?.number ?? 0 },
      };
    }),
  };
}

const keyOf = ({ body, group }: { readonly body: string; readonly group: string }): string => `${body} ${group}`;
