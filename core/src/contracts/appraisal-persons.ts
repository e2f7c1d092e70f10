// Who of an appraising body appraises what, and never in their own cause (decision 0100).
import type { Contract } from './contract.ts';

export const listInterests = {
  method: 'GET',
  url: '/api/rounds/{round}/interests',
  summary: {
    vi: 'Cơ quan mà người hỏi không thẩm định vì xung đột lợi ích, và các khai báo',
    en: 'The bodies that the asker does not appraise for a conflict of interest, and what was declared',
  },
  tag: 'rounds',
  access: 'interest.declare',
  params: 'roundParams',
  answers: { 200: 'interestList' },
} as const satisfies Contract;

export const declareInterest = {
  method: 'POST',
  url: '/api/rounds/{round}/interests',
  summary: { vi: 'Khai báo xung đột lợi ích với một cơ quan', en: 'Declare an interest in a body' },
  tag: 'rounds',
  access: 'interest.declare',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newInterest',
  answers: { 201: 'interest' },
  acts: ['interest.declare'],
} as const satisfies Contract;

export const withdrawInterest = {
  method: 'POST',
  url: '/api/rounds/{round}/interests/{interest}/withdrawal',
  summary: { vi: 'Gỡ khai báo xung đột lợi ích của người khác, có lý do', en: 'Lift the declared interest of another, with a reason' },
  tag: 'rounds',
  access: 'interest.record',
  confirmed: 'inSeries',
  params: 'interestParams',
  body: 'withdrawnInterest',
  answers: { 200: 'interest' },
  acts: ['interest.withdraw'],
} as const satisfies Contract;

export const readDistribution = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal/distribution',
  summary: { vi: 'Phân công thẩm định cho từng người của cơ quan thẩm định', en: 'What the people of an appraising body have been given' },
  tag: 'rounds',
  access: 'appraisal.distribute',
  params: 'roundParams',
  query: 'distributionQuery',
  answers: { 200: 'distributionAnswer' },
} as const satisfies Contract;

export const givePersonShares = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal/distribution/{office}/shares',
  summary: { vi: 'Phân công tiêu chí, cơ quan cho từng người', en: 'Give items, bodies or an item of a body to persons' },
  tag: 'rounds',
  access: 'appraisal.distribute',
  confirmed: 'inSeries',
  params: 'officeParams',
  body: 'newPersonShares',
  answers: { 204: 'nothing' },
  acts: ['appraisal.give'],
} as const satisfies Contract;

export const takePersonSharesBack = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal/distribution/{office}/withdrawal',
  summary: { vi: 'Thu hồi phân công thẩm định', en: 'Take back what was given to persons' },
  tag: 'rounds',
  access: 'appraisal.distribute',
  confirmed: 'inSeries',
  params: 'officeParams',
  body: 'endedPersonShares',
  answers: { 204: 'nothing' },
  acts: ['appraisal.takeBack'],
} as const satisfies Contract;

export const handPersonSharesOver = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal/distribution/{office}/handover',
  summary: { vi: 'Bàn giao phần chưa thẩm định của một người cho người khác', en: 'Hand over all that one person has and nobody has decided' },
  tag: 'rounds',
  access: 'appraisal.distribute',
  confirmed: 'inSeries',
  params: 'officeParams',
  body: 'newHandingOver',
  answers: { 200: 'handedOverAnswer' },
  acts: ['appraisal.handOver'],
} as const satisfies Contract;

export const previewDistribution = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal/distribution/{office}/preview',
  summary: {
    vi: 'Xem trước việc phân công phần chưa giao: ngẫu nhiên hoặc cân bằng khối lượng',
    en: 'Preview of distributing what is given to nobody: at random, or balanced by work',
  },
  tag: 'rounds',
  access: 'appraisal.distribute',
  params: 'officeParams',
  query: 'distributionPreviewQuery',
  answers: { 200: 'distributionPreview' },
} as const satisfies Contract;

export const distributeAppraisal = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal/distribution/{office}/distribution',
  summary: { vi: 'Phân công phần chưa giao như bản xem trước', en: 'Distribute what is given to nobody, as the preview says' },
  tag: 'rounds',
  access: 'appraisal.distribute',
  confirmed: 'inSeries',
  params: 'officeParams',
  body: 'newDistribution',
  answers: { 201: 'distributionPreview' },
  acts: ['appraisal.distribute'],
} as const satisfies Contract;
