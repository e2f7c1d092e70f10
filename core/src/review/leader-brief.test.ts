import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, fromFraction, subtract, sum } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { ownItems } from '../scoring/own-items.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import type { ItemResult } from '../scoring/result.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { type BriefStanding, briefFacts, briefProposal } from '../words/brief-words.ts';
import { type BriefSheet, leaderBrief } from './leader-brief.ts';

const CODES = ['1.1', '1.2', '1.3', '1.4', '1.5'];
const SURVEY = '1.6';
const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        survey: { questions: [{ id: 'hailong' }] },
        domains: [
          domain('1', [
            ...CODES.map((code) => item(code, { maximum: '2' })),
            item(SURVEY, { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;
const PREPARED = prepareScheme(SCHEME);
const OWN = ownItems(PREPARED, { notAsked: [] });

const result = (code: string, points: string, state: ItemResult['state'] = 'scored', maximum = '2/1') =>
  ({ code, state, points, maximum, explanation: { inputs: {} } }) as unknown as ItemResult;

const asClaimed = (results: readonly ItemResult[], before: BriefSheet['before'] = {}, fields: BriefSheet['fields'] = () => ({})): BriefSheet => ({
  ...{ prepared: PREPARED, own: OWN, results, ifConfirmed: null, sealed: true, fields, before },
});

describe('the brief for the leader', () => {
  it('lists what is lost, most first, of what is scored; what is not scored yet stands apart, and surveys are no part of it', () => {
    const results = [
      result('1.1', '2/1'),
      result('1.2', '1/3'),
      result('1.3', '0/1', 'notAnswered'),
      result('1.4', '0/1', 'notApplicable', '0/1'),
      result('1.5', '1/3'),
      result(SURVEY, '0/1', 'notAnswered', '1/1'),
    ];
    const brief = leaderBrief(asClaimed(results, { '1.1': '1.5', '1.2': '0.5' }), 2);
    expect(brief.losses).toEqual([
      { code: '1.2', lost: '5/3', points: '1/3', maximum: '2/1', before: '1/2' },
      { code: '1.5', lost: '5/3', points: '1/3', maximum: '2/1', before: null },
    ]);
    expect(brief.lost).toEqual({ items: 2, points: '10/3' });
    expect(brief.open).toBe('2/1');
    expect(brief.compared).toEqual({ items: 2, now: '7/3', before: '2/1' });
    expect(leaderBrief(asClaimed(results), 2).compared).toBeNull();
  });

  it('loses no point and invents none: what is lost and what is claimed are the maximum together', () => {
    const points = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: CODES.length, maxLength: CODES.length });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 6 }), (quarters, most) => {
        const results = CODES.map((code, index) => result(code, `${quarters[index]}/4`));
        const { losses, lost } = leaderBrief(asClaimed(results), most);
        const claimed = sum(results.map((one) => fromFraction(one.points)));
        expect(compare(add(claimed, fromFraction(lost.points)), fromFraction('10/1'))).toBe(0);
        expect(losses).toHaveLength(Math.min(most, lost.items));
        const sizes = losses.map((one) => fromFraction(one.lost));
        for (const [index, size] of sizes.slice(1).entries())
          expect(compare(subtract(sizes[index] as typeof size, size), fromFraction('0/1'))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('says what full points of 0 of 0 come to without them', () => {
    const nothing = { ...result('1.1', '2/1'), explanation: { inputs: {}, because: 'whenNothing' } } as unknown as ItemResult;
    const facts = (results: readonly ItemResult[]) =>
      Object.fromEntries(
        briefFacts(leaderBrief(asClaimed(results), 3), { scheme: SCHEME, findings: [], released: null, asOf: { moment: '', seq: '1' } }, 'vi'),
      );
    const others = CODES.slice(1).map((code) => result(code, '1/1'));
    expect(facts([nothing, ...others])).toMatchObject({
      'Điểm tự chấm': '6,00/10 điểm; đã tự chấm 5/5 nội dung',
      'Mẫu số bằng 0': '1 nội dung đạt tối đa; nếu không được xác nhận: 4,00/10 điểm',
    });
    expect(facts([result('1.1', '2/1'), ...others])).not.toHaveProperty('Mẫu số bằng 0');
  });

  it('says its facts in one way for page and document: left, claims, what others give, undocumented points', () => {
    const results = [result('1.1', '2/1'), result('1.2', '1/2'), result('1.3', '0/1', 'notAnswered'), result('1.4', '2/1'), result('1.5', '2/1')];
    const cited = (target: { kind: string; id: string }) => (target.id === '1.1' ? { citations: ['a/1'] } : {});
    const ifConfirmed = { points: '13/2', maximum: '8/1', asked: 4, answered: 4, claims: 0 };
    const brief = leaderBrief({ ...asClaimed([...results, result(SURVEY, '0/1', 'notAnswered', '1/1')], {}, cited), ifConfirmed }, 3);
    const findings = [
      { code: 'unanswered', severity: 'mustMend', item: '1.3' },
      { code: 'notApproved', severity: 'mustMend', item: '1.3' },
      { code: 'pointsWithoutProof', severity: 'mustExplain', item: '1.2' },
      { code: 'dateOutsideYear', severity: 'mustExplain', item: '1.2' },
    ] as const;
    const setting = { scheme: SCHEME, findings, released: null, asOf: { moment: '09:30 15/01/2023', seq: '7' } };
    expect(Object.fromEntries(briefFacts(brief, setting, 'vi'))).toEqual({
      'Điểm tự chấm': '6,50/10 điểm; đã tự chấm 4/5 nội dung',
      'Chưa chấm': '1 nội dung, tối đa 2,00 điểm',
      'Bị trừ điểm': '1 nội dung, tổng cộng 1,50 điểm so với điểm tối đa',
      'Đề nghị không đánh giá': '0 nội dung, chờ thẩm định; nếu được xác nhận: 6,50/8 điểm',
      'Cơ quan không tự chấm': 'Chỉ số hài lòng (SIPAS): chưa công bố (tối đa 1 điểm)',
      'So với năm trước': 'Chưa có điểm năm trước để so sánh.',
      'Kết quả rà soát': '1 nội dung phải sửa (1 chưa chấm xong, trong đó 1 chờ đơn vị gửi hoặc duyệt; 0 có lỗi số liệu, căn cứ), 1 nội dung cần giải trình',
      'Chưa dẫn tài liệu': '3 nội dung có điểm, trong đó 3 chưa có cả nguồn số liệu và giải trình',
      'Thời điểm số liệu': '09:30 15/01/2023 (phiên bản số liệu 7)',
    });
    expect(briefProposal(findings, 2022, 'open', 'vi')).toBe(
      'Giao các đơn vị xử lý 1 nội dung phải sửa, bổ sung giải trình 1 nội dung, rồi trình lại để chốt số liệu.',
    );
    expect(briefProposal([], 2022, 'open', 'vi')).toBe('Đồng ý chốt số liệu và ký Báo cáo tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2022.');
  });

  it('[F119] proposes what is still to be done as the sheet stands: nothing is frozen twice, nor signed that was sent', () => {
    const findings = [{ code: 'pointsWithoutProof', severity: 'mustExplain', item: '1.2' }] as const;
    const said = (standing: BriefStanding) => briefProposal(findings, 2022, standing, 'vi');
    expect(said('open')).toMatch(
      /^Bổ sung giải trình 1 nội dung rồi chốt số liệu, ký Báo cáo .*; nếu chốt ngay, Báo cáo nêu rõ các nội dung này chưa có giải trình\.$/,
    );
    expect(said('frozen')).toMatch(/^Số liệu đã chốt; đồng ý ký Báo cáo .* để gửi \(Báo cáo nêu rõ 1 nội dung cần giải trình nhưng chưa có giải trình\)\.$/);
    for (const standing of ['frozen', 'sent', 'closed'] as const) expect(said(standing)).not.toMatch(/đồng ý chốt|rồi chốt|Bổ sung/iu);
    expect(said('sent')).not.toContain(' ký ');
  });
});
