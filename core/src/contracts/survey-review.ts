// Forms of a survey that were noticed: looked at without a name, accepted or set aside.
import type { Contract } from './contract.ts';

export const listReviewedForms = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/reviews',
  summary: {
    vi: 'Các phiếu cần rà soát chất lượng và quyết định đã có, không kèm câu trả lời',
    en: 'The forms that were noticed, with what was decided on them, without their answers',
  },
  tag: 'survey',
  access: 'survey.review',
  params: 'roundParams',
  query: 'reviewedFormsQuery',
  answers: { 200: 'reviewedForms' },
} as const satisfies Contract;

export const readFormToReview = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/reviews/{form}',
  summary: {
    vi: 'Câu trả lời của một phiếu cần rà soát, không kèm danh tính; lượt xem được ghi nhật ký',
    en: 'The answers of a form that was noticed, without a name; that it is looked at is recorded',
  },
  tag: 'survey',
  access: 'survey.review',
  params: 'reviewedFormParams',
  answers: { 200: 'formToReview' },
  acts: ['survey.viewForm'],
  recordsView: true,
} as const satisfies Contract;

export const reviewForm = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/reviews/{form}',
  summary: {
    vi: 'Chấp nhận một phiếu, hoặc không đưa vào tổng hợp, có lý do',
    en: 'Accepts a form, or sets it aside with a reason',
  },
  tag: 'survey',
  access: 'survey.review',
  params: 'reviewedFormParams',
  body: 'newFormReview',
  answers: { 204: 'nothing' },
  acts: ['survey.reviewForm'],
} as const satisfies Contract;
