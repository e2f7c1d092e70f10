// Who sees what surveys gave in a round that runs, and its release (decision 0072).
import type { Contract } from './contract.ts';

export const readRoundEstimates = {
  method: 'GET',
  url: '/api/rounds/{round}/estimates',
  summary: {
    vi: 'Kết quả điều tra của kỳ: ai được xem khi chưa công bố, đã công bố chưa, công bố lúc này thì điều gì xảy ra',
    en: 'The estimates of a round: who sees them while they are sealed, whether they are released, and what releasing them would bring',
  },
  tag: 'rounds',
  access: 'estimates.decide',
  params: 'roundParams',
  answers: { 200: 'roundEstimates' },
} as const satisfies Contract;

export const nameEstimateReader = {
  method: 'POST',
  url: '/api/rounds/{round}/estimates/readers',
  summary: {
    vi: 'Chỉ định một người được xem kết quả điều tra khi chưa công bố, có lý do',
    en: 'Names a person who sees the estimates while they are sealed, with a reason',
  },
  tag: 'rounds',
  access: 'estimates.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newEstimateReader',
  answers: { 201: 'estimateReader' },
  acts: ['estimates.nameReader'],
} as const satisfies Contract;

export const endEstimateReader = {
  method: 'POST',
  url: '/api/rounds/{round}/estimates/readers/{reader}/end',
  summary: { vi: 'Thôi cho một người xem kết quả điều tra chưa công bố, có lý do', en: 'A person who was named sees the estimates no more, with a reason' },
  tag: 'rounds',
  access: 'estimates.decide',
  confirmed: 'now',
  params: 'estimateReaderParams',
  body: 'estimatesSealedAgain',
  answers: { 200: 'estimateReader' },
  acts: ['estimates.endReader'],
} as const satisfies Contract;

export const releaseEstimates = {
  method: 'POST',
  url: '/api/rounds/{round}/estimates/releases',
  summary: {
    vi: 'Công bố kết quả điều tra cho các cơ quan trong kỳ, có lý do và nêu rõ đã biết điều gì xảy ra',
    en: 'Releases the estimates to all who see the sheets, with a reason, and naming what it brings',
  },
  tag: 'rounds',
  access: 'estimates.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newEstimateRelease',
  answers: { 201: 'estimateRelease' },
  acts: ['estimates.release'],
} as const satisfies Contract;

export const withdrawEstimateRelease = {
  method: 'POST',
  url: '/api/rounds/{round}/estimates/releases/{release}/withdrawal',
  summary: {
    vi: 'Thu hồi việc công bố kết quả điều tra khi kỳ chưa đóng, có lý do',
    en: 'Takes the release of the estimates back while the round is open, with a reason',
  },
  tag: 'rounds',
  access: 'estimates.decide',
  confirmed: 'now',
  params: 'estimateReleaseParams',
  body: 'estimatesSealedAgain',
  answers: { 200: 'estimateRelease' },
  acts: ['estimates.withdrawRelease'],
} as const satisfies Contract;
