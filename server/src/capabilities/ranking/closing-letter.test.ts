import { readFileSync } from 'node:fs';
import { Faults, prepareScheme, type Raw, rankBodies, readJson, readSnapshot, scoreBodies } from '@parindex/core';
import { finalBodies, type ItemStanding } from '@parindex/core/ranking/final-result';
import { describe, expect, it } from 'vitest';
import { officialDocx } from '../../documents/docx.ts';
import { textOf } from '../../file-inspection/testing/text-of.ts';
import { type ClosingLetterData, closingLetter } from './closing-letter.ts';

/** A worked example of the method as the closed round of an invented province. */
function dataOf(example: string, body = 0): ClosingLetterData {
  const faults = new Faults();
  const { snapshot } = readSnapshot(readJson(readFileSync(`verify/worked/${example}.snapshot.json`, 'utf8')).value as Raw, faults);
  if (!snapshot) throw new Error(`${example} cannot be read`);
  const prepared = prepareScheme(snapshot.scheme);
  const { bodies } = rankBodies(prepared, scoreBodies(prepared, snapshot, faults));
  const result = [...finalBodies(bodies, [{ stage: 'claimed', bodies }], prepared, new Set()).values()][body];
  if (!result) throw new Error(`${example} has no body`);
  const agency = { name: 'Tỉnh Minh họa 01', kind: 'province', above: null } as const;
  return {
    ...{ owner: agency, body: { ...agency, name: 'Tỉnh Minh họa 02' }, round: { title: 'Kỳ minh họa', year: 2026 }, plan: null, guidance: [], bases: [] },
    ...{ scheme: snapshot.scheme, prepared, result, items: [], figures: [], form: null, illustrative: true },
  };
}

const read = async (data: ClosingLetterData) => textOf(await officialDocx(closingLetter(data)), 'ket-qua.docx');

describe('[F39] the letter that tells a body its final result', () => {
  it('says what the index is taken of: points brought to the declared maximum, bonus as far as it counts, penalty', async () => {
    const text = await read(dataOf('05-bonus-rescale', 2));
    for (const part of [
      'đạt 71,84/100,00 điểm (điểm các lĩnh vực 45,00/60,00, điểm thưởng 10,59, điểm trừ −2,50), tương ứng 71,84%',
      'Cộng điểm các lĩnh vực 60,00 45,00',
      'Điểm các lĩnh vực quy đổi theo điểm tối đa 85,00 85,00 63,75',
      'Điểm thưởng – 10,59',
      'Điểm trừ – −2,50',
      'Tổng điểm 100,00 71,84 71,84',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('20,00');
    // Less than nothing is not taken.
    const least = await read(dataOf('05-bonus-rescale', 3));
    expect(least).toContain('đạt 0,00/100,00 điểm (điểm các lĩnh vực 1,00/85,00, điểm trừ −6,50), tương ứng 0,00%');
    expect(least).toContain('Tổng điểm (tính trong giới hạn từ 0 đến 100 điểm) 100,00 0,00 0,00');
  });

  it('stands on the decision that approves it, and on a conclusion of the council only where there was one', async () => {
    const data = dataOf('01-plain');
    expect(await read(data)).toContain(
      'Thực hiện Quyết định số ……/QĐ-UBND ngày …… tháng …… năm …… của Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01 phê duyệt và công bố',
    );
    const reached = (stages: ('appraised' | 'council')[]) => ({
      ...data,
      result: { ...data.result, steps: [...data.result.steps, ...stages.map((stage) => ({ stage, index: null, change: null, moved: [] }))] },
    });
    expect(await read(data)).toContain('trên cơ sở kết quả tự đánh giá, chấm điểm, Ủy ban');
    expect(await read(reached(['appraised']))).toContain('trên cơ sở kết quả thẩm định, Ủy ban');
    expect(await read(reached(['appraised', 'council']))).toContain('trên cơ sở kết quả thẩm định và kết luận của Hội đồng thẩm định, Ủy ban');
  });

  it('gives points of a stage only where it decided, and names points that no body scores itself', async () => {
    const standing: ItemStanding = { state: 'scored', points: '1/1', maximum: '1/1' };
    const data = dataOf('01-plain');
    const item = { code: '1.1', title: 'Kế hoạch', final: standing, explained: '', reason: '' };
    const steps = [...data.result.steps, { stage: 'appraised', index: null, change: null, moved: [] } as const];
    const text = await read({
      ...data,
      result: { ...data.result, steps },
      items: [
        { ...item, given: null, at: new Map([['claimed', standing]]) },
        { ...item, code: '1.2', title: 'Khảo sát', given: 'survey', at: new Map() },
      ],
    });
    expect(text).toContain('1.1 Kế hoạch 1,00 1,00 – 1,00');
    expect(text).toContain('1.2 Khảo sát 1,00 – – 1,00 Điều tra xã hội học');
  });
});
