import { Faults } from '@parindex/core/reading/faults';
import { readJson } from '@parindex/core/reading/json';
import { isObject, NumberToken, type Raw } from '@parindex/core/reading/raw';
import { writeJson } from '@parindex/core/reading/write-json';
import { readYaml } from '@parindex/core/reading/yaml';
import { applyOperation } from '@parindex/core/studio/operations/apply';
import { applyChanges, type Change, valueAt } from '@parindex/core/studio/operations/change';
import { type Operation, readOperation } from '@parindex/core/studio/operations/operation';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused, Unanswered } from '../../../client/request.ts';
import type { DraftWork, DraftWorkStore } from '../../../device/draft-work.ts';
import { type AnsweredChanges, type DraftServer, DraftWriting, LOOKS, RESTS, type SentChanges, TRIES_AGAIN } from './draft-writing.ts';
import { readWritten } from './written-changes.ts';

const base = readYaml(`
domains:
  - code: "1"
    title: { vi: "Thể chế" }
    criteria:
      - { code: "1.1", title: { vi: "Kế hoạch" }, maximum: 2.50, source: appraised, rule: { kind: yesNo } }
      - { code: "1.2", title: { vi: "Thực hiện" }, maximum: 1, source: appraised, rule: { kind: yesNo } }
`).value;
const [FIRST, SECOND]: readonly [Change['at'], Change['at']] = [
  ['domains', 0, 'criteria', 0],
  ['domains', 0, 'criteria', 1],
];
const title = (at: Change['at'], vi: string): Operation => ({ operation: 'set', at: [...at, 'title', 'vi'], value: vi });
const changesOf = (document: Raw, operation: Operation): readonly Change[] => {
  const applied = applyOperation(document, operation);
  if ('refusal' in applied) throw new Error(applied.refusal.code);
  return applied.changes;
};
const told = (changes: readonly Change[]): string =>
  writeJson([{ in: 'document', version: 2, by: { name: 'Minh họa' }, at: '2026-12-02T01:00:00Z', changes: changes as never }]);

/** The document after what was sent, as a server reads it: operations and changes, one after another. */
function after(document: Raw, { steps }: SentChanges): Raw {
  const list = readJson(steps).value;
  return (Array.isArray(list) ? list.filter(isObject) : []).reduce<Raw>((here, { operation, changes }) => {
    const read = operation === undefined ? undefined : readOperation(operation, new Faults());
    return applyChanges(here, read ? changesOf(here, read) : (readWritten(writeJson([{ in: 'document', changes: changes ?? [] }]))[0]?.changes ?? []));
  }, document);
}

/** A server that answers what it is told to, in order; else it takes what is sent. */
function serverWith(...answers: (AnsweredChanges | Error)[]) {
  const sent: SentChanges[] = [];
  let version = 1;
  const server: DraftServer = {
    async send(changes) {
      sent.push(changes);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      version = answer?.version ?? version + 1;
      return answer ?? { version, others: '[]' };
    },
    look: async () => ({ version, others: '[]' }),
  };
  return { sent, server };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[F1] is undone to the first document and done again; what is typed into one field is one act', async () => {
  const { sent, server } = serverWith();
  const writing = new DraftWriting(base, 1, server);
  for (const typed of ['K', 'Kế', 'Kế hoạch năm']) writing.do([title(FIRST, typed)], 'title');
  writing.choose(FIRST);
  writing.do([{ operation: 'move', at: FIRST, into: ['domains', 0, 'criteria'], index: 1 }]);
  expect(writing.state().chosen).toEqual(SECOND);
  const written = writing.state().document;
  writing.undo();
  expect(writing.state().chosen).toEqual(FIRST);
  writing.undo();
  expect(writing.state()).toMatchObject({ mayUndo: false, mayRedo: true });
  expect(writeJson(writing.state().document)).toBe(writeJson(base));
  writing.redo();
  writing.redo();
  expect(writeJson(writing.state().document)).toBe(writeJson(written));
  expect(writing.state().saving).toBe('toSave');
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(writing.state().saving).toBe('saved');
  expect(sent).toHaveLength(1);
  expect(writeJson(after(base, sent[0] as SentChanges))).toBe(writeJson(written));
});

it('[F1] an act that cannot be done changes nothing and says why', () => {
  const writing = new DraftWriting(base, 1, serverWith().server);
  writing.do([title(FIRST, 'Khác'), { operation: 'rename', at: FIRST, to: '1.2' }]);
  expect(writing.state()).toMatchObject({ document: base, refusal: { code: 'nameTaken' }, mayUndo: false });
});

it('[F1] without a line it says so and sends the very same again; what is written meanwhile follows', async () => {
  const { sent, server } = serverWith(new Unanswered('cut'));
  const writing = new DraftWriting(base, 1, server);
  writing.do([title(FIRST, 'Kế hoạch năm')]);
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(writing.state().saving).toBe('noLine');
  writing.do([title(SECOND, 'Kết quả')]);
  await vi.advanceTimersByTimeAsync(TRIES_AGAIN);
  expect(sent[1]).toEqual(sent[0]);
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(sent[2]).toMatchObject({ version: 2 });
  expect(writing.state().saving).toBe('saved');
});

it('[F1] takes in what another wrote, beside what is typed while it is saved', async () => {
  const theirs = changesOf(base, { operation: 'add', into: ['domains', 0, 'criteria'], index: 0, value: { code: '1.0', title: { vi: 'Mới' } } });
  const { sent, server } = serverWith({ version: 3, others: told(theirs) });
  const slowly = async (changes: SentChanges) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return server.send(changes);
  };
  const writing = new DraftWriting(base, 1, { ...server, send: slowly });
  writing.choose(SECOND);
  writing.do([title(SECOND, 'Kết quả')]);
  await vi.advanceTimersByTimeAsync(RESTS);
  writing.do([title(FIRST, 'Kế hoạch năm')]);
  await vi.advanceTimersByTimeAsync(10);
  const { document, chosen, others } = writing.state();
  expect([0, 1, 2].map((index) => valueAt(document, ['domains', 0, 'criteria', index, 'title', 'vi']))).toEqual(['Mới', 'Kế hoạch năm', 'Kết quả']);
  expect(chosen).toEqual(['domains', 0, 'criteria', 2]);
  expect(others?.by).toBe('Minh họa');
  await vi.advanceTimersByTimeAsync(RESTS + 10);
  expect(sent.at(-1)?.version).toBe(3);
  writing.undo();
  writing.undo();
  expect(valueAt(writing.state().document, ['domains', 0, 'criteria', 2, 'title', 'vi'])).toBe('Thực hiện');
});

it.each(['ours', 'theirs'] as const)('[F1] a conflict waits for a word, and then what is %s stands and is saved', async (stands) => {
  const theirs = changesOf(base, title(FIRST, 'Của người kia'));
  const { sent, server } = serverWith(new Refused({ code: 'conflict', status: 409, title: 'conflict', version: 2, others: told(theirs) }));
  const writing = new DraftWriting(base, 1, server);
  writing.do([title(FIRST, 'Của tôi')]);
  writing.do([title(SECOND, 'Kết quả')]);
  await vi.advanceTimersByTimeAsync(RESTS);
  const [open] = writing.state().conflicts;
  expect(writing.state()).toMatchObject({ saving: 'undecided', conflicts: [{ by: 'Minh họa', conflict: { code: 'bothChanged' } }] });
  writing.decide(open?.key ?? '', stands);
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(writing.state()).toMatchObject({ saving: 'saved', conflicts: [] });
  expect(sent.at(-1)?.version).toBe(2);
  const document = after(applyChanges(base, theirs), sent.at(-1) as SentChanges);
  expect(writeJson(document)).toBe(writeJson(writing.state().document));
  expect(valueAt(document, [...FIRST, 'title', 'vi'])).toBe(stands === 'ours' ? 'Của tôi' : 'Của người kia');
  expect(valueAt(document, [...SECOND, 'title', 'vi'])).toBe('Kết quả');
});

it('[F1] looks from time to time for what others wrote', async () => {
  const theirs = changesOf(base, title(FIRST, 'Của người kia'));
  const { server } = serverWith();
  const writing = new DraftWriting(base, 1, { ...server, look: async () => ({ version: 2, others: told(theirs) }) });
  const stop = writing.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(LOOKS);
  stop();
  expect(valueAt(writing.state().document, [...FIRST, 'title', 'vi'])).toBe('Của người kia');
});

/** A device that keeps what it is given, as text. */
function deviceWith(left?: DraftWork) {
  const device: DraftWorkStore & { work: DraftWork | undefined } = {
    work: left,
    left: left && JSON.parse(JSON.stringify(left)),
    keep(work) {
      device.work = work;
    },
  };
  return device;
}

it('[F1] what a window could not save before it closed goes on in the next: written once, with digits and all, and undone from there', async () => {
  const first = serverWith(new Unanswered('cut'), new Unanswered('cut'));
  const device = deviceWith();
  const writing = new DraftWriting(base, 1, first.server, device);
  writing.do([title(FIRST, 'Kế hoạch năm')]);
  await vi.advanceTimersByTimeAsync(RESTS);
  writing.do([{ operation: 'add', into: ['domains', 0, 'criteria'], index: 0, value: { code: '1.0', maximum: new NumberToken('0.50') } }]);
  const written = writeJson(writing.state().document);
  expect(writing.state().saving).toBe('noLine');
  vi.clearAllTimers();

  const again = deviceWith(device.work);
  const { sent, server } = serverWith();
  const next = new DraftWriting(readYaml('domains: []').value, 9, server, again);
  expect(next.state()).toMatchObject({ isResumed: true, saving: 'toSave', mayUndo: true });
  expect(writeJson(next.state().document)).toBe(written);
  await vi.advanceTimersByTimeAsync(RESTS);
  // What may have arrived is the very same save; what followed it is another.
  expect(sent[0]).toEqual(first.sent[0]);
  expect(sent).toHaveLength(2);
  expect(writeJson(sent.reduce(after, base))).toBe(written);
  expect(next.state().saving).toBe('saved');
  expect(again.work).toBeUndefined();
  next.undo();
  next.undo();
  expect(writeJson(next.state().document)).toBe(writeJson(base));
});

it('[F1] what waits for a word on a conflict is kept as it was, and given up where the draft is loaded anew', async () => {
  const theirs = changesOf(base, title(FIRST, 'Của người kia'));
  const conflict = () => new Refused({ code: 'conflict', status: 409, title: 'conflict', version: 2, others: told(theirs) });
  const device = deviceWith();
  const writing = new DraftWriting(base, 1, serverWith(conflict()).server, device);
  writing.do([title(FIRST, 'Của tôi')]);
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(writing.state().saving).toBe('undecided');
  expect(device.work?.version).toBe(1);

  const again = deviceWith(device.work);
  const next = new DraftWriting(base, 2, serverWith(conflict()).server, again);
  await vi.advanceTimersByTimeAsync(RESTS);
  expect(next.state()).toMatchObject({ saving: 'undecided', conflicts: [{ by: 'Minh họa' }] });
  next.forget();
  expect(again.work).toBeUndefined();
});
