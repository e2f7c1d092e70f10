import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { type Cell, type FoldedEntry, foldSheet, STAGES, type Stage, targetKey } from '@parindex/core/ledger/index';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { inTransactionAs } from '../../db/transaction.ts';
import { addPerson } from '../../testing/add-person.ts';
import { answerAll } from '../../testing/answer-all.ts';
import { appraiseAllDomains } from '../../testing/appraised-round.ts';
import { freshSheet } from '../../testing/fresh-sheet.ts';
import { anotherProcess, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../testing/world.ts';
import { readSheets } from './queries/sheets.ts';
import { sheetOfCells } from './sheet.ts';

let server: TestServer;
let second: TestServer;
let world: World;
/** People of a department that has all that is written in hand. */
let department: { readonly hoa: Person; readonly long: Person };
beforeAll(async () => {
  // Self-assessment and appraisal are open at once, so that all acts can meet.
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
  second = await anotherProcess(server);
  department = {
    hoa: await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a'),
    long: await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a'),
  };
  await server.owner.query(`UPDATE round_step SET opens = '2023-01-01', closes = '2023-06-01' WHERE step IN ('selfAssessment', 'appraisal')`);
  await appraiseAllDomains(server, world);
});
afterAll(async () => {
  await second.close();
  await server.close();
});

/** From here on an item and a figure of the sheet are in the department's hands. */
async function giveParts(body: string): Promise<void> {
  const given = [targets()[0], targets()[4]].map((target) => ({ kind: target?.kind, id: target?.id }));
  await server.owner.query(
    `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at)
    SELECT gen_random_uuid(), $1, $2, t->>'kind', t->>'id', $3, 'so-minh-hoa-a', $4, now() FROM jsonb_array_elements($5::jsonb) t`,
    [world.round, body, world.scheme.id, world.people.an.account, JSON.stringify(given)],
  );
}

type Act =
  | { readonly kind: 'declare'; readonly who: 'an' | 'binh'; readonly target: number; readonly value: number; readonly behind: number }
  | { readonly kind: 'propose'; readonly target: number; readonly value: number; readonly behind: number }
  | { readonly kind: 'accept' | 'return'; readonly target: number; readonly behind: number }
  | { readonly kind: 'appraise'; readonly target: number; readonly value: number; readonly behind: number }
  | { readonly kind: 'freeze' | 'reopen'; readonly behind: number }
  | { readonly kind: 'again'; readonly which: number };

const behind = fc.integer({ min: 0, max: 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('declare' as const),
      who: fc.constantFrom('an' as const, 'binh' as const),
      target: fc.nat(5),
      value: fc.nat(3),
      behind,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('propose' as const), target: fc.constantFrom(0, 4), value: fc.nat(3), behind }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'accept' as const, 'return' as const),
      target: fc.constantFrom(0, 4),
      behind: fc.constantFrom(0, 0, 1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('appraise' as const), target: fc.nat(5), value: fc.nat(3), behind }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('freeze' as const, 'reopen' as const), behind: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat(20) }) },
);

const at = (kind: string) => ({ kind, target: 0, value: 0, behind: 0 }) as Act;

interface Sent {
  readonly person: 'an' | 'binh' | 'giang' | 'dung' | 'hoa' | 'long';
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly ids: readonly string[];
}

/** What the acts are done to: two items with an answer, two with text alone, two figures. */
function targets(): { kind: 'item' | 'figure'; id: string; changes: (value: number) => Record<string, unknown> }[] {
  const items = itemsOfDomains(world.scheme.domains);
  const yesNo = items.filter(({ rule, conditions }) => rule.kind === 'yesNo' && conditions.length === 0).slice(0, 2);
  const counts = world.scheme.figures.filter(({ type }) => type === 'count').slice(0, 2);
  return [
    ...yesNo.map(({ code }) => ({
      kind: 'item' as const,
      id: code,
      changes: (value: number) => (value === 3 ? { 'answer.yes': null } : { 'answer.yes': value % 2 === 0 }),
    })),
    ...items
      .slice(-2)
      .map(({ code }) => ({ kind: 'item' as const, id: code, changes: (value: number) => ({ justification: value === 3 ? null : `lần ${value}` }) })),
    ...counts.map(({ id }) => ({
      kind: 'figure' as const,
      id,
      changes: (value: number) => (value === 3 ? { value: null, source: null } : { value: String(value), source: `nguồn ${value}` }),
    })),
  ];
}

/** The last entry, and the last of those that a body's people see while appraisal runs. */
interface LastSeqs {
  readonly all: number;
  readonly claimed: number;
}

function toSend(step: Act, last: LastSeqs, sent: readonly Sent[]): Sent {
  const seen = step.kind === 'appraise' || step.kind === 'reopen' ? last.all : last.claimed;
  const base = step.kind === 'again' ? 0 : Math.max(0, seen - step.behind);
  const id = randomUUID();
  switch (step.kind) {
    case 'declare': {
      const { kind, id: target, changes } = targets()[step.target] as ReturnType<typeof targets>[number];
      const reason = 'Theo kết quả kiểm tra (minh họa)';
      return { person: step.who, path: 'entries', body: { entries: [{ id, [kind]: target, base, changes: changes(step.value), reason }] }, ids: [id] };
    }
    case 'propose': {
      const { kind, id: target, changes } = targets()[step.target] as ReturnType<typeof targets>[number];
      return { person: 'hoa', path: 'entries', body: { entries: [{ id, [kind]: target, base, changes: changes(step.value) }] }, ids: [id] };
    }
    case 'accept':
    case 'return': {
      const { kind, id: target } = targets()[step.target] as ReturnType<typeof targets>[number];
      const reason = step.kind === 'return' ? { reason: 'Đề nghị xem lại (minh họa)' } : {};
      return { person: 'long', path: 'decisions', body: { decisions: [{ id, [kind]: target, base, act: step.kind, ...reason }] }, ids: [id] };
    }
    case 'appraise': {
      const { kind, id: target, changes } = targets()[step.target] as ReturnType<typeof targets>[number];
      const wanted = changes(step.value);
      const allowed = 'justification' in wanted ? {} : wanted;
      return {
        person: 'giang',
        path: `${kind}s/${target}/appraisal`,
        body: { id, base, changes: allowed, reason: { code: 'other', text: 'Đã kiểm tra (minh họa)' } },
        ids: [id],
      };
    }
    case 'freeze':
      return { person: 'binh', path: 'freeze', body: { id, base }, ids: [id] };
    case 'reopen':
      return { person: 'dung', path: 'reopening', body: { id, base, reason: 'Cần bổ sung (minh họa)' }, ids: [id] };
    case 'again':
      return sent.length > 0 ? (sent[step.which % sent.length] as Sent) : toSend({ kind: 'freeze', behind: 0 }, last, sent);
  }
}

interface EntryRow {
  readonly id: string;
  readonly seq: number;
  readonly act: FoldedEntry['act'];
  readonly stage: FoldedEntry['stage'];
  readonly standing: FoldedEntry['standing'];
  readonly edition_id: string;
  readonly target_kind: 'item' | 'figure' | null;
  readonly target: string | null;
  readonly changes: Record<string, never>;
  readonly texts: readonly string[];
  readonly content: Record<string, never> | null;
}

/** The entries as they stand in the database, with their texts. */
async function entriesOf(body: string): Promise<{ rows: EntryRow[]; folded: FoldedEntry[] }> {
  const { rows } = await server.owner.query<EntryRow>(
    'SELECT n.*, l.content FROM entry n LEFT JOIN payload l ON l.id = n.payload_id WHERE n.round_id = $1 AND n.body_id = $2 ORDER BY n.seq',
    [world.round, body],
  );
  const folded = rows.map(({ seq, act: what, stage, standing: effect, edition_id, target_kind, target, changes, texts, content }): FoldedEntry => {
    const text = Object.fromEntries(texts.map((field) => [field, content?.[field] as never]));
    return {
      seq,
      act: what,
      stage,
      standing: effect,
      edition: edition_id,
      target: target_kind && target ? { kind: target_kind, id: target } : null,
      changes: { ...changes, ...text },
    };
  });
  return { rows, folded };
}

/** Holds what the database has of a sheet against what was accepted, and what is shown against the fold of the entries. */
async function expectFold(body: string, accepted: ReadonlySet<string>): Promise<void> {
  const { rows, folded } = await entriesOf(body);
  // What was accepted is there, once; nothing else is; and no number is left out.
  expect(new Set(rows.map(({ id }) => id))).toEqual(accepted);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  const fold = foldSheet(folded);
  const [shown] = await inTransactionAs(server.context, world.people.dung.account, server.clock.now(), (db) => readSheets(db, world.round, { body }));
  expect({ state: shown?.state, seq: shown?.seq }).toEqual({ state: fold.state, seq: fold.seq });
  const { parts } = sheetOfCells(shown?.cells ?? [], shown?.parts ?? [], fold);
  expect(new Map([...parts].map(([key, part]) => [key, { ...part, fields: { ...part.fields }, seqs: { ...part.seqs } }]))).toEqual(
    new Map([...fold.parts].map(([key, part]) => [key, { ...part, fields: { ...part.fields }, seqs: { ...part.seqs } }])),
  );
  const cells = sheetOfCells(shown?.cells ?? [], shown?.parts ?? [], fold);
  for (const stage of STAGES) {
    const told = ({ fields, seqs }: Cell) => ({ fields: { ...fields }, seqs: { ...seqs } });
    expect(new Map([...cells.columns[stage]].map(([key, cell]) => [key, told(cell)]))).toEqual(
      new Map([...fold.columns[stage]].map(([key, cell]) => [key, told(cell)])),
    );
    expect(standing(cells.columns[stage])).toEqual(lastSaid(folded, stage));
  }
}

const standing = (column: ReadonlyMap<string, Cell>) =>
  new Map([...column].flatMap(([key, { fields }]) => Object.entries(fields).map(([field, value]) => [`${key} ${field}`, value])));

/** The same by a plainer way than the fold's: what each stage says of a field in the end, a verdict taking over what it saw. */
function lastSaid(entries: readonly FoldedEntry[], stage: Stage): Map<string, unknown> {
  const said = {
    claimed: new Map<string, unknown>(),
    appraised: new Map<string, unknown>(),
    second: new Map<string, unknown>(),
    council: new Map<string, unknown>(),
  };
  for (const { target, changes, stage: of, standing: effect } of entries) {
    // Who reads what counts alone, gets the same sheet.
    if (!target || effect === 'proposed') continue;
    const prefix = `${targetKey(target)} `;
    if (of === 'appraised')
      for (const [name, value] of [...said.claimed, ...said.appraised])
        if (name.startsWith(prefix) && !name.endsWith(' justification') && !(said.appraised.has(name) && said.appraised.get(name) === null) && value !== null)
          said.appraised.set(name, said.appraised.get(name) ?? value);
    for (const [field, value] of Object.entries(changes)) said[of].set(`${prefix}${field}`, value);
  }
  return new Map([...said[stage]].filter(([, value]) => value !== null));
}

describe('the ledger', () => {
  it('[F22] [F33] folds to what was accepted, whatever people do, one after another or at once, before one server process or two', {
    timeout: sized(120_000, 1_200_000),
  }, async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 7 }), fc.boolean(), async (waves, delegated) => {
        const body = await freshSheet(server, world);
        const sheet = `/api/rounds/${world.round}/sheets/${body}`;
        const sent: Sent[] = [];
        // A head freezes what has an answer: the sheet begins with all of them.
        const accepted = new Set((await answerAll(server, world.people.an, sheet, world.scheme)).ids);
        // What a department has not approved holds up a freeze: some sheets are the body's alone.
        if (delegated) await giveParts(body);
        for (const together of waves) {
          const { folded } = await entriesOf(body);
          const last = { all: folded.at(-1)?.seq ?? 0, claimed: folded.findLast(({ stage }) => stage === 'claimed')?.seq ?? 0 };
          const wave = together.map((step) => toSend(step, last, sent));
          sent.push(...wave);
          const answers = await Promise.all(
            wave.map(({ person, path, body: content }, index) =>
              ask(
                index % 2 === 0 ? server : second,
                person === 'hoa' || person === 'long' ? department[person] : world.people[person],
                'POST',
                `${sheet}/${path}`,
                content,
              ),
            ),
          );
          answers.forEach(({ status, body: answer }, index) => {
            if (status === 201) for (const id of (wave[index] as Sent).ids) accepted.add(id);
            else
              expect([
                'conflict',
                'staleVersion',
                'sheetFrozen',
                'stillScoring',
                'notNow',
                'idReused',
                'mustMend',
                ...(delegated ? [] : ['refused']),
              ]).toContain(answer.code);
          });
        }
        await expectFold(body, accepted);
        for (const { act: what, stage, standing: effect } of (await entriesOf(body)).rows) done.add(`${what} ${stage} ${effect}`);
      }),
      // Two that chance seldom makes: a sheet frozen and reopened, a part returned before and after it was approved.
      {
        numRuns: sized(15, 100),
        examples: [
          [[[at('freeze')], [at('reopen')]], false],
          [[[at('freeze')], [at('appraise')]], false],
          [['propose', 'return', 'propose', 'accept', 'return'].map((kind) => [at(kind)]), true],
        ],
      },
    );
    // Every act came to pass somewhere: else the property would hold of nothing.
    expect([...done].toSorted()).toEqual([
      'accept claimed effective',
      'appraise appraised effective',
      'declare claimed effective',
      'freeze claimed effective',
      'propose claimed proposed',
      'reopen claimed effective',
      'return claimed effective',
      'return claimed proposed',
    ]);
    expect([...server.logged, ...second.logged]).toEqual([]);
  });
});
