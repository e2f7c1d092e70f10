// Closing a round, and undoing that: one person asks, another decides.
import type { Contract } from './contract.ts';

export const readClosing = {
  method: 'GET',
  url: '/api/rounds/{round}/closing',
  summary: { vi: 'Những việc còn mở nếu đóng kỳ lúc này, và các đề nghị đóng kỳ', en: 'What closing the round now would leave open, and what was asked for' },
  tag: 'rounds',
  access: 'round.decideSecond',
  params: 'roundParams',
  answers: { 200: 'closingAnswer' },
} as const satisfies Contract;

export const askOfRound = {
  method: 'POST',
  url: '/api/rounds/{round}/requests',
  summary: {
    vi: 'Đề nghị đóng kỳ, hoặc mở lại kỳ đã đóng khi chưa công bố; người thứ hai quyết định',
    en: 'Ask for a round to be closed, or for that to be undone until it is published; a second person decides',
  },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newRoundRequest',
  answers: { 201: 'roundRequest' },
  acts: ['round.askClosing', 'round.askUndoClosing'],
} as const satisfies Contract;

export const decideOfRound = {
  method: 'POST',
  url: '/api/rounds/{round}/requests/{request}/decision',
  summary: { vi: 'Người thứ hai quyết định một đề nghị đóng kỳ hoặc mở lại kỳ', en: 'A second person decides' },
  tag: 'rounds',
  access: 'round.decideSecond',
  confirmed: 'now',
  params: 'roundRequestParams',
  body: 'roundRequestDecision',
  answers: { 200: 'roundRequest' },
  acts: ['round.close', 'round.undoClosing', 'round.refuseRequest'],
} as const satisfies Contract;

export const stopRoundRequest = {
  method: 'POST',
  url: '/api/rounds/{round}/requests/{request}/stop',
  summary: { vi: 'Người đề nghị rút lại đề nghị', en: 'Whoever asked withdraws it' },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundRequestParams',
  body: 'roundRequestStop',
  answers: { 200: 'roundRequest' },
  acts: ['round.stopRequest'],
} as const satisfies Contract;
