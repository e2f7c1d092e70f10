// Threads of comments, notices of a round, questions to its owner.
import type { Contract } from './contract.ts';

export const listThreads = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/threads',
  summary: { vi: 'Các trao đổi tại một tiêu chí', en: 'The threads of comments at an item' },
  tag: 'comments',
  access: 'comment.read',
  params: 'sheetParams',
  query: 'threadListQuery',
  answers: { 200: 'threadList' },
} as const satisfies Contract;

export const countThreads = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/thread-counts',
  summary: { vi: 'Số trao đổi tại từng tiêu chí của bảng chấm điểm', en: 'How many threads stand at each item of a sheet' },
  tag: 'comments',
  access: 'comment.read',
  params: 'sheetParams',
  answers: { 200: 'threadCounts' },
} as const satisfies Contract;

export const listThreadPeople = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/thread-people',
  summary: { vi: 'Những người có thể nhắc tới trong trao đổi', en: 'Who can be mentioned in a thread' },
  tag: 'comments',
  access: 'comment.read',
  params: 'sheetParams',
  query: 'commentPeopleQuery',
  answers: { 200: 'commentPeople' },
} as const satisfies Contract;

export const listMentions = {
  method: 'GET',
  url: '/api/me/mentions',
  summary: { vi: 'Ý kiến nhắc tên tôi: các trao đổi đang mở có nhắc tên tôi, mới nhất trước', en: 'Where I am mentioned in open threads, newest first' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'mentionList' },
} as const satisfies Contract;

export const beginThread = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/threads',
  summary: { vi: 'Bắt đầu một trao đổi tại tiêu chí', en: 'Begin a thread at an item' },
  tag: 'comments',
  access: 'comment.write',
  params: 'sheetParams',
  body: 'newThread',
  answers: { 201: 'threadAnswer' },
  acts: ['comment.begin'],
} as const satisfies Contract;

export const replyInThread = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/threads/{thread}/comments',
  summary: { vi: 'Viết tiếp trong một trao đổi', en: 'Write into a thread' },
  tag: 'comments',
  access: 'comment.write',
  params: 'threadParams',
  body: 'newComment',
  answers: { 201: 'threadAnswer' },
  acts: ['comment.reply'],
} as const satisfies Contract;

export const setThreadState = {
  method: 'PUT',
  url: '/api/rounds/{round}/sheets/{body}/threads/{thread}/state',
  summary: { vi: 'Đánh dấu trao đổi đã giải quyết, hoặc mở lại', en: 'Resolve a thread, or open it again' },
  tag: 'comments',
  access: 'comment.write',
  params: 'threadParams',
  body: 'threadState',
  answers: { 200: 'threadAnswer' },
  acts: ['comment.resolve', 'comment.reopen'],
} as const satisfies Contract;

export const withdrawComment = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/threads/{thread}/comments/{comment}/withdrawal',
  summary: { vi: 'Rút ý kiến của mình', en: 'Take back a comment of one’s own' },
  tag: 'comments',
  access: 'comment.write',
  params: 'commentParams',
  answers: { 200: 'threadAnswer' },
  acts: ['comment.withdraw'],
} as const satisfies Contract;

export const listNotices = {
  method: 'GET',
  url: '/api/rounds/{round}/notices',
  summary: { vi: 'Hướng dẫn, thông báo, giải đáp của kỳ, mới nhất trước', en: 'Guidance, announcements and answers of a round, newest first' },
  tag: 'notices',
  access: 'round.guidance',
  params: 'roundParams',
  query: 'noticeListQuery',
  answers: { 200: 'noticeList' },
} as const satisfies Contract;

export const publishNotice = {
  method: 'POST',
  url: '/api/rounds/{round}/notices',
  summary: { vi: 'Đăng hướng dẫn hoặc thông báo của kỳ', en: 'Publish guidance or an announcement' },
  tag: 'notices',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newNotice',
  answers: { 201: 'noticeAnswer' },
  acts: ['notice.publish'],
} as const satisfies Contract;

export const withdrawNotice = {
  method: 'POST',
  url: '/api/rounds/{round}/notices/{notice}/withdrawal',
  summary: { vi: 'Thu hồi một hướng dẫn, thông báo hoặc giải đáp', en: 'Withdraw what was published' },
  tag: 'notices',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'noticeParams',
  answers: { 200: 'noticeAnswer' },
  acts: ['notice.withdraw'],
} as const satisfies Contract;

export const confirmNoticeRead = {
  method: 'PUT',
  url: '/api/rounds/{round}/notices/{notice}/reading',
  summary: { vi: 'Xác nhận đã đọc một hướng dẫn, thông báo hoặc giải đáp', en: 'Say that one has read a notice' },
  tag: 'notices',
  access: 'round.guidance',
  params: 'noticeParams',
  answers: { 200: 'noticeAnswer' },
  acts: ['notice.read'],
} as const satisfies Contract;

export const listNoticeReadings = {
  method: 'GET',
  url: '/api/rounds/{round}/notices/{notice}/readings',
  summary: { vi: 'Ai đã đọc một thông báo, cơ quan nào chưa có người đọc', en: 'Who has read a notice, and the bodies of which nobody has' },
  tag: 'notices',
  access: 'round.write',
  params: 'noticeParams',
  answers: { 200: 'noticeReadings' },
} as const satisfies Contract;

export const listQuestions = {
  method: 'GET',
  url: '/api/questions',
  summary: { vi: 'Câu hỏi của cơ quan tôi, hoặc gửi tới kỳ tôi chủ trì', en: 'Questions of my bodies, and those put to rounds that I run' },
  tag: 'notices',
  access: 'round.read',
  query: 'questionListQuery',
  answers: { 200: 'questionList' },
} as const satisfies Contract;

export const askQuestion = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/questions',
  summary: { vi: 'Hỏi cơ quan chủ trì kỳ đánh giá về một tiêu chí', en: 'Ask the owner of the round about an item' },
  tag: 'notices',
  access: 'question.ask',
  params: 'sheetParams',
  body: 'newQuestion',
  answers: { 201: 'questionAnswer' },
  acts: ['question.ask'],
} as const satisfies Contract;

export const answerQuestion = {
  method: 'POST',
  url: '/api/rounds/{round}/questions/{question}/answer',
  summary: { vi: 'Giải đáp một câu hỏi cho mọi cơ quan trong kỳ, không nêu cơ quan hỏi', en: 'Answer a question for all in the round, without who asked' },
  tag: 'notices',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'questionParams',
  body: 'newAnswer',
  answers: { 201: 'noticeAnswer' },
  acts: ['question.answer', 'notice.publish'],
} as const satisfies Contract;
