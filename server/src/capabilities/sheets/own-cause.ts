import { type Belonging, type InterestKind, type OwnCauseOfBody, ownCauses } from '@parindex/core/appraisal/own-cause';
import { ownCauseText } from '@parindex/core/words/own-causes';
import { sql } from 'kysely';
import { today } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** The sheets of a round on which the asker does not decide, and why. */
export async function readOwnCauses(db: Reading, round: string): Promise<OwnCauseOfBody[]> {
  const { rows } = await sql<{ months: number; today: string; belongings: Belonging[]; interests: { body: string; kind: InterestKind }[] }>`
    SELECT r.own_cause_months AS months, ${today}::text AS today,
      (SELECT coalesce(json_agg(json_build_object('bodies', g.bodies, 'from', g.from_date, 'to', g.to_date)), '[]') FROM app.own_belongings(r.id) g) AS belongings,
      (SELECT coalesce(json_agg(json_build_object('body', i.body_id, 'kind', i.kind)), '[]') FROM interest i
        WHERE i.round_id = r.id AND i.account_id = app.account() AND i.withdrawn_at IS NULL) AS interests
    FROM round r WHERE r.id = ${round}`.execute(db);
  const [row] = rows;
  return row ? ownCauses(row.belongings, row.interests, row.months, row.today) : [];
}

/** Refuses who would decide in their own cause, with the ground. */
export async function refuseOwnCause(db: Reading, { place }: { readonly place: Pick<SheetPlace, 'round' | 'body'> }): Promise<void> {
  const cause = (await readOwnCauses(db, place.round)).find(({ body }) => body === place.body);
  if (cause)
    throw new Problem('ownCause', {
      detail: { vi: ownCauseText(cause.grounds, 'vi'), en: ownCauseText(cause.grounds, 'en') },
      more: { grounds: cause.grounds },
    });
}
