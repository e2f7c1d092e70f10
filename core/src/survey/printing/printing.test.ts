import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { LANGUAGES } from '../../words/language.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import { readQuestionnaire } from '../questionnaire/read.ts';
import type { Question, Questionnaire } from '../questionnaire/types.ts';
import { EDITION, edition, FORM } from '../testing/made-up-form.ts';
import { formTies } from './form-ties.ts';
import { type PrintedForm, printedForm } from './printed-form.ts';
import { skipText } from './skip-text.ts';

const formOf = (text: string): Questionnaire => {
  const faults = new Faults();
  const form = readQuestionnaire(readYaml(text).value, edition(), faults);
  if (!form) throw new Error(JSON.stringify(faults.list));
  return form;
};
const form = formOf(FORM);
const printed = printedForm(form, 'vi');
const byId = (id: string, of: PrintedForm = printed) => of.parts.flatMap(({ questions }) => questions).find((question) => question.id === id);
const ADDRESS = new URL('../../../../schemes/province-2022/', import.meta.url);

describe('a form on paper [F54]', () => {
  it('says what it is for, for how long it is kept, and how it is filled in', () => {
    expect(printed).toMatchObject({
      name: 'PHIẾU ĐIỀU TRA XÃ HỘI HỌC',
      about: 'Phiếu minh họa',
      mark: 'PHIẾU MINH HỌA – không phải mẫu phiếu chính thức',
      purpose: 'Thử nghiệm',
      agrees: undefined,
    });
    expect(printed.kept).toContain('được xóa sau 90 ngày');
    expect(printed.how).toHaveLength(3);
    expect(printed.parts.map(({ title }) => title)).toEqual(['Phần I', 'Phần II']);
  });

  it('takes the name of a form out of its title where it stands there in capitals', () => {
    const titled = (title: string) => printedForm({ ...form, title: { vi: title } }, 'vi');
    expect(titled('PHIẾU ĐIỀU TRA XÃ HỘI HỌC xác định Chỉ số (dành cho trưởng thôn)')).toMatchObject({
      name: 'PHIẾU ĐIỀU TRA XÃ HỘI HỌC',
      about: 'Xác định Chỉ số (dành cho trưởng thôn)',
    });
    expect(titled('PHIẾU LẤY Ý KIẾN')).toMatchObject({ name: 'PHIẾU LẤY Ý KIẾN', about: null });
    expect(titled('UBND tỉnh Minh họa 01')).toMatchObject({ about: 'UBND tỉnh Minh họa 01' });
  });

  it('shows each kind of question as it is answered by hand', () => {
    expect(byId('q1')?.answer).toEqual({
      kind: 'boxes',
      options: [
        { id: 'a', title: 'Tốt' },
        { id: 'b', title: 'Khá' },
        { id: 'c', title: 'Chưa tốt' },
        { id: null, title: 'Không có ý kiến' },
      ],
    });
    expect(byId('wishes')).toMatchObject({
      optional: true,
      notes: ['Chọn tối đa 2 phương án.', 'Nếu chọn “Không có mong muốn nào” thì không chọn thêm phương án nào khác.'],
    });
    expect(byId('service')?.answer).toMatchObject({
      kind: 'table',
      options: [{ title: 'Không hài lòng' }, { title: 'Hài lòng' }, { id: null, title: 'Không có ý kiến' }],
      rows: [
        { id: 'access', number: '6.1', title: 'Tiếp cận' },
        { id: 'result', number: '6.2', title: 'Kết quả' },
      ],
    });
    expect(byId('times')).toMatchObject({ notes: ['Ghi số nguyên, từ 1 đến 100.'], answer: { kind: 'value' } });
    expect(byId('since')).toMatchObject({ notes: ['Ghi ngày, tháng, năm, từ 01/01/2020 đến 31/12/2026.'], answer: { blank: 'Ngày …… tháng …… năm …………' } });
    expect(byId('idea')).toMatchObject({ notes: ['Không quá 20 ký tự.'], answer: { kind: 'text', lines: 1 } });
    const long = FORM.replace('longest: 20', 'longest: 2000');
    expect(byId('idea', printedForm(formOf(long), 'vi'))).toMatchObject({ notes: ['Không quá 2.000 ký tự.'], answer: { lines: 6 } });
    const open = FORM.replace('least: 1\n        most: 100', 'least: 0.5\n        places: 1\n        unit: { vi: "lần" }');
    expect(byId('times', printedForm(formOf(open), 'vi'))).toMatchObject({
      notes: ['Ghi số, không quá 1 chữ số thập phân, từ 0,5 trở lên.'],
      answer: { blank: '………………… lần' },
    });
  });

  it('says in words when a question is answered', () => {
    expect(byId('q1')?.skip).toBeUndefined();
    expect(byId('times')?.skip).toBe('Chỉ trả lời nếu Câu 3 chọn “Có”.');
    expect(byId('times', printedForm(form, 'en'))?.skip).toBe('Answer only if the answer to Question 3 is “Có”.');
    const when = (conditions: string, of = FORM) => {
      const changed = formOf(of.replace('longest: 20, required: false', `longest: 20, required: false, when: ${conditions}`));
      return skipText(changed, questionsOf(changed).at(-1) as Question, 'vi');
    };
    expect(when('[{ question: q1, is: [a, b, noOpinion] }, { question: used, is: ["no"] }]')).toBe(
      'Chỉ trả lời nếu Câu 1 chọn “Tốt”, “Khá” hoặc “Không có ý kiến” và Câu 3 chọn “Không”.',
    );
    expect(when('[{ question: wishes, is: [staff, notAnswered] }]')).toBe('Chỉ trả lời nếu Câu 5 chọn “Nâng cao năng lực” hoặc Câu 5 để trống.');
    // Nobody who was led past a question has left it blank.
    const chained = FORM.replace('shuffled: true\n        required: false', 'required: false\n        when: [{ question: used, is: ["yes"] }]');
    expect(when('[{ question: wishes, is: [notAnswered] }]', chained)).toBe('Chỉ trả lời nếu Câu 3 chọn “Có” và Câu 5 để trống.');
  });

  it('loses nothing: every question, option and row of any form is there, in both languages', () => {
    const title = fc.string({ minLength: 1, maxLength: 40 }).map((vi) => ({ vi, en: `${vi} (en)` }));
    const options = fc.array(title, { minLength: 2, maxLength: 6 }).map((titles) => titles.map((each, index) => ({ id: `o${index}`, title: each })));
    const asked = fc.record({ title, required: fc.boolean(), noOpinion: fc.boolean() }).map((each) => ({ ...each, id: '', when: [], shuffled: true }));
    const question: fc.Arbitrary<Question> = fc.oneof(
      fc.tuple(asked, options, fc.constantFrom('single', 'scale', 'multiple')).map(([each, of, kind]) => ({ ...each, options: of, kind }) as Question),
      fc
        .tuple(asked, options, options)
        .map(([each, of, rows]) => ({ ...each, kind: 'matrix', options: of, rows: rows.map((row, index) => ({ ...row, id: `r${index}` })) }) as Question),
      asked.map((each) => ({ ...each, kind: 'number', places: '0', unit: each.title }) as Question),
      asked.map((each) => ({ ...each, kind: 'date' }) as Question),
      asked.map((each) => ({ ...each, kind: 'text', longest: '500' }) as Question),
    );
    fc.assert(
      fc.property(fc.array(fc.array(question, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (pages) => {
        const any: Questionnaire = {
          ...form,
          pages: pages.map((questions, page) => ({
            ...{ id: `p${page}`, title: { vi: `Trang ${page}` }, shuffled: true },
            questions: questions.map((each, index) => ({ ...each, id: `q${page}x${index}` })),
          })),
        };
        for (const language of LANGUAGES) {
          const shown = printedForm(any, language).parts.flatMap(({ questions }) => questions);
          const declared = questionsOf(any);
          expect(shown.map(({ id, number, title: told }) => [id, number, told])).toEqual(
            declared.map((each, index) => [each.id, index + 1, each.title[language]]),
          );
          shown.forEach(({ answer }, index) => {
            const of = declared[index] as Question;
            const offered = 'options' in of ? of.options.map((each) => each.title[language]) : [];
            const none = { vi: 'Không có ý kiến', en: 'No opinion' }[language];
            expect(answer.options.map((each) => each.title)).toEqual([...offered, ...(of.noOpinion ? [none] : [])]);
            if (of.kind === 'matrix') expect(answer.kind === 'table' && answer.rows.map((row) => row.title)).toEqual(of.rows.map((row) => row.title[language]));
            if (of.kind === 'number') expect(answer.kind === 'value' && answer.blank).toContain(of.unit?.[language]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a form counts for [F54]', () => {
  it('names the item that a question feeds and the weight of each option, mapped ones too', () => {
    expect(formTies(form, edition())).toEqual([
      {
        question: 'q1',
        row: null,
        feeds: { id: 'steering', title: { vi: 'Ông/Bà đánh giá việc chỉ đạo ở mức nào?' } },
        items: [{ code: '1.1', title: { vi: 'Tác động' } }],
        options: [
          { id: 'a', title: { vi: 'Tốt' }, weight: '1' },
          { id: 'b', title: { vi: 'Khá' }, weight: '0.6' },
          { id: 'c', title: { vi: 'Chưa tốt' }, weight: '0' },
        ],
      },
      {
        question: 'q2',
        row: null,
        feeds: { id: 'working', title: { vi: 'Ông/Bà đánh giá quy chế làm việc ở mức nào?' } },
        items: [{ code: '1.2', title: { vi: 'Quy chế' } }],
        options: [
          { id: 'good', title: { vi: 'Tốt' }, weight: '1' },
          { id: 'bad', title: { vi: 'Chưa' }, weight: '0' },
        ],
      },
    ]);
  });

  it('names each row of a matrix for itself, and no item where none is scored by it', () => {
    const rows = FORM.replace('{ id: access, title: { vi: "Tiếp cận" } }', '{ id: access, feeds: { question: spare, options: { s1: b, s2: a } } }');
    const spare = EDITION.replace(
      'domains:',
      '    - { id: "spare", title: { vi: "Câu dự phòng" }, options: [{ id: "a", weight: 1 }, { id: "b", weight: 0 }] }\ndomains:',
    );
    const scheme = edition(spare);
    const read = readQuestionnaire(readYaml(rows).value, scheme, new Faults()) as Questionnaire;
    expect(formTies(read, scheme).at(-1)).toEqual({
      question: 'service',
      row: 'access',
      feeds: { id: 'spare', title: { vi: 'Câu dự phòng' } },
      items: [],
      options: [
        { id: 's1', title: { vi: 'Không hài lòng' }, weight: '0' },
        { id: 's2', title: { vi: 'Hài lòng' }, weight: '1' },
      ],
    });
  });

  it('ties every question of the province’s councillors that its edition is scored by; the citizens’ form feeds nothing', () => {
    const scheme = edition(readFileSync(new URL('scheme.yaml', ADDRESS), 'utf8'));
    const tiesOf = (group: string) => {
      const text = readFileSync(new URL(`questionnaires/${group}.yaml`, ADDRESS), 'utf8');
      return formTies(readQuestionnaire(readYaml(text).value, scheme, new Faults()) as Questionnaire, scheme);
    };
    const ties = tiesOf('councillors');
    expect(ties.length).toBeGreaterThan(5);
    expect(ties.every(({ items, options }) => items.length > 0 && options.length > 1)).toBe(true);
    expect(tiesOf('all')).toEqual([]);
  });
});
