import type { Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { type DrawRow, holdDraws, readDraws } from './queries/draws.ts';
import { requireOpenSurvey } from './refuse.ts';

const IN_FORCE = {
  vi: 'Thiết kế mẫu và dàn mẫu đã được công bố nên không thay đổi được; muốn chọn mẫu lại phải hủy lần đã công bố, có lý do.',
  en: 'Design and frame are declared and cannot be changed; to draw again, withdraw what was declared, with a reason.',
};

/** The draws of an open survey, held until the transaction ends; `none`: refuses where one is declared and was not withdrawn. */
export async function heldDraws(db: Writing, round: Pick<RoundRow, 'id' | 'state'>, allowed: 'none' | 'any'): Promise<DrawRow[]> {
  await holdDraws(db, round.id);
  await requireOpenSurvey(db, round.id, round.state);
  const draws = await readDraws(db, round.id);
  if (allowed === 'none' && draws.some(({ withdrawnAt }) => withdrawnAt === null)) throw new Problem('notNow', { detail: IN_FORCE });
  return draws;
}

/** The draw of a number; refuses where there is none. */
export function requireDraw(draws: readonly DrawRow[], number: number): DrawRow {
  const draw = draws.find((one) => one.number === number);
  if (!draw) throw new Problem('notFound');
  return draw;
}
