import { DEFAULT_REASONS } from '@parindex/core/appraisal/reasons';
import { ROUND_PARTS, type RoundPart, shiftYears } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { copyPlan, putSteps } from '../queries/round-plan.ts';
import { findRound, insertRound, type RoundRow, readPlan } from '../queries/rounds.ts';
import { fillBaselines } from './fill-baselines.ts';

export interface NewRound {
  readonly id: string;
  readonly ownerBody: string;
  readonly year: number;
  readonly title?: string | undefined;
  readonly edition?: string | undefined;
}

/** Last year's title with this year in it. */
const titleFor = (title: string, from: number, to: number): string => title.replaceAll(String(from), String(to));

/**
 * Makes the draft of a round, empty or copied. A copy takes every part, its steps on the same days of the new year, and
 * each part must be confirmed; parts given in the request need not.
 */
export async function createRound(acting: Acting, wanted: NewRound, source: RoundRow | undefined): Promise<void> {
  const { db, account, receivedAt } = acting;
  const { id, ownerBody, year } = wanted;
  const title = wanted.title ?? titleFor(source?.title ?? id, source?.year ?? year, year);
  const edition = wanted.edition ?? source?.edition ?? null;
  await insertRound(db, {
    ...{ id, ownerBody, year, title, edition, copiedFrom: source?.id ?? null, account, at: receivedAt },
    // A list of its own from the beginning: what is offered then stays so, whatever later versions of the program bring.
    verdictReasons: (source?.verdictReasons ?? DEFAULT_REASONS).filter(({ retired }) => !retired),
    secondPersonOver: source?.secondPersonOver ?? null,
  });
  let baselines = 0;
  if (source) {
    const saidAnew = new Set<RoundPart>([
      ...(wanted.title === undefined ? [] : (['title'] as const)),
      ...(wanted.edition === undefined ? [] : (['edition'] as const)),
    ]);
    await copyPlan(
      db,
      source.id,
      id,
      ROUND_PARTS.filter((part) => !saidAnew.has(part)),
    );
    const { steps } = await readPlan(db, source.id);
    await putSteps(
      db,
      id,
      steps.map(({ step, opens, closes }) => {
        const shifted = shiftYears({ opens: Date.parse(opens), closes: Date.parse(closes) }, year - source.year);
        return { step, opens: new Date(shifted.opens), closes: new Date(shifted.closes) };
      }),
    );
    baselines = await fillBaselines(db, (await findRound(db, id)) as RoundRow);
  }
  await recordAct(acting, {
    act: 'round.create',
    subject: `round:${id}`,
    round: id,
    content: {
      ownerBody,
      year: String(year),
      edition,
      copiedFrom: source?.id ?? null,
      baselines: String(baselines),
      stands: await readRowStates(db, {
        round: [id],
        round_step: [id],
        participant: [id],
        exclusion: [id],
        domain_owner: [id],
        copied_part: [id],
        baseline: [id],
      }),
    },
    erasable: { title },
  });
}
