// What a closed survey was answered: as a file for those who analyse it, with its codebook, and as protected counts.
import type { Contract } from './contract.ts';

export const exportAnswers = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/answers/{group}',
  summary: {
    vi: 'Tải dữ liệu trả lời của một nhóm đối tượng (CSV) sau khi kết thúc điều tra, không kèm dữ liệu cá nhân',
    en: 'The answers of a group once the survey is closed, as CSV without personal data',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'surveyGroupParams',
  query: 'answersQuery',
  answers: { 200: 'fileBytes' },
  acts: ['survey.export'],
  recordsView: true,
  withoutHead: true,
} as const satisfies Contract;

export const downloadCodebook = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/codebook/{group}',
  summary: { vi: 'Tải bảng mô tả dữ liệu trả lời (DDI-Codebook 2.5)', en: 'The codebook of the answers, as DDI-Codebook 2.5' },
  tag: 'survey',
  access: 'survey.lead',
  params: 'surveyGroupParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readSurveyCounts = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/counts',
  summary: {
    vi: 'Số lượt chọn từng phương án theo câu hỏi và cơ quan, sau khi kết thúc điều tra',
    en: 'How often each option was chosen, by question and body, once the survey is closed',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  query: 'surveyCountsQuery',
  answers: { 200: 'surveyCounts' },
} as const satisfies Contract;
