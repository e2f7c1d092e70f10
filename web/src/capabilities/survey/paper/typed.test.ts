import { Faults, readYaml } from '@parindex/core';
import { judgeEntry } from '@parindex/core/survey/paper/index';
import { readQuestionnaire } from '@parindex/core/survey/questionnaire/read';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { edition, FORM } from '@parindex/core/survey/testing/made-up-form';
import { describe, expect, it } from 'vitest';
import { headingsOf, type Line, linesOf } from './lines.ts';
import { BLANK, entryOf, INVALID, meaningOf, typedOf } from './typed.ts';

const form = readQuestionnaire(readYaml(FORM).value, edition(), new Faults()) as Questionnaire;
const lines = linesOf(form, 'vi');
const line = (id: string) => lines.find((each) => each.id === id) as Line;

describe('[F59] a paper form is typed by the keys', () => {
  it('its lines are those of the core, with the numbers of the paper', () => {
    expect(lines.map(({ id }) => id)).toEqual(['q1', 'q2', 'used', 'times', 'wishes', 'service.access', 'service.result', 'since', 'idea']);
    expect(line('service.result')).toMatchObject({ number: '6.2', kind: 'one' });
    expect(headingsOf(line('service.result'), line('service.access'))).toEqual([]);
    expect(headingsOf(line('service.result'), line('q1'))).toEqual([line('service.access').part, expect.stringMatching(/^Câu 6\. /)]);
    expect(line('wishes').kind).toBe('several');
    expect(line('times').kind).toBe('written');
  });

  it('a number chooses, 0 is blank, – is invalid; of several more than one, or none again', () => {
    const [first, second] = line('q1').options.map(({ value }) => value);
    expect(['1', '2', '0', '-', '9', 'q'].map((key) => meaningOf(line('q1'), key, undefined))).toEqual([first, second, BLANK, INVALID, undefined, undefined]);
    const [one, two] = line('wishes').options.map(({ value }) => value) as [string, string];
    expect(meaningOf(line('wishes'), '2', [one])).toEqual([one, two]);
    expect(meaningOf(line('wishes'), '1', [one, two])).toEqual([two]);
    expect(meaningOf(line('wishes'), '1', [one])).toBe(BLANK);
    expect(meaningOf(line('times'), '1', undefined)).toBe(undefined);
  });

  it('is sent as answers that the core takes, and read from them', () => {
    const [wish] = line('wishes').options.map(({ value }) => value) as [string];
    const typed = { q1: 'a', used: BLANK, wishes: [wish], times: '3', since: '05/02/2022', idea: BLANK, 'service.access': 's2', 'service.result': INVALID };
    const { answers, invalid } = entryOf(form, typed);
    const { entry, faults } = judgeEntry(form, answers, invalid);
    expect(faults).toEqual([]);
    expect(entry).toEqual({
      answers: { q1: 'a', wishes: [wish], times: '3', since: '2022-02-05', service: { rows: { access: 's2' } } },
      invalid: ['service.result'],
    });
    expect(typedOf(form, line('since'), { answer: entry.answers['since'], invalid: false })).toBe('05/02/2022');
    expect(typedOf(form, line('wishes'), { answer: [wish], invalid: false })).toEqual([wish]);
    expect([typedOf(form, line('q1'), { answer: null, invalid: true }), typedOf(form, line('q1'), { answer: null, invalid: false })]).toEqual([INVALID, BLANK]);
  });
});
