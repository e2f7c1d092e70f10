import type { RoundDocumentKind } from '@parindex/core/contracts/schemas/index';
import type { Step } from '@parindex/core/round/index';
import { communeIds, DIVISION, departmentIds, OWNER_BODY, PROVINCES, provinceId } from './invented.ts';

/** What a round stands on, issued so many days before the first start. */
export interface InventedDocument {
  readonly kind: RoundDocumentKind;
  readonly number: string;
  readonly daysAgo: number;
  readonly issuer: string;
  readonly subject: string;
}

/** A part of a sheet that a department has in hand: how many items, and of them entered and submitted, then returned, approved. */
export interface InventedDelegation {
  readonly from: string;
  readonly to: string;
  readonly items: number;
  readonly entered: number;
  readonly returned: number;
  readonly approved: number;
  readonly dueInDays: number;
  readonly note: string;
  readonly reason: string;
}

/** A round of the sandbox, under way when it is made. */
export interface InventedRound {
  readonly id: string;
  readonly edition: string;
  readonly ownerBody: string;
  readonly year: number;
  readonly title: string;
  readonly type: 'province' | 'department' | 'commune';
  readonly participants: readonly string[];
  /** Whose domains are whose, in turn. */
  readonly appraisers: readonly string[];
  /** Days from the first start at which each step opens and closes. */
  readonly calendar: readonly (readonly [Step, opens: number, closes: number])[];
  /** How much of its sheet the participant at this place, from 1, has entered. */
  shareDone(place: number): number;
  readonly documents: readonly InventedDocument[];
  readonly delegations: readonly InventedDelegation[];
  /** Who has sent already; of such a round no answer is missing, so that whoever has entered all can send. */
  readonly sent: readonly string[];
}

/** The ministry's round of provinces: the first is unfinished, as are a few others, most are complete. */
export const provinceRound = (provinces: number = PROVINCES): InventedRound => ({
  id: 'minh-hoa-2022',
  edition: 'province-2022',
  ownerBody: OWNER_BODY,
  year: 2022,
  title: 'Kỳ đánh giá minh họa năm 2022',
  type: 'province',
  participants: Array.from({ length: provinces }, (_, index) => provinceId(index + 1)),
  appraisers: ['bo-minh-hoa-a', 'bo-minh-hoa-b', 'bo-minh-hoa-c'],
  calendar: [
    ['monitoring', -200, -30],
    ['selfAssessment', -30, 30],
    ['survey', -10, 60],
    ['appraisal', 31, 60],
    ['explanation', 61, 75],
    ['secondAppraisal', 76, 90],
    ['council', 91, 105],
    ['publication', 106, 120],
  ],
  shareDone: (place) => (place === 1 ? 0.7 : place % 9 === 0 ? 0.5 : place % 7 === 0 ? 0.85 : 1),
  documents: [],
  delegations: [
    {
      ...{ from: provinceId(1), to: departmentIds[0] as string, items: 6, entered: 4, returned: 1, approved: 1, dueInDays: 12 },
      ...{ note: 'Đề nghị gửi kèm báo cáo của đơn vị (minh họa)', reason: 'Chưa dẫn tài liệu kiểm chứng, đề nghị bổ sung (minh họa)' },
    },
  ],
  sent: [],
});

/** The plan that the first province's committee decides on, and a department's letter of guidance. */
const documentsOn = (first: number, what: string, daysAgo: number): InventedDocument[] => [
  {
    kind: 'plan',
    number: `${first}/QĐ-UBND`,
    daysAgo,
    issuer: 'Ủy ban nhân dân tỉnh Minh họa 01',
    subject: `Ban hành Kế hoạch xác định Chỉ số cải cách hành chính ${what} (minh họa)`,
  },
  {
    kind: 'guidance',
    number: `${first + 1}/SMHH-CCHC`,
    daysAgo: daysAgo - 5,
    issuer: 'Sở Minh họa H',
    subject: `Hướng dẫn tự đánh giá, chấm điểm Chỉ số cải cách hành chính ${what} (minh họa)`,
  },
];

const inTurn = (shares: readonly number[]) => (place: number) => shares[place - 1] ?? 0;

/** The first province's round of its departments; the last department appraises and takes no part. */
const DEPARTMENT_ROUND: InventedRound = {
  id: 'so-minh-hoa-2026',
  edition: 'department-illustrative',
  ownerBody: provinceId(1),
  year: 2026,
  title: 'Kỳ đánh giá các sở, ban, ngành minh họa năm 2026',
  type: 'department',
  participants: departmentIds.slice(0, -1),
  appraisers: departmentIds.slice(-1),
  calendar: [
    ['monitoring', -120, -15],
    ['selfAssessment', -15, 20],
    ['survey', -5, 30],
    ['appraisal', 21, 40],
    ['explanation', 41, 48],
    ['secondAppraisal', 49, 56],
    ['council', 57, 63],
    ['publication', 64, 70],
  ],
  shareDone: inTurn([0.4, 0.5, 1, 0, 1, 0.8, 0.15]),
  documents: documentsOn(101, 'các sở, ban, ngành năm 2026', 21),
  delegations: [
    {
      ...{ from: departmentIds[0] as string, to: DIVISION, items: 3, entered: 0, returned: 0, approved: 0, dueInDays: 9 },
      ...{ note: 'Đề nghị hoàn thành trước cuộc họp giao ban (minh họa)', reason: '' },
    },
  ],
  sent: ['so-minh-hoa-c'],
};

/** The same of its communes, a few days before their deadline. */
const COMMUNE_ROUND: InventedRound = {
  id: 'xa-minh-hoa-2026',
  edition: 'commune-illustrative',
  ownerBody: provinceId(1),
  year: 2026,
  title: 'Kỳ đánh giá các xã minh họa năm 2026',
  type: 'commune',
  participants: communeIds,
  appraisers: departmentIds.slice(-1),
  calendar: [
    ['monitoring', -120, -25],
    ['selfAssessment', -25, 5],
    ['survey', -10, 15],
    ['appraisal', 6, 25],
    ['explanation', 26, 33],
    ['secondAppraisal', 34, 41],
    ['council', 42, 48],
    ['publication', 49, 55],
  ],
  shareDone: inTurn([0.35, 1, 0.5, 0, 1, 0.9, 0.6, 1, 0, 0.75, 0.3, 1]),
  documents: documentsOn(103, 'các xã năm 2026', 30),
  delegations: [],
  sent: ['xa-minh-hoa-02'],
};

export const INVENTED_ROUNDS: readonly InventedRound[] = [provinceRound(), DEPARTMENT_ROUND, COMMUNE_ROUND];
