import type { RoundDocumentKind, ThreadKind } from '@parindex/core/contracts/schemas/index';
import type { Role } from '@parindex/core/rights/index';
import type { RankingShown, Step } from '@parindex/core/round/index';
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

interface InOffice {
  readonly body: string;
  readonly role: Role;
}

/** A comment at an item, so many working days before the first start, which names somebody. */
export interface InventedComment {
  readonly by: InOffice;
  readonly at: string;
  readonly item: string;
  readonly kind: ThreadKind;
  readonly text: string;
  readonly names: InOffice;
  readonly daysAgo: number;
}

/** A question to the owner, and what the owner has answered a working day later; without it, it waits. */
export interface InventedQuestion {
  readonly from: string;
  readonly item: string;
  readonly text: string;
  readonly answer?: string;
  readonly daysAgo: number;
}

/** More time for one body, by a document. */
export interface InventedExtension {
  readonly body: string;
  readonly days: number;
  readonly number: string;
  readonly reason: string;
  readonly daysAgo: number;
}

/** How far a round has come that is past its self-assessment: what runs, or that it is closed. */
export type Reached = 'appraisal' | 'explanation' | 'council' | 'closed';

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
  /** Whose bodies review what leaders of departments have approved. */
  readonly reviewing: readonly string[];
  readonly comments: readonly InventedComment[];
  readonly questions: readonly InventedQuestion[];
  readonly extensions: readonly InventedExtension[];
  readonly rankingShown: RankingShown;
  /** Who has frozen its sheet, and of them who has sent it; of such a round no answer is missing, so that whoever has entered all can send. */
  readonly frozen: readonly string[];
  readonly sent: readonly string[];
  /** Absent: self-assessment runs. */
  readonly reached?: Reached;
  /** From more points on than these a verdict wants a second person. */
  readonly secondPersonOver?: string;
}

/** Of every so many provinces, how far one is: a few have not begun, some are behind, most are on their way or done. */
const PROVINCE_SHARES = [
  [27, 0],
  [9, 0.35],
  [7, 0.85],
  [5, 0.7],
  [4, 0.95],
] as const;
const provinceShare = (place: number): number => (place === 1 ? 0.7 : (PROVINCE_SHARES.find(([every]) => place % every === 0)?.[1] ?? 1));

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
  shareDone: provinceShare,
  documents: [],
  delegations: [
    {
      ...{ from: provinceId(1), to: departmentIds[0] as string, items: 6, entered: 4, returned: 1, approved: 1, dueInDays: 12 },
      ...{ note: 'Đề nghị gửi kèm báo cáo của đơn vị (minh họa)', reason: 'Chưa dẫn tài liệu kiểm chứng, đề nghị bổ sung (minh họa)' },
    },
    {
      ...{ from: provinceId(1), to: departmentIds[1] as string, items: 2, entered: 1, returned: 0, approved: 1, dueInDays: 12 },
      ...{ note: 'Đề nghị hoàn thành trước cuộc họp giao ban (minh họa)', reason: '' },
    },
  ],
  reviewing: [provinceId(1)],
  comments: [
    {
      ...{ by: { body: provinceId(1), role: 'clerk' }, at: provinceId(1), item: '1.1', kind: 'internal', names: { body: provinceId(1), role: 'head' } },
      ...{ text: 'Đề nghị Lãnh đạo cho ý kiến về số liệu này trước khi chốt (minh họa)', daysAgo: 2 },
    },
    {
      ...{ by: { body: OWNER_BODY, role: 'owner' }, at: provinceId(1), item: '2.4.1', kind: 'shared', names: { body: provinceId(1), role: 'clerk' } },
      ...{ text: 'Đề nghị nêu rõ nguồn của số liệu (minh họa)', daysAgo: 1 },
    },
  ],
  questions: [
    {
      ...{ from: provinceId(5), item: '1.1', text: 'Kế hoạch ban hành trong tháng 01 có được tính là đúng hạn không? (minh họa)' },
      ...{ answer: 'Căn cứ ngày ký của văn bản (minh họa).', daysAgo: 9 },
    },
    { from: provinceId(12), item: '3.1.1', text: 'Số liệu lấy đến ngày 31/12 hay đến ngày báo cáo? (minh họa)', daysAgo: 3 },
    { from: provinceId(18), item: '1.1', text: 'Đề nghị gia hạn thêm 05 ngày làm việc do thay đổi công chức đầu mối (minh họa)', daysAgo: 1 },
  ],
  extensions: [{ body: provinceId(36), days: 5, number: '08/BMH-CCHC', reason: 'Khắc phục hậu quả mưa lũ (minh họa)', daysAgo: 4 }],
  rankingShown: 'participants',
  frozen: [provinceId(2), provinceId(3), provinceId(6), provinceId(11), provinceId(13)],
  sent: [provinceId(2), provinceId(3), provinceId(6)],
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

/** What a round of the province does without. */
const NOTHING_SAID = { reviewing: [], comments: [], questions: [], extensions: [], rankingShown: 'ownPlace' } as const;

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
  ...NOTHING_SAID,
  questions: [{ from: 'so-minh-hoa-b', item: '1.1', text: 'Báo cáo gửi qua trục liên thông có cần gửi kèm bản giấy không? (minh họa)', daysAgo: 2 }],
  frozen: ['so-minh-hoa-c'],
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
  ...NOTHING_SAID,
  frozen: ['xa-minh-hoa-02'],
  sent: ['xa-minh-hoa-02'],
};

const EVERYBODY_DONE = () => 1;

/** A small round of provinces at a later step, with days from the first start at which each step opens and closes. */
const roundAt = (reached: Reached, title: string, calendar: InventedRound['calendar']): InventedRound => {
  const participants = [1, 2, 3].map(provinceId);
  return {
    id: `minh-hoa-${{ appraisal: 'tham-dinh', explanation: 'giai-trinh', council: 'hoi-dong', closed: 'da-dong' }[reached]}`,
    ...{ edition: 'province-2022', ownerBody: OWNER_BODY, year: 2022, title, type: 'province', participants, appraisers: ['bo-minh-hoa-a'], calendar },
    ...{ shareDone: EVERYBODY_DONE, documents: [], delegations: [], ...NOTHING_SAID, frozen: participants, sent: participants },
    ...{ reached, secondPersonOver: '0.75' },
  };
};

/** Each later step once, so that all of its screens can be tried. */
const ROUNDS_ON_THE_WAY: readonly InventedRound[] = [
  roundAt('appraisal', 'Kỳ minh họa đang thẩm định', [
    ['selfAssessment', -60, -20],
    ['survey', -40, -20],
    ['appraisal', -14, 20],
    ['explanation', 25, 32],
    ['secondAppraisal', 33, 42],
    ['council', 47, 60],
    ['publication', 65, 75],
  ]),
  roundAt('explanation', 'Kỳ minh họa đang giải trình', [
    ['selfAssessment', -90, -55],
    ['survey', -80, -55],
    ['appraisal', -50, -15],
    ['explanation', -9, 10],
    ['secondAppraisal', 11, 20],
    ['council', 25, 40],
    ['publication', 45, 60],
  ]),
  roundAt('council', 'Kỳ minh họa đang họp Hội đồng', [
    ['selfAssessment', -130, -95],
    ['survey', -120, -95],
    ['appraisal', -90, -60],
    ['explanation', -52, -42],
    ['secondAppraisal', -40, -25],
    ['council', -14, 10],
    ['publication', 15, 30],
  ]),
];

/** The province's round of its departments of the year before, closed and published. */
const CLOSED_ROUND: InventedRound = {
  ...DEPARTMENT_ROUND,
  ...{ id: 'so-minh-hoa-2025', year: 2025, title: 'Kỳ đánh giá các sở, ban, ngành minh họa năm 2025' },
  calendar: [
    ['selfAssessment', -330, -295],
    ['survey', -320, -290],
    ['appraisal', -285, -255],
    ['explanation', -245, -235],
    ['secondAppraisal', -230, -215],
    ['council', -205, -190],
    ['publication', -180, -150],
  ],
  shareDone: EVERYBODY_DONE,
  ...{ documents: documentsOn(81, 'các sở, ban, ngành năm 2025', 340), delegations: [], questions: [] },
  ...{ rankingShown: 'participants', frozen: DEPARTMENT_ROUND.participants, sent: DEPARTMENT_ROUND.participants },
  ...{ reached: 'closed', secondPersonOver: '1.5' },
};

/** Rounds past their self-assessment, one at each step, and one that is closed. */
export const LATER_ROUNDS: readonly InventedRound[] = [...ROUNDS_ON_THE_WAY, CLOSED_ROUND];

export const INVENTED_ROUNDS: readonly InventedRound[] = [provinceRound(), DEPARTMENT_ROUND, COMMUNE_ROUND, ...LATER_ROUNDS];
