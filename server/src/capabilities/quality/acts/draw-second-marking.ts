import { randomUUID } from 'node:crypto';
import { figuresOf } from '@parindex/core';
import type { newSecondMarking } from '@parindex/core/contracts/schemas/index';
import { drawPieces, giveMarkers } from '@parindex/core/quality/draw';
import { appraisersOfItem } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { readAppraisalShares } from '../../appraisal/queries/verdicts.ts';
import type { AppraisedRound } from '../appraised-items.ts';
import { type DrawRow, findDraw, insertDraw, insertInPlace, readLeftUnmarked, readMarked, readSecondMarkers } from '../queries/second-marking.ts';

type NewDraw = z.output<typeof newSecondMarking>;

const OTHERWISE = {
  vi: 'Danh sách tiêu chí đã thẩm định đã thay đổi từ khi Ông/Bà mở trang; chưa rút mẫu. Đề nghị xem lại số lượng rồi rút mẫu.',
  en: 'Other items are decided by now than when you opened the page; nothing was drawn. Look at their number again.',
};
const TOO_MANY = {
  vi: (listed: number) => `Chỉ có ${listed} tiêu chí đã thẩm định để rút mẫu.`,
  en: (listed: number) => `Only ${listed} items are decided and can be drawn.`,
};

/** Who may be given what to mark a second time: whoever appraises it, has said nothing of it, and would not decide in their own cause. */
async function secondMarkersOf(db: Reading, round: string, { edition, titles }: Pick<AppraisedRound, 'edition' | 'titles'>) {
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
  return { persons: [...byId.keys()], able, targetsOf };
}

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
  const { persons, able, targetsOf } = await secondMarkersOf(db, round, { edition, titles });
  const byPlace = new Map(items.map((one) => [`${one.body} ${one.item}`, one]));
  const drawn = giveMarkers(drawPieces(items, seed, count), persons, able, seed).flatMap(({ body, item, person }) => {
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

const NOBODY = {
  vi: 'Chưa có người nào khác chấm lại được các tiêu chí này: người thẩm định còn lại đã thẩm định, đã nêu ý kiến hoặc có xung đột lợi ích.',
  en: 'Nobody else may mark these items: whoever is left decided or said something of them, or has an interest in their bodies.',
};

/** Gives what nobody marks of a draw to others, as at the draw, by its seed; what nobody else may mark stays. */
export async function giveSecondMarksAnew(acting: Acting, { id, round, seed }: DrawRow, of: Pick<AppraisedRound, 'edition' | 'titles'>): Promise<Effect> {
  const { db } = acting;
  const left = await readLeftUnmarked(db, id);
  if (left.length === 0) return 'unchanged';
  const { persons, able } = await secondMarkersOf(db, round, of);
  const ids = new Map(left.map((piece) => [`${piece.body} ${piece.item}`, piece.id]));
  const given = giveMarkers(left, persons, able, seed).flatMap(({ body, item, person }) =>
    person === null ? [] : [{ id: randomUUID(), inPlaceOf: ids.get(`${body} ${item}`) as string, person }],
  );
  if (given.length === 0) throw new Problem('notNow', { detail: NOBODY });
  await insertInPlace(db, given);
  await recordAct(acting, {
    ...{ act: 'quality.giveAnew', subject: `round:${round}`, round },
    content: { count: given.length, stands: await readRowStates(db, { second_marking_item: [id], first_mark: [id] }) },
  });
  return 'done';
}
