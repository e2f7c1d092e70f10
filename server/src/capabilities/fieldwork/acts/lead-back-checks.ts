import { divide, hundred, integer, toDecimal } from '@parindex/core/quantity/rational';
import { drawBackChecks as drawFrom, type TakenResponse } from '@parindex/core/survey/quality/back-check';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { type BackCheckRow, insertDraw, insertGiven } from '../queries/back-checks.ts';
import type { FieldPlace } from './lead-fieldwork.ts';

/** The interviews that a share and a seed draw from a list. */
export const drawnFrom = (among: readonly TakenResponse[], percent: number, seed: string): Set<string> =>
  new Set(drawFrom(among, toDecimal(divide(integer(percent), hundred), 2, 'halfUp'), seed));

/** Draws back-checks: the seed is made by chance as the list stands, so that nobody tries seeds; how many, the trail tells, and of no household. */
export async function drawBackChecks(
  acting: Acting,
  place: FieldPlace,
  { id, number, percent }: { readonly id: string; readonly number: number; readonly percent: number },
  among: readonly TakenResponse[],
): Promise<number> {
  const seed = newSecretToken().token;
  const drawn = drawnFrom(among, percent, seed);
  await insertDraw(
    acting.db,
    { ...place, id, number, percent, seed, by: acting.account as string, at: acting.receivedAt },
    among.map((each) => ({ ...each, drawn: drawn.has(each.id) })),
  );
  const { round, body, group } = place;
  await recordAct(acting, {
    ...{ act: 'fieldwork.drawBackChecks', subject: `survey:${round}`, round, body },
    content: { group, number, percent, seed, rows: among.length, count: drawn.size },
  });
  return drawn.size;
}

/** Gives back-checks to somebody who asks again. */
export async function giveBackChecks(acting: Acting, { round, body, group }: FieldPlace, checks: readonly BackCheckRow[], account: string): Promise<void> {
  await insertGiven(
    acting.db,
    checks.map(({ id, times }) => ({ id, times })),
    account,
    acting.account as string,
    acting.receivedAt,
  );
  await recordAct(acting, { act: 'fieldwork.giveBackChecks', subject: `survey:${round}`, round, body, content: { group, account, count: checks.length } });
}
