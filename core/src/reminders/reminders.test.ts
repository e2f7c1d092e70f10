import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaysOff, dayOf, deadlineDay, isWorkingDay } from '../round/index.ts';
import { type Duty, dueReminders, dutiesOf, type RemindedRound, reminderMail } from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(`${text}+07:00`);

const AN = { account: 'a0000000-0000-4000-8000-000000000001', offices: [{ role: 'clerk', body: 'tinh-minh-hoa-01' }], requests: [] };
const SO_A = { account: 'a0000000-0000-4000-8000-000000000002', offices: [{ role: 'clerk', body: 'so-minh-hoa-a' }], requests: [] };

const round = (changed: Partial<RemindedRound> = {}): RemindedRound => ({
  id: 'minh-hoa-2022',
  title: 'Kỳ đánh giá minh họa 2022',
  ownerBody: { id: 'bo-minh-hoa', name: 'Bộ Minh họa' },
  // Closes at the end of Tuesday, 31 January.
  steps: [{ step: 'selfAssessment', opens: at('2023-01-01T00:00:00'), closes: at('2023-02-01T00:00:00'), version: 1 }],
  extensions: [],
  appraisers: [],
  sheets: [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', state: 'open', reopened: null, explanation: null }],
  parts: [],
  replies: [],
  ...changed,
});

/** Kinds that are due on a morning. */
const due = (person: typeof AN, rounds: RemindedRound, moment: string, daysOff: DaysOff = new Map()) =>
  dueReminders(dutiesOf(person, [rounds]), daysOff, at(moment)).map(({ key }) => key.replace('minh-hoa-2022/tinh-minh-hoa-01/', ''));

describe('[F45] what is due', () => {
  it('seven, three and one working days before, on the day itself, and once after', () => {
    const closing = 'selfAssessment/2023-01-31T17:00:00.000Z';
    expect(due(AN, round(), '2023-01-19T09:00:00')).toEqual([]);
    expect(due(AN, round(), '2023-01-20T09:00:00')).toEqual([`dueSoon/${closing}/7`]);
    expect(due(AN, round(), '2023-01-26T09:00:00')).toEqual([`dueSoon/${closing}/3`]);
    expect(due(AN, round(), '2023-01-30T07:59:59')).toEqual([]);
    expect(due(AN, round(), '2023-01-30T08:00:00')).toEqual([`dueSoon/${closing}/1`]);
    expect(due(AN, round(), '2023-01-31T08:00:00')).toEqual([`lastDay/${closing}`]);
    expect(due(AN, round(), '2023-02-01T08:00:00')).toEqual([`overdue/${closing}`]);
    expect(
      due(
        AN,
        round({ sheets: [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', state: 'frozen', reopened: null, explanation: null }] }),
        '2023-02-01T08:00:00',
      ),
    ).toEqual([]);
  });

  it('an explanation is done once it is sent, and again to be done once it is taken back; whoever has not sent one is not called late', () => {
    const explaining = (explanation: RemindedRound['sheets'][number]['explanation']) =>
      round({
        steps: [{ step: 'explanation', opens: at('2023-01-01T00:00:00'), closes: at('2023-02-01T00:00:00'), version: 1 }],
        sheets: [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', state: 'sent', reopened: null, explanation }],
      });
    for (const standing of [null, 'freezeExplanation', 'takeBackExplanation'] as const) {
      expect(due(AN, explaining(standing), '2023-01-31T08:00:00')).toEqual(['lastDay/explanation/2023-01-31T17:00:00.000Z']);
      expect(due(AN, explaining(standing), '2023-02-01T08:00:00')).toEqual([]);
    }
    expect(due(AN, explaining('sendExplanation'), '2023-01-31T08:00:00')).toEqual([]);
  });

  it('a department is reminded of the items of an explanation that it has in hand, and told at once of what came back; it is not called late', () => {
    const steps = [{ step: 'explanation', opens: at('2023-01-01T00:00:00'), closes: at('2023-02-01T00:00:00'), version: 1 }] as const;
    const part = {
      ...{ body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' }, to: 'so-minh-hoa-a', person: null, due: null, open: 2 },
      returned: [{ kind: 'item' as const, target: '1.1', seq: 9 }],
    };
    const given = round({ steps: [...steps], replies: [part] });
    expect(due(SO_A, given, '2023-01-31T08:00:00').map((key) => key.split('/')[0])).toEqual(expect.arrayContaining(['lastDay', 'returned']));
    expect(due(SO_A, given, '2023-02-01T08:00:00').map((key) => key.split('/')[0])).not.toContain('overdue');
    expect(due(SO_A, round({ steps: [...steps], replies: [{ ...part, open: 0, returned: [] }] }), '2023-01-31T08:00:00')).toEqual([]);
  });

  it('is counted in working days: a week off moves it forward; on a day off the last notice alone is told', () => {
    const week = ['23', '24', '25', '26', '27'].map((day) => [`2023-01-${day}`, { kind: 'off' as const }] as const);
    expect(due(AN, round(), '2023-01-20T09:00:00', new Map(week))).toEqual(['dueSoon/selfAssessment/2023-01-31T17:00:00.000Z/3']);
    expect(due(AN, round(), '2023-01-28T09:00:00')).toEqual([]);
    expect(due(AN, round(), '2023-01-31T09:00:00', new Map([['2023-01-31', { kind: 'off' }]]))).toEqual(['lastDay/selfAssessment/2023-01-31T17:00:00.000Z']);
    expect(due(AN, round(), '2023-02-01T09:00:00', new Map([['2023-02-01', { kind: 'off' }]]))).toEqual([]);
  });

  it('an extension is told, and has keys of its own; what was reopened is told while it is open', () => {
    const until = at('2023-02-11T00:00:00');
    const extended = round({ extensions: [{ id: 'e1', step: 'selfAssessment', body: null, item: null, until }] });
    expect(due(AN, extended, '2023-01-31T08:00:00')).toEqual(['extended/selfAssessment/e1']);
    expect(due(AN, extended, '2023-02-10T08:00:00')).toEqual(['lastDay/selfAssessment/2023-02-10T17:00:00.000Z', 'extended/selfAssessment/e1']);
    const reopened = round({ sheets: [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', state: 'open', reopened: 'b1', explanation: null }] });
    expect(due(AN, reopened, '2023-01-10T08:00:00')).toEqual(['reopened/b1']);
    // Its own end is not the calendar's: it is not called late by that.
    expect(due(AN, reopened, '2023-02-06T08:00:00')).toEqual(['reopened/b1']);
  });

  it('a department is told of its parts by their own term, of what came back while it lies there, and nobody of another’s', () => {
    const part = {
      body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' },
      to: 'so-minh-hoa-a',
      person: null,
      due: at('2023-01-12T17:00:00'),
      open: 2,
      returned: [{ kind: 'item' as const, target: '1.1', seq: 9 }],
    };
    const given = round({ parts: [part] });
    const keys = due(SO_A, given, '2023-01-12T08:00:00');
    expect(keys.map((key) => key.split('/')[0])).toEqual(['lastDay', 'returned']);
    expect(due(SO_A, round({ parts: [{ ...part, open: 0, returned: [] }] }), '2023-01-12T08:00:00')).toEqual([]);
    expect(due(AN, given, '2023-01-12T08:00:00')).toEqual([]);
    expect(due(SO_A, round({ parts: [{ ...part, person: AN.account }] }), '2023-01-12T08:00:00')).toEqual([]);
  });

  it('is written as officials write, Vietnamese first', () => {
    const reminders = dueReminders(dutiesOf(AN, [round()]), new Map(), at('2023-01-31T08:00:00'));
    const { subject, text } = reminderMail({ name: 'Nguyễn Văn An', day: '2023-01-31', reminders, origin: 'https://cham-diem.example', illustrative: false });
    expect(subject).toBe('[ParIndex] Nhắc việc ngày 31/01/2023 (ngày cuối): 1 việc');
    expect(text).toContain('- Việc tự đánh giá, chấm điểm của Tỉnh Minh họa 01 (Kỳ đánh giá minh họa 2022) đến ngày cuối: hạn hết ngày 31/01/2023.\n');
    expect(text).toContain('https://cham-diem.example/lam-viec\n');
    expect(text).toContain('last day: until the end of 31/01/2023.');
  });
});

describe('[F45] whatever the order and times of looks', () => {
  const START = at('2023-01-02T00:00:00');
  const story = fc.record({
    closes: fc.integer({ min: 5 * 24, max: 40 * 24 }).map((hours) => START + hours * HOUR),
    extended: fc.option(fc.record({ granted: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 1, max: 20 }) }), { nil: undefined }),
    done: fc.option(fc.integer({ min: 0, max: 60 * 24 }), { nil: undefined }),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { maxLength: 25 }),
    looks: fc.array(fc.integer({ min: 0, max: 70 * 24 * 4 }), { minLength: 1, maxLength: 120 }),
  });

  type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

  const doneAtOf = ({ done }: Story) => (done === undefined ? Number.POSITIVE_INFINITY : START + done * HOUR);
  /** The one duty of a story as it stands at a moment. */
  function dutyAt({ closes, extended, ...rest }: Story, moment: number): Duty {
    const granted = extended !== undefined && moment >= START + extended.granted * DAY;
    const [duty] = dutiesOf(AN, [
      round({
        steps: [{ step: 'selfAssessment', opens: START, closes, version: 1 }],
        sheets: [
          {
            id: 'tinh-minh-hoa-01',
            name: 'Tỉnh Minh họa 01',
            state: moment >= doneAtOf({ closes, extended, ...rest }) ? 'frozen' : 'open',
            reopened: null,
            explanation: null,
          },
        ],
        extensions: granted ? [{ id: 'e1', step: 'selfAssessment', body: null, item: null, until: closes + extended.days * DAY }] : [],
      }),
    ]);
    return duty as Duty;
  }
  const isLastDayAtWork = ({ closes }: Duty, moment: number) =>
    moment < closes && dayOf(moment) === deadlineDay(closes) && (moment + 7 * HOUR) % DAY >= 8 * HOUR;

  it('each key comes once, nothing on a day off but the last notice, nothing after it is done', () => {
    fc.assert(
      fc.property(story, (told) => {
        const daysOff: DaysOff = new Map(told.off.map((day) => [dayOf(START + day * DAY + 12 * HOUR), { kind: 'off' as const }]));
        const doneAt = doneAtOf(told);
        // As the database holds them: what was told before is not told again.
        const keys = new Set<string>();
        for (const moment of told.looks.map((quarter) => START + (quarter * HOUR) / 4).toSorted((one, other) => one - other)) {
          const duty = dutyAt(told, moment);
          const fresh = dueReminders([duty], daysOff, moment).filter(({ key }) => !keys.has(key));
          for (const { key } of fresh) keys.add(key);
          const kinds = fresh.map(({ kind }) => kind);
          expect(new Set(kinds).size).toBe(kinds.length);
          if (moment >= doneAt) expect(kinds).toEqual([]);
          if (!isWorkingDay(dayOf(moment), daysOff)) expect(kinds.filter((kind) => kind !== 'lastDay')).toEqual([]);
          expect(kinds.includes('overdue') && moment < duty.closes).toBe(false);
          expect(kinds.some((kind) => kind === 'dueSoon' || kind === 'lastDay') && moment >= duty.closes).toBe(false);
          // Whoever looks on the last day in working hours is told, be it a day off.
          if (moment < doneAt && isLastDayAtWork(duty, moment)) expect(keys).toContain(`lastDay/${duty.id}/${new Date(duty.closes).toISOString()}`);
        }
        // Of each closing three notices before at most, one on the day, one after.
        const closings = new Set([...keys].flatMap((key) => /\/(\d{4}-[^/]*Z)/.exec(key)?.[1] ?? []));
        expect(closings.size).toBeLessThanOrEqual(2);
        expect(keys.size).toBeLessThanOrEqual(closings.size * 5 + 1);
      }),
      { numRuns: 300 },
    );
  });
});
