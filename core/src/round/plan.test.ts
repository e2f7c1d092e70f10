import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import type { Json, JsonObject } from '../testing/documents.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { baselineOf } from './baseline.ts';
import { OPENING_LACKS, OPENING_WARNINGS, type RoundPlan, remarksOnOpening } from './opening.ts';
import { OPENING_TEXTS } from './opening-texts.ts';

const read = (changes: JsonObject): Scheme => readScheme(readJson(JSON.stringify(scheme(changes))).value as Raw, new Faults()) as Scheme;
const lineage = (...items: [string, string, string][]): Json => items.map(([edition, code, comparable]) => ({ edition, item: code, comparable }));
const scored = (code: string, points = '1/3') => ({ code, state: 'scored' as const, points });

describe('[F11] last year’s figures and points beside this year’s items', () => {
  const figures: Json = [
    { id: 'done', type: 'count' },
    { id: 'changed', type: 'amount' },
  ];
  const before = read({ id: 'truoc', figures: [...figures, { id: 'gone', type: 'count' }], domains: [domain('1', [item('1.1'), item('1.2'), item('1.3')])] });

  it('by the same code and id within one edition; what was not answered leaves nothing', () => {
    const beside = baselineOf(before, before, { done: { value: '5' } }, [
      scored('1.1'),
      { code: '1.2', state: 'notAnswered', points: '0/1' },
      { code: '1.3', state: 'notAccepted', points: '0/1' },
    ]);
    expect(beside).toEqual({ figures: { done: { value: '5' } }, items: { '1.1': '0.333333333333', '1.3': '0' } });
  });
  it('by lineage where the new edition declares it: no code that happens to be the same, no two forebears, none that cannot be compared', () => {
    const now = read({
      id: 'nay',
      figures: [
        { id: 'done', type: 'count' },
        { id: 'changed', type: 'date' },
      ],
      domains: [
        domain('1', [
          item('1.1'),
          item('1.2', { lineage: lineage(['truoc', '1.1', 'yes'], ['xa-xua', '9.9', 'yes']) }),
          item('1.3', { lineage: lineage(['truoc', '1.3', 'no']) }),
          item('1.4', { lineage: lineage(['truoc', '1.2', 'partly'], ['truoc', '1.3', 'partly']) }),
        ]),
      ],
    });
    const beside = baselineOf(now, before, { done: { value: '5' }, changed: { value: '7' }, gone: { value: '9' } }, [
      scored('1.1', '1/1'),
      scored('1.2'),
      scored('1.3'),
    ]);
    expect(beside).toEqual({ figures: { done: { value: '5' } }, items: { '1.2': '1' } });
  });
  it('by code where the new edition says nothing of the old one', () => {
    const now = read({ id: 'nay', domains: [domain('1', [item('1.1'), item('1.9')])] });
    expect(baselineOf(now, before, {}, [scored('1.1', '1/2'), scored('1.2')]).items).toEqual({ '1.1': '0.5' });
  });
});

describe('[F35] what a round lacks to open', () => {
  const NOW = Date.parse('2023-01-10T02:00:00Z');
  const at = (day: string) => Date.parse(`${day}T00:00:00+07:00`);
  const participant = (body: string, changes: Partial<RoundPlan['participants'][number]> = {}) => ({
    body,
    block: null,
    type: null,
    inForce: true,
    ...changes,
  });
  const complete: RoundPlan = {
    year: 2022,
    edition: { adopted: true, withdrawn: false, effectiveFrom: '2022-11-10', effectiveTo: null },
    scheme: read({}),
    unconfirmed: [],
    appraisersAlone: [],
    participants: [participant('tinh-minh-hoa-01')],
    exclusions: [],
    domainOwners: [{ domain: '1', item: null, body: 'bo-minh-hoa-b' }],
    steps: [
      { step: 'selfAssessment', opens: at('2023-02-01'), closes: at('2023-03-01') },
      { step: 'appraisal', opens: at('2023-03-01'), closes: at('2023-04-01') },
    ],
  };
  const remarks = (changes: Partial<RoundPlan>, isWorking: (day: string) => boolean = () => true) =>
    remarksOnOpening({ ...complete, ...changes }, NOW, isWorking).map(({ code, blocks, about }) => `${blocks ? '!' : '?'} ${code}: ${about.join(', ')}`);

  it('nothing where all is there', () => expect(remarks({})).toEqual([]));
  it('everything at once where nothing is', () => {
    expect(remarks({ edition: null, scheme: undefined, participants: [], unconfirmed: ['title', 'steps'], domainOwners: [], steps: [] })).toEqual([
      '! noEdition: edition',
      '! noParticipants: participants',
      '! unconfirmedParts: title, steps',
      '! noSelfAssessment: selfAssessment',
    ]);
  });
  it.each([
    ['a draft of the scheme', { edition: { adopted: false, withdrawn: false, effectiveFrom: null, effectiveTo: null } }, '! editionNotAdopted: edition'],
    ['a withdrawn edition', { edition: { adopted: true, withdrawn: true, effectiveFrom: '2022-11-10', effectiveTo: null } }, '! editionWithdrawn: edition'],
    ['ranking within blocks', { scheme: read({ ranking: { within: 'block' } }) }, '! blocksMissing: tinh-minh-hoa-01'],
    [
      'items for some types',
      { scheme: read({ domains: [domain('1', [item('1.1', { appliesTo: { types: ['city'] } })])] }) },
      '! typesMissing: tinh-minh-hoa-01',
    ],
    ['a domain that nobody appraises', { domainOwners: [] }, '! domainsWithoutOwner: 1'],
    ['a domain of another scheme', { domainOwners: [...complete.domainOwners, { domain: '7', item: null, body: 'bo-minh-hoa' }] }, '! domainsUnknown: 7'],
    ['an excluded item of another scheme', { exclusions: [{ body: 'tinh-minh-hoa-01', item: '7.1' }] }, '! excludedItemsUnknown: 7.1'],
    ['self-assessment in the past', { steps: [{ step: 'selfAssessment', opens: at('2022-12-01'), closes: NOW }] }, '! selfAssessmentOver: selfAssessment'],
    [
      'another step in the past',
      { steps: [...complete.steps, { step: 'monitoring', opens: at('2022-01-01'), closes: at('2022-12-31') }] },
      '? stepsOver: monitoring',
    ],
    [
      'appraisal before the end of self-assessment',
      { steps: [complete.steps[0], { step: 'appraisal', opens: at('2023-02-28'), closes: at('2023-04-01') }] },
      '? appraisalBeforeClosing: appraisal',
    ],
    ['a body that was no longer there', { participants: [participant('tinh-minh-hoa-01', { inForce: false })] }, '? bodiesNotInForce: tinh-minh-hoa-01'],
    ['one person alone where a second is wanted', { appraisersAlone: ['bo-minh-hoa'] }, '? appraisersAlone: bo-minh-hoa'],
    ['an edition of another year', { year: 2021 }, '? editionNotInForce: edition'],
  ] as [string, Partial<RoundPlan>, string][])('%s', (_, changes, remark) => expect(remarks(changes)).toEqual([remark]));
  it('a last day on which nobody works', () => {
    expect(remarks({}, (day) => day !== '2023-02-28')).toEqual(['? closingOnDayOff: selfAssessment']);
  });
  it('asks no owner for a domain that the survey alone decides', () => {
    const bySurvey = item('2.1', { source: 'survey', rule: { kind: 'given' } });
    expect(remarks({ scheme: read({ domains: [domain('1', [item('1.1')]), domain('2', [bySurvey])] }) })).toEqual([]);
    expect(remarks({ scheme: read({ domains: [domain('1', [item('1.1')]), domain('2', [bySurvey, item('2.2')])] }) })).toEqual(['! domainsWithoutOwner: 2']);
  });
  it('every remark is said in both languages', () => {
    expect(Object.keys(OPENING_TEXTS).toSorted()).toEqual([...OPENING_LACKS, ...OPENING_WARNINGS].toSorted());
  });
});
