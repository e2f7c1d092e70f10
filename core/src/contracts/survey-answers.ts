// What a closed survey was answered: as a file for those who analyse it, with its codebook, and as protected counts.
import type { Contract } from './contract.ts';

export const listAnswersFiles = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/answers',
  summary: {
    vi: 'Danh sách tệp dữ liệu trả lời sau khi kết thúc điều tra: số phiếu, giá trị băm, phần không được đưa vào tệp',
    en: 'The files of answers once the survey is closed: how many responses, hashes, what is left out',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  query: 'answersFilesQuery',
  answers: { 200: 'surveyAnswersFiles' },
} as const satisfies Contract;

export const exportAnswers = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/answers/{group}',
  summary: {
    vi: 'Tải dữ liệu trả lời của một nhóm đối tượng (CSV, XLSX) sau khi kết thúc điều tra, không kèm dữ liệu cá nhân',
    en: 'The answers of a group once the survey is closed, as CSV or XLSX without personal data',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'surveyGroupParams',
  query: 'answersQuery',
  answers: { 200: 'fileBytes' },
  acts: ['survey.export', 'survey.exported'],
  recordsView: true,
  withoutHead: true,
} as const satisfies Contract;

export const downloadFreeTexts = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/texts/{group}',
  summary: {
    vi: 'Tải ý kiến bằng lời văn của một nhóm đối tượng (XLSX) sau khi kết thúc điều tra, không kèm các câu trả lời khác',
    en: 'What a group has written freely, once the survey is closed, as XLSX, without the other answers',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'surveyGroupParams',
  query: 'answersFilesQuery',
  answers: { 200: 'fileBytes' },
  acts: ['survey.readTexts'],
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

export const downloadSyntax = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/syntax/{group}',
  summary: {
    vi: 'Tải lệnh SPSS (.sps) đọc tệp CSV theo mã, kèm nhãn biến, nhãn giá trị và giá trị khuyết',
    en: 'SPSS commands (.sps) that read the CSV of codes, with labels of variables and values and what is missing',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'surveyGroupParams',
  query: 'answersFilesQuery',
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
