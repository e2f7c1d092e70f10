import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import { existenceOf, inBoth, type Period, periodsOf } from './periods.ts';
import type { DraftBody, Placed } from './placed.ts';

/** A code with the days for which a body has it under one parent. */
interface Held extends Period {
  readonly body: DraftBody;
  readonly order: number;
  readonly path: Path;
  readonly code: string;
}

/** The body's existence split by parent; '' without one. */
function underParents(body: DraftBody): (Period & { readonly parent: string })[] {
  const life = existenceOf(body);
  const pieces: (Period & { parent: string })[] = [];
  let day = life.from;
  periodsOf(body.parents, life).forEach((period, index) => {
    if (!period) return;
    if (day < period.from) pieces.push({ parent: '', from: day, end: period.from });
    pieces.push({ parent: body.parents?.[index]?.id ?? '', ...period });
    day = period.end;
  });
  if (day < life.end) pieces.push({ parent: '', from: day, end: life.end });
  return pieces;
}

/** On no day may two bodies of one kind under one parent have the same code. */
export function checkCodes(placed: readonly Placed[], faults: Faults): void {
  const byCode = new Map<string, Held[]>();
  placed.forEach(({ body, path }, order) => {
    if (!body.codes?.length) return;
    const pieces = underParents(body);
    periodsOf(body.codes, existenceOf(body)).forEach((period, index) => {
      const code = body.codes?.[index]?.code;
      if (!period || code === undefined) return;
      for (const { parent, ...piece } of pieces) {
        const days = inBoth(period, piece);
        if (!days) continue;
        const key = JSON.stringify([body.kind ?? '', parent, code]);
        const held = { body, order, path: at(path, 'codes', index, 'code'), code, ...days };
        const list = byCode.get(key);
        if (list) list.push(held);
        else byCode.set(key, [held]);
      }
    });
  });
  const doubled = [...byCode.values()].flatMap(doublesAmong);
  for (const { path, code } of doubled.toSorted((a, b) => a.order - b.order)) faults.add('duplicateId', path, { found: code });
}

/** Of two that have a code on one day, the later one in the file. */
function doublesAmong(holders: readonly Held[]): Held[] {
  let before: Held | undefined;
  return holders
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.order - b.order))
    .flatMap((held) => {
      const clash = before && before.body !== held.body && held.from < before.end ? before : undefined;
      if (!before || held.end > before.end) before = held;
      if (!clash) return [];
      return clash.order > held.order ? [clash] : [held];
    });
}
