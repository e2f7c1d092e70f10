// Sessions of a round's council: agenda, votes, conclusions, documents.
import type { Contract } from './contract.ts';

export const readCouncil = {
  method: 'GET',
  url: '/api/rounds/{round}/council',
  summary: { vi: 'Các phiên họp Hội đồng thẩm định của kỳ', en: 'The sessions of the council of a round' },
  tag: 'council',
  access: 'council.read',
  params: 'roundParams',
  answers: { 200: 'councilAnswer' },
} as const satisfies Contract;

export const draftSession = {
  method: 'POST',
  url: '/api/rounds/{round}/council',
  summary: { vi: 'Lập phiên họp Hội đồng', en: 'Draft a session of the council' },
  tag: 'council',
  access: 'council.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newCouncilSession',
  answers: { 201: 'councilSession' },
  acts: ['council.draft'],
} as const satisfies Contract;

export const readSession = {
  method: 'GET',
  url: '/api/rounds/{round}/council/{session}',
  summary: {
    vi: 'Một phiên họp: thành viên, chương trình, đề xuất, biểu quyết, kết luận',
    en: 'A session: members, agenda, proposals, votes, conclusions',
  },
  tag: 'council',
  access: 'council.read',
  params: 'councilSessionParams',
  answers: { 200: 'councilSession' },
} as const satisfies Contract;

export const changeSession = {
  method: 'PUT',
  url: '/api/rounds/{round}/council/{session}',
  summary: {
    vi: 'Sửa phiên họp: ngày, nơi họp, thành viên, điểm danh, chương trình và đề xuất',
    en: 'Change a session: day, place, members, who attends, agenda and proposals',
  },
  tag: 'council',
  access: 'council.write',
  confirmed: 'inSeries',
  params: 'councilSessionParams',
  body: 'councilSessionChange',
  answers: { 200: 'councilSession' },
  acts: ['council.change'],
} as const satisfies Contract;

export const moveSession = {
  method: 'POST',
  url: '/api/rounds/{round}/council/{session}/moves',
  summary: {
    vi: 'Triệu tập, hủy triệu tập, khai mạc, hoãn, kết thúc phiên họp',
    en: 'Convene a session, call it off, open, adjourn or end it',
  },
  tag: 'council',
  access: 'council.write',
  confirmed: 'inSeries',
  params: 'councilSessionParams',
  body: 'councilSessionMove',
  answers: { 200: 'councilSession' },
  acts: ['council.move'],
} as const satisfies Contract;

export const moveAgendaItem = {
  method: 'POST',
  url: '/api/rounds/{round}/council/{session}/agenda/{item}/moves',
  summary: {
    vi: 'Chốt biểu quyết, biểu quyết lại, chuyển phiên sau một nội dung',
    en: 'Close the vote on an item, vote again, put it off',
  },
  tag: 'council',
  access: 'council.write',
  confirmed: 'inSeries',
  params: 'councilItemParams',
  body: 'councilItemMove',
  answers: { 200: 'councilSession' },
  acts: ['council.moveItem'],
} as const satisfies Contract;

export const voteOnItem = {
  method: 'PUT',
  url: '/api/rounds/{round}/council/{session}/agenda/{item}/vote',
  summary: { vi: 'Thành viên Hội đồng biểu quyết một nội dung', en: 'A member votes on an item' },
  tag: 'council',
  access: 'council.vote',
  confirmed: 'inSeries',
  params: 'councilItemParams',
  body: 'councilVote',
  answers: { 200: 'councilSession' },
  acts: ['council.vote'],
} as const satisfies Contract;

export const enterBallot = {
  method: 'PUT',
  url: '/api/rounds/{round}/council/{session}/agenda/{item}/ballots/{member}',
  summary: {
    vi: 'Tổ thư ký nhập phiếu lấy ý kiến của một thành viên, kèm bản chụp',
    en: 'The secretariat enters the written ballot of a member, with its scanned copy',
  },
  tag: 'council',
  access: 'council.write',
  confirmed: 'inSeries',
  params: 'councilBallotParams',
  body: 'councilBallot',
  answers: { 200: 'councilSession' },
  acts: ['council.vote'],
} as const satisfies Contract;

export const concludeItem = {
  method: 'POST',
  url: '/api/rounds/{round}/council/{session}/agenda/{item}/conclusion',
  summary: {
    vi: 'Ghi kết luận đã được quá nửa số thành viên biểu quyết đồng ý, có lý do',
    en: 'Record what more than half of those who voted were for, with the reason',
  },
  tag: 'council',
  access: 'council.conclude',
  confirmed: 'inSeries',
  params: 'councilItemParams',
  body: 'councilConclusion',
  answers: { 201: 'councilSession' },
  acts: ['sheet.conclude', 'council.conclude'],
} as const satisfies Contract;

export const councilDocument = {
  method: 'GET',
  url: '/api/rounds/{round}/council/{session}/documents/{document}',
  summary: {
    vi: 'Tài liệu phiên họp, phiếu lấy ý kiến, biên bản của một phiên họp',
    en: 'Papers, ballots and minutes of a session',
  },
  tag: 'council',
  access: 'council.read',
  params: 'councilDocumentParams',
  query: 'recordQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;
