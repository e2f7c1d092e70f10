import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { PAPER_CODE_FAULTS } from '../../words/paper-words.ts';
import { readQuestionnaire } from '../questionnaire/read.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { edition, FORM } from '../testing/made-up-form.ts';
import { countedAnswers, differingLines, entryLines, judgeEntry, linesOfEntry, reconciled } from './entry.ts';
import { CODE_FAULTS, CODE_LENGTH, CODE_SIGNS, checkSigns, codeOf, endOfCode, groupedCode, readCode } from './form-code.ts';
import { reckonForms } from './reckon-forms.ts';

const form = readQuestionnaire(readYaml(FORM).value, edition(), new Faults()) as Questionnaire;
const signs = fc.array(fc.constantFrom(...CODE_SIGNS), { minLength: CODE_LENGTH.chance, maxLength: CODE_LENGTH.chance }).map((chosen) => chosen.join(''));
const codes = signs.map(codeOf).filter((code) => code !== undefined);

describe('[F59] the code of a paper form', () => {
  it('is checked by two signs as ISO/IEC 7064, MOD 1271-36, works them out', () => {
    expect(checkSigns('ISO79')).toBe('3W');
    // The sum of all signs, each times the power of its place, leaves 1.
    const worth = (sign: string) => Number.parseInt(sign, 36);
    fc.assert(
      fc.property(signs, (text) => {
        const sum = [...text, ...checkSigns(text)].reduce((total, sign) => (total * 36 + worth(sign)) % 1_271, 0);
        expect(sum).toBe(1);
      }),
    );
  });

  it('is read as it is typed: grouped or not, in small letters', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const typed of [code, groupedCode(code), ` ${groupedCode(code).toLowerCase()} `, groupedCode(code).replaceAll('-', ' ')])
          expect(readCode(typed)).toEqual({ code });
        expect(groupedCode(code)).toMatch(/^(\w{4}-){4}\w{4}$/);
        expect(endOfCode(code)).toBe(groupedCode(code).slice(-4));
      }),
    );
  });

  it('with one wrong sign, or two neighbours that changed places, is refused', () => {
    fc.assert(
      fc.property(codes, fc.nat(CODE_LENGTH.chance + 1), fc.constantFrom(...CODE_SIGNS), (code, at, sign) => {
        const wrong = code.slice(0, at) + sign + code.slice(at + 1);
        if (wrong !== code) expect(readCode(wrong)).toEqual({ fault: 'check' });
        const turned = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
        if (turned.length === code.length && turned !== code) expect(readCode(turned)).toEqual({ fault: 'check' });
      }),
    );
  });

  it('says what is wrong with it', () => {
    expect(readCode('7K3M')).toEqual({ fault: 'length' });
    expect(readCode('')).toEqual({ fault: 'length' });
    expect(readCode('O'.repeat(20))).toEqual({ fault: 'sign' });
    for (const fault of CODE_FAULTS) for (const language of ['vi', 'en'] as const) expect(PAPER_CODE_FAULTS[language][fault]).toMatch(/\.$/);
  });
});

describe('[F59] what is typed from a paper form', () => {
  const whole = { q1: 'a', q2: 'good', used: 'no', service: { rows: { access: 's2', result: 's1' } } };
  const typed = (answers: object, invalid: string[] = []) => judgeEntry(form, answers, invalid).entry;

  it('a question is a line, and so is each row of a matrix', () => {
    expect(entryLines(form).map(({ id }) => id)).toEqual(['q1', 'q2', 'used', 'times', 'wishes', 'service.access', 'service.result', 'since', 'idea']);
  });

  it('what is missing is no fault, and what is not asked is dropped once it is counted', () => {
    const { entry, faults } = judgeEntry(form, { q1: 'a', used: 'no', times: '3' }, []);
    expect([faults, entry.answers]).toEqual([[], { q1: 'a', used: 'no', times: '3' }]);
    expect(countedAnswers(form, entry)).toEqual({ q1: 'a', used: 'no' });
  });

  it('what cannot be taken is told, and is taken once it is marked as invalid', () => {
    expect(judgeEntry(form, { times: '500' }, []).faults).toMatchObject([{ question: 'times', code: 'tooLarge' }]);
    expect(judgeEntry(form, {}, ['times', 'service.access', 'nothing'])).toMatchObject({
      entry: { answers: {}, invalid: ['times', 'service.access'] },
      faults: [{ question: 'nothing', code: 'unknownQuestion' }],
    });
    // Nothing is both.
    expect(typed(whole, ['q1', 'service.access'])).toEqual({
      answers: { q2: 'good', used: 'no', service: { rows: { result: 's1' } } },
      invalid: ['q1', 'service.access'],
    });
  });

  it('two who type the same agree; else they differ in just the lines in which they do', () => {
    const one = typed(whole);
    expect(differingLines(form, one, typed({ ...whole, idea: ' ' }))).toEqual([]);
    const other = typed({ ...whole, q1: 'b', service: { rows: { access: 's2' } } }, ['service.result', 'used']);
    expect(differingLines(form, one, other)).toEqual(['q1', 'used', 'service.result']);
    const settled = reconciled(form, one, ['q1', 'used', 'service.result'], typed({ q1: 'b', q2: 'bad' }, ['service.result']));
    expect(settled).toEqual({ answers: { q1: 'b', q2: 'good', service: { rows: { access: 's2' } } }, invalid: ['service.result'] });
    expect(linesOfEntry(form, other, ['q1', 'used'])).toEqual({ answers: { q1: 'b' }, invalid: ['used'] });
  });

  it('no opinion of a whole table is that of each of its rows', () => {
    const one = typed({ service: { noOpinion: true } });
    expect(differingLines(form, one, typed({ service: { rows: { access: { noOpinion: true }, result: { noOpinion: true } } } }))).toEqual([]);
    expect(differingLines(form, one, typed({ service: { rows: { access: { noOpinion: true } } } }))).toEqual(['service.result']);
  });
});

describe('[F59] the counts of paper forms', () => {
  const counts = { out: 20, returned: 12, blank: 1, spoiled: 1, refused: 2, once: 2, differing: 1, counted: 3, setApart: 1 };

  it('tell what is not back, and what is back and not typed', () => {
    expect(reckonForms(counts)).toEqual({ outstanding: 8, filled: 8, typed: 7, untyped: 1, excess: 0 });
  });

  it('that do not add up say so: more was typed than is said to be back', () => {
    expect(reckonForms({ ...counts, returned: 10 })).toEqual({ outstanding: 10, filled: 6, typed: 7, untyped: 0, excess: 1 });
  });
});
