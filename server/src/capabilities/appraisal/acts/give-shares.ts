import { randomUUID } from 'node:crypto';
import { handOver, type PersonShare } from '@parindex/core/appraisal/person-shares';
import type { distributionPreview, handedOverAnswer, newDistribution, newPersonShares } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct, type TrailContent } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { type OfficeWork, planDistribution } from '../distribution.ts';
import { endPersonShares, findPersonShares, insertPersonShares } from '../queries/person-shares.ts';

interface Place {
  readonly round: string;
  readonly office: string;
}

async function record(
  acting: Acting,
  { round, office }: Place,
  act: 'appraisal.give' | 'appraisal.takeBack' | 'appraisal.handOver' | 'appraisal.distribute',
  content: TrailContent,
): Promise<void> {
  const stands = await readRowStates(acting.db, { person_share: [`${round}/${office}`] });
  await recordAct(acting, { act, subject: `round:${round}`, round, content: { body: office, ...content, stands } });
}

const insert = (acting: Acting, { round }: Place, { office, edition }: OfficeWork, shares: readonly (PersonShare & { readonly id: string })[]) =>
  insertPersonShares(acting.db, { round, office, edition }, shares, acting.account as string, acting.receivedAt);

const withIds = (shares: readonly PersonShare[]) => shares.map((share) => ({ id: randomUUID(), ...share }));

/** Gives items, bodies, or items of bodies to people of an appraising body. What somebody has already stays theirs; the same again changes nothing. */
export async function givePersonShares(acting: Acting, place: Place, work: OfficeWork, { shares }: z.output<typeof newPersonShares>): Promise<Effect> {
  const wanted = shares.map(({ id, person, item = null, body = null }) => ({ id, person, item, body }));
  const stored = new Map(
    (
      await findPersonShares(
        acting.db,
        wanted.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  for (const { id, person, item, body } of wanted) {
    const there = stored.get(id);
    if (there && (there.round !== place.round || there.office !== place.office || there.person !== person || there.item !== item || there.body !== body))
      throw new Problem('idReused', { more: { id } });
  }
  const fresh = wanted.filter(({ id }) => !stored.has(id));
  for (const { person, body } of fresh) if (body !== null && !work.able(person, body)) throw ownCauseOf(work, person, body);
  if ((await insert(acting, place, work, fresh)) === 0) return 'unchanged';
  await record(acting, place, 'appraisal.give', { given: fresh.map(({ person, item, body }) => ({ account: person, item, body })) });
  return 'done';
}

function ownCauseOf({ persons, bodies }: OfficeWork, person: string, body: string): Problem {
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? id;
  const [who, of] = [named(persons, person), named(bodies, body)];
  return new Problem('ownCause', {
    detail: {
      vi: `${who} có xung đột lợi ích với ${of} nên không được phân công thẩm định cơ quan này.`,
      en: `${who} has an interest in ${of} and cannot be given its appraisal.`,
    },
  });
}

/** Takes shares back: what they covered belongs to whom a wider share names, else to all who appraise for the body. */
export async function takePersonSharesBack(acting: Acting, place: Place, work: OfficeWork, ids: readonly string[]): Promise<Effect> {
  const wanted = new Set(ids);
  const ending = work.shares.filter(({ id }) => wanted.has(id));
  if (ending.length < wanted.size) {
    const known = await findPersonShares(acting.db, ids);
    if (known.length < wanted.size || known.some(({ round, office }) => round !== place.round || office !== place.office)) throw new Problem('notFound');
  }
  if (ending.length === 0) return 'unchanged';
  await endPersonShares(
    acting.db,
    ending.map(({ id }) => id),
    acting.account as string,
    acting.receivedAt,
  );
  await record(acting, place, 'appraisal.takeBack', { removed: ending.map(({ person, item, body }) => ({ account: person, item, body })) });
  return 'done';
}

/** All that one person has and nobody has decided passes to another; what is the other's own cause stays. */
export async function handPersonSharesOver(
  acting: Acting,
  place: Place,
  work: OfficeWork,
  from: string,
  to: string,
): Promise<{ readonly effect: Effect; readonly body: z.output<typeof handedOverAnswer> }> {
  // Of who appraises there no more, all that they had is passed on.
  const hasLeft = !work.persons.some(({ id }) => id === from);
  const { ended, given, left } = handOver(work.shares, work, from, to, (person, body) => (hasLeft && person === from) || work.able(person, body));
  const answer = (count: number) => ({ given: count, left: [...left] });
  if (given.length === 0) return { effect: 'unchanged', body: answer(0) };
  await endPersonShares(
    acting.db,
    ended.map(({ id }) => id),
    acting.account as string,
    acting.receivedAt,
  );
  const count = await insert(acting, place, work, withIds(given));
  await record(acting, place, 'appraisal.handOver', { from, to, count });
  return { effect: 'done', body: answer(count) };
}

const OTHERWISE = {
  vi: 'Phần chưa giao hoặc người thẩm định đã thay đổi sau khi xem trước; chưa có gì được phân công. Đề nghị xem lại bản xem trước.',
  en: 'What is given, decided or who appraises has changed since the preview; nothing was given. Look at the preview again.',
};

/** Distributes what is given to nobody, as the preview said; refused where it would come out otherwise by now. */
export async function distributeShares(
  acting: Acting,
  place: Place,
  work: OfficeWork,
  { digest, ...wanted }: z.output<typeof newDistribution>,
): Promise<z.output<typeof distributionPreview>> {
  const { distribution, preview } = planDistribution(work, wanted);
  if (preview.digest !== digest || distribution.shares.length === 0) throw new Problem('staleVersion', { detail: OTHERWISE, more: { digest: preview.digest } });
  const { by, way, seed } = wanted;
  const count = await insert(acting, place, work, withIds(distribution.shares));
  await record(acting, place, 'appraisal.distribute', { by, way, seed, count, digest });
  return preview;
}
