import type { PaperChange } from '../council/papers.ts';
import type { AgendaMove, AgendaState, SessionMove, SessionState } from '../council/session-states.ts';
import type { Choice, CouncilPosition, CouncilRefusal, Presence, Proposal, SessionWay } from '../council/votes.ts';
import type { Language } from './language.ts';
import { pointsOver, type Rounding } from './points-text.ts';
import { type Names, texts } from './texts.ts';

export const SESSION_STATE_NAMES = texts<Names<SessionState>>({
  drafted: { vi: 'Đang chuẩn bị', en: 'In preparation' },
  convened: { vi: 'Đã triệu tập', en: 'Convened' },
  held: { vi: 'Đang họp', en: 'Being held' },
  concluded: { vi: 'Đã kết thúc', en: 'Concluded' },
});

export const SESSION_WAY_NAMES = texts<Names<SessionWay>>({
  meeting: { vi: 'Họp', en: 'Meeting' },
  writing: { vi: 'Lấy ý kiến bằng phiếu', en: 'In writing' },
});

export const SESSION_MOVE_NAMES = texts<Names<SessionMove>>({
  convene: { vi: 'Triệu tập phiên họp', en: 'Convene the session' },
  callOff: { vi: 'Hủy triệu tập', en: 'Call it off' },
  open: { vi: 'Khai mạc phiên họp', en: 'Open the session' },
  adjourn: { vi: 'Hoãn phiên họp', en: 'Adjourn the session' },
  conclude: { vi: 'Kết thúc phiên họp', en: 'End the session' },
});

export const AGENDA_STATE_NAMES = texts<Names<AgendaState>>({
  open: { vi: 'Chưa chốt biểu quyết', en: 'Vote open' },
  closed: { vi: 'Đã chốt biểu quyết', en: 'Vote closed' },
  concluded: { vi: 'Đã kết luận', en: 'Concluded' },
  putOff: { vi: 'Chuyển phiên sau', en: 'Put off' },
});

export const AGENDA_MOVE_NAMES = texts<Names<AgendaMove>>({
  closeVote: { vi: 'Chốt biểu quyết', en: 'Close the vote' },
  voteAgain: { vi: 'Biểu quyết lại', en: 'Vote again' },
  putOff: { vi: 'Chuyển phiên sau', en: 'Put off' },
  takeUp: { vi: 'Đưa lại vào phiên này', en: 'Take up again' },
});

export const COUNCIL_POSITION_NAMES = texts<Names<CouncilPosition>>({
  chair: { vi: 'Chủ tịch Hội đồng', en: 'Chair' },
  deputy: { vi: 'Phó Chủ tịch Hội đồng', en: 'Deputy chair' },
  member: { vi: 'Ủy viên', en: 'Member' },
});

export const PRESENCE_NAMES = texts<Names<Presence>>({
  expected: { vi: 'Chưa điểm danh', en: 'Not known yet' },
  present: { vi: 'Có mặt', en: 'Present' },
  absent: { vi: 'Vắng mặt', en: 'Absent' },
  writing: { vi: 'Cho ý kiến bằng phiếu', en: 'Answers in writing' },
});

export const PROPOSAL_NAMES = texts<Names<Proposal>>({
  asClaimed: { vi: 'Giữ kết quả tự chấm', en: 'As claimed' },
  asAppraised: { vi: 'Giữ kết quả thẩm định', en: 'As appraised' },
  other: { vi: 'Kết quả khác', en: 'Other values' },
});

export const CHOICE_NAMES = texts<Names<Choice>>({
  for: { vi: 'Đồng ý', en: 'For' },
  against: { vi: 'Không đồng ý', en: 'Against' },
  other: { vi: 'Ý kiến khác', en: 'Other opinion' },
});

/** Why something is refused in a session, as a sentence. */
export const COUNCIL_REFUSAL_TEXTS = {
  notInThisState: { vi: 'Phiên họp không ở bước cho phép việc này.', en: 'The session is not where this can be done.' },
  itemNotInThisState: { vi: 'Nội dung này không ở bước cho phép việc đó.', en: 'This item is not where that can be done.' },
  noDate: { vi: 'Phiên họp chưa có ngày, giờ.', en: 'The session has no day and hour yet.' },
  noAgenda: { vi: 'Chương trình phiên họp chưa có nội dung.', en: 'There is nothing on the agenda yet.' },
  noChair: { vi: 'Chưa chọn người chủ trì trong số thành viên Hội đồng.', en: 'Nobody of the members presides yet.' },
  noQuorum: {
    vi: 'Chưa có quá nửa số thành viên Hội đồng có mặt hoặc cho ý kiến bằng phiếu, nên biểu quyết và kết luận không có hiệu lực.',
    en: 'Not more than half of the members are present or have answered in writing, so that no vote counts and nothing is concluded.',
  },
  notEnoughVotes: {
    vi: 'Chưa có quá nửa số thành viên được biểu quyết nội dung này biểu quyết, nên chưa chốt biểu quyết và chưa kết luận được.',
    en: 'Not more than half of the members who may vote on this have voted, so that the vote is not closed and nothing is concluded.',
  },
  presenceStands: {
    vi: 'Phiên họp đã khai mạc: thành viên đã được ghi có mặt hoặc vắng mặt thì không chuyển sang cho ý kiến bằng phiếu.',
    en: 'The session is open: whoever was recorded as present or absent does not answer in writing any more.',
  },
  hasVoted: { vi: 'Thành viên đã biểu quyết nên không sửa điểm danh được.', en: 'The member has voted, so that their presence stands.' },
  ownCause: {
    vi: 'Thành viên có liên quan đến cơ quan được đánh giá nên không biểu quyết nội dung này.',
    en: 'The member has a cause of their own in the body, and does not vote on this.',
  },
  votesStand: { vi: 'Đã có thành viên biểu quyết nên không hoãn được phiên họp.', en: 'Members have voted already, so that the session cannot be adjourned.' },
  itemsOpen: {
    vi: 'Còn nội dung chưa kết luận. Đề nghị kết luận hoặc chuyển sang phiên sau trước khi kết thúc.',
    en: 'Some items are not concluded on. Conclude on them or put them off before the session ends.',
  },
  notAMember: { vi: 'Người này không phải thành viên của phiên họp.', en: 'This is no member of the session.' },
  notAttending: {
    vi: 'Thành viên chưa được ghi là có mặt hoặc cho ý kiến bằng phiếu nên chưa biểu quyết được.',
    en: 'The member is recorded neither as present nor as answering in writing, and cannot vote yet.',
  },
  votedOtherwise: {
    vi: 'Thành viên này đã tự biểu quyết nội dung này nên không nhập phiếu thay.',
    en: 'This member has voted on this item by themselves, so that no ballot is entered for them.',
  },
  noBallot: {
    vi: 'Chỉ nhập phiếu thay cho thành viên cho ý kiến bằng phiếu; thành viên có mặt tự biểu quyết.',
    en: 'Only of members who answer in writing is a ballot entered for them; who is present votes by themselves.',
  },
  noVotes: { vi: 'Chưa có thành viên nào biểu quyết.', en: 'Nobody has voted yet.' },
  notCarried: {
    vi: 'Đề xuất chưa được quá nửa số thành viên biểu quyết đồng ý nên không kết luận được. Đề nghị biểu quyết lại với đề xuất khác.',
    en: 'Not more than half of those who voted are for the proposal, so that it is not concluded. Vote again on another one.',
  },
  elsewhere: {
    vi: 'Nội dung này đang có trong chương trình của một phiên họp khác.',
    en: 'This item is on the agenda of another session.',
  },
  concludedElsewhere: {
    vi: 'Nội dung này đã được kết luận tại một phiên họp khác nên không đưa lại ra biểu quyết.',
    en: 'This item was concluded on in another session, so that it is not taken up again.',
  },
  valuesMoved: {
    vi: 'Số liệu, kết quả của nội dung này đã thay đổi so với lúc thành viên biểu quyết. Đề nghị các thành viên biểu quyết lại theo kết quả hiện nay.',
    en: 'What was laid before the council has changed since members voted. They vote again on what stands now.',
  },
} as const satisfies Readonly<Record<CouncilRefusal, { readonly vi: string; readonly en: string }>>;

const PAPER_CHANGE_TEXTS = texts({
  added: { vi: () => 'được đưa vào chương trình sau khi triệu tập', en: () => 'came onto the agenda after it was convened' },
  removed: { vi: () => 'được đưa ra khỏi chương trình sau khi triệu tập', en: () => 'left the agenda after it was convened' },
  claimed: {
    vi: ([was, is]: readonly [string, string]) => `điểm tự chấm ${is}, khi triệu tập là ${was}`,
    en: ([was, is]: readonly [string, string]) => `claimed ${is}, ${was} when it was convened`,
  },
  now: {
    vi: ([was, is]: readonly [string, string]) => (was === is ? 'có thêm kết quả thẩm định' : `điểm sau thẩm định ${is}, khi triệu tập là ${was}`),
    en: ([was, is]: readonly [string, string]) => (was === is ? 'appraised anew' : `appraised ${is}, ${was} when it was convened`),
  },
  proposal: {
    vi: ([was, is]: readonly [string, string]) =>
      was === is ? 'nội dung đề xuất biểu quyết đã sửa' : `đề xuất biểu quyết là “${is}”, khi triệu tập là “${was}”`,
    en: ([was, is]: readonly [string, string]) => (was === is ? 'the proposal is worded anew' : `proposed “${is}”, “${was}” when it was convened`),
  },
  said: { vi: () => 'yêu cầu giải trình, giải trình hoặc ý kiến của cơ quan đã thay đổi', en: () => 'what was asked, explained or contested has changed' },
  otherwise: { vi: () => 'số liệu, tài liệu hoặc giá trị đề xuất đã thay đổi', en: () => 'figures, documents or proposed values have changed' },
});

/** What changed of an item since its papers were kept, as one sentence. */
export function paperChangeText({ kind, item, before }: PaperChange, scheme: Rounding, language: Language): string {
  const of = (standing: PaperChange['item']['now']) =>
    pointsOver(standing.state === 'answered' ? standing : { points: null, maximum: standing.maximum }, scheme, language);
  const names = PROPOSAL_NAMES[language];
  const pair: readonly [string, string] =
    kind === 'proposal'
      ? [names[before.proposal], names[item.proposal]]
      : kind === 'claimed'
        ? [of(before.claimed), of(item.claimed)]
        : [of(before.now), of(item.now)];
  return `${item.name}, ${item.code}: ${PAPER_CHANGE_TEXTS[language][kind](pair)}.`;
}
