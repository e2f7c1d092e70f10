import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { edition, FORM } from '../testing/made-up-form.ts';
import { checkFed } from './check-fed.ts';
import { pagesInOrder } from './order.ts';
import { questionsOf } from './placed-questions.ts';
import { readQuestionnaire } from './read.ts';

const read = (text: string) => {
  const faults = new Faults();
  const questionnaire = readQuestionnaire(readYaml(text).value, edition(), faults);
  return { questionnaire, faults: faults.list.map(({ code, path, details }) => `${code} ${path} ${details['found'] ?? ''}`.trim()) };
};

describe('a questionnaire beside its edition [F54]', () => {
  it('takes the words of a tied question from the edition, where it has none of its own', () => {
    const { questionnaire, faults } = read(FORM);
    expect(faults).toEqual([]);
    const [first] = questionsOf(questionnaire as never);
    expect(first).toMatchObject({
      title: { vi: 'Ông/Bà đánh giá việc chỉ đạo ở mức nào?' },
      options: [
        { id: 'a', title: { vi: 'Tốt' } },
        { id: 'b', title: { vi: 'Khá' } },
        { id: 'c', title: { vi: 'Chưa tốt' } },
      ],
    });
  });

  it('is refused for a tie to an unknown question, or to one that this group is not asked', () => {
    expect(read(FORM.replace('feeds: steering', 'feeds: nowhere, title: { vi: "?" }')).faults).toContain('unknownId /pages/0/questions/0/feeds nowhere');
    expect(read(FORM.replace('group: "staff"', 'group: "councillors"')).faults).toEqual(['unknownId /pages/0/questions/1/feeds working']);
    expect(read(FORM.replace('group: "staff"', 'group: "nobody"')).faults).toContain('unknownId /group nobody');
  });

  it('is refused for an option without a weight, and for a question fed twice', () => {
    expect(read(FORM.replace('good: a, bad: b', 'good: a')).faults).toEqual(['optionWithoutWeight /pages/0/questions/1/feeds bad']);
    expect(read(FORM.replace('question: working, options: { good: a, bad: b }', 'question: steering, options: { good: a, bad: b }')).faults).toEqual([
      'duplicateId /pages/0/questions/1/feeds steering',
    ]);
  });

  it('is read at once, however its skips hang together', () => {
    // Each of sixty questions hangs on the two before it.
    const hanging = Array.from({ length: 60 }, (_, index) => {
      const when = [index - 1, index - 2].flatMap((on) => (on < 0 ? [] : [`{ question: h${on}, is: [x] }`])).join(', ');
      return `      - { id: h${index}, kind: single, title: { vi: "Hỏi" }, when: [${when}], options: [{ id: x, title: { vi: "X" } }, { id: y, title: { vi: "Y" } }] }\n`;
    }).join('');
    expect(read(FORM.replace('  - id: "p2"', `${hanging}  - id: "p2"`)).faults).toEqual([]);
  });

  it('is refused for a skip that strands a question', () => {
    const twice = '{ question: used, is: ["yes"] }, { question: used, is: ["no"] }';
    expect(read(FORM.replace('when: [{ question: used, is: ["yes"] }]', `when: [${twice}]`)).faults).toEqual([
      'questionStranded /pages/0/questions/3/when times',
    ]);
  });

  it('is refused where a chain of skips strands a question', () => {
    const chained = FORM.replace(
      'required: false\n        options:',
      'required: false\n        when: [{ question: chain, is: ["x"] }]\n        options:',
    ).replace(
      '  - id: "p2"',
      `      - id: chain
        kind: single
        title: { vi: "Chuỗi" }
        when: [{ question: used, is: ["no"] }]
        options: [{ id: x, title: { vi: "X" } }, { id: y, title: { vi: "Y" } }]
  - id: "p2"`,
    );
    expect(read(chained).faults).toEqual([]);
    expect(
      read(chained.replace('when: [{ question: chain, is: ["x"] }]', 'when: [{ question: chain, is: ["x"] }, { question: used, is: ["yes"] }]')).faults,
    ).toEqual(['questionStranded /pages/1/questions/0/when wishes']);
  });

  it('is refused for a condition on a later question, or on an answer that cannot be given', () => {
    expect(read(FORM.replace('question: used, is: ["yes"]', 'question: wishes, is: ["open"]')).faults).toEqual([
      'unknownId /pages/0/questions/3/when/0/question wishes',
    ]);
    expect(read(FORM.replace('question: used, is: ["yes"]', 'question: used, is: ["perhaps"]')).faults).toEqual([
      'unknownId /pages/0/questions/3/when/0/is/0 perhaps',
    ]);
  });

  it('tells all faults of form at once', () => {
    const spoilt = FORM.replace('id: times', 'id: used').replace('most: 100', 'most: 0').replace('seed: "minh-hoa"', '').replace('atMost: 2', 'atMost: 9');
    expect(read(spoilt).faults).toEqual([
      'duplicateId /pages/0/questions/3/id used',
      'outOfRange /pages/0/questions/3/most 0',
      'outOfRange /pages/1/questions/0/atMost 9',
      'missingKey /seed',
    ]);
  });

  it('keeps contact data for ten years at most', () => {
    expect(read(FORM.replace('keptDays: 90', 'keptDays: 3650')).faults).toEqual([]);
    for (const days of ['3651', '99999999999', '-1'])
      expect(read(FORM.replace('keptDays: 90', `keptDays: ${days}`)).faults).toEqual([`outOfRange /consent/keptDays ${days}`]);
  });

  it('must be there for every group that a rule asks', () => {
    const { questionnaire } = read(FORM);
    const faults = new Faults();
    checkFed(edition(), [questionnaire as never], faults);
    expect(faults.list.map(({ code, details }) => `${code} ${details['found']}`)).toEqual(['questionNotFed steering (councillors)']);
  });

  it('shows shuffled options in an order that a form keeps, the excluding one last', () => {
    const { questionnaire } = read(FORM);
    const orders = Array.from({ length: 40 }, (_, form) => {
      const wishes = pagesInOrder(questionnaire as never, String(form))[1]?.questions[0];
      return (wishes as { options: { id: string }[] }).options.map(({ id }) => id);
    });
    expect(orders.every((order) => order[3] === 'none')).toBe(true);
    expect(new Set(orders.map(String)).size).toBe(6);
    expect(pagesInOrder(questionnaire as never, '7')).toEqual(pagesInOrder(questionnaire as never, '7'));
  });
});
