import { randomUUID } from 'node:crypto';
import { figuresOf } from '@parindex/core';
import type { newSecondMarking } from '@parindex/core/contracts/schemas/index';
import { drawPieces, giveMarkers } from '@parindex/core/quality/draw';
import { appraisersOfItem } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { readAppraisalShares } from '../../appraisal/queries/verdicts.ts';
import type { AppraisedRound } from '../appraised-items.ts';
import { findDraw, insertDraw, readMarked, readSecondMarkers } from '../queries/second-marking.ts';

type NewDraw = z.output<typeof newSecondMarking>;

const OTHERWISE = {
  vi: 'Danh sách tiêu chí đã thẩm định đã thay đổi từ khi Ông/Bà mở trang; chưa rút mẫu. Đề nghị xem lại số lượng rồi rút mẫu.',
  en: 'Other items are decided by now than when you opened the page; nothing was drawn. Look at their number again.',
};
const TOO_MANY = {
  vi: (listed: number) => `Chỉ có ${listed} tiêu chí đã thẩm định để rút mẫu.`,
  en: (listed: number) => `Only ${listed} items are decided and can be drawn.`,
};

/** Draws items to be marked a second time, and gives them to people who have said nothing of them; said again, it is drawn once. */
export async function drawSecondMarking(
  acting: Acting,
  round: string,
  { items, hash, edition, titles }: AppraisedRound,
  { id, seed, count, listHash }: NewDraw,
): Promise<Effect> {
  const { db } = acting;
  const there = await findDraw(db, id);
  if (there) {
    if (there.round !== round || there.seed !== seed || there.drawn !== count || there.listHash !== listHash) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  if (hash !== listHash) throw new Problem('staleVersion', { detail: OTHERWISE });
  if (count > items.length) throw new Problem('notNow', { detail: { vi: TOO_MANY.vi(items.length), en: TOO_MANY.en(items.length) } });
  const [shares, markers, marked] = [await readAppraisalShares(db, round), await readSecondMarkers(db, round), await readMarked(db, round)];
  const { prepared } = edition;
  const targetsOf = (item: string) => [`item/${item}`, ...[...figuresOf(prepared, item)].map((figure) => `figure/${figure}`)];
  const said = new Set(marked.map(({ body, target, person }) => `${body} ${target} ${person}`));
  const byId = new Map(markers.map((marker) => [marker.id, marker]));
  const able = (person: string, { body, item }: { readonly body: string; readonly item: string }) => {
    const marker = byId.get(person);
    const offices = appraisersOfItem(shares, titles.get(item)?.domain ?? '', item);
    return (
      marker?.offices.some((office) => offices.includes(office)) === true &&
      !marker.causes.includes(body) &&
      !targetsOf(item).some((target) => said.has(`${body} ${target} ${person}`))
    );
  };
  const byPlace = new Map(items.map((one) => [`${one.body} ${one.item}`, one]));
  const drawn = giveMarkers(drawPieces(items, seed, count), [...byId.keys()], able, seed).flatMap(({ body, item, person }) => {
    const first = byPlace.get(`${body} ${item}`);
    if (!first) return [];
    const { entry, by, at, appraised } = first;
    return [
      {
        ...{ id: randomUUID(), body, item, person, targets: targetsOf(item) },
        first: { entry, at, person: by.id, points: appraised.points, maximum: appraised.maximum },
      },
    ];
  });
  await insertDraw(db, { id, round, edition: edition.id, seed, listed: items.length, listHash, items: drawn }, acting.account as string, acting.receivedAt);
  await recordAct(acting, {
    ...{ act: 'quality.draw', subject: `round:${round}`, round },
    content: { seed, count, digest: listHash, stands: await readRowStates(db, { second_marking: [id], second_marking_item: [id], first_mark: [id] }) },
  });
  return 'done';
}
