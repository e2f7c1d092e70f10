// Rounds, their plans and what changes in them, and their sheets.
import type { Contract } from './contract.ts';

export const listRounds = {
  method: 'GET',
  url: '/api/rounds',
  summary: { vi: 'Danh sách các kỳ đánh giá', en: 'All rounds' },
  tag: 'rounds',
  access: 'round.read',
  query: 'pageQuery',
  answers: { 200: 'roundList' },
} as const satisfies Contract;

export const readRound = {
  method: 'GET',
  url: '/api/rounds/{round}',
  summary: { vi: 'Một kỳ đánh giá với mọi phần của kế hoạch', en: 'A round with all parts of its plan' },
  tag: 'rounds',
  access: 'round.read',
  params: 'roundParams',
  answers: { 200: 'roundAnswer' },
} as const satisfies Contract;

export const createRound = {
  method: 'POST',
  url: '/api/rounds',
  summary: { vi: 'Lập một kỳ đánh giá, mới hoặc sao chép từ kỳ trước', en: 'Make a round, new or copied from one before' },
  tag: 'rounds',
  access: 'round.create',
  body: 'newRound',
  answers: { 201: 'roundAnswer' },
  acts: ['round.create'],
} as const satisfies Contract;

export const changeRound = {
  method: 'PATCH',
  url: '/api/rounds/{round}',
  summary: {
    vi: 'Đổi tên, năm, bộ tiêu chí, việc phải xong trước hạn, phạm vi xem xếp hạng, lý do thẩm định hoặc mức điểm cần hai người',
    en: 'Change title, year, edition, what must precede the deadline, who sees the ranking, the reasons of verdicts, or when these need two persons',
  },
  tag: 'rounds',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'changedRound',
  answers: { 200: 'roundAnswer' },
  acts: ['round.change'],
} as const satisfies Contract;

export const confirmPlanPart = {
  method: 'PUT',
  url: '/api/rounds/{round}/confirmations/{part}',
  summary: { vi: 'Xác nhận một phần sao chép từ kỳ trước', en: 'Confirm a part that was copied from the round before' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'inSeries',
  params: 'partParams',
  body: 'versionSeen',
  answers: { 200: 'roundAnswer' },
  acts: ['round.confirm'],
} as const satisfies Contract;

export const readOpening = {
  method: 'GET',
  url: '/api/rounds/{round}/opening',
  summary: { vi: 'Những phần còn thiếu để mở kỳ', en: 'All that a round lacks to open' },
  tag: 'rounds',
  access: 'round.write',
  params: 'roundParams',
  answers: { 200: 'openingAnswer' },
} as const satisfies Contract;

export const openRound = {
  method: 'POST',
  url: '/api/rounds/{round}/opening',
  summary: { vi: 'Mở kỳ đánh giá', en: 'Open a round' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'roundOpening',
  answers: { 200: 'roundAnswer' },
  acts: ['round.open'],
} as const satisfies Contract;

export const setParticipants = {
  method: 'PUT',
  url: '/api/rounds/{round}/participants',
  summary: { vi: 'Các cơ quan tham gia, khối và việc xếp hạng', en: 'The bodies that take part, their blocks, whether they are ranked' },
  tag: 'rounds',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'participants',
  bodyLimit: 8 * 1024 * 1024,
  mostValues: 150_000,
  answers: { 200: 'roundAnswer' },
  acts: ['round.participants'],
} as const satisfies Contract;

export const setExclusions = {
  method: 'PUT',
  url: '/api/rounds/{round}/exclusions',
  summary: { vi: 'Tiêu chí không đánh giá đối với từng cơ quan, theo văn bản', en: 'Items that are not assessed for a body, each with its legal basis' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'exclusions',
  bodyLimit: 8 * 1024 * 1024,
  mostValues: 150_000,
  answers: { 200: 'roundAnswer' },
  acts: ['round.exclusions'],
} as const satisfies Contract;

export const setDomainOwners = {
  method: 'PUT',
  url: '/api/rounds/{round}/domain-owners',
  summary: { vi: 'Cơ quan thẩm định từng lĩnh vực hoặc từng tiêu chí', en: 'The bodies that appraise each domain, or single items' },
  tag: 'rounds',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'domainOwners',
  answers: { 200: 'roundAnswer' },
  acts: ['round.domainOwners'],
} as const satisfies Contract;

export const setSteps = {
  method: 'PUT',
  url: '/api/rounds/{round}/steps',
  summary: { vi: 'Lịch các bước của kỳ', en: 'The calendar of a round' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'steps',
  answers: { 200: 'roundAnswer' },
  acts: ['round.calendar'],
} as const satisfies Contract;

export const changeStep = {
  method: 'PATCH',
  url: '/api/rounds/{round}/steps/{step}',
  summary: { vi: 'Đổi thời điểm mở, đóng của một bước', en: 'Change when a step opens or closes' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'stepParams',
  body: 'changedStep',
  answers: { 200: 'roundAnswer' },
  acts: ['round.calendar'],
} as const satisfies Contract;

export const listExtensions = {
  method: 'GET',
  url: '/api/rounds/{round}/extensions',
  summary: { vi: 'Sổ gia hạn của kỳ, các cơ quan trong kỳ đều xem được', en: 'The register of extensions, for all in the round' },
  tag: 'rounds',
  access: 'round.register',
  params: 'roundParams',
  query: 'pageQuery',
  answers: { 200: 'extensionRegister' },
} as const satisfies Contract;

export const extendStep = {
  method: 'POST',
  url: '/api/rounds/{round}/extensions',
  summary: { vi: 'Gia hạn một bước theo văn bản', en: 'Extend a step by a document' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newExtension',
  answers: { 201: 'extension' },
  acts: ['round.extend'],
} as const satisfies Contract;

export const listTakeovers = {
  method: 'GET',
  url: '/api/rounds/{round}/takeovers',
  summary: { vi: 'Các lần chuyển sang bộ tiêu chí mới giữa kỳ', en: 'The takeovers of later editions in mid-round' },
  tag: 'rounds',
  access: 'round.register',
  params: 'roundParams',
  answers: { 200: 'takeoverList' },
} as const satisfies Contract;

export const takeOver = {
  method: 'POST',
  url: '/api/rounds/{round}/takeovers',
  summary: { vi: 'Chuyển sang bộ tiêu chí mới giữa kỳ theo bảng tương ứng', en: 'A later edition takes over by a mapping' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newTakeover',
  answers: { 201: 'takeover' },
  acts: ['round.takeOver'],
} as const satisfies Contract;

export const listSheets = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets',
  summary: { vi: 'Danh sách bảng chấm điểm của kỳ, kèm điểm từng tiêu chí', en: 'The sheets of a round, with the points of every item' },
  tag: 'sheets',
  access: 'sheet.list',
  params: 'roundParams',
  query: 'sheetListQuery',
  answers: { 200: 'sheetList' },
} as const satisfies Contract;
